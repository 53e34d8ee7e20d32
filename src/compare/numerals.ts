import type { Lang } from '../base/lang.ts'
import { conventionOf, type Tongue, tongueOf } from '../figures/convention.ts'
import { powerAt } from '../figures/powers.ts'

/** A number that stands in a text in digits, with the number word behind it. */
export interface Numeral {
  /** As written: `80万`, `3.2 million`. */
  readonly text: string
  /** Its value, exact, in one form for all languages: digits, a point, no zeros that say nothing. */
  readonly value: string
}

/**
 * The numbers in a text, in order, as its language writes them. Not numbers are digits that belong to a name (`A4`,
 * `COVID-19`) and to calls of notes and references; numbers in words, as `two` and `八十`, are not seen.
 */
export function numeralsIn(text: string, lang: Lang): readonly Numeral[] {
  if (!/[0-9٠-٩۰-۹０-９]/.test(text)) return []
  const bare = text.replace(/\[\^[A-Za-z0-9-]+\]|\{ref: [^{}]*\}/g, (call) => '\ufffc'.repeat(call.length))
  const words = wordsOf(tongueOf(lang))
  const numerals: Open[] = []
  for (const match of bare.matchAll(patternFor(lang, words))) {
    const { sign = '', whole = '', part = '', word = '' } = match.groups ?? {}
    const exponent = words.get(word.toLowerCase()) ?? 0
    const one = {
      isNegative: sign !== '',
      digits: plainDigits(whole),
      decimals: plainDigits(part),
      exponent,
      from: match.index,
      to: match.index + match[0].length,
    }
    const last = numerals.at(-1)
    const sum = last && compound(last, one)
    if (sum) numerals[numerals.length - 1] = sum
    else numerals.push(one)
  }
  return numerals.map((one) => ({ text: text.slice(one.from, one.to), value: exactValue(one) }))
}

interface Open {
  readonly isNegative: boolean
  readonly digits: string
  readonly decimals: string
  /** Of the number word behind it. */
  readonly exponent: number
  readonly from: number
  readonly to: number
}

/** `3亿5000万` is one number. */
function compound(last: Open, next: Open): Open | null {
  const isOne =
    next.from === last.to &&
    next.exponent < last.exponent &&
    !next.isNegative &&
    last.decimals === '' &&
    next.decimals === '' &&
    next.digits.length + next.exponent <= last.exponent
  if (!isOne) return null
  const digits = last.digits + (next.digits + '0'.repeat(next.exponent)).padStart(last.exponent, '0')
  return { ...last, digits, exponent: 0, to: next.to }
}

function exactValue({ isNegative, digits, decimals, exponent }: Open): string {
  const shifted = decimals.padEnd(exponent, '0')
  const whole = (digits + shifted.slice(0, exponent)).replace(/^0+(?=.)/, '')
  const part = shifted.slice(exponent).replace(/0+$/, '')
  const value = part === '' ? whole : `${whole}.${part}`
  return isNegative && value !== '0' ? `-${value}` : value
}

const digit = '[0-9٠-٩۰-۹０-９]'
/** No-break spaces of all widths stand between groups in every language. */
const groupSpaces = '\u00a0\u2009\u202f'

function patternFor(lang: Lang, known: ReadonlyMap<string, number>): RegExp {
  const { decimal, group } = conventionOf(lang)
  const between = `[${groupSpaces}${group === '.' ? '.' : decimal === ',' ? '' : ',\u066c'}]`
  const point = `[${decimal}\u066b]`
  const words = [...known.keys()].sort((a, b) => b.length - a.length)
  const isSpaced = tongueOf(lang) !== 'zh' && tongueOf(lang) !== 'plain'
  const word = isSpaced
    ? `(?:[ ${groupSpaces}-]?(?<word>${words.map(escaped).join('|')})(?![A-Za-z\u00c0-\u024f\u0400-\u04ff\u0620-\u064a]))?`
    : `(?:[多余餘]?(?<word>${words.join('|')})(?!${noCount}))?`
  const sign = '(?:(?<![0-9A-Za-z)\\]])(?<sign>[\u2212-])\u200e?)?'
  // A number begins at no digit's second place, and in no name.
  const start = `(?<!${digit}|[A-Za-z][-\u2010\u2011]?)`
  const whole = `(?<whole>${digit}{1,3}(?:${between}${digit}{3})+(?!${digit})|${digit}+)`
  return new RegExp(`${sign}${start}${whole}(?:${point}(?<part>${digit}+))?${word}`, 'giu')
}

/** The number words of a language, each form with its power of ten. */
function wordsOf(tongue: Tongue): ReadonlyMap<string, number> {
  if (tongue === 'zh' || tongue === 'plain') return hanWords
  const words = new Map<string, number>(tongue === 'ru' ? russianWords : [])
  for (const exponent of [12, 9, 6, 3]) {
    const power = powerAt(exponent, tongue)
    if (power === null) continue
    for (const form of [power.one, power.few, power.other, power.heading])
      words.set(form.toLowerCase(), exponent)
  }
  return words
}

/** Where 千 and 百 begin another word: kilometre, kilogram, kilowatt, kilocalorie, kilohertz; per cent. */
const noCount = '(?<=千)[米克瓦卡赫]|(?<=百)分'

/** Simplified and traditional; with the powers below a myriad that a text may count in, as `3千`. */
const hanWords: ReadonlyMap<string, number> = new Map([
  ['万亿', 12],
  ['萬億', 12],
  ['亿', 8],
  ['億', 8],
  ['万', 4],
  ['萬', 4],
  ['千', 3],
  ['百', 2],
])

/** In full, where figures are set in short forms. */
const russianWords: readonly (readonly [string, number])[] = [
  ['тысяч', 3],
  ['тысячи', 3],
  ['тысяча', 3],
  ['миллион', 6],
  ['миллиона', 6],
  ['миллионов', 6],
  ['миллиард', 9],
  ['миллиарда', 9],
  ['миллиардов', 9],
  ['триллион', 12],
  ['триллиона', 12],
  ['триллионов', 12],
]

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Digits of other scripts as those of ASCII; marks between groups fall away. */
function plainDigits(written: string): string {
  let plain = ''
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at)
    const zero = zeros.find((one) => code >= one && code <= one + 9)
    if (zero !== undefined) plain += String(code - zero)
  }
  return plain
}

/** The zeros of ASCII, Arabic, Persian and full-width digits. */
const zeros = [0x30, 0x660, 0x6f0, 0xff10]
