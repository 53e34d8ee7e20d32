import { type Pt, pointsPer } from '../base/length.ts'
import { didYouMean } from '../base/report.ts'
import {
  largestPaper,
  largestSetting,
  largestShrink,
  mostInGrid,
  mostInSignature,
  smallestPaper,
} from './limits.ts'
import type { Grid, WishedPaper } from './press-wish.ts'

/** What a word says, or why it says nothing. */
export type Said<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly hint: string }

const folded = ['saddle', 'perfect'] as const
const loose = ['nup', 'repeat', 'cut-stack'] as const

/** A scheme: `saddle`, `perfect`, `nup=2x2`, `repeat=2x4`, `cut-stack=2x2`. */
export function readScheme(
  text: string,
): Said<
  | { readonly kind: (typeof folded)[number] }
  | { readonly kind: (typeof loose)[number]; readonly grid: Grid | null }
> {
  const [word = '', ...rest] = text.split('=')
  const bound = folded.find((one) => one === word)
  if (bound !== undefined) {
    if (rest.length === 0) return said({ kind: bound })
    return refused(
      `\`${bound}\` has no columns and rows`,
      `write \`${bound}\`, and \`up\` for the pages of a side`,
    )
  }
  const kind = loose.find((one) => one === word)
  if (kind === undefined) return refused(`\`${text}\` is no way to put pages on sheets`, schemeHint(word))
  if (rest.length === 0) return said({ kind, grid: null })
  const grid = gridOf(rest.join('='))
  if (grid !== null) return said({ kind, grid })
  const message = `\`${rest.join('=')}\` is no number of columns and rows from 1 to ${mostInGrid}`
  return refused(message, `write it as in \`${kind}=2x4\`: two columns, four rows`)
}

function schemeHint(word: string): string {
  return didYouMean(word, [...folded, ...loose])
}

function gridOf(text: string): Grid | null {
  const [, columns = '', rows = ''] = /^(\d{1,3})[x×](\d{1,3})$/.exec(text) ?? []
  const grid = { columns: Number(columns), rows: Number(rows) }
  const isInside = (count: number): boolean => count >= 1 && count <= mostInGrid
  return isInside(grid.columns) && isInside(grid.rows) ? grid : null
}

/** Pages of a side of a folded sheet: folded once, twice or three times. */
export function readUp(text: string): Said<2 | 4 | 8> {
  const up = ([2, 4, 8] as const).find((one) => String(one) === text)
  if (up !== undefined) return said(up)
  return refused(
    `a folded sheet has no \`${text}\` pages a side`,
    'write 2, 4 or 8: folded once, twice or three times',
  )
}

/** Pages of a signature, of whole sheets with so many pages on each of their two sides. */
export function readSignature(text: string, up: number): Said<number> {
  const pages = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (pages >= 2 * up && pages <= mostInSignature && pages % (2 * up) === 0) return said(pages)
  const message = `a signature has no \`${text}\` pages where a sheet has ${2 * up}`
  return refused(message, `write a multiple of ${2 * up} up to ${mostInSignature}, as 16`)
}

/** ISO 216 in millimetres; ANSI Y14.1 in inches. */
const papers: Readonly<Record<string, readonly [width: string, height: string]>> = {
  a3: ['297mm', '420mm'],
  a4: ['210mm', '297mm'],
  a5: ['148mm', '210mm'],
  a6: ['105mm', '148mm'],
  letter: ['8.5in', '11in'],
  legal: ['8.5in', '14in'],
  tabloid: ['11in', '17in'],
}

