import { lineBreakTraits } from './unicode.ts'
import { LineBreakClass } from './unicode-data.ts'

/** May a line end here: never, yes, always. */
export const Break = { no: 0, allowed: 1, mandatory: 2 } as const

/** The class that stands for the start and the end of the text. */
export const edge = 63

/** What a rule with a condition looks at. Traits are a class, plus a bit above 63 for East Asian width. */
export interface Place {
  /** Traits of the character before, spaces left out, and of what stands before that one, spaces not left out. */
  before: number
  earlier: number
  after: number
  readonly text: string
  /** Offset behind `after`. */
  end: number
  /** 1: `before` ends a number, 2: it closes a bracket after one (LB25); else 0. */
  number: number
  /** Whether an odd number of regional indicators ends in `before` (LB30a). */
  isOddFlag: boolean
}

/** Every class, the edge too. */
export const allClasses: ReadonlySet<number> = new Set([...Object.values(LineBreakClass), edge])

type Condition = (place: Place) => boolean

/** A rule of UAX 14: classes, what it says, and on what condition. `isAfterSpaces`: spaces may stand between, as in `OP SP* ×`. */
export interface Rule {
  readonly before: ReadonlySet<number>
  readonly isAfterSpaces: boolean
  readonly after: ReadonlySet<number>
  readonly result: number
  readonly when: Condition | null
}

const byName: ReadonlyMap<string, number> = new Map(Object.entries(LineBreakClass))
const signs = { '×': Break.no, '÷': Break.allowed, '!': Break.mandatory } as const

const letters = 'AL DC PA HL'
const quotes = 'QU QI QF'
const ideographs = 'ID PI EB EM'
const jamo = 'JL JV JT H2 H3'
const aksaras = 'AK DC AS'

const beforeOpeningQuote = classes(`BK CR LF NL OP ${quotes} GL SP ZW`).add(edge)
const afterClosingQuote = classes(`SP GL WJ CL ${quotes} CP EX IS SY BK CR LF NL ZW`).add(edge)
const beforeLeadingHyphen = classes('BK CR LF NL SP ZW CB GL').add(edge)
const aksaraClasses = classes(aksaras)
const { CM, HL, IS, NU, VF, ZWJ } = LineBreakClass

/**
 * Rules LB4 to LB30b of UAX 14 for Unicode 17, in their order: the first that holds decides, and LB31 allows the rest.
 * LB1 is in the classes; LB8a, LB9 and LB10 are in the loop that applies these.
 */
