import { createHash } from 'node:crypto'
import type { EditionFiles } from '../archive/edition.ts'
import { withCrate } from '../archive/ro-crate/crate.ts'
import { byCodeUnit } from '../archive/vault.ts'
import { auditText } from '../audit.ts'
import { pathIn } from '../base/path.ts'
import { handOn, Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { recording, type Source, type SourceBytes } from '../base/world.ts'
import type { Request } from '../build.ts'
import { layoutAsJson, passagesAsJson } from '../compare/passages-json.ts'
import { asWritten, buildOutputs, type Copy } from '../outputs/build-outputs.ts'
import { passagesOf } from '../passages.ts'
import { pagesOfPassages } from '../passages-on-pages.ts'
import { openWorkshop } from '../read.ts'
import { asFile } from './as-file.ts'
import { buildFacts, type Toolchain } from './build-facts.ts'
import { checkFacts } from './check-facts.ts'
import { declaredFonts, fontFiles } from './fonts.ts'
import { folderPath, namingProblem } from './names.ts'
import { type EditionName, type PdfFact, recordOf, recordPath } from './record.ts'
import { renderFile, renderPath } from './render-file.ts'
import { layoutName, passagesName } from './state.ts'
import { textsOf } from './texts.ts'
import { validationOf } from './validation.ts'

/** What the public gets, and all that it was made of, as files by their paths. */
export interface Edition extends EditionFiles {
  readonly copies: readonly Copy[]
}

export interface EditionSettings extends EditionName {
  /** Whether the files of fonts from packages are kept as well: without them who rebuilds it gets them from there. */
  readonly withFonts: boolean
  /** Whether an edition may have warnings; they are kept with it. */
  readonly acceptsWarnings: boolean
  readonly tools: Toolchain
}

/**
 * Builds the release of a publication, all its outputs, and gathers what belongs to it. Errors refuse it, and so do
 * warnings unless they are accepted, a draft and a text that is not read back as it was written: null. The same sources,
 * settings and tools give the same files, whenever, wherever and by whomever they are made.
 */
export function editionOf(
  request: Request,
  settings: EditionSettings,
  source: Source,
  report: Report,
): Edition | null {
  const { path } = request
  const asked = path.startsWith('/') ? request : { ...request, path: pathIn('', path) }
  const read = recording(source)
  const found = new Report()
  const copies = release(asked, settings, read, found)
  handOn(found.diagnostics, report)
  if (copies === null || found.failed) return null
  const declared = declaredFonts(source)
  const isFont = ({ path }: SourceBytes) => declared.some(({ file }) => file === path)
  const sources = read.log.filter((one) => !isFont(one))
  checkNames(sources, report)
  if (copies[0] !== undefined) checkFacts(copies[0].publication, settings, report)
  if (report.failed) return null
  const fonts = fontFiles(inOrder(read.log.filter(isFont)), declared, source, settings.withFonts)
  const files = [
    ...gather(asked, settings, copies, found, source),
    ...sources.map(({ path, bytes }) => [`source/${folderPath(path)}`, bytes] as const),
    ...fonts,
  ]
  return { copies, files: withCrate(new Map(files)) }
}

/** All copies of a publication in which nothing is wrong; null after a finding. */
function release(
  request: Request,
  { acceptsWarnings }: EditionSettings,
  source: Source,
  report: Report,
): readonly Copy[] | null {
  const place = wholeFile(request.path)
  if (request.isDraft) {
    const hint = 'translate what is missing, and leave out `--draft`'
    report.error('archive/draft', 'a draft is no edition', place, hint)
    return null
  }
  // Its own, so that every font is read here, and known to belong to the edition.
  const workshop = openWorkshop(source, report)
  const copies = buildOutputs(request, asWritten, source, workshop, report)
  if (copies === null) return null
  for (const { print, bytes, manuscript } of copies) if (print === null) auditText(bytes, manuscript, report)
  const warnings = report.diagnostics.filter(({ severity }) => severity === 'warning').length
  if (warnings > 0 && !acceptsWarnings && !report.failed) {
    const message = `an edition has no warnings, and this one has ${warnings}`
    const hint = 'mend what they say; where that cannot be, `--accept-warnings` keeps them with the edition'
    report.error('archive/not-clean', message, place, hint)
  }
  return report.failed ? null : copies
}

/** A name that could not be given back as a file, or as another one. */
function checkNames(sources: readonly SourceBytes[], report: Report): void {
  for (const { path } of sources) {
    const problem = namingProblem(path)
    if (problem === null) continue
    const message = `the file name \`${visible(path)}\` ${problem}`
    const hint = 'give the publication by its path in the project, and rename files with odd names'
    report.error('archive/unsafe-name', message, wholeFile(visible(path)), hint)
  }
}

/** All but sources and fonts. */
function gather(
  request: Request,
  settings: EditionSettings,
  copies: readonly Copy[],
  found: Report,
  source: Source,
): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const pdfs = copies.map(
    (copy): PdfFact => ({ path: `pdf/${copy.file}`, bytes: copy.bytes, sha512: sha512(copy.bytes), copy }),
  )
  const [main] = copies
  if (main === undefined) throw new Error('a publication has a copy for reading')
  const expected = new Map(pdfs.map(({ path, sha512: digest }) => [path, digest]))
  return [
    [recordPath, asFile(recordOf(settings, main.publication, pdfs, request.profile))],
    [renderPath, renderFile(request, expected)],
    ['build/tools.json', asFile(buildFacts(settings.tools, source))],
    ['validation/checks.json', asFile(validationOf(pdfs, request.profile, found))],
    ...pdfs.map(({ path, bytes }) => [path, bytes] as const),
    ...textFiles(copies),
  ]
}

/**
 * The text of each file that is read, by language, and the passages as they are compared with those of other editions: of
 * the publication itself, of other files in folders of their own.
 */
function textFiles(copies: readonly Copy[]): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const known = new Set<string>()
  return copies.flatMap((copy, index) => {
    const { path } = copy.publication.file
    // Another layout of a file says the same.
    if (copy.print !== null || known.has(path)) return []
    known.add(path)
    return textsIn(copy, index === 0 ? 'text/' : `text/${copy.publication.name}/`)
  })
}

function textsIn({ bytes, manuscript, publication, laid }: Copy, folder: string) {
  const texts = [...textsOf(bytes, manuscript)].map(([lang, text]) => [`${lang}.txt`, text] as const)
  const files = [
    ...texts,
    [passagesName, passagesAsJson(passagesOf(publication))] as const,
    [layoutName, layoutAsJson(pagesOfPassages(laid))] as const,
  ]
  return files.map(([name, text]) => [folder + name, new TextEncoder().encode(text)] as const)
}

function inOrder(files: readonly SourceBytes[]): readonly SourceBytes[] {
  return [...files].sort((a, b) => byCodeUnit(a.path, b.path))
}

export function sha512(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex')
}
