import type { Lang } from '../../base/lang.ts'
import type { Color, Pt } from '../../base/length.ts'
import type { Span } from '../../base/span.ts'
import type { Element } from '../../document/element.ts'
import type { ChartBox, ChartPart } from '../../style/box.ts'
import type { PartName } from '../../style/chart-parts.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { extentOf } from '../../style/sum.ts'
import { mm } from './measures.ts'
import { legible, mixed } from './tones.ts'

/** A line as a part draws it; none is seen where its width is 0. */
export interface Rule {
  readonly width: Pt
  readonly color: Color
}

/** How words are set. */
export interface WordLook {
  readonly style: ComputedStyle
  readonly element: Element
}

/** How the parts of a chart look: as the theme says, else in tones of the text's colour, told apart without hue. */
export class Looks {
  readonly #box: ChartBox
  /** What is behind the marks. */
  readonly paper: Color

  /** Where an author wrote what it shows. */
  get span(): Span {
    return this.#box.element.span
  }

  constructor(box: ChartBox) {
    this.#box = box
    this.paper = box.style.background ?? white
  }

  words(name: PartName, lang: Lang, isLast = false): WordLook {
    const part =
      this.#find(name, isLast, lang) ?? this.#box.parts.find((one) => one.lang === lang) ?? this.#box
    return { style: part.style, element: part.element }
  }

  /** The upper border of a part. */
  rule(name: 'grid' | 'zero' | 'line' | 'gap'): Rule {
    const style = this.#find(name, false, null)?.style
    if (style?.display === 'none') return { width: 0, color: white }
    const { width, tone } = rules[name]
    return style && style.border.top.width > 0 ? style.border.top : { width, color: this.tone(tone) }
  }

  fill(name: 'mark' | 'area' | 'day' | 'month' | 'years', isLast = false): Color {
    return this.#find(name, isLast, null)?.style.background ?? this.tone(isLast ? 1 : fills[name])
  }

  /** The ring of a point and what is inside it. */
  point(isLast: boolean): { readonly ring: Rule; readonly inside: Color } {
    const style = this.#find('point', isLast, null)?.style
    const top = style?.border.top
    const ring = top && top.width > 0 ? top : { width: 1, color: this.rule('line').color }
    return { ring, inside: style?.background ?? (isLast ? ring.color : this.paper) }
  }

  /** The `width` of a part: of a column, of a disc from side to side. */
  width(name: keyof typeof widths, whole: Pt): Pt {
    const width = this.#find(name, false, null)?.style.width
    return width ? extentOf(width, whole) : widths[name]
  }

  /** The `height` of a part: how thick the bar of a stretch of time is. */
  height(name: keyof typeof heights, whole: Pt): Pt {
    const height = this.#find(name, false, null)?.style.height
    return height ? extentOf(height, whole) : heights[name]
  }

  /** From one line of the hatch to the next, along the axis; lines that touch would be a tint. */
  get hatchStep(): Pt {
    const style = this.#find('gap', false, null)?.style
    const step = style && style.border.top.width > 0 ? style.lineHeight : 1.6 * mm
    return Math.max(step, 2 * this.rule('gap').width, 1)
  }

  /** The colour of the n-th of so many series: steps of lightness where the theme does not say it for all. */
  series(index: number, count: number): Color {
    const own = this.#box.parts.flatMap(({ names, style }) =>
      names.includes('series') ? [style.background] : [],
    )
    const said = own.slice(0, count)
    const color = said.length === count && said.every((one) => one !== null) ? said[index] : null
    return color ?? this.tone(count === 1 ? 1 : 1 - (0.7 * index) / (count - 1))
  }

  /** The line of the n-th of so many series, dark enough to be seen on paper. */
  seriesLine(index: number, count: number): Rule {
    const rule = this.rule('line')
    return count === 1 ? rule : { ...rule, color: legible(this.series(index, count), this.paper) }
  }

  /** The text's colour, thinned: 1 is as it is, 0 the paper. */
  tone(strength: number): Color {
    return mixed(this.#box.style.color, this.paper, strength)
  }

  /** The part of a name that says most of what is asked for. */
  #find(name: PartName, isLast: boolean, lang: Lang | null): ChartPart | null {
    let best: ChartPart | null = null
    let bestRank = -1
    for (const part of this.#box.parts) {
      const saysLast = part.names.includes('last')
      if (!part.names.includes(name) || (saysLast && !isLast)) continue
      if (lang !== null && part.lang !== null && part.lang !== lang) continue
      const rank = (saysLast ? 2 : 0) + (lang !== null && part.lang === lang ? 1 : 0)
      if (rank > bestRank) {
        best = part
        bestRank = rank
      }
    }
    return best
  }
}

const white: Color = [255, 255, 255]

const rules = {
  grid: { width: 0.35, tone: 0.15 },
  zero: { width: 0.8, tone: 1 },
  line: { width: 1.5, tone: 1 },
  gap: { width: 0.35, tone: 0.35 },
} as const

const fills = { mark: 0.6, area: 0.2, day: 1, month: 1, years: 0.6 } as const
const widths = { mark: 4.2 * mm, point: 1.7 * mm, day: 2.4 * mm, month: 1 * mm } as const
const heights = { month: 3.2 * mm, years: 2.2 * mm } as const
