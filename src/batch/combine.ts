import { handOn, Report } from '../base/report.ts'
import { recording, type Source } from '../base/world.ts'
import { type Request, readPublication, setPages } from '../build.ts'
import { dataLimit } from '../content/limits.ts'
import type { Publication } from '../content/publication.ts'
import { describe, fileName, producer } from '../describe.ts'
import { type Description, paint } from '../pdf/paint.ts'
import { fontsPath } from '../read.ts'
import type { Desk } from './desk.ts'
import { joined, type Part } from './join.ts'
import { isThere } from './known.ts'
import type { Combined } from './manifest.ts'
import type { Batch } from './read-batch.ts'
import type { Store } from './store.ts'
import type { BatchSettings, Line } from './unit.ts'
import { digestOf } from './work.ts'

/** Pages of a combined file: the structure of all of them is held until its end, and tools that read it hold it as well. */
export const mostCombined = 5000

export interface Combining {
  readonly batch: Batch
  readonly settings: BatchSettings
  /** Those of all rows, sorted; of rows that have no file nothing is combined. */
  readonly lines: readonly Line[]
  /** Stem of the file's name. */
  readonly name: string
  /** What an earlier run combined. */
  readonly earlier: Combined | null
  readonly store: Store
  readonly openDesk: () => Desk
}

/**
 * Makes one PDF of the files of all rows: they are laid out again, one after the other, and painted as one document, so
 * that faces, pictures and sources are in it once. Nothing is done where the one of an earlier run still stands. Null
 * after a finding, and where there are no files.
 */
export function combine(combining: Combining, report: Report): Combined | null {
  const { batch, lines, earlier, store } = combining
  const made = lines.filter(({ status }) => status !== 'failed')
  const pages = made.reduce((sum, line) => sum + line.pages, 0)
  if (pages > mostCombined) {
    const message = `together the files have ${pages} pages; the limit is ${mostCombined}`
    const hint = 'combine a part of the rows: `--data` with a table of them'
    report.error('batch/too-many-pages', message, startOf(batch), hint)
  }
  if (made.length === 0 || report.failed) return null
  const key = keyOf(combining, made)
  if (earlier?.key === key && isThere(earlier, store)) return earlier
  const painted = paintAll(combining, made, pages, report)
  if (painted === null) return null
  store.write(painted.file, painted.bytes, report)
  return report.failed ? null : { file: painted.file, sha256: digestOf(painted.bytes), pages, key }
}

/** What it depends on: the files that it combines, and the data, of which it embeds all. */
function keyOf({ batch, settings, name }: Combining, made: readonly Line[]): string {
  const all = [producer, settings, name, batch.data.file, made.map(({ sha256 }) => sha256)]
  return digestOf(new TextEncoder().encode(JSON.stringify(all)))
}

function paintAll(
  combining: Combining,
  made: readonly Line[],
  pages: number,
  report: Report,
): { readonly file: string; readonly bytes: Uint8Array } | null {
  const { batch, settings, name } = combining
  const desk = combining.openDesk()
  const source = recording(desk.source)
  const requests = requestsOf(combining, made)
  // What is worth a warning was said when the file of the row was made.
  const found = new Report()
  const [first] = requests
  const model = first ? readPublication(first, source, found, desk.workshop.shelf) : null
  if (!first || !model) throw new Error(`the rows of ${batch.sheet} can no longer be read`)
  source.read(batch.data.file.path, dataLimit)
  source.read(fontsPath(source), Number.MAX_SAFE_INTEGER)
  const whole = { lang: model.languages[0]?.tag ?? 'und', span: startOf(batch), pages }
  const laid = joined(partsOf(requests, source, desk, found), whole)
  const bytes = paint(laid, describeAll(model, first, name, source.log), { profile: settings.profile }, found)
  handOn(
    found.diagnostics.filter(({ severity }) => severity === 'error'),
    report,
  )
  return bytes && { file: fileName({ ...model, name }, settings.media), bytes }
}

function requestsOf({ batch, settings }: Combining, made: readonly Line[]): readonly Request[] {
  const numbers = new Set(made.map(({ row }) => row))
  return batch.named
    .filter(({ row }) => numbers.has(row.number))
    .map(({ row, stem }) => ({ path: batch.sheet, name: stem, ...settings, row }))
}

/** Lays out each when it is its turn. */
function* partsOf(
  requests: readonly Request[],
  source: Source,
  { workshop }: Desk,
  report: Report,
): Generator<Part, void> {
  for (const request of requests) {
    // By itself, so that its digest is that of its own file.
    const reading = recording(source)
    const publication = readPublication(request, reading, report, workshop.shelf)
    const set = publication && setPages(publication, request, reading, workshop, report)
    // With an error nothing is written: there is no need to go on.
    if (!publication || !set || report.failed) return
    const { title, languages } = describe(publication, request, [])
    yield { laid: set.laid, key: `${request.name}/`, title, lang: languages[0] ?? 'und' }
  }
}

/** The whole has the name of its series, which its parts have in common; else that of its file. */
function describeAll(
  model: Publication,
  request: Request,
  name: string,
  sources: Description['sources'],
): Description {
  const { series } = model
  const description = describe({ ...model, title: series ?? model.title, subtitle: null }, request, sources)
  return series === null ? { ...description, title: name, titles: new Map() } : description
}

/** Where what is about all rows is said to be. */
function startOf({ data }: Batch): { file: Batch['data']['file']; start: number; end: number } {
  return { file: data.file, start: 0, end: 0 }
}
