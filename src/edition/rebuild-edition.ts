import type { EditionFiles } from '../archive/edition.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'
import { producer } from '../describe.ts'
import { asWritten, buildOutputs, type Copy } from '../outputs/build-outputs.ts'
import { openWorkshop } from '../read.ts'
import { type Toolchain, toolsIn } from './build-facts.ts'
import { compareFiles, type Verdict } from './compare-files.ts'
import { sha512 } from './edition.ts'
import { declaredFonts, fontListPath, type ListedFont, readFontList, sha256 } from './fonts.ts'
import { behind, memorySource } from './memory-source.ts'
import { sourcePath } from './names.ts'
import { type RenderFile, readRenderFile, renderPath } from './render-file.ts'

/** What came of a file of an edition; `missing`: it was not made again; `new`: the edition did not have it. */
export interface RebuiltFile {
  /** In the edition. */
  readonly path: string
  readonly verdict: Verdict | { readonly kind: 'missing' } | { readonly kind: 'new' }
}

export interface RebuiltEdition {
  readonly files: readonly RebuiltFile[]
  /** Names and versions of the program that made the edition, and of this one. */
  readonly program: { readonly before: string; readonly now: string }
  /** What ran the program then; null: the edition does not say. */
  readonly tools: Toolchain | null
}

const sourceFolder = 'source/'

/**
 * Makes an edition again from its own sources with its own settings, and compares every PDF. Fonts come from the edition,
 * or else by the digest of its list from `fonts`; nothing else is read from outside. Null after a finding; `name` is what
 * the edition is called there.
 */
export function rebuildEdition(
  { files }: EditionFiles,
  name: string,
  fonts: Source,
  report: Report,
): RebuiltEdition | null {
  const rendered = readRendered(files, name, report)
  if (rendered === null) return null
  checkStored(files, rendered, name, report)
  const source = sourceOf(files, name, fonts, report)
  if (source === null || report.failed) return null
  const found = new Report()
  const workshop = openWorkshop(source, found)
  const copies = buildOutputs(rendered.request, asWritten, source, workshop, found)
  handOnErrors(found, report)
  if (copies === null || found.failed) return null
  const compared = compare(files, rendered, copies, name, report)
  return (
    compared && {
      files: compared,
      program: { before: rendered.program, now: producer },
      tools: toolsIn(files.get('build/tools.json')),
    }
  )
}

function readRendered(files: EditionFiles['files'], name: string, report: Report): RenderFile | null {
  const bytes = files.get(renderPath)
  const read = bytes === undefined ? 'is not there' : readRenderFile(bytes)
  if (typeof read !== 'string') return read
  const message = `\`${renderPath}\` of ${name} ${read}`
  const hint = 'verify the archive: the file may be damaged, or be from a later version of this program'
  report.error('archive/no-rendering', message, wholeFile(name), hint)
  return null
}

/** The PDFs that are stored must be those that were made. */
function checkStored(files: EditionFiles['files'], rendered: RenderFile, name: string, report: Report): void {
  for (const [path, digest] of rendered.expected) {
    const bytes = files.get(path)
    if (bytes !== undefined && sha512(bytes) === digest) continue
    const what = bytes === undefined ? 'is missing' : 'is not what was made then: its SHA-512 differs'
    const hint = 'verify the archive, and take the file from another copy of it'
    report.error(
      'archive/damaged-source',
      `\`${path}\` of ${name} ${what}`,
      wholeFile(`${name}/${path}`),
      hint,
    )
  }
}

/** The stored sources and fonts, and behind them fonts from packages. */
function sourceOf(files: EditionFiles['files'], name: string, fonts: Source, report: Report): Source | null {
  const held = new Map<string, Uint8Array>()
  for (const [path, bytes] of files)
    if (path.startsWith(sourceFolder)) held.set(sourcePath(path.slice(sourceFolder.length)), bytes)
  const bytes = files.get(fontListPath)
  const list = bytes === undefined ? null : readFontList(bytes)
  if (list === null) {
    const message = `\`${fontListPath}\` of ${name} is missing or not of its form`
    report.error(
      'archive/no-rendering',
      message,
      wholeFile(name),
      'verify the archive: the file may be damaged',
    )
    return null
  }
  for (const { file, stored } of list) {
    const font = stored === null ? undefined : files.get(stored)
    if (font !== undefined) held.set(file, font)
  }
  const source = memorySource(held)
  const declared = new Set(declaredFonts(source).map(({ file }) => file))
  return behind(source, checked(fonts, list, name, report), (path) => declared.has(path))
}

/** Fonts from outside; one that is not the edition's is used all the same, and said. */
function checked(fonts: Source, list: readonly ListedFont[], name: string, report: Report): Source {
  const digests = new Map(list.map(({ file, sha256: digest }) => [file, digest]))
  return {
    read(path, limit) {
      const read = fonts.read(path, limit)
      if (read.ok && digests.has(path) && digests.get(path) !== sha256(read.bytes)) {
        const message = `the font \`${path}\` that is installed is another than that of ${name}`
        const hint = 'install the version of the package that `fonts/fonts.json` names'
        report.warning('archive/other-font', message, wholeFile(path), hint)
      }
      return read
    },
    list: (folder) => fonts.list(folder),
  }
}

/** Only errors keep the edition from being made; of warnings it had those that were accepted then. */
function handOnErrors(found: Report, report: Report): void {
  for (const { severity, code, message, span, hints } of found.diagnostics) {
    const [first = '', ...others] = hints
    if (severity === 'error') report.error(code, message, span, first, ...others)
  }
}

function compare(
  files: EditionFiles['files'],
  { expected }: RenderFile,
  copies: readonly Copy[],
  name: string,
  report: Report,
): readonly RebuiltFile[] | null {
  const made = new Map(copies.map(({ file, bytes }) => [`pdf/${file}`, bytes]))
  const compared: RebuiltFile[] = []
  for (const path of new Set([...expected.keys(), ...made.keys()])) {
    const [stored, again] = [files.get(path), made.get(path)]
    if (again === undefined) compared.push({ path, verdict: { kind: 'missing' } })
    else if (stored === undefined) compared.push({ path, verdict: { kind: 'new' } })
    else {
      const verdict = compareFiles(stored, again)
      if (verdict !== null) compared.push({ path, verdict })
      else {
        const message = `\`${path}\` of ${name} has objects that no PDF of this program has`
        report.error('archive/not-readable', message, wholeFile(`${name}/${path}`), 'verify the archive')
      }
    }
  }
  return report.failed ? null : compared
}
