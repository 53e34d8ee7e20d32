import { createHash } from 'node:crypto'
import { Report } from '../base/report.ts'
import { build } from '../build.ts'
import type { Row, Rows } from '../content/data/rows.ts'
import type { Desk } from './desk.ts'
import { Packing } from './row-findings.ts'
import type { Job, Line, Outcome, Unit } from './unit.ts'

/** Does a unit: builds and writes a file for each of its rows. One that cannot be built is a line and its findings. */
export function work(unit: Unit, desk: Desk): Outcome {
  const reading = new Report()
  const data = desk.rowsIn(unit.data, reading)
  // The rows that are wrong were reported, and left out, by whoever handed out the unit.
  const byNumber = rowsOf(unit.jobs, data)
  const packing = new Packing(unit.data)
  const lines = unit.jobs.map((job) => {
    const row = byNumber.get(job.row)
    if (row === undefined) throw new Error(`${unit.data} has no row ${job.row} that can be read`)
    const report = new Report()
    const line = makeFile(unit, job, row, desk, report)
    packing.add(job.row, report.diagnostics)
    return line
  })
  return { lines, ...packing.packed, answers: desk.source.take() }
}

/** The rows of jobs by their numbers: rows stand in the order of their numbers, of which some may be missing. */
function rowsOf(jobs: readonly Job[], data: Rows | null): ReadonlyMap<number, Row> {
  const found = new Map<number, Row>()
  for (const { row: number } of jobs) {
    const row = rowOf(number, data?.rows ?? [])
    if (row) found.set(number, row)
  }
  return found
}

function rowOf(number: number, rows: readonly Row[]): Row | null {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? number) < number) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row?.number === number ? row : null
}

function makeFile(unit: Unit, { row: number, stem, key }: Job, row: Row, desk: Desk, report: Report): Line {
  const request = { path: unit.sheet, name: stem, ...unit.settings, row }
  const built = build(request, desk.source, desk.workshop, report)
  if (built && !report.failed) desk.write(built.file, built.bytes, report)
  if (!built || report.failed)
    return { row: number, file: `${stem}.pdf`, status: 'failed', sha256: null, pages: 0, key }
  const { file, bytes, laid } = built
  return { row: number, file, status: 'made', sha256: digestOf(bytes), pages: laid.pages.length, key }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
