import { moved } from '../matrix.ts'
import type { VectorRun, VectorText } from '../vector.ts'
import type { Around, Drawing } from './drawing.ts'
import { numbersIn } from './scan.ts'
import type { Style } from './style.ts'
import type { XmlElement } from './xml.ts'

const outlines = 'turn the text into outlines'

/** A line that is being read, in the coordinates of its `<text>`. */
interface Line {
  readonly x: number
  readonly y: number
  readonly anchor: VectorText['anchor']
  readonly runs: VectorRun[]
}

/** Reads a `<text>`: a line for it and for each `<tspan>` with a place of its own. `around` is inside its transform. */
export function readText(element: XmlElement, around: Around, drawing: Drawing): void {
  const [a, b, c, d] = around.matrix
  const scale = Math.sqrt(Math.abs(a * d - b * c))
  const isUpright = Math.max(Math.abs(b), Math.abs(c), Math.abs(a - d)) <= 1e-4 * scale && a > 0
  if (!isUpright) {
    drawing.report.missing('a text that is turned or stretched', element.span, outlines)
    return
  }
  const lines: Line[] = []
  visit(element, around, scale, lines, drawing)
  for (const line of lines) {
    const runs = trimmed(line.runs)
    const [x, y] = moved(around.matrix, line.x, line.y)
    if (runs.length > 0) drawing.texts.push({ x, y, anchor: line.anchor, runs })
  }
}

/** `around` has the style of the element. */
function visit(element: XmlElement, around: Around, scale: number, lines: Line[], drawing: Drawing): void {
  beginLine(element, around, lines, drawing)
  for (const child of element.children) {
    if (child.kind === 'text') {
      const run = runOf(child.text, around, scale, element, drawing)
      drawing.keep(child.text.length + around.style.families.length, element)
      if (run) lines.at(-1)?.runs.push(run)
      continue
    }
    if (!child.isSvg || (child.name !== 'tspan' && child.name !== 'a')) continue
    drawing.visit(child)
    const style = drawing.styleOf(child, around)
    const lang = langOf(child) ?? around.lang
    if (style.own.isDisplayed) visit(child, { ...around, style, lang }, scale, lines, drawing)
  }
}

/** The language that an element states. */
export function langOf({ attributes }: XmlElement): string | null {
  const lang = (attributes.get('xml:lang') ?? attributes.get('lang'))?.text.trim()
  return lang ? lang : null
}

/** Begins a line where an element has a place: only where text begins is known, not where it ends. */
function beginLine(element: XmlElement, around: Around, lines: Line[], drawing: Drawing): void {
  const { attributes, name, span } = element
  const [x, y] = [placeOf(element, 'x', around, drawing), placeOf(element, 'y', around, drawing)]
  const [dx, dy] = [placeOf(element, 'dx', around, drawing), placeOf(element, 'dy', around, drawing)]
  for (const one of ['rotate', 'textLength']) {
    const written = attributes.get(one)
    if (written && written.text.trim() !== '0') drawing.report.missing(`\`${one}\``, written.span, outlines)
  }
  const last = lines.at(-1)
  if (name === 'text' || x !== null) {
    const start = { x: (x ?? 0) + (dx ?? 0), y: (y ?? (last ? last.y : 0)) + (dy ?? 0) }
    lines.push({ ...start, anchor: around.style.anchor, runs: [] })
    return
  }
  if (y !== null || (dx ?? 0) !== 0 || (dy ?? 0) !== 0)
    drawing.report.missing('a part of a text that is moved', span, 'give it an `x` too')
}

/** One place of an element; null where it has none. */
function placeOf(element: XmlElement, name: string, around: Around, drawing: Drawing): number | null {
  const written = element.attributes.get(name)
  if (written === undefined) return null
  if ((numbersIn(written)?.length ?? 1) > 1) {
    drawing.report.missing('a place for each letter', written.span, outlines)
    return null
  }
  return drawing.length(element, name, 0, around)
}

function runOf(
  text: string,
  around: Around,
  scale: number,
  { span }: XmlElement,
  { report }: Drawing,
): VectorRun | null {
  const { style, isChanged, lang } = around
  if (!style.isVisible || style.fontSize === 0 || text === '') return null
  if (text.trim() !== '') {
    if (style.stroke.kind !== 'none') report.passedOver('the outline of letters', span, outlines)
    if (isChanged || opacityOf(style) < 1)
      report.passedOver('what makes a text transparent or cuts it', span, outlines)
  }
  if (style.fill.kind === 'reference') report.missing('a text in a gradient', span, outlines)
  if (style.fill.kind !== 'color') return null
  return {
    text,
    size: style.fontSize * scale,
    families: style.families,
    weight: style.fontWeight,
    isItalic: style.isItalic,
    color: style.fill.color,
    lang,
  }
}

function opacityOf({ fill, fillOpacity, own }: Style): number {
  return (fill.kind === 'color' ? fill.opacity : 1) * fillOpacity * own.opacity
}

/** White space as one space, none at the ends of the line; runs of nothing are left out. */
function trimmed(runs: readonly VectorRun[]): readonly VectorRun[] {
  const kept: VectorRun[] = []
  for (const run of runs) {
    const isAfterSpace = kept.at(-1)?.text.endsWith(' ') ?? true
    const collapsed = run.text.replace(/[ \t\r\n]+/g, ' ')
    const text = isAfterSpace ? collapsed.replace(/^ /, '') : collapsed
    if (text !== '') kept.push({ ...run, text })
  }
  const last = kept.pop()
  if (!last) return kept
  const text = last.text.replace(/ $/, '')
  return text === '' ? kept : [...kept, { ...last, text }]
}
