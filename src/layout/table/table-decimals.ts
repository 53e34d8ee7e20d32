import type { Lang } from '../../base/lang.ts'
import type { Pt } from '../../base/length.ts'
import { Report } from '../../base/report.ts'
import type { BlockBox } from '../../style/box.ts'
import type { Line } from '../../text/paragraph.ts'
import type { Galley } from '../flow.ts'
import { galley } from '../galley.ts'
import type { GalleySettings } from '../setting.ts'
import { classesOf, type Grid, type GridCell } from './table-grid.ts'

/** A figure on one line: `before` is as wide as its whole units, `after` as what follows, with the point or comma. */
interface Figure {
  /** From the left edge of the content to the end of the whole units. */
  readonly at: Pt
  readonly before: Pt
  readonly after: Pt
}

/** Whether a cell stands in a column whose figures are aligned on the point; the year in a head is none of them. */
function isDecimal(box: BlockBox): boolean {
  return box.element.name === 'td' && classesOf(box).includes('decimal')
}

/** The figure of a cell; null where it is of several lines or has no digits. */
function figureIn({ items }: Galley, lang: Lang): Figure | null {
  const [item, ...others] = items
  if (item?.content?.kind !== 'line' || others.length > 0) return null
  const { line, x } = item.content
  const end = wholeEnd(textOf(line), lang)
  if (end === null) return null
  const at = placeOf(line, end)
  return { at: x + at, before: at - line.x, after: line.x + line.width - at }
}

/** The widths that columns of figures need for the widest whole units and the widest fractions among them. */
export function decimalWidths(grid: Grid, settings: GalleySettings): ReadonlyMap<number, Pt> {
  const widest = new Map<number, Figure>()
  for (const { cells } of grid.rows) {
    for (const { box, column, columns } of cells) {
      if (columns > 1 || !isDecimal(box)) continue
      // What is wrong is reported when the cell is set at its own width.
      const content = galley(box, settings, new Report())
      const figure = figureIn(content, box.element.lang ?? settings.lang)
      if (figure) widest.set(column, widerOf(figure, widest.get(column)))
    }
  }
  return new Map(Array.from(widest, ([column, { before, after }]) => [column, before + after]))
}

/** A figure that has room for both. */
function widerOf(figure: Figure, other: Figure | undefined): Figure {
  if (!other) return figure
  return {
    at: 0,
    before: Math.max(figure.before, other.before),
    after: Math.max(figure.after, other.after),
  }
}

/** For each cell of a table, by how much its figure goes to the right to stand with its point below the others'. */
export function figureShifts(
  cells: readonly { readonly cell: GridCell; readonly content: Galley; readonly measure: Pt }[],
  lang: Lang,
  isMirrored: boolean,
): readonly Pt[] {
  const figures = cells.map(({ cell, content }) =>
    cell.columns === 1 && isDecimal(cell.box) ? figureIn(content, cell.box.element.lang ?? lang) : null,
  )
  const widest = new Map<number, Figure>()
  cells.forEach(({ cell: { column } }, index) => {
    const figure = figures[index]
    if (figure) widest.set(column, widerOf(figure, widest.get(column)))
  })
  return cells.map(({ cell, measure }, index) => {
    const figure = figures[index]
    const most = widest.get(cell.column)
    if (!figure || !most) return 0
    const spare = measure - most.before - most.after
    const { textAlign } = cell.box.style
    // What runs the other way is set towards the axis.
    const isAtEnd = textAlign === 'end' && !isMirrored
    return (isAtEnd ? spare : textAlign === 'center' ? spare / 2 : 0) + most.before - figure.at
  })
}

/** Where the whole units of the first figure in a text end; null: there is none. */
export function wholeEnd(text: string, lang: Lang): number | null {
  const found = /\d(?:[\d.,'’\u00a0\u2009\u202f ]*\d)?/u.exec(text)
  if (!found) return null
  const [figure] = found
  return found.index + (pointIn(figure, lang) ?? figure.length)
}

/** Those that write a point before fractions and commas between thousands; the others do the reverse. */
const pointed: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko', 'th', 'he', 'hi', 'ms'])

/**
 * Where the point or comma stands that parts a fraction: the last, unless it parts thousands as the language writes
 * them, or there are several of it.
 */
function pointIn(figure: string, lang: Lang): number | null {
  const at = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','))
  if (at < 0) return null
  const mark = figure.charAt(at)
  if (figure.indexOf(mark) !== at) return null
  const isBoth = figure.includes(mark === '.' ? ',' : '.')
  const isOwn = (mark === '.') === pointed.has(lang.split('-')[0] ?? '')
  return isBoth || isOwn || figure.length - at !== 4 ? at : null
}

function textOf(line: Line): string {
  let text = ''
  eachGlyph(line, (glyph) => {
    text += glyph
    return true
  })
  return text
}

/** From the left edge of the measure to where a character of the line begins. */
function placeOf(line: Line, character: number): Pt {
  let [place, passed] = [line.x + line.width, 0]
  eachGlyph(line, (glyph, x) => {
    if (passed < character) {
      passed += glyph.length
      return true
    }
    place = x
    return false
  })
  return place
}

/** Calls `visit` with the text of each glyph and its place, until it says no. */
function eachGlyph({ parts, glyphs }: Line, visit: (text: string, x: Pt) => boolean): void {
  for (const part of parts) {
    if (part.kind !== 'glyphs') continue
    let { x } = part
    for (let index = glyphs.from + part.from; index < glyphs.from + part.to; index++) {
      if (!visit(part.run.face.textOf(glyphs.pairs[index] ?? 0), x)) return
      x += glyphs.advances[index] ?? 0
    }
  }
}
