import type { Report } from '../base/report.ts'
import { type Recording, recording, type Source } from '../base/world.ts'
import { type Built, paintReading, type Request, readPublication, setPages } from '../build.ts'
import type { Output } from '../content/outputs.ts'
import type { Publication } from '../content/publication.ts'
import { fileName } from '../describe.ts'
import type { Workshop } from '../text/workshop.ts'
import { type Edition, editionsOf, readingCopyOf } from './editions.ts'
import type { PrinterHabits } from './press-settings.ts'
import { type PrintCopy, paintPrintCopy } from './print-copy.ts'

/** A file that was made of a publication. */
export interface Copy extends Built {
  /** How it is printed; null: it is for reading. */
  readonly print: PrintCopy | null
}

/** What is to be made of a publication besides what its file says. */
export interface OutputSettings {
  /** Which files are made of it: its own `outputs` unless a command says otherwise. */
  readonly choose: (publication: Publication) => readonly Output[]
  /** What is known of the printer; null: nothing. */
  readonly printer: PrinterHabits | null
}

/** What the publication itself says. */
export const asWritten: OutputSettings = { choose: (publication) => publication.outputs, printer: null }

/**
 * All files of a publication, one layout run for each layout, the copies for reading first: print copies name them by
 * their digests. All or none: with an error in one of them null, so that what lies on the disk belongs together.
 */
export function buildOutputs(
  request: Request,
  { choose, printer }: OutputSettings,
  source: Source,
  workshop: Workshop,
  report: Report,
): readonly Copy[] | null {
  const reading = recording(source)
  const publication = readPublication(request, reading, report, workshop.shelf)
  if (publication === null) return null
  const outputs = choose(publication)
  const read = new Map<string, Read | null>([[request.path, { publication, reading }]])
  const made = new Map<Output, Copy>()
  for (const edition of editionsOf(outputs, request.path)) {
    const one = read.get(edition.path) ?? readOther(edition, request, source, workshop, report)
    read.set(edition.path, one)
    if (one !== null) makeEdition(edition, one, { request, outputs, made, printer, source, workshop }, report)
  }
  if (report.failed) return null
  return outputs.flatMap((output) => made.get(output) ?? [])
}

/** A file that was read as a publication, and what was read for that. */
interface Read {
  readonly publication: Publication
  readonly reading: Recording
}

interface Making {
  readonly request: Request
  readonly outputs: readonly Output[]
  /** Filled as the copies are made. */
  readonly made: Map<Output, Copy>
  readonly printer: PrinterHabits | null
  readonly source: Source
  readonly workshop: Workshop
}

/** Another file of the folder as a publication. */
function readOther(
  { path, outputs: [output] }: Edition,
  request: Request,
  source: Source,
  workshop: Workshop,
  report: Report,
): Read | null {
  const reading = recording(source)
  const publication = readPublication(
    // What has changed is known of the file that was compared.
    { ...request, path, changed: null },
    reading,
    report,
    workshop.shelf,
    output?.from?.span,
  )
  return publication && { publication, reading }
}

/** One layout run and the copies that are made of it. */
function makeEdition(edition: Edition, read: Read, making: Making, report: Report): void {
  const { request, outputs, made, printer, source, workshop } = making
  const reading = recording(source, read.reading.log)
  const layout = edition.layout ?? read.publication.layout
  const set = setPages({ ...read.publication, layout }, request, reading, workshop, report)
  if (set === null) return
  for (const output of edition.outputs) {
    const name = stemOf(output, request.name)
    const publication = { ...read.publication, layout, name }
    if (output.press === null) {
      const built = paintReading(publication, set, request, reading, workshop, report)
      if (built) made.set(output, { ...built, print: null })
      continue
    }
    const of = made.get(readingCopyOf(output, outputs))
    // Nothing is printed of what cannot be read.
    if (!of || report.failed) continue
    const printing = { press: output.press, of, printer, request, source, workshop }
    const painted = paintPrintCopy(publication, set, printing, report)
    const file = fileName(publication, request.media)
    if (painted) made.set(output, { file, publication, ...set, ...painted })
  }
}

/** The stem of a file's name. */
function stemOf({ name }: Output, publication: string): string {
  return name === 'reading' ? publication : `${publication}-${name}`
}
