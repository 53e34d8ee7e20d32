import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiled, project, table, two, type Used, used, whole } from './run.ts'

const folder = join('content', 'countries')
/** The countries, and so many rows that what grows with them would be seen. */
const many = 10_000

/**
 * Sheets from rows, each figure a process of its own from start to end, beside the plain program that draws the same
 * sheets one by one.
 */
export function measureSheets(): string {
  const data = readFileSync(join(project, folder, 'countries.csv'), 'utf8')
  const [head = '', ...rows] = data.trim().split('\n')
  const repeated = (count: number) =>
    Array.from({ length: count }, (_, index) => (rows[index % rows.length] ?? '').replace(',', `-${index},`))
  const one = batch(1, null)
  const two_ = batch(2, null)
  const twice = batch(1, [head, ...repeated(2 * rows.length)])
  const large = batch(2, [head, ...repeated(many)])
  const rival = used([
    join(compiled, 'bench', 'measure-rival-sheets.js'),
    join(project, folder, 'countries.csv'),
  ])
  const count = rows.length
  const speed = (run: Used, sheets: number) => whole(sheets / run.wall)
  return table(
    ['sheets of countries', 'one worker', 'two workers', `two, ${many} rows`, '`doc.text()`'],
    [
      ['sheets', whole(count), whole(count), whole(many), whole(count)],
      ['sheets a second', speed(one, count), speed(two_, count), speed(large, many), speed(rival, count)],
      ['s by the clock', two(one.wall), two(two_.wall), two(large.wall), two(rival.wall)],
      [
        'ms of CPU a sheet',
        ...[one, two_].map(({ cpu }) => two((1000 * cpu) / count)),
        two((1000 * large.cpu) / many),
        two((1000 * rival.cpu) / count),
      ],
      ['— once warm', two((1000 * (twice.cpu - one.cpu)) / count), '', '', ''],
      ['peak memory, MB', whole(one.peak), whole(two_.peak), whole(large.peak), whole(rival.peak)],
      ['its time by ours', two(rival.wall / one.wall), two(rival.wall / two_.wall), '', ''],
      ['two workers against one', '', two(one.wall / two_.wall), '', ''],
    ],
  )
}

/** Makes the sheets of the countries, or of other rows in their place, in an empty folder. */
function batch(workers: number, rows: readonly string[] | null): Used {
  const out = mkdtempSync(join(tmpdir(), 'bifolio-sheets-'))
  const data = join(folder, 'rows.bench.csv')
  const own = rows === null ? [] : ['--data', data]
  if (rows !== null) writeFileSync(join(project, data), rows.join('\n'))
  const command = [join(project, 'bin', 'bifolio'), 'batch', join(folder, 'sheet.yaml'), ...own]
  const run = used([...command, '--out', out, '--workers', String(workers)])
  rmSync(out, { recursive: true })
  if (rows !== null) rmSync(join(project, data))
  return run
}
