import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import { readChapters } from './blocks.ts'
import { contentsOf } from './contents.ts'
import { readDate } from './dates.ts'
import { readFigures } from './figures.ts'
import { readLanguages } from './languages.ts'
import type { Chapter, LayoutName, Notices, Publication, Text, ThemePath } from './publication.ts'
import { publicationSchema, type WrittenPublication, type WrittenText } from './schema.ts'
import { settle } from './settle.ts'
import { readOptionalText, readText, type TextSettings } from './texts.ts'
import type { Loaded, YamlNode, YamlScalar } from './yaml-node.ts'

export interface ValidateSettings {
  /** The stem of the output's name. */
  readonly name: string
  /** The languages to print; null: those that the file names. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
}

/**
 * Checks what an author wrote and makes the publication of it. One run reports all that is wrong; what is wrong is
 * left out. Null when not even the languages can be read.
 */
export function validate(loaded: Loaded, settings: ValidateSettings, report: Report): Publication | null {
  const written = settle(publicationSchema, loaded, { title: noTitle(loaded), blocks: [] }, report)
  if (written === null) return null
  const languages = readLanguages(written, loaded, settings.languages, report)
  if (languages === null || languages.printed.length === 0) return null
  const needed = languages.printed.map((language) => language.tag)
  const textSettings = { ...languages.known, needed, only: null, isDraft: settings.isDraft }
  const chapters = readChapters(written.blocks, textSettings, report)
  return {
    name: settings.name,
    file: loaded.file,
    layout: readLayout(written, loaded),
    theme: readTheme(written, loaded),
    languages: languages.printed,
    isDefault: languages.isDefault,
    isDraft: settings.isDraft,
    prevailing: languages.prevailing,
    ...readFront(written, textSettings, report),
    date: written.date === undefined ? null : readDate(written.date, languages.known.declared, report),
    notices: readNotices(written, textSettings, report),
    chapters,
    contents: contentsOf(chapters),
    figures: readFigures(
      written.figures ?? [],
      { chapters, ids: idsIn(loaded, chapters) },
      textSettings,
      report,
    ),
    terms: readTerms(written, textSettings, report),
  }
}

function readLayout({ layout }: WrittenPublication, { file }: Loaded): LayoutName {
  return layout === undefined
    ? { name: 'booklet', span: { file, start: 0, end: 0 } }
    : { name: layout.text, span: layout.span }
}

/** A theme lies beside its publication's file. */
function readTheme({ theme }: WrittenPublication, { file }: Loaded): ThemePath | null {
  if (theme === undefined) return null
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  return { path: `${folder}${theme.text}`, span: theme.span }
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

function readTerms({ terms }: WrittenPublication, settings: TextSettings, report: Report) {
  // Not every language has an abbreviation for what another abbreviates.
  const optional = { ...settings, needed: [] }
  return (terms ?? []).map((term) => ({
    text: readText(term.text, settings, report),
    abbreviation: readOptionalText(term.abbreviation, optional, report),
    note: term.note?.text ?? null,
  }))
}

/** Ids as written and as derived. */
function idsIn({ root }: Loaded, chapters: readonly Chapter[]): ReadonlySet<UnitId> {
  const ids = new Set<UnitId>()
  const blocks = childOf(root, 'blocks')
  for (const block of blocks?.kind === 'list' ? blocks.items : []) {
    const id = childOf(block, 'id')
    if (id?.kind === 'scalar') ids.add(id.text)
  }
  for (const chapter of chapters) {
    ids.add(chapter.id)
    for (const block of chapter.blocks) {
      ids.add(block.id)
      if (block.kind === 'list') for (const item of block.items) ids.add(item.id)
    }
  }
  return ids
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** Stands in for a title that is missing: that has been said, and need not be said again of each language. */
function noTitle({ file }: Loaded): YamlScalar {
  const span = { file, start: 0, end: 0 }
  return { kind: 'scalar', text: '…', span, places: null, isPlain: true, isNull: false }
}
