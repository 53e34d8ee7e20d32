import type { Lang } from '../base/lang.ts'
import { folderOf } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import { type BookFile, readBook } from './book.ts'
import { readDate } from './dates.ts'
import { readLanguages } from './languages.ts'
import type { Passage, Use } from './passages.ts'
import { readPath } from './paths.ts'
import type { LayoutName, Notices, Publication, Text, ThemePath } from './publication.ts'
import { chapterSchema, publicationSchema, type WrittenPublication } from './schema.ts'
import type { WrittenText } from './schema-values.ts'
import { settleBlocks } from './settle.ts'
import { readOptionalText, readText, type TextSettings } from './texts.ts'
import type { Loaded, YamlScalar } from './yaml-node.ts'

export interface ValidateSettings {
  /** The stem of the output's name. */
  readonly name: string
  /** The languages to print; null: those that the file names. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
}

/**
 * Checks what an author wrote and makes the publication of it; `chapters` are the files that it names, null for one
 * that could not be read. One run reports all that is wrong; what is wrong is left out. Null when not even the
 * languages can be read.
 */
export function validate(
  loaded: Loaded,
  settings: ValidateSettings,
  report: Report,
  chapters: readonly (Loaded | null)[] = [],
): Publication | null {
  const before = report.diagnostics.length
  const written = settleBlocks(publicationSchema, loaded, { title: noTitle(loaded) }, report)
  if (written === null) return null
  checkBlocks(written, loaded, report)
  const isWhole = report.diagnostics.length === before
  const languages = readLanguages(written, loaded, settings.languages, report)
  if (languages === null || languages.printed.length === 0) return null
  const needed = languages.printed.map((language) => language.tag)
  const { isDraft } = settings
  const textSettings = { ...languages.known, needed, only: null, isDraft, mayBeBlank: false }
  const front = readFront(written, textSettings, report)
  const notices = readNotices(written, textSettings, report)
  const own: BookFile = { loaded, written: { ...written, blocks: written.blocks ?? [] }, isWhole }
  const files = [own, ...chapters.flatMap((chapter) => readChapter(chapter, report))]
  const passages = [...passagesIn(front, 'bare'), ...passagesIn(notices, 'aside')]
  const isPartial = files.length <= chapters.length
  return {
    name: settings.name,
    file: loaded.file,
    layout: readLayout(written, loaded),
    theme: readTheme(written, loaded, report),
    languages: languages.printed,
    isDefault: languages.isDefault,
    isDraft,
    prevailing: languages.prevailing,
    ...front,
    date: written.date === undefined ? null : readDate(written.date, languages.known.declared, report),
    notices,
    ...readBook(files, { ...textSettings, isPartial, front: passages }, report),
  }
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
function readTheme({ theme }: WrittenPublication, { file }: Loaded, report: Report): ThemePath | null {
  const path = theme === undefined ? null : readPath(folderOf(file.path), theme, report)
  return theme === undefined || path === null ? null : { path, span: theme.span }
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
