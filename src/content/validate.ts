import type { Lang, PerLanguage } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { folderOf } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import { type BookFile, readBook } from './book.ts'
import type { NamedFile } from './chapter-files.ts'
import type { Row, Rows } from './data/rows.ts'
import { readDate } from './dates.ts'
import { readLanguages } from './languages.ts'
import { readOutputs } from './outputs.ts'
import type { Passage, Use } from './passages.ts'
import { readPath } from './paths.ts'
import type { LayoutName, Notices, Publication, PublicationDate, Text, ThemePath } from './publication.ts'
import { readImprint } from './read-imprint.ts'
import { chapterSchema, publicationSchema, type WrittenPublication } from './schema.ts'
import type { WrittenText } from './schema-values.ts'
import { settleBlocks } from './settle.ts'
import { filesOfData } from './sheet/files.ts'
import { fillScalar, sheetRow } from './sheet/fill.ts'
import { readLink } from './sheet/link.ts'
import { openSheet } from './sheet/open-sheet.ts'
import { readRemarks } from './sheet/remarks.ts'
import { readOptionalText, readText, spanOfText, type TextSettings } from './texts.ts'
import type { Loaded, YamlScalar } from './yaml-node.ts'

export interface ValidateSettings {
  /** The stem of the output's name. */
  readonly name: string
  /** The languages to print; null: those that the file names. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
  /** The row of data that a pattern is filled with; null: what is read is a publication as it stands. */
  readonly row: Row | null
  /** Units to be marked as changed, in each language; null, as where it is left out: none. */
  readonly changed?: PerLanguage<ReadonlySet<UnitId>> | null
}

/** A publication's files as the schema has them: what does not depend on languages and rows. */
export interface Settled {
  readonly loaded: Loaded
  readonly written: WrittenPublication
  readonly files: readonly BookFile[]
  /** Whether a file of it is missing. */
  readonly isPartial: boolean
}

/**
 * Checks what an author wrote and makes the publication of it; `chapters` are the files that it names, null for one
 * that could not be read, `data` those of `data:`. One run reports all that is wrong; what is wrong is left out. Null
 * when not even the languages can be read.
 */
export function validate(
  loaded: Loaded,
  settings: ValidateSettings,
  report: Report,
  chapters: readonly (Loaded | null)[] = [],
  data: ReadonlyMap<string, Rows | null> = new Map(),
): Publication | null {
  const settled = settlePublication(loaded, chapters, report)
  return settled && publish(settled, settings, data, report)
}

/** The first half of it, which is the same for all languages and rows. */
export function settlePublication(
  loaded: Loaded,
  chapters: readonly (Loaded | null)[],
  report: Report,
): Settled | null {
  const before = report.diagnostics.length
  const written = settleBlocks(publicationSchema, loaded, { title: noTitle(loaded) }, report)
  if (written === null) return null
  checkBlocks(written, loaded, report)
  const isWhole = report.diagnostics.length === before
  const own: BookFile = { loaded, written: { ...written, blocks: written.blocks ?? [] }, isWhole }
  const files = [own, ...chapters.flatMap((chapter) => readChapter(chapter, report))]
  return { loaded, written, files, isPartial: files.length <= chapters.length }
}

/** The files of data that a publication names, of which `publish` wants the rows by path. */
export function dataFiles(
  { loaded, written, files }: Settled,
  row: Row | null,
  report: Report,
): readonly NamedFile[] {
  const [, ...chapters] = files
  return filesOfData([{ loaded, written }, ...chapters], row, report)
}

/** The second half: the texts in their languages, the values, with the cells of a row. */
export function publish(
  { loaded, written, files, isPartial }: Settled,
  settings: ValidateSettings,
  data: ReadonlyMap<string, Rows | null>,
  report: Report,
): Publication | null {
  if (!hasItsRow(written, settings, report)) return null
  const languages = readLanguages(written, loaded, settings.languages, report)
  if (languages === null || languages.printed.length === 0) return null
  const needed = languages.printed.map((language) => language.tag)
  const { isDraft } = settings
  const row = settings.row && sheetRow(settings.row)
  const textSettings = { ...languages.known, needed, only: null, isDraft, mayBeBlank: false, row }
  const front = readFront(written, textSettings, report)
  const notices = readNotices(written, textSettings, report)
  const isbnWords = written.isbn === undefined ? null : spanOfText(written.isbn)
  const imprint = readImprint(written.imprint, isbnWords, textSettings, report)
  const sheet = openSheet(written.indicators, files, isPartial, data, textSettings, report)
  const { withdrawn, legalDeposit } = imprint
  const bare = { ...front, withdrawn, legalDeposit }
  const texts = [...passagesIn(bare, 'bare'), ...passagesIn(notices, 'aside')]
  const book = readBook(files, { ...textSettings, isPartial, front: texts, sheet }, report)
  return {
    name: settings.name,
    file: loaded.file,
    layout: readLayout(written, loaded),
    theme: readTheme(written, loaded, textSettings, report),
    languages: languages.printed,
    isDefault: languages.isDefault,
    isDraft,
    changed: settings.changed ?? null,
    prevailing: languages.prevailing,
    ...front,
    imprint,
    date: readDateOf(written, textSettings, report),
    notices,
    ...book,
    link: readLink(written.link, textSettings, report),
    remarks: readRemarks(written.remarks ?? [], sheet.drawing.hasGaps, textSettings, report),
    charts: sheet.drawing.charts,
    fit: written.fit === undefined ? null : { pages: Number(written.fit.text), span: written.fit.span },
    outputs: readOutputs(written.outputs, loaded, report),
  }
}

