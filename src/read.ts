import { pathIn } from './base/path.ts'
import { Report } from './base/report.ts'
import { type SourceFile, type Span, wholeFile } from './base/span.ts'
import { namesIn, type Read, type ReadProblem, type Source, type Unread } from './base/world.ts'
import { Allowance } from './content/allowance.ts'
import type { NamedFile } from './content/chapter-files.ts'
import { readRows } from './content/data/read-rows.ts'
import type { Rows } from './content/data/rows.ts'
import { withoutBadCharacters } from './content/decode.ts'
import { type Keeping, keepingIn } from './content/keeping.ts'
import { contentLimit, dataLimit } from './content/limits.ts'
import { load } from './content/load.ts'
import { type Output, outputsIn, readingOutput } from './content/outputs.ts'
import type { Loaded } from './content/yaml-node.ts'
import type { Face } from './text/face.ts'
import { type FaceDeclaration, readFonts } from './text/fonts.ts'
import { openFace } from './text/open-face.ts'
import { type Workshop, workshop } from './text/workshop.ts'

/** A layout or theme is written by hand: a megabyte of it is a mistake. */
const layoutLimit = 1024 * 1024
/** The largest CJK faces have about 30 MB. */
const fontLimit = 64 * 1024 * 1024

/**
 * Reads a YAML file; null after a finding. `named` is where an author named it, where one did; files of one publication
 * share an allowance.
 */
export function readYaml(
  path: string,
  source: Source,
  report: Report,
  named: Span = wholeFile(path),
  allowance: Allowance = new Allowance(),
): Loaded | null {
  const bytes = bytesOf(source.read(path, contentLimit), named, report)
  return bytes && load(path, bytes, report, allowance)
}

/** Whether a YAML file is a publication by itself: it says its languages, and is no pattern for the rows of a table. */
export function isPublication(path: string, source: Source): boolean {
  const read = source.read(path, contentLimit)
  if (!read.ok) return false
  const text = Buffer.from(read.bytes).toString('utf8')
  return /^languages[ \t]*:/m.test(text) && !/^rows[ \t]*:/m.test(text)
}

/** What is made of a publication's file, its findings left to the build; nothing else than itself where it does not say. */
export function namedOutputs(path: string, source: Source): readonly Output[] {
  const read = source.read(path, contentLimit)
  const says = read.ok && /^outputs[ \t]*:/m.test(Buffer.from(read.bytes).toString('utf8'))
  const loaded = says ? readYaml(path, source, new Report()) : null
  return loaded === null ? [readingOutput(wholeFile(path))] : outputsIn(loaded)
}

export type { Keeping } from './content/keeping.ts'

/** Where the editions of a publication's file are kept, its findings left to the build. */
export function namedKeeping(path: string, source: Source): Keeping {
  const loaded = readYaml(path, source, new Report())
  return loaded === null ? { archive: null, id: null } : keepingIn(loaded)
}

/** Reads a file of data that an author named; null after a finding. */
export function readData({ path, span }: NamedFile, source: Source, report: Report): Rows | null {
  const bytes = bytesOf(source.read(path, dataLimit), span, report)
  return bytes && readRows(path, bytes, report)
}

/** Opens the files that a theme imports, by their path relative to the file that names them. */
export function openImports(
  source: Source,
  report: Report,
): (path: string, from: SourceFile, span: Span) => SourceFile | null {
  return (path, from, span) => readText(beside(from.path, path), source, report, span)
}

/** The path of a file that another one names; one that leads out of the project does so still. */
function beside(from: string, path: string): string {
  if (path.startsWith('npm:') || path.startsWith('/')) return path
  const [, scheme = '', folder = ''] = /^([a-z]+:)?(.*\/)?[^/]*$/.exec(from) ?? []
  return scheme + pathIn(folder, path)
}

