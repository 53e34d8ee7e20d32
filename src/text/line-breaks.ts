import { allClasses, Break, edge, type Place, type Rule, rules } from './line-break-rules.ts'
import { lineBreakTraits } from './unicode.ts'
import { LineBreakClass } from './unicode-data.ts'

const { AL, BK, CL, CM, CP, CR, IS, LF, NL, NU, RI, SP, SY, ZW, ZWJ } = LineBreakClass

/**
 * Where lines may end (UAX 14 for Unicode 17, untailored). For each UTF-16 offset up to and with the text's length: 0,
 * 1 or 2 where a line may not, may, must end before it. Offset 0 is 0; the end of a text that is not empty is 2 (LB3).
 * `into` is used and returned when given; it must have room for length + 1, and what lies beyond is not touched.
 */
export function lineBreaks(text: string, into?: Uint8Array): Uint8Array {
  const breaks = into ?? new Uint8Array(text.length + 1)
  if (breaks.length <= text.length) throw new Error(`${breaks.length} places for ${text.length + 1} offsets`)
  const place: Place = { text, before: edge, earlier: edge, after: edge, end: 0, number: 0, isOddFlag: false }
  let isSpaced = false
  let isJoined = false
  for (let at = 0; at < text.length; at = place.end) {
    let codePoint = text.charCodeAt(at)
    place.end = at + 1
    if (codePoint >= 0xd800 && codePoint < 0xdc00) {
      codePoint = text.codePointAt(at) ?? 0
      if (codePoint > 0xffff) breaks[place.end++] = Break.no
    }
    let traits = lineBreakTraits(codePoint)
    let value = traits & 63
    if (value === CM || value === ZWJ) {
      isJoined = value === ZWJ
      // LB9: a mark belongs to what it stands on; LB10: where there is nothing to stand on, it is a letter.
      if (!isSpaced && carriesMarks(place.before & 63)) {
        breaks[at] = Break.no
        continue
      }
      traits += AL - value
      value = AL
      place.after = traits
      breaks[at] = at === 0 ? Break.no : decide(place, isSpaced)
    } else {
      place.after = traits
      // LB2; LB8a: nothing parts a joiner from what follows.
      breaks[at] = at === 0 || isJoined ? Break.no : decide(place, isSpaced)
      isJoined = false
    }
    if (value === SP) isSpaced = true
    else {
      place.number = numberAfter(place.number, value, isSpaced)
      place.isOddFlag = value === RI && !(place.isOddFlag && !isSpaced)
      place.earlier = isSpaced ? SP : place.before
      place.before = traits
      isSpaced = false
    }
  }
  breaks[text.length] = text.length === 0 ? Break.no : Break.mandatory
  return breaks
}

function carriesMarks(value: number): boolean {
  return value !== BK && value !== CR && value !== LF && value !== NL && value !== ZW && value !== edge
}

/** LB25: 1 in a number, NU (SY | IS)*; 2 behind a bracket that closes after one. */
function numberAfter(number: number, value: number, isSpaced: boolean): number {
  if (value === NU) return 1
  if (number !== 1 || isSpaced) return 0
  if (value === SY || value === IS) return 1
  return value === CL || value === CP ? 2 : 0
}

function decide(place: Place, isSpaced: boolean): number {
  let cell = cells[cellIndex(place.before & 63, isSpaced, place.after & 63)] ?? 0
  while (cell >= firstQuestion) {
    const question = questions[cell - firstQuestion]
    if (question === undefined) throw new Error(`no question ${cell}`)
    if (question.when(place)) return question.result
    cell = question.otherwise
  }
  return cell
}

/** What a pair of classes leaves open: a rule with a condition, and the cell that holds where it fails. */
interface Question {
  readonly when: (place: Place) => boolean
  readonly result: number
  readonly otherwise: number
}

/** Cells of pairs hold a `Break`, or this and the index of a question. */
const firstQuestion = 3
const questions: Question[] = []
const cells = fillCells()

/** The last rule is laid down first, and each one before it covers what it decides. */
function fillCells(): Uint8Array {
  const filled = new Uint8Array(2 * 64 * 64).fill(Break.allowed)
  for (const rule of rules.toReversed()) {
    const known = new Map<number, number>()
    for (const [before, isSpaced] of pairsBefore(rule)) {
      for (const after of rule.after) {
        const index = cellIndex(before, isSpaced, after)
        const below = filled[index] ?? 0
        const cell = known.get(below) ?? cellOver(below, rule)
        known.set(below, cell)
        filled[index] = cell
      }
    }
  }
  return filled
}

function cellOver(below: number, { when, result }: Rule): number {
  if (when === null || below === result) return result
  const cell = firstQuestion + questions.push({ when, result, otherwise: below }) - 1
  if (cell > 255) throw new Error('a cell is a byte')
  return cell
}

/** The classes that a rule names before a break, each with whether spaces stand between. */
function pairsBefore(rule: Rule): readonly (readonly [before: number, isSpaced: boolean])[] {
  const unspaced = [...rule.before].map((value) => [value, false] as const)
  const spaced = rule.before.has(SP) ? allClasses : rule.isAfterSpaces ? rule.before : []
  return [...unspaced, ...[...spaced].map((value) => [value, true] as const)]
}

function cellIndex(before: number, isSpaced: boolean, after: number): number {
  return ((isSpaced ? 64 : 0) + before) * 64 + after
}
