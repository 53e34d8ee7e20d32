import type { Lang, PerLanguage } from './base/lang.ts'
import type { UnitId } from './base/leaf.ts'
import { Report } from './base/report.ts'
import { openShelf, type Shelf } from './base/shelf.ts'
import { type Span, wholeFile } from './base/span.ts'
import { type Recording, recording, type Source, type SourceBytes } from './base/world.ts'
import { Allowance } from './content/allowance.ts'
import { chapterFiles } from './content/chapter-files.ts'
import { checkSteps } from './content/check-fit.ts'
import { rowAsCsv } from './content/data/row-csv.ts'
import type { Row } from './content/data/rows.ts'
import type { Level } from './content/fit-plan.ts'
import { verificationBy } from './content/imprint.ts'
import type { Publication } from './content/publication.ts'
import { dataFiles, publish, type Settled, settlePublication } from './content/validate.ts'
import { describe, fileName, producer } from './describe.ts'
import { parse } from './document/parse.ts'
import { structure } from './document/structure.ts'
import { type Layout, template } from './document/template.ts'
import { type Attempt, type Fit, fitPages } from './fit.ts'
import { type LaidOut, lay } from './layout/lay.ts'
import type { Manuscript } from './layout/manuscript.ts'
import { type Description, type Profile, paint } from './pdf/paint.ts'
import { fontsPath, openImports, readData, readYaml } from './read.ts'
import { readLayout, readTheme } from './read-layout.ts'
import { readPictures } from './read-pictures.ts'
import { renderingFile } from './rendering.ts'
import { bookmarks } from './style/bookmarks.ts'
import { boxes } from './style/boxes.ts'
import { cascade, hiddenIn } from './style/cascade.ts'
import type { Media } from './style/media.ts'
import { pageStyle } from './style/page-style.ts'
import { parseTheme, type Theme, tightened } from './style/theme.ts'
import type { Workshop } from './text/workshop.ts'
import { contentDigest, shortDigest } from './verification.ts'

/** What is to be built, and how. */
export interface Request {
  /** Path of the publication's YAML in the project. */
  readonly path: string
  /** Stem of the output's name. */
  readonly name: string
  /** Languages to print, in order; null: those that the file prints. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
  /** The row of data that a pattern is filled with; null: the file is a publication as it stands. */
  readonly row: Row | null
  /**
   * What has a bar beside its lines, since it is not as it was, in each language; null, as where it is left out: nothing is
   * compared.
   */
  readonly changed?: PerLanguage<ReadonlySet<UnitId>> | null
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
  readonly laid: LaidOut
  /** How it came to fit its pages; null where it may have as many as it takes. */
  readonly fit: Fit | null
  /** The digest by which it is recognised (`verification.ts`), whole; null where its colophon does not tell it. */
  readonly verification: string | null
}

/**
 * The pipeline to the copy for reading. Each stage takes what the one before made and reports what is wrong with the
 * author's input; a stage that cannot go on gives null. With an error in the report nothing is painted.
 */
export function build(request: Request, source: Source, workshop: Workshop, report: Report): Built | null {
  const reading = recording(source)
  const publication = readPublication(request, reading, report, workshop.shelf)
  const set = publication && setPages(publication, request, reading, workshop, report)
  return publication && set && paintReading(publication, set, request, reading, workshop, report)
}

/** Paints the copy for reading, which embeds what was read for it; null with an error in the report. */
export function paintReading(
  publication: Publication,
  { manuscript, laid, fit, verification }: SetPages,
  request: Request,
  reading: Recording,
  workshop: Workshop,
  report: Report,
): Built | null {
  if (report.failed) return null
  // The workshop read it before: here it only joins the sources that the PDF embeds.
  reading.read(fontsPath(reading), Number.MAX_SAFE_INTEGER)
  const bare = describe(publication, request, [])
  const description = { ...bare, sources: sourcesOf(publication, request, bare.date, reading.log) }
  const settings = { profile: request.profile, deflated: workshop.deflated }
  const bytes = paint(laid, description, settings, report)
  const file = fileName(publication, request.media)
  return bytes && { file, bytes, publication, manuscript, laid, fit, verification }
}

/** A publication on its pages, and how it came to fit them. */
export type SetPages = Omit<Attempt, 'leaves'> & Pick<Built, 'fit' | 'verification'>

/** A publication to pages: as it is, or after as many steps of its layout as it takes to fit. */
export function setPages(
  read: Publication,
  { media, row }: Pick<Request, 'media' | 'row'>,
  source: Recording,
  workshop: Workshop,
  report: Report,
): SetPages | null {
  const verification = read.imprint.verification && digestOf(read, media, row, source, workshop.shelf)
  const publication = verification === null ? read : recognised(read, verification)
  const set = setOnPages(publication, media, source, workshop, report)
  return set && { ...set, verification }
}

