import type { BagExamination } from './examination.ts'
import type { ListedFile } from './listed-files.ts'
import { manifestName } from './manifest.ts'
import { isSystemFile } from './names.ts'
import type { Manifest, TagFiles } from './tag-files.ts'

/** From BagIt 1.0 on, every file of the payload is in every manifest; before, one was enough (RFC 8493, 3). */
export function checkPayload(listed: readonly ListedFile[], tags: TagFiles, found: BagExamination): void {
  const manifests = tags.manifests.filter(({ isOfTags }) => !isOfTags)
  if (manifests.length === 0) {
    found.error('missing', '', 'has no manifest of its payload')
    return
  }
  const known = manifests.filter(({ algorithm }) => algorithm !== null)
  if (known.length === 0) found.error('algorithm', '', 'has no digests of its payload that are known here')
  for (const { file, algorithm, algorithmName } of tags.manifests)
    if (algorithm === null)
      found.warn('algorithm', file, `its digests, \`${algorithmName}\`, are not known here`)
  const inside = pathsByManifest(listed)
  const groups = tags.version === '1.0' ? manifests.map((one) => [one]) : [known]
  for (const path of [...found.files].filter(isPayload)) {
    for (const group of groups)
      if (!group.some((manifest) => inside.get(manifest)?.has(path))) {
        const names = group.map(({ file }) => `\`${file}\``).join(' or ')
        found.error('unlisted', path, `is not listed in ${names}`)
      }
    if (isSystemFile(path)) found.warn('quirk', path, 'is a file that an operating system keeps for itself')
  }
}

/** A tag manifest lists all manifests of the payload, and should list what else there is (RFC 8493, 2.2.1). */
export function checkTagFiles(listed: readonly ListedFile[], tags: TagFiles, found: BagExamination): void {
  const ofTags = tags.manifests.filter(({ isOfTags }) => isOfTags)
  if (ofTags.length === 0) {
    found.warn('unlisted', '', 'has no tag manifest: a change of its tag files would not be found')
    return
  }
  const inside = pathsByManifest(listed)
  const tagFiles = [...found.files].filter(
    (path) => !isPayload(path) && manifestName(path)?.isOfTags !== true,
  )
  for (const path of tagFiles) {
    const without = ofTags.filter((manifest) => !inside.get(manifest)?.has(path))
    if (without.length === 0) continue
    const message = `is not listed in ${without.map(({ file }) => `\`${file}\``).join(', ')}`
    if (manifestName(path) !== null && tags.version === '1.0') found.error('unlisted', path, message)
    else found.warn('unlisted', path, message)
  }
}

function pathsByManifest(listed: readonly ListedFile[]): ReadonlyMap<Manifest, ReadonlySet<string>> {
  const paths = new Map<Manifest, Set<string>>()
  for (const { manifest, path } of listed) {
    const known = paths.get(manifest)
    if (known === undefined) paths.set(manifest, new Set([path]))
    else known.add(path)
  }
  return paths
}

function isPayload(path: string): boolean {
  return path.startsWith('data/')
}
