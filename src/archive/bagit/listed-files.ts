import { visible } from '../../base/visible.ts'
import type { BagExamination } from './examination.ts'
import { type ManifestEntry, manifestName } from './manifest.ts'
import { NamedFiles } from './named-files.ts'
import { alike, bagPathProblem, decodePath, encodePath } from './names.ts'
import type { Manifest, TagFiles } from './tag-files.ts'

/** A line of a manifest with the file that it means. */
export interface ListedFile {
  readonly manifest: Manifest
  readonly entry: ManifestEntry
  /** The path that the line states, decoded. */
  readonly stated: string
  /** The file on the disk. */
  readonly path: string
}

/** Finds the file of each line of the manifests; says which may not be followed, and what is missing, twice or odd. */
export function listedFiles(tags: TagFiles, found: BagExamination): readonly ListedFile[] {
  const isStrict = tags.version === '1.0'
  const names = new NamedFiles(found.files, isStrict)
  const missing = new Map<string, string[]>()
  const listed = tags.manifests.flatMap((manifest) => {
    sayQuirks(manifest, found)
    const repeats = new Repeats(manifest.file, isStrict, found)
    return manifest.entries.flatMap((entry): readonly ListedFile[] => {
      if (!isInPlace(manifest, entry, found)) return []
      const { stated, path } = names.find(entry.written)
      repeats.meet(path ?? stated, entry)
      if (path !== null) return [{ manifest, entry, stated, path }]
      missing.set(stated, [...(missing.get(stated) ?? []), manifest.file])
      return []
    })
  })
  for (const one of listed) sayOtherName(one, isStrict, found)
  sayMissing(missing, tags.fetches, found)
  for (const [first = '', ...others] of alike(found.files))
    found.warn('alike', first, `is one with ${quoted(others)} where capitals or accents do not count`)
  return listed
}

/** Whether a line may be followed: within the bag, and to what its manifest is for (RFC 8493, 2.1.3 and 2.2.1). */
function isInPlace(
  { file, isOfTags }: Manifest,
  { line, written }: ManifestEntry,
  found: BagExamination,
): boolean {
  const path = decodePath(written)
  const problem = bagPathProblem(path) ?? misplaced(path, isOfTags)
  if (problem !== null) found.error('path', file, `line ${line} lists \`${visible(path)}\`, which ${problem}`)
  return problem === null
}

function misplaced(path: string, isOfTags: boolean): string | null {
  const isPayload = path.startsWith('data/')
  if (!isOfTags) return isPayload ? null : 'lies outside `data/`'
  if (isPayload) return 'belongs to the payload'
  return manifestName(path)?.isOfTags === true ? 'is a tag manifest' : null
}

/** The files that a manifest lists more than once: BagIt 1.0 forbids it; before, a line could stand again. Each is said once. */
class Repeats {
  readonly #file: string
  readonly #isStrict: boolean
  readonly #found: BagExamination
  readonly #digests = new Map<string, string>()
  readonly #said = new Set<string>()

  constructor(file: string, isStrict: boolean, found: BagExamination) {
    this.#file = file
    this.#isStrict = isStrict
    this.#found = found
  }

  meet(path: string, { line, digest }: ManifestEntry): void {
    const earlier = this.#digests.get(path)
    this.#digests.set(path, digest)
    if (earlier === undefined) return
    const how = earlier === digest ? 'with the same digest' : 'with two digests'
    if (this.#said.has(`${how} ${path}`)) return
    this.#said.add(`${how} ${path}`)
    const message = `is listed twice in \`${this.#file}\`, ${how}, again in line ${line}`
    if (earlier === digest && !this.#isStrict) this.#found.warn('twice', path, message)
    else this.#found.error('twice', path, message)
  }
}

/** What tools write and strict validators refuse (RFC 8493, 6.1.3). */
function sayQuirks({ file, entries }: Manifest, found: BagExamination): void {
  if (entries.some(({ hasStar }) => hasStar))
    found.warn(
      'quirk',
      file,
      'has `*` before paths, as `md5sum` writes them: a strict validator refuses the bag',
    )
  if (entries.some(({ hasDot }) => hasDot))
    found.warn('quirk', file, 'has `./` before paths, which say nothing')
}

function sayOtherName(
  { manifest, entry, stated, path }: ListedFile,
  isStrict: boolean,
  found: BagExamination,
): void {
  const place = `stands in line ${entry.line} of \`${manifest.file}\``
  const written = entry.written.replace(/%0[ad]/g, (escaped) => escaped.toUpperCase())
  if (path !== stated)
    found.warn('alike', path, `${place} as \`${visible(stated)}\`, with other accents or capitals`)
  else if (isStrict && encodePath(path) !== written)
    found.warn('quirk', path, `${place} with a percent sign that is not escaped`)
}

function sayMissing(
  missing: ReadonlyMap<string, readonly string[]>,
  fetches: TagFiles['fetches'],
  found: BagExamination,
): void {
  const fetched = new Set(fetches?.flatMap(({ written }) => [written, decodePath(written)]))
  for (const [path, manifests] of missing) {
    const message = `is listed in ${quoted(manifests)} and missing`
    if (fetched.has(path))
      found.error('fetch', path, `${message}: it is to be fetched, and nothing is fetched here`)
    else found.error('missing', path, message)
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${visible(name)}\``).join(', ')
}
