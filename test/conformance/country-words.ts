import { type Country, dataYears, type Fraction, type Series, scaled } from './country-data.ts'

/** What a sheet must say of a country, passage by passage, as the design has it: worked out from whole numbers alone. */
export interface CountryWords {
  /** Of each card its label, its value and what is said below it. */
  readonly cards: readonly string[]
  /** The head of the table and its rows. */
  readonly table: readonly string[]
}

type Tongue = 'en' | 'zh-Hans'

const tableYears: readonly number[] = [1990, 2000, 2010, 2020, 2023]

export function countryWords({ population, gdp, perHead }: Country, lang: Tongue): CountryWords {
  const isEnglish = lang === 'en'
  const labels = isEnglish
    ? ['Population', 'Gross domestic product (GDP)', 'GDP per head', 'GDP']
    : ['人口', '国内生产总值', '人均国内生产总值', '国内生产总值']
  const [people = '', product = '', head = '', short = ''] = labels
  const columns = [
    peopleColumn(population, isEnglish),
    productColumn(gdp, isEnglish),
    { unit: isEnglish ? 'US$' : '美元', exponent: 0, decimals: 0 },
  ]
  const all = [population, gdp, perHead]
  return {
    cards: [
      [people, ...card(population, false, isEnglish)],
      [product, ...card(gdp, true, isEnglish)],
      [head, ...card(perHead, true, isEnglish)],
    ].flat(),
    table: [
      isEnglish ? 'Year' : '年份',
      ...[people, short, head].flatMap((label, index) => [label, columns[index]?.unit ?? '']),
      ...tableYears.flatMap((year) => [
        String(year),
        ...columns.map((column, index) => cell(all[index]?.get(year) ?? null, column)),
      ]),
    ],
  }
}

interface Column {
  readonly unit: string
  readonly exponent: number
  readonly decimals: number
}

function shown(series: Series): readonly Fraction[] {
  return tableYears.flatMap((year) => series.get(year) ?? [])
}

/** Thousands or 万人 with one decimal; whole people where there are never a million. */
function peopleColumn(series: Series, isEnglish: boolean): Column {
  if (shown(series).every((one) => scaled(one, 0) < 1_000_000n))
    return { unit: isEnglish ? 'people' : '人', exponent: 0, decimals: 0 }
  return isEnglish
    ? { unit: 'thousand', exponent: 3, decimals: 0 }
    : { unit: '万人', exponent: 4, decimals: 1 }
}

/** Millions or 亿 with two decimals, each with one more where the smallest is under 100 million. */
function productColumn(series: Series, isEnglish: boolean): Column {
  const values = shown(series)
  if (values.length === 0) return { unit: isEnglish ? 'US$' : '美元', exponent: 0, decimals: 0 }
  const more = values.some((one) => scaled(one, 0) < 100_000_000n) ? 1 : 0
  return isEnglish
    ? { unit: 'US$ million', exponent: 6, decimals: more }
    : { unit: '亿美元', exponent: 8, decimals: 2 + more }
}

function cell(value: Fraction | null, { exponent, decimals }: Column): string {
  return value === null ? '..' : digits(scaled(value, decimals - exponent), decimals, true)
}

/** A whole number of last places as it is printed. */
function digits(places: bigint, decimals: number, isGrouped: boolean): string {
  const text = String(places).padStart(decimals + 1, '0')
  const whole = text.slice(0, text.length - decimals)
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return decimals === 0 ? grouped : `${grouped}.${text.slice(-decimals)}`
}

function card(series: Series, isMoney: boolean, isEnglish: boolean): readonly string[] {
  const known = [...series].flatMap(([year, value]) => (value === null ? [] : [{ year, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return [isEnglish ? 'No data' : '无数据']
  const isOld = last.year !== dataYears.at(-1)
  const when = isEnglish
    ? `${last.year}${isOld ? ' (latest data)' : ''}`
    : `${last.year}年${isOld ? '（最新数据）' : ''}`
  const become = first === last ? null : change(first.value, last.value, first.year, isMoney, isEnglish)
  const meta = become === null ? when : `${when}${isEnglish ? ', ' : '，'}${become}`
  return [amount(last.value, isMoney, isEnglish), meta]
}

/** Rounded once to three significant figures, then said in the words of a language. */
function amount(value: Fraction, isMoney: boolean, isEnglish: boolean): string {
  const { figures, exponent } = significant(value)
  const powers: readonly (readonly [number, string])[] = isEnglish
    ? [
        [12, ' trillion'],
        [9, ' billion'],
        [6, ' million'],
      ]
    : [
        [12, '万亿'],
        [8, '亿'],
        [4, '万'],
      ]
  const [power, word] = powers.find(([one]) => exponent + 2 >= one) ?? [0, '']
  const places = Math.max(0, power - exponent)
  const counted = exponent > power ? figures * 10n ** BigInt(exponent - power) : figures
  const numeral = digits(counted, places, isEnglish)
  // Without a number word a decimal that is zero says nothing.
  const short = word === '' && places > 0 ? numeral.replace(/\.?0+$/, '') : numeral
  return isEnglish ? `${isMoney ? 'US$' : ''}${short}${word}` : `${short}${word}${isMoney ? '美元' : ''}`
}

function significant(value: Fraction): { readonly figures: bigint; readonly exponent: number } {
  for (let exponent = -6; exponent < 30; exponent++) {
    const figures = scaled(value, -exponent)
    if (figures < 1000n) return { figures, exponent }
  }
  throw new Error('a value is too large for any sheet')
}

function change(
  first: Fraction,
  last: Fraction,
  since: number,
  isMoney: boolean,
  isEnglish: boolean,
): string {
  const [a, b] = [first.over * last.under, last.over * first.under]
  if (a === b) return isEnglish ? `unchanged since ${since}` : `与${since}年持平`
  if (b >= 10n * a) {
    const times = digits(scaled({ over: b, under: a }, 0), 0, isEnglish)
    return isEnglish ? `${times} times the ${since} value` : `为${since}年的${times}倍`
  }
  const share: Fraction = { over: b > a ? b - a : a - b, under: a }
  const tenths = scaled(share, 3)
  const size = tenths < 100n ? digits(tenths, 1, isEnglish) : digits(scaled(share, 2), 0, isEnglish)
  const isLess = tenths === 0n
  const printed = `${isLess ? '0.1' : size}%`
  if (isEnglish) return `${b > a ? 'up' : 'down'} ${isLess ? 'less than ' : ''}${printed} since ${since}`
  const verb = b > a ? '增长' : isMoney ? '下降' : '减少'
  return `比${since}年${verb}${isLess ? '不到' : ''}${printed}`
}
