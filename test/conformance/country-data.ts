import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './samples.ts'

/** A row of the countries, read without this program. */
export interface Country {
  readonly id: string
  readonly names: ReadonlyMap<string, string>
  /** By indicator and year; null: missing. */
  readonly population: Series
  readonly gdp: Series
  readonly perHead: Series
}

export type Series = ReadonlyMap<number, Fraction | null>

/** A value without rounding: the sheets are held against whole numbers, not against other floating points. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const dataYears: readonly number[] = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023]

/** The rows of `countries.csv`, which has no quotes. Throws where it is otherwise than is known of it. */
export function readCountries(): readonly Country[] {
  const path = join(projectFolder, 'content', 'countries', 'countries.csv')
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    if (line.includes('"') || cells.length !== columns.length) throw new Error(`not a plain row: ${line}`)
    const row = new Map(columns.map((column, index) => [column, cells[index] ?? '']))
    const [population, gdp] = [seriesOf(row, 'population_'), seriesOf(row, 'gdp_usd_')]
    const perHead = new Map(dataYears.map((year) => [year, quotient(gdp.get(year), population.get(year))]))
    const names = new Map(
      columns.flatMap((column) =>
        column.startsWith('name_') ? [[column.slice(5), row.get(column) ?? ''] as const] : [],
      ),
    )
    return { id: row.get('id') ?? '', names, population, gdp, perHead }
  })
}

function seriesOf(row: ReadonlyMap<string, string>, prefix: string): Series {
  return new Map(
    dataYears.map((year) => {
      const cell = row.get(`${prefix}${year}`)
      if (cell === undefined) throw new Error(`there is no column ${prefix}${year}`)
      return [year, cell === '' ? null : { over: BigInt(cell), under: 1n }]
    }),
  )
}

function quotient(over: Fraction | null | undefined, under: Fraction | null | undefined): Fraction | null {
  return over && under ? { over: over.over * under.under, under: over.under * under.over } : null
}

/** The whole number that is nearest to a fraction times a power of ten; a half goes up. No value here is below zero. */
export function scaled({ over, under }: Fraction, exponent: number): bigint {
  const [a, b] =
    exponent < 0 ? [over, under * 10n ** BigInt(-exponent)] : [over * 10n ** BigInt(exponent), under]
  return (2n * a + b) / (2n * b)
}

export function numberOf({ over, under }: Fraction): number {
  return Number(over) / Number(under)
}

/** Which countries are looked at closely: every eleventh, and those at the ends of what the data has. */
export function chooseCountries(all: readonly Country[]): readonly Country[] {
  const most = (size: (one: Country) => number): readonly Country[] =>
    all.toSorted((a, b) => size(b) - size(a)).slice(0, 1)
  const last = (series: Series): number => numberOf([...series.values()].findLast((one) => one) ?? zero)
  const gaps = ({ population, gdp }: Country): number =>
    [...population.values(), ...gdp.values()].filter((one) => one === null).length
  const isWithout = (series: Series): boolean => [...series.values()].every((one) => one === null)
  const chosen = new Set([
    ...all.filter((_, index) => index % 11 === 0),
    ...['en', 'zh-Hans', 'fr', 'es', 'ru'].flatMap((lang) =>
      most(({ names }) => names.get(lang)?.length ?? 0),
    ),
    ...all.filter(({ population, gdp }) => isWithout(population) || isWithout(gdp)),
    ...most(gaps),
    ...most((one) => (isWithout(one.gdp) ? gaps(one) - 100 : gaps(one))),
    ...[(one: Country) => one.population, (one: Country) => one.gdp, (one: Country) => one.perHead].flatMap(
      (of) => [
        ...most((one) => last(of(one))),
        ...most((one) => (isWithout(of(one)) ? Number.NEGATIVE_INFINITY : -last(of(one)))),
      ],
    ),
  ])
  return [...chosen]
}

const zero: Fraction = { over: 0n, under: 1n }
