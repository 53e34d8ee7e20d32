import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** What of PDFKit's own drawing the plain program uses. */
interface DrawingDocument {
  registerFont(name: string, path: string): DrawingDocument
  font(name: string, size: number): DrawingDocument
  fillColor(color: string): DrawingDocument
  text(text: string, x: number, y: number, settings?: TextSettings): DrawingDocument
  rect(x: number, y: number, width: number, height: number): DrawingDocument
  circle(x: number, y: number, radius: number): DrawingDocument
  moveTo(x: number, y: number): DrawingDocument
  lineTo(x: number, y: number): DrawingDocument
  lineWidth(width: number): DrawingDocument
  fill(color: string): DrawingDocument
  stroke(color: string): DrawingDocument
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end', listener: () => void): void
  end(): void
}

interface TextSettings {
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly lineBreak?: boolean
}

// The declaration of PDFKit in src/pdf names only what the product uses.
const Document = PDFDocument as unknown as new (settings: object) => DrawingDocument

const sans = '@expo-google-fonts/source-sans-3'
const han = '@expo-google-fonts/noto-sans-sc'
const faces = {
  en: `${sans}/400Regular/SourceSans3_400Regular.ttf`,
  'en-bold': `${sans}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  zh: `${han}/400Regular/NotoSansSC_400Regular.ttf`,
  'zh-bold': `${han}/700Bold/NotoSansSC_700Bold.ttf`,
}

const accent = '#1f3a5f'
const ink = '#111111'
const neutral = '#55606b'
const years = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023]

/** A row of the table of countries, by column. */
export type CountryRow = Readonly<Record<string, string>>

/**
 * The plain program: a sheet with the same faces, texts, cards, charts and table as ours at fixed places, by
 * `doc.text()` and vectors; untagged, without a code, an outline or a check. Each file opens its faces, as the users of
 * such programs have it. Resolves to the bytes of the file.
 */
export function rivalSheet(row: CountryRow): Promise<number> {
  const require = createRequire(import.meta.url)
  const document = new Document({ size: 'A4', margin: 0 })
  for (const [name, path] of Object.entries(faces)) document.registerFont(name, require.resolve(path))
  const population = years.map((year) => numberIn(row, `population_${year}`))
  const gdp = years.map((year) => numberIn(row, `gdp_usd_${year}`))
  const perHead = gdp.map((value, index) => quotient(value, population[index] ?? null))
  drawBand(document, row)
  drawCards(document, [population, gdp, perHead])
  drawChart(document, 42.5, 'Population', '人口', population, true)
  drawChart(document, 306, 'GDP, current US$', '国内生产总值（现价美元）', gdp, false)
  drawTable(document, [population, gdp, perHead])
  drawNotes(document)
  let bytes = 0
  document.on('data', (chunk) => {
    bytes += chunk.length
  })
  return new Promise((resolve) => {
    document.on('end', () => resolve(bytes))
    document.end()
  })
}

function numberIn(row: CountryRow, column: string): number | null {
  const text = row[column] ?? ''
  return text === '' ? null : Number(text)
}

function quotient(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a / b
}

function drawBand(document: DrawingDocument, row: CountryRow): void {
  document.rect(28, 28, 539, 85).fill(accent)
  document.fillColor('white')
  document.font('en', 8.5).text('Country and area profile', 42.5, 36)
  document.font('en-bold', 25).text(row.name_en ?? '', 42.5, 52, { width: 247 })
  document.font('en', 8.5).text('Population and GDP, 1990–2023', 42.5, 92)
  document.text('24 November 2026', 200, 92, { width: 80, align: 'right' })
  document.font('zh', 8.5).text('国家和地区概况', 306, 36)
  document.font('zh-bold', 22).text(row['name_zh-Hans'] ?? '', 306, 50, { width: 247 })
  document.font('zh', 8.5).text('人口和国内生产总值，1990—2023年', 306, 92)
  document.text('2026年11月24日', 473, 92, { width: 80, align: 'right' })
}

const labels = [
  ['Population', '人口'],
  ['Gross domestic product (GDP)', '国内生产总值'],
  ['GDP per head', '人均国内生产总值'],
] as const

function drawCards(document: DrawingDocument, all: readonly (readonly (number | null)[])[]): void {
  for (const [index, values] of all.entries()) {
    const x = 42.5 + index * 176
    const last = values.findLast((value) => value !== null) ?? null
    const first = values.find((value) => value !== null) ?? null
    const change = last !== null && first !== null ? Math.round((last / first - 1) * 100) : null
    const [en = '', zh = ''] = labels[index] ?? []
    document.rect(x, 130, 158, 2).fill(accent)
    document.fillColor(ink).font('en-bold', 9).text(en, x, 137)
    document.fillColor(accent).font('en-bold', 28).text(short(last), x, 148)
    document.fillColor(neutral).font('en', 8.5).text(`2023, up ${change}% since 1990`, x, 180)
    document.fillColor(ink).font('zh-bold', 9).text(zh, x, 198)
    document.fillColor(accent).font('en-bold', 28).text(short(last), x, 208)
    document.fillColor(neutral).font('zh', 8.5).text(`2023年，比1990年增长${change}%`, x, 240)
  }
}

function short(value: number | null): string {
  return value === null ? 'No data' : value.toLocaleString('en', { maximumSignificantDigits: 3 })
}

function drawChart(
  document: DrawingDocument,
  x: number,
  en: string,
  zh: string,
  values: readonly (number | null)[],
  isArea: boolean,
): void {
  document
    .moveTo(x, 275)
    .lineTo(x + 247, 275)
    .lineWidth(0.8)
    .stroke(accent)
  document.fillColor(accent).font('en-bold', 10).text(en, x, 280)
  document.font('zh-bold', 10).text(zh, x + 97, 280, { width: 150, align: 'right' })
  const top = Math.max(1, ...values.map((value) => value ?? 0)) / 0.95
  const [left, right, upper, foot] = [x + 26, x + 221, 325, 490]
  const yOf = (value: number) => foot - ((foot - upper) * value) / top
  for (let tick = 0; tick <= 4; tick++) {
    const y = yOf((top * tick) / 4)
    document.moveTo(left, y).lineTo(right, y).lineWidth(0.35).stroke('#dde2e8')
    document.fillColor(neutral).font('en', 8)
    document.text(short((top * tick) / 4), x - 10, y - 5, { width: 32, align: 'right' })
    document.text(short((top * tick) / 4), right + 4, y - 5, { lineBreak: false })
  }
  const xOf = (year: number) => left + 13 + ((right - left - 26) * (year - 1990)) / 33
  years.forEach((year, index) => {
    const value = values[index] ?? null
    if (value !== null && !isArea)
      document.rect(xOf(year) - 6, yOf(value), 12, foot - yOf(value)).fill('#6f86a6')
    if ([1990, 2000, 2010, 2023].includes(year))
      document
        .fillColor(ink)
        .font('en', 8)
        .text(String(year), xOf(year) - 12, foot + 4, { width: 24, align: 'center' })
  })
  if (!isArea) return
  const points = years.flatMap((year, index) => {
    const value = values[index] ?? null
    return value === null ? [] : [[xOf(year), yOf(value)] as const]
  })
  const [first, end] = [points[0], points.at(-1)]
  if (!first || !end) return
  document.moveTo(first[0], foot)
  for (const [px, py] of points) document.lineTo(px, py)
  document.lineTo(end[0], foot).fill('#c9d5e4')
  for (const [px, py] of points) document.circle(px, py, 2.4).lineWidth(1).stroke(accent)
}

function drawTable(document: DrawingDocument, all: readonly (readonly (number | null)[])[]): void {
  const heads = [
    ['Year', '年份'],
    ['Population', 'thousand'],
    ['人口', '万人'],
    ['GDP', 'US$ million'],
    ['国内生产总值', '亿美元'],
    ['人均国内生产总值', 'US$ 美元'],
  ] as const
  heads.forEach(([head, unit], index) => {
    const settings = { width: 85, align: index === 0 ? 'left' : 'right' } as const
    const x = index === 0 ? 42.5 : 28 + index * 88
    document
      .fillColor(ink)
      .font(/[A-Z]/.test(head) ? 'en-bold' : 'zh-bold', 8.5)
      .text(head, x, 535, settings)
    document
      .fillColor(neutral)
      .font(/[A-Z]|thousand/.test(unit) ? 'en' : 'zh', 8)
      .text(unit, x, 547, settings)
  })
  for (const [index, year] of [1990, 2000, 2010, 2020, 2023].entries()) {
    const y = 564 + index * 16
    document.fillColor(ink).font('en-bold', 9).text(String(year), 42.5, y)
    const [population, gdp, perHead] = all.map((values) => values[years.indexOf(year)] ?? null)
    const cells = [
      printed(population, 1000, 0),
      printed(population, 10_000, 1),
      printed(gdp, 1e6, 0),
      printed(gdp, 1e8, 2),
      printed(perHead, 1, 0),
    ]
    cells.forEach((cell, column) => {
      document.font('en', 9).text(cell, 28 + (column + 1) * 88, y, { width: 85, align: 'right' })
    })
    document
      .moveTo(42.5, y + 14)
      .lineTo(552.8, y + 14)
      .lineWidth(0.35)
      .stroke('#dde2e8')
  }
}

function printed(value: number | null | undefined, factor: number, decimals: number): string {
  if (value === null || value === undefined) return '..'
  return (value / factor).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}

function drawNotes(document: DrawingDocument): void {
  document.fillColor(ink).font('en-bold', 8).text('Source and notes', 42.5, 664)
  document
    .font('en', 7.5)
    .text(
      'World Bank, through datasets/population and datasets/gdp (PDDL). Names from Unicode CLDR 48 (Unicode-3.0). GDP in current US dollars, not adjusted for inflation. GDP per head is GDP divided by the population of the same year. Cards are rounded to three significant figures; changes are computed before rounding. Data points 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023.',
      42.5,
      676,
      { width: 204 },
    )
  document.font('zh-bold', 8).text('来源和说明', 263, 664)
  document
    .font('zh', 7.875)
    .text(
      '世界银行，取自datasets/population和datasets/gdp（PDDL）。名称：Unicode CLDR 48（Unicode-3.0）。国内生产总值为现价美元，未扣除价格变动。人均值为同年国内生产总值除以人口。卡片数值取三位有效数字，变化按取整前数值计算。数据年份：1990、1995、2000、2005、2010、2015、2020、2023年。',
      263,
      676,
      { width: 204 },
    )
  document.fillColor(neutral).font('en', 7.5).text('Edition 1 · 24 November 2026 · Figures PDDL', 42.5, 778)
  document.font('zh', 7.875).text('第1版，2026年11月24日，数据许可：PDDL', 306, 778)
}
