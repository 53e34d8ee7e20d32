import { visible } from '../../base/visible.ts'
import type { Vault } from '../vault.ts'
import { oxumLabel, valuesOf } from './bag-info.ts'
import { checkPayload, checkTagFiles } from './check-lists.ts'
import { BagExamination } from './examination.ts'
import { type ListedFile, listedFiles } from './listed-files.ts'
import { bagPathProblem, decodePath } from './names.ts'
import type { BagProblem } from './problem.ts'
import { infoFile, readTagFiles, type TagFiles } from './tag-files.ts'

/** All that can be said of a bag. */
export interface BagInspection {
  readonly problems: readonly BagProblem[]
  readonly tags: TagFiles
  readonly listed: readonly ListedFile[]
  /** Paths of the files that are there. */
  readonly files: ReadonlySet<string>
}

/**
 * What is wrong with a bag of BagIt 0.93 to 1.0; without errors it is valid. Each listed file is read. Nothing is fetched
 * and nothing outside the folder is touched.
 */
export function validateBag(vault: Vault, folder: string): readonly BagProblem[] {
  return inspectBag(vault, folder).problems
}

/** The same, and what the bag says of itself. */
export function inspectBag(vault: Vault, folder: string): BagInspection {
  const found = new BagExamination(vault, folder)
  const tags = readTagFiles(found)
  if (!found.hasPayload) found.error('missing', 'data', 'the folder of the payload is missing')
  const listed = listedFiles(tags, found)
  checkDigests(listed, found)
  checkPayload(listed, tags, found)
  checkTagFiles(listed, tags, found)
  checkFetches(tags, found)
  checkOxum(tags, found)
  return { problems: found.problems, tags, listed, files: found.files }
}

/** A file that is listed wrongly again and again is said to be once for each manifest. */
function checkDigests(listed: readonly ListedFile[], found: BagExamination): void {
  const said = new Set<string>()
  for (const { manifest, entry, path } of listed) {
    const { algorithm, algorithmName, file } = manifest
    const computed = algorithm === null ? entry.digest : found.digest(path, algorithm)
    if (computed === null || computed === entry.digest || said.has(`${file} ${path}`)) continue
    said.add(`${file} ${path}`)
    found.error('changed', path, `its ${algorithmName} is not the one in line ${entry.line} of \`${file}\``)
  }
}

/** `fetch.txt` may only name files of the payload; who has all of them needs no fetching (RFC 8493, 2.2.3). */
function checkFetches({ fetches }: TagFiles, found: BagExamination): void {
  if (fetches === null) return
  for (const { line, written } of fetches) {
    const path = decodePath(written)
    const problem = bagPathProblem(path) ?? (path.startsWith('data/') ? null : 'lies outside `data/`')
    if (problem !== null)
      found.error('path', 'fetch.txt', `line ${line} fetches \`${visible(path)}\`, which ${problem}`)
  }
  found.warn('fetch', 'fetch.txt', 'names files to be fetched: nothing is fetched here')
}

/** Bytes and files of the payload, as a whole (RFC 8493, 2.2.2). */
function checkOxum({ elements, version }: TagFiles, found: BagExamination): void {
  const stated = valuesOf(elements, oxumLabel)
  if (stated.length === 0) return
  const file = infoFile(found) ?? ''
  if (stated.length > 1) {
    const message = `has ${oxumLabel} ${stated.length} times`
    if (version === '1.0') found.error('oxum', file, message)
    else found.warn('oxum', file, message)
  }
  const payload = [...found.files].filter((path) => path.startsWith('data/'))
  const bytes = payload.reduce((sum, path) => sum + (found.size(path) ?? 0), 0)
  const actual = `${bytes}.${payload.length}`
  for (const one of stated)
    if (one !== actual)
      found.error(
        'oxum',
        file,
        `states \`${visible(one)}\` bytes and files of payload, and there are \`${actual}\``,
      )
}
