import type { Report } from '../../base/report.ts'
import { type SourceFile, wholeFile } from '../../base/span.ts'
import { decode } from '../decode.ts'
import { dataLimit, mostDataColumns, mostRows } from '../limits.ts'
import { readCsv } from './csv.ts'
import { readJson, readJsonLines } from './json-rows.ts'
import type { Rows } from './rows.ts'
import { readYamlRows } from './yaml-rows.ts'

/**
 * Reads a file of data by its extension: CSV, TSV, JSON (a list of flat objects), JSON Lines (one a line) or YAML (a
 * list of flat maps). A row that is wrong is reported and left out; null where none can be read.
 */
export function readRows(path: string, bytes: Uint8Array, report: Report): Rows | null {
  const reader = readers.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '')
  if (reader === undefined) {
    const hint = `use one of ${[...readers.keys()].map((name) => `\`.${name}\``).join(', ')}`
    report.error('content/data-format', `\`${path}\` is no known kind of data`, wholeFile(path), hint)
    return null
  }
  if (bytes.length > dataLimit) {
    const message = `the data has more than ${dataLimit} bytes`
    report.error('content/data-limit', message, wholeFile(path), 'divide it into several files')
    return null
  }
  const before = report.diagnostics.length
  const file = decode(path, bytes, report)
  // What holds characters that no text holds is no table of texts.
  if (file === null || report.diagnostics.length > before) return null
  const rows = file.text.trim() === '' ? nothing(file, report) : reader(file, bytes, report)
  return rows && withinLimits(rows, report, before)
}

type Reader = (file: SourceFile, bytes: Uint8Array, report: Report) => Rows | null

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['csv', (file, _, report) => readCsv(file, ',', report)],
  ['tsv', (file, _, report) => readCsv(file, '\t', report)],
  ['json', (file, _, report) => readJson(file, report)],
  ['jsonl', (file, _, report) => readJsonLines(file, report)],
  ['ndjson', (file, _, report) => readJsonLines(file, report)],
  ['yaml', (file, bytes, report) => readYamlRows(file.path, bytes, report)],
  ['yml', (file, bytes, report) => readYamlRows(file.path, bytes, report)],
])

function withinLimits(rows: Rows, report: Report, before: number): Rows | null {
  // That all rows are wrong has been said.
  if (rows.rows.length === 0) return report.diagnostics.length > before ? null : nothing(rows.file, report)
  const tooMany = rows.rows[mostRows]
  if (tooMany !== undefined) {
    const message = `the data has more than ${mostRows} rows`
    report.error('content/data-limit', message, tooMany.span, 'divide it into several files')
    return null
  }
  const tooWide = rows.columns[mostDataColumns]
  if (tooWide === undefined) return rows
  const message = `the data has more than ${mostDataColumns} columns`
  report.error('content/data-limit', message, tooWide.span, 'leave out the columns that nothing shows')
  return null
}

function nothing(file: SourceFile, report: Report): null {
  const hint = 'write a line of column names and the rows below it, or correct the path'
  report.error('content/no-data', 'the data has no rows', { file, start: 0, end: 0 }, hint)
  return null
}
