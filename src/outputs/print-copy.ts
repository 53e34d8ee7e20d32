import { createHash } from 'node:crypto'
import type { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import type { Built, Request, SetPages } from '../build.ts'
import type { PressWish } from '../content/press-wish.ts'
import type { Publication } from '../content/publication.ts'
import { describe } from '../describe.ts'
import { paintSheets } from '../pdf/paint-sheets.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings } from '../press/settings.ts'
import type { Imposed } from '../press/sheet.ts'
import { slugOf } from '../press/slug.ts'
import { a5Variant } from '../read-layout.ts'
import type { Workshop } from '../text/workshop.ts'
import { type PrinterHabits, pressSettings } from './press-settings.ts'

/** How a print copy is printed, and what it is a copy of. */
export interface PrintCopy {
  readonly imposed: Imposed
  readonly settings: PressSettings
  readonly of: CopyOf
  /** The edge to choose in the print window. */
  readonly edge: 'long' | 'short'
  /** Whether that is known from a test of the printer. */
  readonly isTested: boolean
}

/** A copy for reading, and the SHA-256 of its bytes. */
export interface CopyOf {
  readonly file: string
  readonly sha256: string
}

export interface Printing {
  readonly press: PressWish
  /** The copy for reading. */
  readonly of: Pick<Built, 'file' | 'bytes'>
  readonly printer: PrinterHabits | null
  readonly request: Request
  readonly source: Source
  readonly workshop: Workshop
}

/** Puts pages on sheets and paints them; null after a finding. */
export function paintPrintCopy(
  publication: Publication,
  { manuscript, laid }: SetPages,
  { press, of, printer, request, source, workshop }: Printing,
  report: Report,
): { readonly bytes: Uint8Array; readonly print: PrintCopy } | null {
  const settings = pressSettings(press, laid.facts, printer)
  const copyOf: CopyOf = { file: of.file, sha256: createHash('sha256').update(of.bytes).digest('hex') }
  // Sources are embedded in the copy for reading.
  const description = { ...describe(publication, request, [], 'print'), copyOf }
  const said = { title: description.title, date: description.date.slice(0, 10), sha256: copyOf.sha256 }
  const slug = settings.marks.has('slug') ? slugOf(said, manuscript, workshop, report) : null
  const imposed = impose(laid.facts, settings, slug, press.span, report)
  if (imposed === null || report.failed) return null
  // A tested printer is told what it was told for its test sheet; how it turns sheets then is in the settings.
  const isTested = press.duplex === null && isKnown(printer, imposed)
  const edge = isTested ? 'long' : settings.duplex
  const variant = a5Variant(publication.layout.name, source)
  const sheets = {
    bleed: settings.bleed,
    ...(variant === null ? {} : { layoutHint: variant }),
    ...(settings.sides === 'both' ? { duplex: edge } : {}),
  }
  const bytes = paintSheets(laid, imposed, description, sheets, report)
  return bytes && { bytes, print: { imposed, settings, of: copyOf, edge, isTested } }
}

function isKnown(printer: PrinterHabits | null, { sides: [side] }: Imposed): boolean {
  return side !== undefined && printer !== null && printer.duplexOn(side.size) !== null
}
