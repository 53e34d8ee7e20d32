import { readColor } from './color.ts'
import { type Measures, readLength } from './lengths.ts'
import { numbersIn } from './scan.ts'
import type { Reference, Style, WrittenPaint } from './style.ts'
import { noPaint } from './style.ts'
import type { Written } from './xml.ts'

/** What a property adds to a style that has those of the elements around it; null where its value cannot be read. */
type ReadProperty = (written: Written, style: Style, measures: Measures) => Style | null

/** The properties that are painted, by name. */
export const properties: ReadonlyMap<string, ReadProperty> = new Map<string, ReadProperty>([
  ['color', (written, style) => withColor(written, style)],
  ['fill', (written, style) => set(style, 'fill', paintOf(written, style))],
  ['fill-opacity', (written, style) => set(style, 'fillOpacity', shareOf(written))],
  ['fill-rule', (written, style) => set(style, 'fillRule', oneOf(written, ['nonzero', 'evenodd']))],
  ['stroke', (written, style) => set(style, 'stroke', paintOf(written, style))],
  ['stroke-opacity', (written, style) => set(style, 'strokeOpacity', shareOf(written))],
  ['stroke-width', (written, style, measures) => set(style, 'strokeWidth', widthOf(written, measures))],
  ['stroke-linecap', (written, style) => set(style, 'cap', oneOf(written, ['butt', 'round', 'square']))],
  ['stroke-linejoin', (written, style) => set(style, 'join', joinOf(written))],
  ['stroke-miterlimit', (written, style) => set(style, 'miterLimit', limitOf(written))],
  ['stroke-dasharray', (written, style, measures) => set(style, 'dashes', dashesOf(written, measures))],
  [
    'stroke-dashoffset',
    (written, style, measures) => set(style, 'dashOffset', readLength(written.text, 'other', measures)),
  ],
  ['clip-rule', (written, style) => set(style, 'clipRule', oneOf(written, ['nonzero', 'evenodd']))],
  ['visibility', (written, style) => set(style, 'isVisible', visibilityOf(written))],
  ['font-family', (written, style) => set(style, 'families', familiesOf(written.text))],
  ['font-size', (written, style, measures) => set(style, 'fontSize', sizeOf(written, style, measures))],
  ['font-weight', (written, style) => set(style, 'fontWeight', weightOf(written, style))],
  ['font-style', (written, style) => set(style, 'isItalic', slantOf(written))],
  ['text-anchor', (written, style) => set(style, 'anchor', oneOf(written, ['start', 'middle', 'end']))],
  ['opacity', (written, style) => own(style, 'opacity', shareOf(written))],
  ['display', (written, style) => own(style, 'isDisplayed', written.text.trim() !== 'none')],
  ['clip-path', (written, style) => withClip(written, style)],
  ['stop-color', (written, style) => withStopColor(written, style)],
  ['stop-opacity', (written, style) => withStopOpacity(written, style)],
])

function set<Key extends keyof Style>(style: Style, key: Key, value: Style[Key] | null): Style | null {
  return value === null ? null : { ...style, [key]: value }
}

function own<Key extends keyof Style['own']>(
  style: Style,
  key: Key,
  value: Style['own'][Key] | null,
): Style | null {
  return value === null ? null : { ...style, own: { ...style.own, [key]: value } }
}

function oneOf<Word extends string>({ text }: Written, words: readonly Word[]): Word | null {
  return words.find((word) => word === text.trim()) ?? null
}

function withColor({ text }: Written, style: Style): Style | null {
  if (text.trim() === 'currentColor') return style
  return set(style, 'color', readColor(text)?.color ?? null)
}

function paintOf(written: Written, style: Style): WrittenPaint | null {
  const text = written.text.trim()
  if (text === 'none') return noPaint
  if (/^currentcolor$/i.test(text)) return { kind: 'color', color: style.color, opacity: 1 }
  const to = referenceIn(written)
  if (to) return { kind: 'reference', to }
  const color = readColor(text)
  return color && { kind: 'color', ...color }
}