/** A pattern says nothing without a row. */
function hasItsRow({ rows }: WrittenPublication, { row }: ValidateSettings, report: Report): boolean {
  if (rows === undefined || row !== null) return true
  const message = 'the file is a pattern of a publication for each row of its data'
  report.error('content/needs-row', message, rows.span, 'build it with `bifolio batch`')
  return false
}

function readDateOf(
  { date }: WrittenPublication,
  settings: TextSettings,
  report: Report,
): PublicationDate | null {
  const filled = date === undefined ? null : fillScalar(date, settings.row, 'bare', report)
  return filled && readDate(filled, settings.declared, report)
}

function readChapter(loaded: Loaded | null, report: Report): readonly BookFile[] {
  if (loaded === null) return []
  const before = report.diagnostics.length
  const written = settleBlocks(chapterSchema, loaded, { blocks: [] }, report)
  return written === null ? [] : [{ loaded, written, isWhole: report.diagnostics.length === before }]
}

/** A publication has blocks of its own, or files of them. */
function checkBlocks(written: WrittenPublication, { file, root }: Loaded, report: Report): void {
  if (written.blocks !== undefined || written.chapters !== undefined) return
  const isWrong = root.kind === 'map' && (root.entries.has('blocks') || root.entries.has('chapters'))
  if (isWrong && report.failed) return
  const hint = 'write it as in `blocks: [{ paragraph: { en: Water, zh-Hans: 水 } }]`'
  report.error('content/missing-key', '`blocks` is missing', { file, start: 0, end: 0 }, hint)
}

function readLayout({ layout }: WrittenPublication, { file }: Loaded): LayoutName {
  return layout === undefined
    ? { name: 'booklet', span: { file, start: 0, end: 0 } }
    : { name: layout.text, span: layout.span }
}

/** A theme lies beside its publication's file. */
function readTheme(
  { theme }: WrittenPublication,
  { file }: Loaded,
  { row }: TextSettings,
  report: Report,
): ThemePath | null {
  const filled = theme === undefined ? null : fillScalar(theme, row, 'bare', report)
  const path = filled && readPath(folderOf(file.path), filled, report)
  return filled === null || path === null ? null : { path, span: filled.span }
}

function readFront(written: WrittenPublication, settings: TextSettings, report: Report) {
  const text = (one: WrittenText | undefined): Text | null => readOptionalText(one, settings, report)
  return {
    title: readText(written.title, settings, report),
    subtitle: text(written.subtitle),
    series: text(written.series),
    issuer: text(written.issuer),
    place: text(written.place),
    edition: text(written.edition),
    source: text(written.source),
    rights: text(written.rights),
    contact: text(written.contact),
    typefaces: text(written.typefaces),
    isbn: text(written.isbn),
  }
}

function readNotices({ notices }: WrittenPublication, settings: TextSettings, report: Report): Notices {
  return {
    prevailing: readOptionalText(notices?.prevailing, settings, report),
    translation: readOptionalText(notices?.translation, settings, report),
    attribution: readOptionalText(notices?.attribution, settings, report),
  }
}

function passagesIn(texts: object, use: Use): readonly Passage[] {
  return Object.values<Text | null>({ ...texts }).flatMap((text) => (text === null ? [] : [{ text, use }]))
}

/** Stands in for a title that is missing: that has been said, and need not be said again of each language. */
function noTitle({ file }: Loaded): YamlScalar {
  const span = { file, start: 0, end: 0 }
  return { kind: 'scalar', text: '…', span, places: null, isPlain: true, isNull: false }
}