function setOnPages(
  publication: Publication,
  media: Media,
  source: Source,
  workshop: Workshop,
  report: Report,
): Omit<SetPages, 'verification'> | null {
  if (publication.fit === null) {
    const manuscript = compose(publication, media, source, workshop.shelf, report)
    return manuscript && { manuscript, laid: lay(manuscript, workshop, report), fit: null }
  }
  const look = readLook(publication, media, source, workshop.shelf, report)
  if (!look) return null
  let pictures: Manuscript['pictures'] = new Map()
  const fitting = {
    pages: publication.fit.pages,
    span: publication.fit.span,
    steps: look.layout.fit,
    write: (one: Publication, found: Report) => {
      const written = write(one, look.layout, source, found, pictures)
      // What gave a finding is read again, so that each level has all of its own.
      if (written && found.diagnostics.length === 0) pictures = written.pictures
      return written
    },
    set: (written: Written, level: Level, found: Report) => {
      const theme = tightened(look.theme, level.tightened)
      const manuscript = dress(written, level.publication, theme, found)
      return { manuscript, laid: lay(manuscript, workshop, found), leaves: written.leaves }
    },
  }
  return fitPages(publication, fitting, report)
}

/**
 * The digest of a publication and all that it is made of. It is printed in what is made: so it is read once for the sake of
 * what is read, and what is wrong with it is said when it is made.
 */
function digestOf(
  publication: Publication,
  media: Media,
  row: Row | null,
  source: Recording,
  shelf: Shelf,
): string {
  const unsaid = new Report()
  const look = readLook(publication, media, source, shelf, unsaid)
  if (look !== null) write(publication, look.layout, source, unsaid)
  source.read(fontsPath(source), Number.MAX_SAFE_INTEGER)
  const own = row && rowAsCsv(row)
  const { file, languages, isDraft } = publication
  const said = {
    publication: file.path,
    row: own?.path ?? null,
    languages: languages.map(({ tag }) => tag),
    isDraft,
  }
  return contentDigest(said, own ? [...source.log, own] : source.log)
}

/** A publication whose colophon tells the first digits of a digest. */
function recognised(publication: Publication, digest: string): Publication {
  const { imprint } = publication
  const verification = verificationBy(shortDigest(digest), imprint.verification?.address ?? null)
  return { ...publication, imprint: { ...imprint, verification } }
}

/**
 * YAML to a checked publication; `named` is where an author named the file, where one did. What all rows of a pattern
 * share is kept on the shelf.
 */
export function readPublication(
  request: Request,
  source: Source,
  report: Report,
  shelf: Shelf = openShelf(),
  named: Span = wholeFile(request.path),
): Publication | null {
  const { path, row } = request
  const keep: Shelf['keep'] =
    row === null ? (_name, from, found, make) => make(from, found) : (...asked) => shelf.keep(...asked)
  const settled = keep(`pattern ${path}`, source, report, (files, found) => settle(path, named, files, found))
  if (settled === null) return null
  const data = new Map(
    dataFiles(settled, row, report).map((named) => {
      const rows = keep(`data ${named.path}`, source, report, (files, found) => readData(named, files, found))
      return [named.path, rows] as const
    }),
  )
  return publish(settled, request, data, report)
}

/** The files of a publication, as the schema has them. */
function settle(path: string, named: Span, source: Source, report: Report): Settled | null {
  const allowance = new Allowance()
  const loaded = readYaml(path, source, report, named, allowance)
  if (loaded === null) return null
  const chapters = chapterFiles(loaded, report).map((chapter) =>
    chapter === null || allowance.isSpent
      ? null
      : readYaml(chapter.path, source, report, chapter.span, allowance),
  )
  return settlePublication(loaded, chapters, report)
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
  const written = look && write(publication, look.layout, source, report)
  return written && dress(written, publication, look.theme, report)
}

/** What a publication says in its layout, before it is said how it looks. */
interface Written extends Pick<Manuscript, 'root' | 'structure' | 'pictures'> {
  readonly leaves: Attempt['leaves']
}

/** A publication through its layout to elements. */
function write(
  publication: Publication,
  layout: Layout,
  source: Source,
  report: Report,
  known: Manuscript['pictures'] = new Map(),
): Written | null {
  const markup = template(publication, layout, report)
  const root = markup && parse(markup, report)
  if (!root) return null
  const languages = publication.languages.map((language) => language.tag)
  const pictures = readPictures(root, source, report, known)
  return { root, structure: structure(root, languages), pictures, leaves: markup.leaves }
}

/** Elements through a theme to boxes. */
function dress(
  { root, structure, pictures }: Written,
  publication: Publication,
  theme: Theme,
  report: Report,
): Manuscript {
  const styled = cascade(root, theme, report)
  const tree = boxes(styled, report)
  return {
    root,
    boxes: tree.root,
    running: tree.running,
    bookmarks: bookmarks(styled),
    structure,
    hidden: hiddenIn(styled),
    pictures,
    charts: publication.charts,
    changed: publication.changed,
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
    const theme = parseTheme(readTheme(layout, publication, files, found), settings, found)
    checkSteps(layout, theme.fits, found)
    return { layout, theme }
  })
}

/** What the PDF embeds: the files that were read, of the data its own row, and how it was made of them. */
function sourcesOf(
  publication: Publication,
  { row, media, profile }: Request,
  date: string,
  read: readonly SourceBytes[],
): Description['sources'] {
  const own = row && rowAsCsv(row)
  const rendering = renderingFile({
    program: producer,
    publication: publication.file.path,
    row: own?.path ?? null,
    languages: publication.languages.map(({ tag }) => tag),
    changed: publication.changed,
    layout: publication.layout.name,
    isDraft: publication.isDraft,
    media,
    profile,
    date,
  })
  return [...read, ...(own ? [own] : []), rendering]
}
