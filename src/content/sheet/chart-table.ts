import { didYouMean, type Report } from '../../base/report.ts'
import type { WrittenCell, WrittenTable } from '../schema-blocks.ts'
import type { WrittenChart } from '../schema-data-blocks.ts'
import { readCellText, readOptionalText, spanOfText, type TextSettings } from '../texts.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { type ChartData, isDrawable, yearOf } from './chart-data.ts'
import type { Sheet } from './sheet.ts'
import { readUnit } from './units.ts'
import { readValue } from './values.ts'

type OfTable = Extract<WrittenChart['chart'], { readonly table: unknown }>

/** A chart of a table: its first column says the categories, the last row of its head the series. */
export function chartOfTable(
  { table: named, unit: written }: OfTable,
  { tables, lost }: Sheet,
  settings: TextSettings,
  report: Report,
): ChartData | null {
  const table = tables.get(named.text)
  if (table === undefined) {
    if (lost !== null && !lost.has(named.text)) {
      const hint = didYouMean(named.text, [...tables.keys()])
      report.error('content/unknown-table', `no table has the id \`${named.text}\``, named.span, hint)
    }
    return null
  }
  const head = headOf(table)
  const { rows } = table.table
  const width = rows[0]?.length ?? 0
  const uneven = rows.find(
    (row) => row.length !== width || row.some((cell) => 'cell' in cell && isWide(cell)),
  )
  if (uneven !== undefined || width < 2 || (width > 2 && head.length !== width)) {
    const message = `the table \`${named.text}\` cannot be drawn`
    const hint =
      'a chart needs a head, categories in the first column, numbers in the others, no cell over several'
    report.error('content/uneven-series', message, named.span, hint)
    return null
  }
  if (!isDrawable(rows.length, width - 1, named.span, report)) return null
  const unit = readUnit(written, settings, report)
  const label = (cell: WrittenCell) => readCellText(textOf(cell), settings, report)
  return {
    title: readOptionalText(table.caption, settings, report),
    unit,
    categories: rows.map(([first]) => ({
      label: first === undefined ? noText : label(first),
      year: first === undefined ? null : yearOf(valueIn(first).text),
    })),
    series: Array.from({ length: width - 1 }, (_, index) => {
      const name = head[index + 1]
      return {
        name: width === 2 || name === undefined ? null : label(name),
        values: rows.map((row) => {
          const cell = valueIn(row[index + 1] ?? named)
          return {
            value: readValue({ text: bare(cell.text), span: cell.span, where: null }, unit, report),
            span: cell.span,
          }
        }),
      }
    }),
    span: named.span,
  }
}

const noText = { kind: 'text', versions: new Map(), only: null } as const

/** The last row of the head; a list of cells is one row. */
function headOf({ table: { head = [] } }: WrittenTable): readonly WrittenCell[] {
  const last = head.at(-1)
  if (Array.isArray(last)) return last
  return head.flatMap((cell) => (Array.isArray(cell) ? [] : [cell]))
}

function isWide(cell: Extract<WrittenCell, { readonly cell: unknown }>): boolean {
  return Number(cell.columns?.text ?? 1) > 1 || Number(cell.rows?.text ?? 1) > 1
}

function textOf(cell: WrittenCell) {
  return 'cell' in cell ? cell.cell : cell
}

/** The number of a cell, or what stands in its first language. */
function valueIn(cell: WrittenCell): Pick<YamlScalar, 'text' | 'span'> {
  const text = textOf(cell)
  if (text.kind === 'scalar') return text.isNull ? { text: '', span: text.span } : text
  const [first] = text.entries.values()
  return first?.value.kind === 'scalar' ? first.value : { text: '', span: spanOfText(text) }
}

/** A number as tables print it: without commas between thousands and the sign of a share; `..` is missing. */
function bare(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '..') return ''
  return /^[-\u2212]?\d{1,3}(?:,\d{3})*(?:\.\d+)? ?%?$/.test(trimmed)
    ? trimmed.replace(/[,% ]/g, '')
    : trimmed
}
