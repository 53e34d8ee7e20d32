import type { SourceBytes } from '../../base/world.ts'
import type { Row } from './rows.ts'

/**
 * A row as a file of its own, beside the data that it is from: CSV of the column names and its cells (RFC 4180). It is
 * what the PDF of a row embeds as its source: with all rows in each, ten thousand files would hold a hundred million,
 * each would change with any of them, and one who gets a sheet would get the data of all others.
 */
export function rowAsCsv({ span, cells }: Row): SourceBytes {
  const path = span.file.path.replace(/\.[a-z]+$/i, '')
  const texts = [...cells.values()].map(({ text }) => text)
  const lines = [[...cells.keys()], texts].map((line) => `${line.map(quoted).join(',')}\r\n`)
  return { path: `${path}.row.csv`, bytes: new TextEncoder().encode(lines.join('')) }
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
