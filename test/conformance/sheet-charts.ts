import type { Pt } from '../../src/base/length.ts'
import type { Laid, Placed } from '../../src/layout/page.ts'
import { dataYears, type Fraction, numberOf, type Series } from './country-data.ts'
import { type Run, runsOf } from './sheet-marks.ts'

/** Points by which a mark may stand beside where its value is. */
const slack: Pt = 0.02

/** What multiplies the ticks of a chart: the number words of its line of units, by language. */
const factors: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['en', numberWords('thousand', 'million', 'billion', 'trillion')],
  ['fr', numberWords('milliers', 'millions', 'milliards', 'billions')],
  ['es', numberWords('miles', 'millones', 'miles de millones', 'billones')],
  ['ru', numberWords('тыс.', 'млн', 'млрд', 'трлн')],
  ['zh-Hans', new Map([...numberWords(), ['万', 1e4], ['亿', 1e8], ['万亿', 1e12]])],
])

/** Of thousands, and so on by thousands. */
function numberWords(...words: readonly string[]): Map<string, number> {
  return new Map(['', ...words].map((word, index) => [word, 1000 ** index]))
}

/** What is counted, which stands beside the number word. */
const counted =
  /(?: ?de )?(?:US\$|\$US)(?: de)? ?|美元$|人$| ?чел\.$| ?долл\. США$|^people$|^(?:habitants|personas|personnes)$/g

/** What a chart says over one of its ends. */
export interface SeenUnit {
  readonly lang: string
  readonly words: string
}

/** What a reader sees of a chart: its marks, and what is said of its units on either side. */
export interface SeenChart {
  readonly marks: readonly Placed[]
  /** Null: there is one language, and no ticks on the right. */
  readonly units: { readonly left: SeenUnit; readonly right: SeenUnit | null }
}

/** The marks of each chart of a page, in order: those of figures that have a line of years. */
export function chartMarks({ tags }: Laid, marks: readonly Placed[]): readonly (readonly Placed[])[] {
  const charts = new Map<number, Placed[]>()
  for (const placed of marks) {
    if (placed.tag === null || tags[placed.tag]?.role !== 'Figure') continue
    const chart = charts.get(placed.tag) ?? []
    chart.push(placed)
    charts.set(placed.tag, chart)
  }
  return [...charts.values()].filter((one) => runsOf(one).length > 0)
}

/** Where values stand: a straight line through the ticks. */
interface Scale {
  readonly at: (value: number) => Pt
  readonly zero: Pt
}

/**
 * What is wrong with a chart, which is read as a person reads it: the ticks on its left and on its right are one scale,
 * and each mark stands where this scale has its value, and on a true scale of time.
 */
export function chartProblems(chart: SeenChart, series: Series): readonly string[] {
  const { marks, units } = chart
  const zero = marks.find(
    ({ mark }) => mark.kind === 'rect' && mark.width > 100 && mark.height > 0.5 && mark.height < 2,
  )
  const isWithout = [...series.values()].every((one) => one === null)
  if (isWithout) return nothingProblems(marks)
  if (zero?.mark.kind !== 'rect') return ['it has no zero line']
  const middle = zero.y + zero.mark.height / 2
  const texts = runsOf(marks).filter(({ text }) => /^[\d.,\s]+$/.test(text))
  const left = texts.filter((run) => run.right < zero.x)
  const right = texts.filter((run) => run.left > zero.x + (zero.mark.kind === 'rect' ? zero.mark.width : 0))
  const ours = valuesOf(left, units.left)
  const theirs = units.right === null ? ours : valuesOf(right, units.right)
  const [lowest, highest] = [ours[0], ours.at(-1)]
  if (!lowest || !highest || ours.length < 2)
    return [`it has ${ours.length} ticks with a unit \`${units.left.words}\``]
  const perValue = (highest.y - lowest.y) / (highest.value - lowest.value)
  const scale: Scale = { zero: middle, at: (value) => middle + (value - 0) * perValue }
  return [
    ...(lowest.value === 0 ? [] : [`its scale begins at ${lowest.value}`]),
    ...ours.flatMap(({ value, y }) =>
      Math.abs(lowest.y + value * perValue - y) > slack ? [`the tick ${value} is not on the scale`] : [],
    ),
    ...sameTicks(ours, theirs),
    ...markProblems(marks, series, scale),
  ]
}

