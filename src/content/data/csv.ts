import { CsvError, parse } from 'csv-parse/sync'
import type { Leaf } from '../../base/leaf.ts'
import type { Report } from '../../base/report.ts'
import type { SourceFile, Span } from '../../base/span.ts'
import { readColumns } from './columns.ts'
import type { Column, DataCell, Row, Rows } from './rows.ts'

/**
 * Reads CSV as RFC 4180 has it: a line of column names, quotes doubled inside quotes; blank lines are passed over. A row
 * that is uneven is reported and left out. Null where no row can be read.
 */
export function readCsv(file: SourceFile, delimiter: ',' | '\t', report: Report): Rows | null {
  const records = recordsOf(file, delimiter, report)
  const [head, ...body] = records ?? []
  if (head === undefined) return null
  const names = placesOf(head, file)
  const columns = readColumns(
    head.texts.map((name, index) => ({ name: name.trim(), span: names[index]?.span ?? spanOf(head, file) })),
    report,
  )
  if (columns === null) return null
  const rows: Row[] = []
  for (const [index, record] of body.entries()) {
    if (record.texts.length === columns.length) rows.push(rowOf(record, index + 1, columns, file))
    else reportUneven(record, index + 1, columns, file, report)
  }
  return { file, columns, rows }
}

/** The texts of a record, and where it begins in the file. */
interface CsvRecord {
  readonly texts: readonly string[]
  readonly at: number
}

/** The records; what comes behind one that breaks the rules cannot be told. */
function recordsOf(file: SourceFile, delimiter: string, report: Report): readonly CsvRecord[] | null {
  const records: CsvRecord[] = []
  let at = 0
  const add = (texts: readonly string[]): null => {
    at = afterBlank(file.text, at)
    records.push({ texts, at })
    at = endOf({ texts, at }, file.text)
    // Kept here: the parser's own list would be a second one.
    return null
  }
  try {
    parse(file.text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: add,
    })
    return records
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    reportBroken(thrown.code, afterBlank(file.text, at), file, report)
    return null
  }
}

function afterBlank(text: string, from: number): number {
  let at = from
  while (text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')) at++
  return at
}

function endOf(record: CsvRecord, text: string): number {
  let at = record.at
  for (const one of record.texts) at += lengthOf(one, text, at) + 1
  // Behind the last cell stands a line end in place of a delimiter.
  return text[at - 1] === '\r' ? at + 1 : at
}

/** How much of the file a cell takes: quotes around it, and those inside twice. */
function lengthOf(cell: string, text: string, at: number): number {
  return text[at] === '"' ? cell.length + 2 + quotesIn(cell) : cell.length
}

function quotesIn(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('"'); at >= 0; at = cell.indexOf('"', at + 1)) count++
  return count
}

/** The cells of a record with their places, without the quotes around them. */
function placesOf({ texts, at: begin }: CsvRecord, file: SourceFile): readonly DataCell[] {
  let at = begin
  return texts.map((text) => {
    const isQuoted = file.text[at] === '"'
    const start = isQuoted ? at + 1 : at
    const length = lengthOf(text, file.text, at)
    at += length + 1
    const span = { file, start, end: start + length - (isQuoted ? 2 : 0) }
    return { text, span, places: isQuoted && text.includes('"') ? afterQuotes(text, start) : null }
  })
}

/** Where text and file stop running along together: behind each doubled quote. */
function afterQuotes(text: string, start: number): NonNullable<Leaf['places']> {
  const places: [number, number][] = [[0, start]]
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
    places.push([at + 1, start + at + 1 + places.length])
  return places
}

function rowOf(record: CsvRecord, number: number, columns: readonly Column[], file: SourceFile): Row {
  return {
    number,
    span: spanOf(record, file),
    get cells() {
      return new Map(placesOf(record, file).map((cell, index) => [columns[index]?.name ?? '', cell]))
    },
  }
}

function spanOf({ at }: CsvRecord, file: SourceFile): Span {
  return { file, start: at, end: at }
}

function reportUneven(
  record: CsvRecord,
  number: number,
  columns: readonly Column[],
  file: SourceFile,
  report: Report,
): void {
  const { length } = record.texts
  const cells = length === 1 ? '1 cell' : `${length} cells`
  const message = `row ${number} has ${cells} where there are ${columns.length} columns`
  // Too many: at the first that has no column. Too few: behind the last.
  const places = placesOf(record, file)
  const last = places[Math.min(length, columns.length + 1) - 1]?.span ?? spanOf(record, file)
  const span = length > columns.length ? last : { ...last, start: last.end }
  const hint = 'a cell that holds a comma stands in quotes; one that is empty has its comma all the same'
  report.error('content/uneven-data', message, span, hint)
}

function reportBroken(code: string, from: number, file: SourceFile, report: Report): void {
  const { at, message } =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? { at: lastQuote(file.text, from), message: 'a quote is never closed' }
      : { at: firstStrayQuote(file.text, from), message: 'a quote stands where none may be' }
  const hint = 'put the whole cell in quotes, and write a quote inside it twice: `"say ""yes"""`'
  report.error('content/bad-csv', message, { file, start: at, end: at + 1 }, hint)
}

/** The quote that opens the cell which the file ends in. */
function lastQuote(text: string, from: number): number {
  let open = from
  let isOpen = false
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isOpen) open = at
    isOpen = !isOpen
  }
  return open
}

/** The first quote of a record that neither begins a cell nor ends one. */
function firstStrayQuote(text: string, from: number): number {
  let isOpen = false
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isOpen) {
      if (at > from && !/[,\t\n]/.test(text[at - 1] ?? '')) return at
      isOpen = true
    } else if (text[at + 1] === '"') at++
    else if (/^(?:[,\t\n]|\r\n|$)/.test(text.slice(at + 1, at + 3))) isOpen = false
    else return at
  }
  return from
}
