import type { Lang } from '../base/lang.ts'
import type { Color, Pt, Size } from '../base/length.ts'
import { Report } from '../base/report.ts'
import type { Chart } from '../figures/chart.ts'
import { draw } from '../layout/chart/chart.ts'
import { Looks } from '../layout/chart/looks.ts'
import type { Point } from '../layout/chart/shapes.ts'
import { glyphText } from '../layout/glyph-text.ts'
import type { Glyphs, Path, Placed, Rect } from '../layout/page.ts'
import type { ChartBox, ChartPart } from '../style/box.ts'
import type { PartName } from '../style/chart-parts.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { paragraph, plainStyle, squareWorkshop } from './square-face.ts'

/** Each part has a colour of its own, so that its marks are found by it. */
export const colors = {
  grid: [0, 0, 10],
  zero: [0, 0, 20],
  mark: [0, 0, 30],
  last: [0, 0, 40],
  line: [0, 0, 50],
  area: [0, 0, 60],
  gap: [0, 0, 70],
  first: [0, 0, 80],
  second: [0, 0, 90],
  third: [0, 0, 100],
} as const satisfies Readonly<Record<string, Color>>

/** A box for charts in the square face at 8 pt on 10 pt. */
export function chartBox(more: readonly ChartPart[] = []): ChartBox {
  const rule = (name: PartName, width: Pt, color: Color): ChartPart =>
    partOf([name], { border: { ...plainStyle().border, top: { width, color } } })
  const fill = (names: readonly string[], background: Color): ChartPart => partOf(names, { background })
  const parts = [
    rule('grid', 0.5, colors.grid),
    rule('zero', 1, colors.zero),
    rule('line', 1.5, colors.line),
    partOf(['gap'], {
      lineHeight: 4,
      border: { ...plainStyle().border, top: { width: 0.5, color: colors.gap } },
    }),
    fill(['mark'], colors.mark),
    fill(['mark', 'last'], colors.last),
    fill(['area'], colors.area),
    fill(['series'], colors.first),
    fill(['series'], colors.second),
    fill(['series'], colors.third),
  ]
  return {
    kind: 'chart',
    element: { ...paragraph, name: 'bi-chart' },
    style: wordStyle,
    parts: [...parts, ...more],
  }
}

const wordStyle = plainStyle({ fontSize: 8, lineHeight: 10 })

function partOf(names: readonly string[], style: Partial<ComputedStyle>): ChartPart {
  return {
    names,
    lang: null,
    style: { ...wordStyle, ...style },
    element: { ...paragraph, name: 'bi-part' },
  }
}

/** The marks of a chart in the square face; a finding throws. */
export function drawn(
  chart: Chart,
  size: Size = { width: 246, height: 204 },
  languages: readonly Lang[] = ['en', 'zh-Hans'],
): readonly Placed[] {
  const report = new Report()
  const marks = draw(chart, size, {
    languages,
    looks: new Looks(chartBox()),
    workshop: squareWorkshop(),
    report,
  })
  // Random names are often too long for their place: that is said, and they are left out.
  for (const { code, message } of report.diagnostics)
    if (code !== 'layout/lost-label') throw new Error(message)
  return marks
}

/** A mark's kind with its place. */
type At<T> = T & { readonly x: Pt; readonly y: Pt }

export function rectsOf(marks: readonly Placed[], color: Color): readonly At<Rect>[] {
  return marks.flatMap(({ x, y, mark }) =>
    mark.kind === 'rect' && String(mark.color) === String(color) ? [{ ...mark, x, y }] : [],
  )
}

export function pathsOf(marks: readonly Placed[], color: Color): readonly At<Path>[] {
  return marks.flatMap(({ x, y, mark }) =>
    mark.kind === 'path' && [mark.fill, mark.stroke?.color].some((one) => String(one) === String(color))
      ? [{ ...mark, x, y }]
      : [],
  )
}

/** Runs of words with the box of their letters: in the square face .8 em above the baseline and .2 em below. */
export interface Said {
  readonly text: string
  readonly left: Pt
  readonly right: Pt
  readonly top: Pt
  readonly bottom: Pt
}

export function wordsIn(marks: readonly Placed[]): readonly Said[] {
  return marks.flatMap(({ x, y, mark }) =>
    mark.kind === 'glyphs'
      ? [
          {
            text: glyphText(mark),
            left: x,
            right: x + widthOf(mark),
            top: y - 0.8 * mark.size,
            bottom: y + 0.2 * mark.size,
          },
        ]
      : [],
  )
}

function widthOf({ from, to, advances }: Glyphs): Pt {
  let width = 0
  for (let glyph = from; glyph < to; glyph++) width += advances[glyph] ?? 0
  return width
}

/** The middle of the line of 0. */
export function zeroOf(marks: readonly Placed[]): Pt {
  const [zero] = rectsOf(marks, colors.zero)
  return (zero?.y ?? 0) + (zero?.height ?? 0) / 2
}

/** The top of the letters of a label. */
export function topOf(marks: readonly Placed[], label: string): Pt {
  const found = wordsIn(marks).find(({ text }) => text === label)
  if (!found) throw new Error(`there is no ${label}`)
  return found.top
}

/** Where the straight lines of an outline begin and end, in the drawing. */
export function pointsOf(path: (Pick<Path, 'outline'> & Point) | undefined): readonly Point[] {
  if (!path) return []
  const { x, y, outline } = path
  return outline.flatMap((step) =>
    step[0] === 'M' || step[0] === 'L' ? [{ x: x + step[1], y: y + step[2] }] : [],
  )
}

/** Its runs of words, in order. */
export function textOf(marks: readonly Placed[]): readonly string[] {
  return wordsIn(marks).map(({ text }) => text.replaceAll('\u200b', ''))
}

/** A drawing as text, a line a mark: what it is, where it begins and how large it is, to a tenth of a point. */
export function sketchOf(marks: readonly Placed[]): string {
  return marks.map(({ x, y, mark }) => `${sketch(mark)} ${tenth(x)},${tenth(y)}${sizeOf(mark)}`).join('\n')
}

function sketch(mark: Placed['mark']): string {
  switch (mark.kind) {
    case 'glyphs':
      return JSON.stringify(glyphText(mark).replaceAll('\u200b', ''))
    case 'rect':
      return nameOf(mark.color)
    case 'path': {
      const ink = nameOf(mark.stroke?.color ?? mark.fill ?? [0, 0, 0])
      const isDisc = mark.outline[1]?.[0] === 'C'
      const parts = mark.outline.filter(([step]) => step === 'M').length
      if (isDisc) return `point of ${ink} on ${mark.fill ? nameOf(mark.fill) : 'nothing'}`
      return parts > 1 ? `${parts} lines of ${ink}` : `${ink} through ${through(mark)}`
    }
    default:
      return mark.kind
  }
}

function through({ outline }: Path): string {
  return outline.map(([step, ...numbers]) => (step === 'Z' ? 'back' : numbers.map(tenth).join(','))).join(' ')
}

function nameOf(color: Color): string {
  const found = Object.entries(colors).find(([, one]) => String(one) === String(color))
  return found?.[0] ?? (color.every((part) => part === 255) ? 'paper' : 'text')
}

function sizeOf(mark: Placed['mark']): string {
  return mark.kind === 'glyphs' ? '' : ` ${tenth(mark.width)}x${tenth(mark.height)}`
}

function tenth(length: number): string {
  return String(Number(length.toFixed(1)) + 0)
}