/** `url(#id)`, in quotes or not; a colour that would stand in for it is not needed, as the id must be there. */
export function referenceIn(written: Written): Reference | null {
  const found = /^\s*url\(\s*(["']?)#([^"'()\s]+)\1\s*\)/.exec(written.text)
  const id = found?.[2]
  return id === undefined ? null : { id, written }
}

function withClip(written: Written, style: Style): Style | null {
  if (written.text.trim() === 'none') return own(style, 'clipPath', null) ?? style
  return own(style, 'clipPath', referenceIn(written))
}

function withStopColor({ text }: Written, style: Style): Style | null {
  const color =
    text.trim().toLowerCase() === 'currentcolor' ? { color: style.color, opacity: 1 } : readColor(text)
  if (!color) return null
  const stopOpacity = color.opacity * style.own.stopOpacity
  return { ...style, own: { ...style.own, stopColor: color.color, stopOpacity } }
}

function withStopOpacity(written: Written, style: Style): Style | null {
  const share = shareOf(written)
  return share === null ? null : own(style, 'stopOpacity', share * style.own.stopOpacity)
}

/** A number or a percentage, from 0 to 1. */
function shareOf({ text }: Written): number | null {
  const value = readLength(text, 'x', { width: 1, height: 1, fontSize: 1 })
  return value === null || !/[\d.%]\s*$/.test(text) ? null : Math.min(1, Math.max(0, value))
}

function widthOf({ text }: Written, measures: Measures): number | null {
  const width = readLength(text, 'other', measures)
  return width !== null && width >= 0 ? width : null
}

/** The standard's newer corners are like mitres at the angles that most drawings have. */
function joinOf(written: Written): Style['join'] | null {
  return oneOf(written, ['miter', 'round', 'bevel'])
}

function limitOf({ text }: Written): number | null {
  const limit = readLength(text, 'x', { width: 1, height: 1, fontSize: 1 })
  return limit !== null && limit >= 1 ? limit : null
}

function dashesOf(written: Written, measures: Measures): readonly number[] | null {
  const text = written.text.trim()
  if (text === 'none') return []
  const plain = numbersIn({ ...written, text })
  const dashes = plain ?? text.split(/[\s,]+/).map((length) => readLength(length, 'other', measures) ?? -1)
  if (dashes.some((length) => length < 0)) return null
  return dashes.every((length) => length === 0) ? [] : dashes
}

function visibilityOf(written: Written): boolean | null {
  const word = oneOf(written, ['visible', 'hidden', 'collapse'])
  return word === null ? null : word === 'visible'
}

/** `"Source Sans 3", sans-serif`: names as they are written, without their quotes. */
function familiesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g), ([, double, single, plain]) =>
    (double ?? single ?? plain ?? '').trim().replace(/\s+/g, ' '),
  ).filter((name) => name !== '')
}

/** CSS Fonts 4, 2.5: the words, with 16 pixels for `medium`. */
const sizes: Readonly<Record<string, number>> = {
  'xx-small': 9.6,
  'x-small': 12,
  small: 14.2,
  medium: 16,
  large: 19.2,
  'x-large': 24,
  'xx-large': 32,
}

function sizeOf({ text }: Written, style: Style, measures: Measures): number | null {
  const word = text.trim()
  if (word === 'larger') return style.fontSize * 1.2
  if (word === 'smaller') return style.fontSize / 1.2
  if (Object.hasOwn(sizes, word)) return sizes[word] ?? null
  const around = { ...measures, width: style.fontSize, fontSize: style.fontSize }
  const size = readLength(word, 'x', around)
  return size !== null && size >= 0 ? size : null
}

/** CSS Fonts 4, 2.2. */
function weightOf({ text }: Written, { fontWeight }: Style): number | null {
  const word = text.trim()
  if (word === 'normal') return 400
  if (word === 'bold') return 700
  if (word === 'bolder') return fontWeight < 350 ? 400 : fontWeight < 550 ? 700 : 900
  if (word === 'lighter') return fontWeight < 550 ? 100 : fontWeight < 750 ? 400 : 700
  const weight = Number(word)
  return /^\d+$/.test(word) && weight >= 1 && weight <= 1000 ? weight : null
}

function slantOf({ text }: Written): boolean | null {
  const word = text.trim()
  if (word === 'normal') return false
  return word === 'italic' || /^oblique\b/.test(word) ? true : null
}
