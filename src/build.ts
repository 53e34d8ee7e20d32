import type { Lang } from './base/lang.ts'
import type { Report } from './base/report.ts'
import type { Shelf } from './base/shelf.ts'
import { recording, type Source } from './base/world.ts'
import { Allowance } from './content/allowance.ts'
import { chapterFiles } from './content/chapter-files.ts'
import type { Publication, Text } from './content/publication.ts'
import { validate } from './content/validate.ts'
import { plain } from './document/markdown.ts'
import { parse } from './document/parse.ts'
import { structure } from './document/structure.ts'
import { template } from './document/template.ts'
import { lay } from './layout/lay.ts'
import type { Manuscript } from './layout/manuscript.ts'
import type { Laid } from './layout/page.ts'
import { type Description, type Profile, paint } from './pdf/paint.ts'
import { fontsPath, openImports, readYaml } from './read.ts'
import { readLayout, readTheme } from './read-layout.ts'
import { readPictures } from './read-pictures.ts'
import { bookmarks } from './style/bookmarks.ts'
import { boxes } from './style/boxes.ts'
import { cascade, hiddenIn } from './style/cascade.ts'
import type { Media } from './style/media.ts'
import { pageStyle } from './style/page-style.ts'
import { parseTheme } from './style/theme.ts'
import type { Workshop } from './text/workshop.ts'

/** As it stands in the PDF: name and version of this program. */
export const producer = 'Bifolio 0.1.0'

/** What is to be built, and how. */
export interface Request {
  /** Path of the publication's YAML in the project. */
  readonly path: string
  /** Stem of the output's name. */
  readonly name: string
  /** Languages to print, in order; null: those that the file prints. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
  /** What the theme's `@media` is asked for: reading on a screen, or the press. */
  readonly media: Media
  readonly profile: Profile
  /** ISO 8601 date and time for the document; null: the publication's own date. */
  readonly date: string | null
}

export interface Built {
  /** File name of the output. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly publication: Publication
  readonly manuscript: Manuscript
  readonly laid: Laid
}

/**
 * The pipeline. Each stage takes what the one before made and reports what is wrong with the author's input; a stage
 * that cannot go on gives null. With an error in the report nothing is painted.
 */
export function build(request: Request, source: Source, workshop: Workshop, report: Report): Built | null {
  const reading = recording(source)
  const publication = readPublication(request, reading, report)
  const manuscript = publication && compose(publication, request.media, reading, workshop.shelf, report)
  if (!publication || !manuscript) return null
  const laid = lay(manuscript, workshop, report)
  if (report.failed) return null
  // The workshop read it before: here it only joins the sources that the PDF embeds.
  reading.read(fontsPath(reading), Number.MAX_SAFE_INTEGER)
  const description = describe(publication, request, reading.log)
  const bytes = paint(laid, description, { profile: request.profile }, report)
  return bytes && { file: fileName(publication, request.media), bytes, publication, manuscript, laid }
}

/** YAML to a checked publication. */
export function readPublication(request: Request, source: Source, report: Report): Publication | null {
  const allowance = new Allowance()
  const loaded = readYaml(request.path, source, report, undefined, allowance)
  if (loaded === null) return null
  const chapters = chapterFiles(loaded, report).map((named) =>
    named === null || allowance.isSpent ? null : readYaml(named.path, source, report, named.span, allowance),
  )
  return validate(loaded, request, report, chapters)
}

/** A publication through its layout and theme to boxes. */
export function compose(
  publication: Publication,
  media: Media,
  source: Source,
  shelf: Shelf,
  report: Report,
): Manuscript | null {
  const look = readLook(publication, media, source, shelf, report)
  if (!look) return null
  const { layout, theme } = look
  const markup = template(publication, layout, report)
  const root = markup && parse(markup, report)
  if (!root) return null
  const styled = cascade(root, theme, report)
  const tree = boxes(styled, report)
  const languages = publication.languages.map((language) => language.tag)
  return {
    root,
    boxes: tree.root,
    running: tree.running,
    bookmarks: bookmarks(styled),
    structure: structure(root, languages),
    hidden: hiddenIn(styled),
    pictures: readPictures(root, source, report),
    languages: publication.languages,
    pageStyle: (query) => pageStyle(theme, query, styled, report),
  }
}

/** The layout and the theme of a publication: those of the last build where their files are the same. */
function readLook(publication: Publication, media: Media, source: Source, shelf: Shelf, report: Report) {
  const name = JSON.stringify([publication.layout.name, publication.theme?.path, media])
  return shelf.keep(name, source, report, (files, found) => {
    const layout = readLayout(publication.layout, files, found)
    if (!layout) return null
    const settings = { media, open: openImports(files, found) }
    return { layout, theme: parseTheme(readTheme(layout, publication, files, found), settings, found) }
  })
}

function describe(publication: Publication, request: Request, sources: Description['sources']): Description {
  const languages = publication.languages.map((language) => language.tag)
  const titles = textsIn(publication.title, languages)
  const subjects = publication.subtitle ? textsIn(publication.subtitle, languages) : new Map<Lang, string>()
  const first = languages[0] ?? 'en'
  return {
    title: joined(titles) ?? textIn(publication.title, first),
    titles,
    author: publication.issuer && textIn(publication.issuer, first),
    subject: joined(subjects),
    subjects,
    languages,
    date: request.date ?? isoDate(publication.date?.iso ?? null),
    sources,
    producer,
  }
}

/** A text in each language that it has. */
function textsIn(text: Text, languages: readonly Lang[]): ReadonlyMap<Lang, string> {
  const spoken = languages.filter((lang) => text.versions.has(lang))
  return new Map(spoken.map((lang) => [lang, textIn(text, lang)]))
}

/** For readers that show one text only: all versions, the same words once. */
function joined(texts: ReadonlyMap<Lang, string>): string | null {
  return texts.size === 0 ? null : [...new Set(texts.values())].join(' · ')
}

function textIn(text: Text, lang: Lang): string {
  const leaf = text.versions.get(lang) ?? [...text.versions.values()][0]
  return leaf
    ? plain(leaf)
        .replace(/\u200b/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

/** The start of the day, month or year that a publication is dated; of 2000 where it has no date: never the clock. */
function isoDate(date: string | null): string {
  const [year = '2000', month = '01', day = '01'] = date?.split('-') ?? []
  return `${year}-${month}-${day}T00:00:00Z`
}

/** What is printed otherwise than usual stands in the name, so that no copy replaces another. */
function fileName(publication: Publication, media: Media): string {
  const languages = publication.isDefault
    ? ''
    : `.${publication.languages.map((language) => language.tag).join('+')}`
  const draft = publication.isDraft ? '.draft' : ''
  return `${publication.name}${languages}${media === 'print' ? '.print' : ''}${draft}.pdf`
}
