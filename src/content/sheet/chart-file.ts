import type { Lang } from '../../base/lang.ts'
import type { Leaf } from '../../base/leaf.ts'
import type { Report } from '../../base/report.ts'
import { type DataCell, nameOfCell, type Rows } from '../data/rows.ts'
import { readPath } from '../paths.ts'
import type { Text } from '../publication.ts'
import type { WrittenChart } from '../schema-data-blocks.ts'
import type { TextSettings } from '../texts.ts'
import { type ChartData, isDrawable, yearOf } from './chart-data.ts'
import { fillScalar, leafOfCell } from './fill.ts'
import type { Sheet } from './sheet.ts'
import { readUnit } from './units.ts'
import { readValue } from './values.ts'

type OfFile = Extract<WrittenChart['chart'], { readonly data: unknown }>

/**
 * A chart of a CSV: its first column says the categories, or the first ones do in each language (`crop_en`,
 * `crop_zh-Hans`); each other column is a series of its name.
 */
export function chartOfFile(
  written: OfFile,
  folder: string,
  { data }: Sheet,
  settings: TextSettings,
  report: Report,
): ChartData | null {
  const named = fillScalar(written.data, settings.row, 'bare', report)
  const path = named && readPath(folder, named, report)
  const rows = path === null ? null : (data.get(path) ?? null)
  const [first] = rows?.columns ?? []
  if (rows === null || first === undefined) return null
  const categories = categoryColumns(rows, settings)
  const others = rows.columns.filter(({ name }) => ![...categories.values()].includes(name))
  if (others.length === 0) {
    const hint = 'add a column of values behind that of the categories'
    report.error('content/uneven-series', 'the data has no column of values', first.span, hint)
    return null
  }
  if (!isDrawable(rows.rows.length, others.length, written.data.span, report)) return null
  const unit = readUnit(written.unit, settings, report)
  const cells = rows.rows.map((row) => ({ row, cells: row.cells }))
  return {
    title: null,
    unit,
    categories: cells.map((row) => ({
      label: labelIn(row.cells, categories),
      year: yearOf(row.cells.get(first.name)?.text ?? ''),
    })),
    series: others.map(({ name, span }) => ({
      name: others.length === 1 ? null : sameIn(settings.declared, { text: name, span, places: null }),
      values: cells.map((one) => {
        const cell = one.cells.get(name) ?? { text: '', span }
        return {
          value: readValue({ ...cell, where: nameOfCell(name, one.row) }, unit, report),
          span: cell.span,
        }
      }),
    })),
    span: written.data.span,
  }
}

/** The column of the categories for each language. */
function categoryColumns({ columns }: Rows, { declared }: TextSettings): ReadonlyMap<Lang, string> {
  const first = columns[0]?.name ?? ''
  const suffix = declared.find((lang) => first.endsWith(`_${lang}`))
  if (suffix === undefined) return new Map(declared.map((lang) => [lang, first]))
  const stem = first.slice(0, -suffix.length)
  const names = new Set(columns.map(({ name }) => name))
  return new Map(declared.flatMap((lang) => (names.has(stem + lang) ? [[lang, stem + lang] as const] : [])))
}

function labelIn(cells: ReadonlyMap<string, DataCell>, columns: ReadonlyMap<Lang, string>): Text {
  const versions = new Map<Lang, Leaf>()
  for (const [lang, name] of columns) {
    const cell = cells.get(name)
    if (cell !== undefined && cell.text !== '') versions.set(lang, leafOfCell(cell, lang))
  }
  return { kind: 'text', versions, only: null }
}

function sameIn(languages: readonly Lang[], cell: DataCell): Text {
  return {
    kind: 'text',
    versions: new Map(languages.map((lang) => [lang, leafOfCell(cell, lang)])),
    only: null,
  }
}
