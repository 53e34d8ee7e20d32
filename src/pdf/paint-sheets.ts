import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Laid } from '../layout/page.ts'
import type { Imposed, Side } from '../press/sheet.ts'
import { Conformity } from './conform.ts'
import { ContentStream } from './content-stream.ts'
import { openFile, type PdfFile } from './document.ts'
import { embedFonts } from './embed.ts'
import { Fonts } from './font.ts'
import { forPress } from './for-press.ts'
import { LetterSpacing } from './letter-spacing.ts'
import { writePageLabels } from './page-labels.ts'
import { type Canvas, type PaintedPage, paintPage } from './paint-page.ts'
import { Pictures } from './pictures.ts'
import { type PrintDescription, printInformation, printMetadata } from './print-metadata.ts'
import { beginPlace, boxEntry, endPlace } from './side-content.ts'
import { SmallType } from './small-type.ts'
import type { ObjectId, Syntax } from './syntax.ts'
import { untagged } from './tagging.ts'

export interface SheetSettings {
  /** How far what ends at the edge of a page goes on beyond it, on the sheet. */
  readonly bleed: Pt
  /** The layout that is set for the size at which pages are printed, for hints; none unless it is given. */
  readonly layoutHint?: string
  /** The edge over which the print window is to turn sheets, and that it is to print both sides; open unless it is given. */
  readonly duplex?: 'long' | 'short'
  /** Whether streams are deflated; true unless it is given. */
  readonly compress?: boolean
}

/**
 * Paints the sides of sheets as a print copy: untagged, since no reading order goes over them, and with the text alive.
 * Each page is painted once, in a stream that stands in the content of every side with a place for it. Null when a
 * finding forbids the file, here or in a stage before.
 */
export function paintSheets(
  laid: Laid,
  imposed: Imposed,
  description: PrintDescription,
  settings: SheetSettings,
  report: Report,
): Uint8Array | null {
  if (report.failed) return null
  const file = openFile({
    isArchive: false,
    compress: settings.compress ?? true,
    lang: description.languages[0] ?? 'und',
    information: printInformation(description),
    deflated: new WeakMap(),
  })
  const conformity = new Conformity(laid, 'none', report)
  const fonts = new Fonts(file, conformity.firstUse)
  const common = { file, stream: new ContentStream(), fonts, pictures: new Pictures(file) }
  const canvas = { ...common, letterSpacing: new LetterSpacing(), tagging: untagged, conformity }
  const objects = file.reservePages(imposed.sides.length)

  // pages, each of which may be made now and forgotten
  const pages = paintPages(laid, imposed, settings, canvas, report)
  if (report.failed) return null

  // what they stand on
  writeSides(imposed, objects, pages, canvas)
  writePageLabels(
    file,
    imposed.sides.map(({ sheet, side }) => `${sheet + 1} ${side}`),
  )
  preferPrinting(file, settings)
  const packet = printMetadata(description)
  file.writeStream(file.reserveEntry('Metadata'), '/Type/Metadata/Subtype/XML', packet, true)
  embedFonts(file, fonts, report)
  return report.failed ? null : file.close()
}

/** The pages that have a place on a side, by their index. */
function paintPages(
  laid: Laid,
  imposed: Imposed,
  { bleed, layoutHint }: SheetSettings,
  canvas: Canvas,
  report: Report,
): ReadonlyMap<number, PaintedPage> {
  const scales = smallestScales(imposed)
  const painted = new Map<number, PaintedPage>()
  const smallType = new SmallType(laid.tags)
  let index = 0
  for (const page of laid.pages) {
    const scale = scales.get(index)
    if (scale !== undefined) {
      smallType.page(page, scale)
      painted.set(index, paintPage(forPress(page, bleed / scale), canvas))
    }
    index++
  }
  smallType.report(layoutHint ?? null, report)
  return painted
}

/** By the index of a page: the least scale at which it is printed. */
function smallestScales({ sides }: Imposed): ReadonlyMap<number, number> {
  const scales = new Map<number, number>()
  for (const { places } of sides)
    for (const { page, scale } of places) scales.set(page, Math.min(scale, scales.get(page) ?? scale))
  return scales
}

function writeSides(
  { sides }: Imposed,
  objects: readonly ObjectId[],
  pages: ReadonlyMap<number, PaintedPage>,
  canvas: Canvas,
): void {
  const streams = new SharedStreams(canvas.file)
  sides.forEach((side, index) => {
    const object = objects[index]
    if (object === undefined) throw new Error('there are more sides than were announced')
    writeSide(side, object, pages, streams, canvas)
  })
}

function writeSide(
  { size, places, marks, trim, bleed, sheet, side }: Side,
  object: ObjectId,
  pages: ReadonlyMap<number, PaintedPage>,
  streams: SharedStreams,
  canvas: Canvas,
): void {
  canvas.conformity.page({ size })
  const painted: PaintedPage[] = []
  const contents: ObjectId[] = []
  let before: Syntax = ''
  for (const place of places) {
    const page = pages.get(place.page)
    if (!page) throw new Error(`there is no page ${place.page} for a place`)
    contents.push(streams.of(before + beginPlace(place, size.height)), page.content)
    before = endPlace
    painted.push(page)
  }
  if (places.length > 0) contents.push(streams.of(endPlace))
  if (marks.length > 0) {
    const page = paintPage({ name: side, label: `${sheet + 1} ${side}`, size, marks }, canvas)
    contents.push(page.content)
    painted.push(page)
  }
  canvas.file.writePage(object, {
    size,
    contents,
    fonts: union(painted.map(({ fonts }) => fonts)),
    pictures: union(painted.map(({ pictures }) => pictures)),
    entries: boxEntry('BleedBox', bleed, size.height) + boxEntry('TrimBox', trim, size.height),
  })
}

/** Names stand for the same object on all pages. */
function union(all: readonly ReadonlyMap<string, ObjectId>[]): ReadonlyMap<string, ObjectId> {
  return new Map(all.flatMap((resources) => [...resources]))
}

/** Streams between pages: without creep, those of all sheets are the same. */
class SharedStreams {
  readonly #file: PdfFile
  readonly #written = new Map<Syntax, ObjectId>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  of(operators: Syntax): ObjectId {
    const known = this.#written.get(operators)
    if (known !== undefined) return known
    const object = this.#file.reserve()
    // Deflated, so few bytes would be more.
    this.#file.writeStream(object, '', Buffer.from(operators, 'latin1'), true)
    this.#written.set(operators, object)
    return object
  }
}

/** What a print window takes over where it can (ISO 32000-1, 12.2): sheets at their size, turned as they were made for. */
function preferPrinting(file: PdfFile, { duplex }: SheetSettings): void {
  file.setViewerPreference('PrintScaling', 'None')
  if (duplex !== undefined)
    file.setViewerPreference('Duplex', duplex === 'long' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge')
}