export const rules: readonly Rule[] = [
  // LB4 to LB8
  rule('BK', '!', 'any'),
  rule('CR', '×', 'LF'),
  rule('CR LF NL', '!', 'any'),
  rule('any', '×', 'BK CR LF NL'),
  rule('any', '×', 'SP ZW'),
  rule('ZW SP*', '÷', 'any'),
  // LB11 to LB14
  rule('any', '×', 'WJ'),
  rule('WJ', '×', 'any'),
  rule('GL', '×', 'any'),
  rule('^ SP BA HY HH', '×', 'GL'),
  rule('any', '×', 'CL CP EX SY'),
  rule('OP SP*', '×', 'any'),
  // LB15a to LB15d
  rule('QI SP*', '×', 'any', (place) => isIn(beforeOpeningQuote, place.earlier)),
  rule('any', '×', 'QF', (place) => isIn(afterClosingQuote, nextOf(place))),
  rule('SP', '÷', 'IS', (place) => classOf(nextOf(place)) === NU),
  rule('any', '×', 'IS'),
  // LB16 to LB18
  rule('CL CP SP*', '×', 'NS'),
  rule('B2 SP*', '×', 'B2'),
  rule('SP', '÷', 'any'),
  // LB19, LB19a
  rule('any', '×', 'QU QF'),
  rule('QU QI', '×', 'any'),
  rule('any', '×', quotes, (place) => !isEastAsian(place.before)),
  rule('any', '×', quotes, (place) => !isEastAsian(nextOf(place))),
  rule(quotes, '×', 'any', (place) => !isEastAsian(place.after)),
  rule(quotes, '×', 'any', (place) => !isEastAsian(place.earlier)),
  // LB20 to LB22
  rule('any', '÷', 'CB'),
  rule('CB', '÷', 'any'),
  rule('HY HH', '×', letters, (place) => isIn(beforeLeadingHyphen, place.earlier)),
  rule('any', '×', 'BA HH HY NS'),
  rule('BB', '×', 'any'),
  rule('HY HH', '×', '^ HL', (place) => classOf(place.earlier) === HL),
  rule('SY', '×', 'HL'),
  rule('any', '×', 'IN'),
  // LB23 to LB25
  rule(letters, '×', 'NU'),
  rule('NU', '×', letters),
  rule('PR', '×', ideographs),
  rule(ideographs, '×', 'PO'),
  rule('PR PO', '×', letters),
  rule(letters, '×', 'PR PO'),
  rule('NU SY IS CL CP', '×', 'PO PR', (place) => place.number > 0),
  rule('PO PR', '×', 'OP', beginsNumber),
  rule('PO PR HY IS NU', '×', 'NU'),
  rule('SY', '×', 'NU', (place) => place.number === 1),
  // LB26, LB27
  rule('JL', '×', 'JL JV H2 H3'),
  rule('JV H2', '×', 'JV JT'),
  rule('JT H3', '×', 'JT'),
  rule(jamo, '×', 'PO'),
  rule('PR', '×', jamo),
  // LB28, LB28a
  rule(letters, '×', letters),
  rule('AP', '×', aksaras),
  rule(aksaras, '×', 'VF VI'),
  rule('VI', '×', 'AK DC', (place) => isIn(aksaraClasses, place.earlier)),
  rule(aksaras, '×', aksaras, (place) => classOf(nextOf(place)) === VF),
  // LB29, LB30
  rule('IS', '×', letters),
  rule(`${letters} NU`, '×', 'OP', (place) => !isEastAsian(place.after)),
  rule('CP', '×', `${letters} NU`, (place) => !isEastAsian(place.before)),
  // LB30a, LB30b
  rule('RI', '×', 'RI', (place) => place.isOddFlag),
  rule('EB PA PI', '×', 'EM'),
]

/** LB25: PO and PR hold a bracket only before a number, which may begin with a point. */
function beginsNumber(place: Place): boolean {
  const next = classOf(nextOf(place))
  return next === NU || (next === IS && classOf(traitsFrom(place.text, behindNext(place))) === NU)
}

/** Traits of the character behind `after`, combining marks left out (LB9); `edge` at the end. */
function nextOf(place: Place): number {
  return traitsFrom(place.text, place.end)
}

function behindNext({ text, end }: Place): number {
  const at = skipMarks(text, end)
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

function traitsFrom(text: string, from: number): number {
  const codePoint = text.codePointAt(skipMarks(text, from))
  return codePoint === undefined ? edge : lineBreakTraits(codePoint)
}

function skipMarks(text: string, from: number): number {
  let at = from
  for (;;) {
    const codePoint = text.codePointAt(at)
    if (codePoint === undefined || !isMark(classOf(lineBreakTraits(codePoint)))) return at
    at += codePoint > 0xffff ? 2 : 1
  }
}

function isMark(value: number): boolean {
  return value === CM || value === ZWJ
}

function classOf(traits: number): number {
  return traits & 63
}

function isEastAsian(traits: number): boolean {
  return traits > 63
}

function isIn(set: ReadonlySet<number>, traits: number): boolean {
  return set.has(classOf(traits))
}

function rule(before: string, sign: keyof typeof signs, after: string, when: Condition | null = null): Rule {
  const names = before.replace(' SP*', '')
  return {
    before: side(names),
    isAfterSpaces: names !== before,
    after: side(after),
    result: signs[sign],
    when,
  }
}

/** `any`, a list of classes, or `^` and a list of those that are left out. */
function side(names: string): ReadonlySet<number> {
  if (names === 'any') return allClasses
  if (!names.startsWith('^')) return classes(names)
  const excluded = classes(names.slice(2))
  return new Set([...allClasses].filter((value) => !excluded.has(value)))
}

function classes(names: string): Set<number> {
  return new Set(names.split(' ').map((name) => byName.get(name) ?? missing(name)))
}

function missing(name: string): never {
  throw new Error(`no class ${name} in Line_Break`)
}
