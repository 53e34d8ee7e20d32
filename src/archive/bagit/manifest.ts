import type { DigestAlgorithm } from '../vault.ts'
import { encodePath } from './names.ts'
import { linesOf, longestLine } from './tag-text.ts'

/** The name of a manifest, taken apart. */
export interface ManifestName {
  readonly file: string
  /** Whether it lists the tag files, and not the payload. */
  readonly isOfTags: boolean
  /** As it stands in the name, in small letters. */
  readonly algorithmName: string
  /** Null: it is none that is known here. */
  readonly algorithm: DigestAlgorithm | null
}

/** A line of a manifest. */
export interface ManifestEntry {
  readonly line: number
  /** Lower-case hex. */
  readonly digest: string
  /** Not decoded, without `*` and `./` before it. */
  readonly written: string
  /** `*`, as `md5sum` writes it for bytes. */
  readonly hasStar: boolean
  readonly hasDot: boolean
}

export interface ReadManifest {
  readonly entries: readonly ManifestEntry[]
  /** Numbers of lines that are no digest and path. */
  readonly badLines: readonly number[]
}

/** Null: the file is no manifest. */
export function manifestName(file: string): ManifestName | null {
  const found = /^(tag)?manifest-([A-Za-z0-9]+)\.txt$/.exec(file)
  const algorithmName = found?.[2]?.toLowerCase()
  if (algorithmName === undefined) return null
  return {
    file,
    isOfTags: found?.[1] !== undefined,
    algorithmName,
    algorithm: algorithms.get(algorithmName) ?? null,
  }
}

/** Names in small letters without signs (RFC 8493, 2.4). */
const algorithms: ReadonlyMap<string, DigestAlgorithm> = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha224', 'sha224'],
  ['sha256', 'sha256'],
  ['sha384', 'sha384'],
  ['sha512', 'sha512'],
  ['sha512256', 'sha512/256'],
  ['blake2b512', 'blake2b-512'],
])

/** The digest, space, perhaps a star, and the path (RFC 8493, 2.1.3 and 6.1.3). */
const entryLine = /^([0-9A-Fa-f]{8,})[ \t]+(\*?)((?:\.\/)*)(.+)$/s

export function readManifest(text: string): ReadManifest {
  const entries: ManifestEntry[] = []
  const badLines: number[] = []
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue
    const found = line.length > longestLine ? null : entryLine.exec(line)
    const [, digest = '', star, dots, written = ''] = found ?? []
    if (found === null) badLines.push(index + 1)
    else
      entries.push({
        line: index + 1,
        digest: digest.toLowerCase(),
        written,
        hasStar: star !== '',
        hasDot: dots !== '',
      })
  }
  return { entries, badLines }
}

/** Lines in the order in which the digests are given. */
export function writeManifest(digests: Iterable<readonly [path: string, digest: string]>): string {
  return [...digests].map(([path, digest]) => `${digest}  ${encodePath(path)}\n`).join('')
}
