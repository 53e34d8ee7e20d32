import type { Lang } from '../../base/lang.ts'
import { tableNumber, tableUnit } from '../../figures/table-unit.ts'
import type { ClaimId } from '../ids.ts'
import type { Cell, Table, TableRow, Text } from '../publication.ts'
import type { TextSettings } from '../texts.ts'
import type { ChartData, ChartSeries } from './chart-data.ts'
import { textFor, wordsIn } from './generated.ts'

/** The same as a chart in a table: its categories below each other, a column for each series. */
export function tableOf(data: ChartData, wanted: string, claim: ClaimId, settings: TextSettings): Table {
  const id = claim(wanted)
  const units = data.series.map(({ values }) =>
    tableUnit(
      values.map(({ value }) => value),
      data.unit,
      settings.needed,
    ),
  )
  const headOf = (series: ChartSeries, index: number): Text =>
    textFor(settings, data.span, (lang) => {
      const words = units[index]?.get(lang)?.words ?? ''
      return [wordsIn(series.name ?? data.title, lang), words].filter((part) => part !== '').join(', ')
    })
  const rowOf = (index: number): TableRow => ({
    id: claim(`${id}-row-${index + 1}`),
    cells: [
      cell(data.categories[index]?.label ?? emptyFor(data, settings), 'left', true),
      ...data.series.map(({ values }, column) => {
        const one = values[index]
        return cell(
          textFor(settings, one?.span ?? data.span, (lang) => {
            const unit = units[column]?.get(lang)
            return unit === undefined ? '' : tableNumber(one?.value ?? null, unit, lang)
          }),
          'decimal',
          false,
        )
      }),
    ],
  })
  const heads = data.series.map((series, index) => cell(headOf(series, index), 'right', false))
  return {
    kind: 'table',
    id,
    priority: null,
    number: null,
    caption: null,
    isMirrored: false,
    head: heads.every(isEmpty)
      ? []
      : [{ id: claim(`${id}-head-1`), cells: [cell(emptyFor(data, settings), 'left', false), ...heads] }],
    rows: data.categories.map((_, index) => rowOf(index)),
  }
}

function isEmpty({ text }: Cell): boolean {
  return [...text.versions.values()].every((leaf) => leaf.text === '')
}

/** A cell that says nothing, in every language. */
function emptyFor({ span }: ChartData, { needed, only }: TextSettings): Text {
  const leaf = (lang: Lang) => ({ text: '', lang, span, places: null })
  return { kind: 'text', versions: new Map(needed.map((lang) => [lang, leaf(lang)])), only }
}

function cell(text: Text, align: Cell['align'], isRowHead: boolean): Cell {
  return { text, align, columns: 1, rows: 1, isRowHead }
}
