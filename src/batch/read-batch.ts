import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'
import type { NamedFile } from '../content/chapter-files.ts'
import type { Row, Rows } from '../content/data/rows.ts'
import { fileNameOf, rowsFile } from '../content/sheet-files.ts'
import type { Loaded } from '../content/yaml-node.ts'
import { readData, readYaml } from '../read.ts'

/** A pattern and the rows that files are made of. */
export interface Batch {
  readonly sheet: string
  readonly data: Rows
  /** Those whose file has a name of its own. */
  readonly named: readonly NamedRow[]
  /** How many rows there are besides. */
  readonly unnamed: number
}

export interface NamedRow {
  readonly row: Row
  /** Of its file's name. */
  readonly stem: string
}

/** Reads a pattern and its data, `data` or else the file that it names; null after a finding that leaves nothing to do. */
export function readBatch(
  sheet: string,
  data: string | null,
  source: Source,
  report: Report,
  taken: readonly string[] = [],
): Batch | null {
  const loaded = readYaml(sheet, source, report)
  // What is wrong with it is wrong for all rows.
  if (report.failed) return null
  const file = loaded && (data === null ? dataOf(loaded, report) : { path: data, span: wholeFile(data) })
  const rows = file && readData(file, source, report)
  if (!loaded || !rows) return null
  const named = nameRows(loaded, rows.rows, taken, report)
  return { sheet, data: rows, named, unnamed: rows.rows.length - named.length }
}

function dataOf(loaded: Loaded, report: Report): NamedFile | null {
  const before = report.diagnostics.length
  const file = rowsFile(loaded, report)
  if (file === null && report.diagnostics.length === before) {
    const hint = 'name a file with the key `rows`, or with `--data`'
    report.error('batch/no-data', 'it names no data', { file: loaded.file, start: 0, end: 0 }, hint)
  }
  return file
}

/**
 * The rows with the names of their files. Of two rows with one name only the first has a file, so that none replaces
 * another; `taken` are names that no row may have.
 */
function nameRows(
  loaded: Loaded,
  rows: readonly Row[],
  taken: readonly string[],
  report: Report,
): readonly NamedRow[] {
  const first = new Map<string, Row | null>(taken.map((name) => [sameName(name), null]))
  const named: NamedRow[] = []
  for (const row of rows) {
    const stem = fileNameOf(loaded, row, report)
    if (stem === null) continue
    const key = sameName(stem)
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, row)
      named.push({ row, stem })
    } else reportSameName(stem, row, other, report)
  }
  return named
}

/** Names that some file systems take for one: they tell no capitals, or take letters with their accents apart. */
function sameName(stem: string): string {
  return stem.normalize('NFC').toLowerCase()
}

function reportSameName(stem: string, row: Row, other: Row | null, report: Report): void {
  const hint =
    'give `file` a pattern that differs from row to row, as one that names the column of their codes'
  if (other === null) {
    const message = `row ${row.number} would be written to \`${stem}.pdf\`, which is the name of the combined file`
    report.error('batch/same-name', message, row.span, hint)
    return
  }
  const message = `rows ${other.number} and ${row.number} would both be written to \`${stem}.pdf\`: the first is`
  report.error('batch/same-name', message, row.span, hint, { at: other.span, note: `row ${other.number}` })
}
