import { visible } from '../../base/visible.ts'
import { type BagElement, readElements } from './bag-info.ts'
import { assumed, type Declaration, declarationName, readDeclaration } from './declaration.ts'
import type { BagExamination } from './examination.ts'
import { type ManifestName, manifestName, type ReadManifest, readManifest } from './manifest.ts'
import { linesOf, longestLine, tagText } from './tag-text.ts'

/** Bytes of a tag file: a manifest of a million files has no more. It is read as a whole, before anything is known of it. */
const largestTagFile = 256 * 1024 * 1024

/** Bytes of `bagit.txt`: two short lines. */
const largestDeclaration = 4096

/** Some twenty digests are registered (RFC 6920, 9.4). Each manifest is compared with each file. */
const mostManifests = 48

export interface Manifest extends ManifestName, ReadManifest {}

/** A line of `fetch.txt`: the path is not decoded. */
export interface Fetch {
  readonly line: number
  readonly written: string
}

/** What a bag says of itself and its files, as far as it can be read. */
export interface TagFiles extends Pick<Declaration, 'version' | 'encoding'> {
  readonly manifests: readonly Manifest[]
  readonly elements: readonly BagElement[]
  /** Null: there is no `fetch.txt`. */
  readonly fetches: readonly Fetch[] | null
}

/** Reads the tag files that the format names, and says what is wrong with them as texts. */
export function readTagFiles(found: BagExamination): TagFiles {
  const { version, encoding } = declarationOf(found)
  const names = [...found.files].map(manifestName).filter((name) => name !== null)
  if (names.length > mostManifests) found.error('form', '', `has more than ${mostManifests} manifests`)
  const manifests = names.slice(0, mostManifests).flatMap((name): Manifest[] => {
    const text = textOf(name.file, encoding, found)
    if (text === null) return []
    const read = readManifest(text)
    sayBadLines(name.file, read.badLines, 'a digest and a path', found)
    return [{ ...name, ...read }]
  })
  return {
    version,
    encoding,
    manifests,
    elements: elementsOf(encoding, found),
    fetches: fetchesOf(encoding, found),
  }
}

function declarationOf(found: BagExamination): Declaration {
  const bytes = isSmall(declarationName, largestDeclaration, found) ? found.read(declarationName) : null
  if (!found.files.has(declarationName)) found.error('declaration', declarationName, 'is missing')
  if (bytes === null) return assumed
  const read = readDeclaration(bytes)
  for (const problem of read.problems) found.error('declaration', declarationName, visible(problem))
  return read
}

/** The name of the drafts before 0.96 is read in any version: what says more of a bag breaks none. */
const infoNames = ['bag-info.txt', 'package-info.txt'] as const

/** The file that describes the bag; null: there is none. */
export function infoFile({ files }: Pick<BagExamination, 'files'>): string | null {
  return infoNames.find((known) => files.has(known)) ?? null
}

function elementsOf(encoding: string, found: BagExamination): readonly BagElement[] {
  const name = infoFile(found)
  const text = name === null ? null : textOf(name, encoding, found)
  if (name === null || text === null) return []
  const { elements, problems } = readElements(text)
  for (const problem of problems) found.error('form', name, problem)
  return elements
}

const fetchName = 'fetch.txt'

/** The address, a length or `-`, and the path (RFC 8493, 2.2.3). */
const fetchLine = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/s

function fetchesOf(encoding: string, found: BagExamination): readonly Fetch[] | null {
  if (!found.files.has(fetchName)) return null
  const lines = linesOf(textOf(fetchName, encoding, found) ?? '')
  const fetches = lines.flatMap((text, index): Fetch[] => {
    const written = text.length > longestLine ? undefined : fetchLine.exec(text)?.[1]
    return written === undefined ? [] : [{ line: index + 1, written }]
  })
  const good = new Set(fetches.map(({ line }) => line))
  const bad = lines.map((_, index) => index + 1).filter((line) => !good.has(line))
  sayBadLines(fetchName, bad, 'an address, a length and a path', found)
  return fetches
}

function textOf(path: string, encoding: string, found: BagExamination): string | null {
  const bytes = isSmall(path, largestTagFile, found) ? found.read(path) : null
  if (bytes === null) return null
  const read = tagText(bytes, encoding)
  if (read.ok) return read.text
  found.error('form', path, read.problem)
  return null
}

function isSmall(path: string, limit: number, found: BagExamination): boolean {
  const size = found.files.has(path) ? found.size(path) : null
  if (size !== null && size > limit) found.error('form', path, `is larger than ${limit} bytes`)
  return size !== null && size <= limit
}

function sayBadLines(path: string, lines: readonly number[], what: string, found: BagExamination): void {
  const [first, ...others] = lines
  if (first === undefined) return
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  found.error('form', path, `line ${first} is not ${what}${more}`)
}

/** Whether a tag file is one that is read here, by its name. */
export function isKnownTagFile(path: string): boolean {
  const known: readonly string[] = [declarationName, fetchName, ...infoNames]
  return known.includes(path) || manifestName(path) !== null
}