/** Where fonts are declared: in the project, else by this program. */
export function fontsPath(source: Source): string {
  return namesIn(source, 'fonts/').includes('fonts.yaml') ? 'fonts/fonts.yaml' : 'bifolio:fonts/fonts.yaml'
}

/** Gives the workshop for the fonts that a source declares. */
export type OpenWorkshop = (source: Source, report: Report) => Workshop

/** A workshop with the declared fonts; faces are opened when a text first needs them. */
export function openWorkshop(source: Source, report: Report): Workshop {
  const path = fontsPath(source)
  const loaded = readYaml(path, source, report)
  return workshop(
    loaded ? readFonts(loaded, report) : [],
    (declaration, faceReport) => openDeclared(declaration, source, faceReport),
    loaded?.root.span ?? wholeFile(path),
  )
}

/** Opens workshops, but keeps the last one for as long as the declarations are the same: for who builds often. */
export function keepWorkshop(): OpenWorkshop {
  let kept: { readonly declarations: Uint8Array; readonly workshop: Workshop } | null = null
  return (source, report) => {
    const read = source.read(fontsPath(source), contentLimit)
    if (kept && read.ok && Buffer.compare(read.bytes, kept.declarations) === 0) return kept.workshop
    const opened = openWorkshop(source, report)
    kept = read.ok && !report.failed ? { declarations: read.bytes, workshop: opened } : null
    return opened
  }
}

function openDeclared(declaration: FaceDeclaration, source: Source, report: Report): Face | null {
  const read = source.read(declaration.file, fontLimit)
  if (!read.ok) {
    const hint =
      read.problem === 'missing' ? 'install the package, or correct the path' : readHints[read.problem]
    report.error(
      'fonts/unreadable',
      `the font file \`${declaration.file}\` cannot be read: ${read.detail}`,
      declaration.span,
      hint,
    )
    return null
  }
  const face = openFace(read.bytes, declaration.family)
  if (typeof face !== 'string') {
    const restriction = face.program?.restriction ?? null
    if (restriction === null) return face
    report.error(
      'fonts/restricted',
      `the font \`${declaration.family}\` may not stand in a PDF: ${restriction}`,
      declaration.span,
      'declare another one, or get the edition of it whose licence allows it',
    )
    return null
  }
  report.error(
    'fonts/broken',
    `the font file \`${declaration.file}\` cannot be used: ${face}`,
    declaration.span,
    'fetch the file again, or declare another: a whole TrueType font, a .ttf file',
  )
  return null
}

/** Reads a text file; `named` is where an author named it, where one did. */
export function readText(
  path: string,
  source: Source,
  report: Report,
  named: Span = wholeFile(path),
): SourceFile | null {
  const bytes = bytesOf(source.read(path, layoutLimit), named, report)
  if (!bytes) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return withoutBadCharacters({ path, text }, report)
  } catch {
    report.error('read/encoding', `\`${path}\` is not UTF-8`, wholeFile(path), 'save it as UTF-8')
    return null
  }
}

function bytesOf(read: Read, named: Span, report: Report): Uint8Array | null {
  if (read.ok) return read.bytes
  reportUnread(read, named, report)
  return null
}

/** Says why something cannot be read. */
export function reportUnread({ path, problem, detail }: Unread, named: Span, report: Report): void {
  report.error(readCodes[problem], `\`${path}\` cannot be read: ${detail}`, named, readHints[problem])
}

const readCodes: Readonly<Record<ReadProblem, `read/${ReadProblem}`>> = {
  missing: 'read/missing',
  outside: 'read/outside',
  special: 'read/special',
  large: 'read/large',
  name: 'read/name',
  unreadable: 'read/unreadable',
}

const readHints: Readonly<Record<ReadProblem, string>> = {
  missing: 'check the name and the folder',
  outside: 'copy it into the project',
  special: 'name a file',
  large: 'check that it is the right file, or make it smaller',
  name: 'rename it: letters, digits and hyphens are safe everywhere',
  unreadable: 'check that you may read it',
}
