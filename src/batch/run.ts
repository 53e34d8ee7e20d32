import type { Diagnostic } from '../base/report.ts'
import { handOn, Report } from '../base/report.ts'
import { keyOf } from './key.ts'
import { type Known, standingLines } from './known.ts'
import {
  type Combined,
  journalFile,
  journalHead,
  journalLines,
  type Manifest,
  manifestFile,
  manifestText,
} from './manifest.ts'
import type { Batch } from './read-batch.ts'
import { Gathering } from './row-findings.ts'
import type { Store } from './store.ts'
import type { Answer, BatchSettings, Job, Line, Outcome, Unit } from './unit.ts'
import { unsteady } from './witness.ts'

/** Does units, some of them at a time. */
export interface Runner {
  /** How many at a time. */
  readonly lanes: number
  run(unit: Unit): Promise<Outcome>
}

const idle: Runner = { lanes: 0, run: () => Promise.reject(new Error('there is nothing to do')) }

export interface Run {
  readonly batch: Batch
  readonly settings: BatchSettings
  /** Name and version of this program. */
  readonly program: string
  readonly known: Known
  readonly store: Store
  /** Opens what does so many files; asked only where there is one to make. */
  readonly openRunner: (jobs: number) => Runner
  /** Is told of each row that is done; `isWorked`: by this run, and not by one before. */
  readonly done: (line: Line, isWorked: boolean) => void
  /** Whether to stop: what was begun is finished. */
  readonly isStopped: () => boolean
}

export interface Ran {
  /** Sorted by row. */
  readonly lines: readonly Line[]
  readonly sources: readonly Answer[]
  readonly findings: readonly Diagnostic[]
  /** Rows that this run worked at. */
  readonly worked: number
  /** Whether all rows are done. */
  readonly isWhole: boolean
}

/** Rows in a unit: what is lost of a run that is killed, and small enough that all lanes end at about the same time. */
const rowsPerUnit = 4

/**
 * Makes the files of a batch that are not there yet. A line goes to the journal as soon as its file is written, so that a
 * run which is stopped or killed goes on where it ended.
 */
export async function runBatch(run: Run): Promise<Ran> {
  const { batch, known, store } = run
  const { path } = batch.data.file
  const keyed = batch.named.map((named) => ({ ...named, key: keyOf(named, path, run.settings, run.program) }))
  const lines = new Map(standingLines(keyed, known, store))
  for (const line of lines.values()) run.done(line, false)
  const jobs = keyed.flatMap(({ row, stem, key }) =>
    lines.has(row.number) ? [] : [{ row: row.number, stem, key }],
  )
  const sources = new Sources([...(known.manifest?.sources ?? []), ...(known.journal?.sources ?? [])])
  const spans = new Map(batch.named.map(({ row }) => [row.number, row.span]))
  const gathering = new Gathering(batch.data.file, spans)
  const writing = new Report()
  const journal = openJournal(run, lines, jobs.length > 0, writing)
  const take = (outcome: Outcome): void => {
    const fresh = sources.add(outcome.answers)
    journal({ sources: fresh, files: outcome.lines })
    gathering.add(outcome)
    for (const line of outcome.lines) {
      lines.set(line.row, line)
      run.done(line, true)
    }
  }
  const standing = lines.size
  const units = unitsOf(jobs, run)
  const runner = units.length === 0 ? idle : run.openRunner(jobs.length)
  let next = 0
  const lane = async (): Promise<void> => {
    while (!run.isStopped() && !writing.failed) {
      const unit = units[next++]
      if (unit === undefined) return
      take(await runner.run(unit))
    }
  }
  await Promise.all(Array.from({ length: runner.lanes }, lane))
  return {
    lines: [...lines.values()].sort((a, b) => a.row - b.row),
    sources: sources.all,
    findings: [...gathering.diagnostics, ...writing.diagnostics],
    worked: lines.size - standing,
    isWhole: lines.size === keyed.length && !writing.failed,
  }
}

/** Writes the manifest of a run that is done, and takes its journal away. */
export function closeBatch(
  { batch, store }: Run,
  { lines, sources }: Ran,
  combined: Combined | null,
  report: Report,
): void {
  const text = manifestText({ ...headOf(batch), sources, files: lines, combined })
  const writing = new Report()
  store.write(manifestFile, new TextEncoder().encode(text), writing)
  handOn(writing.diagnostics, report)
  if (!writing.failed) store.remove(journalFile)
}

function headOf({ sheet, data }: Batch): Pick<Manifest, 'sheet' | 'data'> {
  return { sheet, data: data.file.path }
}

function unitsOf(jobs: readonly Job[], { batch, settings }: Run): readonly Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < jobs.length; at += rowsPerUnit)
    units.push({ ...headOf(batch), settings, jobs: jobs.slice(at, at + rowsPerUnit) })
  return units
}

type Journal = (entry: Pick<Manifest, 'sources' | 'files'>) => void

/** Begins the journal anew with what still holds of an interrupted run; none is needed where there is nothing to do. */
function openJournal(
  { batch, known, store }: Run,
  lines: ReadonlyMap<number, Line>,
  isNeeded: boolean,
  report: Report,
): Journal {
  if (!isNeeded) return () => {}
  const encoder = new TextEncoder()
  const files = [...lines.values()].filter(({ status }) => status === 'made')
  const kept = journalLines({ sources: known.journal?.sources ?? [], files })
  store.write(journalFile, encoder.encode(journalHead(headOf(batch)) + kept), report)
  return (entry) => store.append(journalFile, encoder.encode(journalLines(entry)), report)
}

/** What was read, by path: what answered differently from one time to the next is no source to rely on. */
class Sources {
  readonly #answers = new Map<string, string>()

  constructor(known: readonly Answer[]) {
    this.add(known)
  }

  /** Gives those that are new. */
  add(answers: readonly Answer[]): readonly Answer[] {
    const fresh: Answer[] = []
    for (const { path, answer } of answers) {
      const before = this.#answers.get(path)
      if (before === answer || before === unsteady) continue
      const now = before === undefined ? answer : unsteady
      this.#answers.set(path, now)
      fresh.push({ path, answer: now })
    }
    return fresh
  }

  get all(): readonly Answer[] {
    return [...this.#answers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, answer]) => ({ path, answer }))
  }
}