function valuesOf(
  runs: readonly Run[],
  { lang, words }: SeenUnit,
): readonly { readonly value: number; readonly y: Pt }[] {
  const factor = factors.get(lang)?.get(words.replace(counted, '').trim())
  if (factor === undefined) return []
  const hasPoint = lang === 'en' || lang === 'zh-Hans'
  return runs
    .map(({ text, y }) => {
      const plain = hasPoint ? text.replaceAll(',', '') : text.replace(/\s/g, '').replace(',', '.')
      return { value: Number(plain) * factor, y }
    })
    .sort((a, b) => a.value - b.value)
}

type Ticks = ReturnType<typeof valuesOf>

function sameTicks(left: Ticks, right: Ticks): readonly string[] {
  const isSame =
    left.length === right.length &&
    left.every(({ value, y }, index) => {
      const other = right[index]
      return other && Math.abs(other.value - value) <= 1e-9 * value && Math.abs(other.y - y) <= slack
    })
  const said = (ticks: Ticks): string => ticks.map(({ value }) => value).join()
  return isSame ? [] : [`the ticks ${said(left)} on its left are not ${said(right)} on its right`]
}

/** Middle and end of a column, or a point of a line. */
interface Seen {
  readonly x: Pt
  readonly y: Pt
}

function markProblems(marks: readonly Placed[], series: Series, scale: Scale): readonly string[] {
  const values = dataYears.flatMap((year) => {
    const value = series.get(year)
    return value ? [{ year, value }] : []
  })
  const seen = [...columnsIn(marks, scale), ...pointsIn(marks)]
  if (seen.length !== values.length) return [`it has ${seen.length} marks for ${values.length} values`]
  const years = marks.filter(({ mark }) => mark.kind === 'rect' && mark.width < 1 && mark.height < 4)
  const [start, end] = [years[0], years.at(-1)]
  if (years.length !== dataYears.length || !start || !end) return [`it has ${years.length} marks of years`]
  const perYear = (end.x - start.x) / 33
  return values.flatMap(({ year, value }, index) => {
    const at = { x: start.x + 0.3 + (year - 1990) * perYear, y: scale.at(numberOf(value)) }
    return misplaced(year, value, seen[index], at)
  })
}

function misplaced(year: number, value: Fraction, seen: Seen | undefined, at: Seen): readonly string[] {
  if (seen && Math.abs(seen.x - at.x) <= slack && Math.abs(seen.y - at.y) <= slack) return []
  const where = ({ x, y }: Seen): string => `${x.toFixed(2)}, ${y.toFixed(2)}`
  return [`${numberOf(value)} of ${year} stands at ${seen ? where(seen) : 'none'}, not at ${where(at)}`]
}

/** Columns stand on the zero line. */
function columnsIn(marks: readonly Placed[], { zero }: Scale): readonly Seen[] {
  return marks.flatMap(({ x, y, mark }) => {
    if (mark.kind !== 'rect' || mark.width < 5 || mark.width > 20) return []
    return Math.abs(y + mark.height - zero) <= slack ? [{ x: x + mark.width / 2, y }] : []
  })
}

/** Discs with a ring. */
function pointsIn(marks: readonly Placed[]): readonly Seen[] {
  return marks.flatMap(({ x, y, mark }) => {
    if (mark.kind !== 'path' || mark.fill === null || mark.stroke === null) return []
    return [{ x: x + mark.width / 2, y: y + mark.height / 2 }]
  })
}

/** Where there is no value there is no scale, and something is said. */
function nothingProblems(marks: readonly Placed[]): readonly string[] {
  const texts = runsOf(marks).map(({ text }) => text)
  return [
    ...(texts.some((text) => /\p{L}{3}/u.test(text)) ? [] : ['it does not say that there is nothing']),
    ...(texts.includes('0') ? ['it has a scale'] : []),
    ...(pointsIn(marks).length > 0 ? ['it has points'] : []),
  ]
}