/** A paper by its name, or its width and height, as `210x297mm`. */
export function readPaper(text: string): Said<WishedPaper> {
  const name = text.toLowerCase()
  const named = Object.hasOwn(papers, name) ? papers[name] : undefined
  const [, first = '', ownUnit = '', second = '', unit = ''] =
    /^([\d.]+)\s*([a-z]*)\s*[x×]\s*([\d.]+)\s*([a-z]+)$/.exec(name) ?? []
  const [width, height] = (named ?? [`${first}${ownUnit || unit}`, `${second}${unit}`]).map(lengthIn)
  if (width === undefined || height === undefined || width === null || height === null) {
    const hint = `papers are ${Object.keys(papers).join(', ')}, or a size as \`210x297mm\``
    return refused(`\`${text}\` is no paper`, hint)
  }
  const isPaper = (side: Pt): boolean => side >= smallestPaper && side <= largestPaper
  if (!isPaper(width) || !isPaper(height)) {
    const hint = `give each side between ${inMillimetres(smallestPaper)} and ${inMillimetres(largestPaper)}`
    return refused(`no paper has the size \`${text}\``, hint)
  }
  return said({ width, height, isOffice: named !== undefined })
}

/** A length: `3mm`, `0.5in`, `9pt`, `1cm`; a bare number only where it is 0. */
export function readLength(text: string): Said<Pt> {
  const length = text.trim() === '0' ? 0 : lengthIn(text)
  if (length === null) {
    const hint = /^[\d.]+$/.test(text)
      ? `add the unit: \`${text}mm\``
      : 'write a number and its unit, as `3mm`'
    return refused(`\`${text}\` is no length`, hint)
  }
  if (length <= largestSetting) return said(length)
  return refused(`\`${text}\` is too long`, `write at most ${inMillimetres(largestSetting)}`)
}

/** The thickness of a leaf. */
export function readCaliper(text: string): Said<Pt> {
  const read = readLength(text)
  if (!read.ok || read.value <= thickest) return read
  return refused(`no leaf is \`${text}\` thick`, 'write the thickness of one leaf, as `0.1mm`')
}

/** Two millimetres: board for the covers of books. */
const thickest: Pt = (2 * 72) / 25.4

/** Thickness of a leaf in millimetres by the weight of its paper in g/m2; 115: coated, which is denser. */
const calipers: Readonly<Record<string, string>> = {
  80: '0.1mm',
  90: '0.115mm',
  100: '0.125mm',
  115: '0.09mm',
}

/** The thickness of a leaf of so many g/m2. */
export function readGrammage(text: string): Said<Pt> {
  const written = text.replace(/\s*g(\/m2|\/m²)?$/, '')
  const caliper = Object.hasOwn(calipers, written) ? lengthIn(calipers[written] ?? '') : null
  if (caliper !== null) return said(caliper)
  const hint = `known are ${Object.keys(calipers).join(', ')}; for others give \`caliper\`, as \`0.1mm\``
  return refused(`the thickness of paper of \`${text}\` g/m2 is not known`, hint)
}

/** `fit`, `exact`, or a size as `70%` or `0.7`. */
export function readScale(text: string): Said<'fit' | 'exact' | number> {
  if (text === 'fit' || text === 'exact') return said(text)
  const [, digits = '', percent] = /^(\d{1,4}(?:\.\d+)?)\s*(%?)$/.exec(text) ?? []
  const scale = Number(digits) / (percent === '%' ? 100 : 1)
  if (digits !== '' && scale === 1) return said('exact')
  if (digits !== '' && scale >= 1 / largestShrink && scale <= largestShrink) return said(scale)
  return refused(`\`${text}\` is no scale`, 'write `fit`, `exact`, or a size as `70%`')
}

/** A reader of one of some words. */
export function readOne<T extends string>(noun: string, known: readonly T[]): (text: string) => Said<T> {
  return (text) => {
    const found = known.find((one) => one === text)
    return found === undefined ? refused(`\`${text}\` is no ${noun}`, didYouMean(text, known)) : said(found)
  }
}

function lengthIn(text: string): Pt | null {
  const [, digits = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})\s*([a-z]+)$/.exec(text.trim()) ?? []
  const points = digits === '' ? null : pointsPer(unit)
  return points === null ? null : Number(digits) * points
}

function inMillimetres(length: Pt): string {
  return `${Math.round((length * 25.4) / 72)} mm`
}

function said<T>(value: T): Said<T> {
  return { ok: true, value }
}

function refused(message: string, hint: string): Said<never> {
  return { ok: false, message, hint }
}
