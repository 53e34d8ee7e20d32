import type { Lang } from '../../base/lang.ts'
import type { Report } from '../../base/report.ts'
import { isSharedUnit, type TableUnit, tableNumber, tableUnit } from '../../figures/table-unit.ts'
import type { Making, Named } from '../blocks.ts'
import type { DataColumn, DataRow, DataTable } from '../publication.ts'
import type { WrittenDataTable } from '../schema-data-blocks.ts'
import { readOptionalText, type TextSettings } from '../texts.ts'
import { reportUnknownYear } from './chart-data.ts'
import { indicatorsNamed, yearsOf } from './chart-sources.ts'
import { type Audience, optionalTextFor, textFor } from './generated.ts'
import type { DataPoint, Indicator } from './indicators.ts'

/** A column of one language, or of all where they give it alike. */
interface Given {
  readonly indicator: Indicator
  readonly points: ReadonlyMap<number, DataPoint>
  readonly units: ReadonlyMap<Lang, TableUnit>
  readonly lang: Lang | null
}

/** Reads a table of indicators: a row a year, and for each indicator a column in each language’s way of giving it. */
export function readDataTable(
  written: WrittenDataTable,
  named: Named,
  { claim, sheet }: Making,
  settings: TextSettings,
  report: Report,
): Omit<DataTable, 'priority'> {
  const caption = readOptionalText(written.caption, settings, report)
  const indicators = indicatorsNamed(written.indicators, sheet, report)
  const years = readYears(written, indicators, report)
  const columns = indicators.flatMap((indicator) => columnsOf(indicator, years, settings))
  const id = named('data', caption)
  const span = written.indicators[0]?.span ?? indicators[0]?.span
  const values = columns.flatMap(({ points }) => years.map((year) => points.get(year)?.value ?? null))
  sheet.drawing.see(values)
  return {
    kind: 'data-table',
    id,
    caption,
    columns: columns.map((column): DataColumn => headOf(column, settings)),
    rows: years.map(
      (year): DataRow => ({
        id: claim(`${id}-${year}`),
        period: span === undefined ? noText : textFor(settings, span, () => String(year)),
        cells: columns.map((column) => cellOf(column, year, settings)),
        isLatest: year === years.at(-1),
      }),
    ),
    hasGaps: values.includes(null),
  }
}

const noText = { kind: 'text', versions: new Map(), only: null } as const

function readYears(
  { periods }: WrittenDataTable,
  indicators: readonly Indicator[],
  report: Report,
): readonly number[] {
  const known = yearsOf(indicators)
  if (periods === undefined) return known
  const wanted = periods.flatMap(({ text, span }) => {
    for (const { columns, points } of indicators) {
      // A column that is not there is a slip; an empty cell is a value that is missing.
      if (columns === null || !known.includes(Number(text))) continue
      if (points.some(({ period }) => period === Number(text))) continue
      const name = columns.replace('*', text)
      const hint = `add the column, with empty cells where there is no value, or leave ${text} out of \`periods\``
      report.error('content/unknown-column', `the data has no column \`${name}\``, span, hint)
    }
    if (known.includes(Number(text))) return [Number(text)]
    if (indicators.length > 0) reportUnknownYear(text, span, known, report)
    return []
  })
  return [...new Set(wanted)].sort((a, b) => a - b)
}

function columnsOf(
  indicator: Indicator,
  years: readonly number[],
  { needed }: TextSettings,
): readonly Given[] {
  const points = new Map(indicator.points.map((point) => [point.period, point]))
  const shown = years.map((year) => points.get(year)?.value ?? null)
  const units = tableUnit(shown, indicator.unit, needed)
  const given = { indicator, points, units }
  return isAlike(indicator, units)
    ? [{ ...given, lang: null }]
    : needed.map((lang): Given => ({ ...given, lang }))
}

/**
 * Whether one column stands for all languages. Amounts have a column for each even where they are alike by chance: all
 * sheets of a set have the same columns. A ratio or a share is mostly given alike.
 */
function isAlike({ isRatio, unit }: Indicator, units: ReadonlyMap<Lang, TableUnit>): boolean {
  const isAmount = !isRatio && (unit.kind === 'people' || unit.kind === 'usd')
  return !isAmount && isSharedUnit(units)
}

function audienceOf({ lang }: Given, settings: TextSettings): Audience {
  return lang === null ? settings : { needed: [lang], only: [lang] }
}

function headOf(column: Given, settings: TextSettings): DataColumn {
  const { indicator, units, lang } = column
  const audience = audienceOf(column, settings)
  const unit = optionalTextFor(audience, indicator.span, (one) => units.get(one)?.words ?? '')
  if (lang === null) return { label: indicator.short, unit, lang }
  const leaf = indicator.short.versions.get(lang)
  const versions = new Map(leaf === undefined ? [] : [[lang, leaf]])
  return { label: { kind: 'text', versions, only: [lang] }, unit, lang }
}

function cellOf(column: Given, year: number, settings: TextSettings): DataRow['cells'][number] {
  const { indicator, points, units, lang } = column
  const { value, span } = points.get(year) ?? { value: null, span: indicator.span }
  const text = textFor(audienceOf(column, settings), span, (one) => {
    const unit = units.get(one)
    return unit === undefined ? '' : tableNumber(value, unit, one)
  })
  return { text, isMissing: value === null, lang }
}
