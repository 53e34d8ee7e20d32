import { graphemeClass } from './unicode.ts'
import { GraphemeClass } from './unicode-data.ts'

const { CR, LF, CN, ZWJ, RI, PP, SM, L, V, T, LV, LVT, EX, EL, EN, XP, IC } = GraphemeClass

/** UTF-16 offsets at which a user-perceived character begins: extended grapheme clusters (UAX 29, Unicode 17). */
export function graphemeStarts(text: string): readonly number[] {
  const starts: number[] = []
  let before: number = CN
  /** What the cluster so far ends in: a pictograph and extenders, with or without ZWJ; a consonant, with or without linker. */
  let tail: number = none
  let isOddFlag = false
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0
    const after = graphemeClass(codePoint)
    if (at === 0 || mayBreak(before, after, tail, isOddFlag)) starts.push(at)
    tail = nextTail(tail, after)
    isOddFlag = after === RI && !isOddFlag
    before = after
    at += codePoint > 0xffff ? 2 : 1
  }
  return starts
}

const none = 0
const pictograph = 1
const joinedPictograph = 2
const consonant = 3
const linkedConsonant = 4

/** The rules GB3 to GB13 in order; GB999 at the end. */
function mayBreak(before: number, after: number, tail: number, isOddFlag: boolean): boolean {
  if (before === 0 && after === 0) return true
  if (before === CR && after === LF) return false
  if (before === CR || before === LF || before === CN) return true
  if (after === CR || after === LF || after === CN) return true
  if (before === L && (after === L || after === V || after === LV || after === LVT)) return false
  if ((before === LV || before === V) && (after === V || after === T)) return false
  if ((before === LVT || before === T) && after === T) return false
  if (isExtend(after) || after === ZWJ || after === SM) return false
  if (before === PP) return false
  if (tail === linkedConsonant && after === IC) return false
  if (tail === joinedPictograph && after === XP) return false
  return !(isOddFlag && after === RI)
}

/** What GB9c and GB11 must know of the characters before. */
function nextTail(tail: number, after: number): number {
  if (after === XP) return pictograph
  if (after === IC) return consonant
  if (tail === pictograph) return after === ZWJ ? joinedPictograph : isExtend(after) ? pictograph : none
  if (tail === consonant || tail === linkedConsonant) {
    if (after === EL) return linkedConsonant
    return after === EX || after === ZWJ ? tail : none
  }
  return none
}

function isExtend(value: number): boolean {
  return value === EX || value === EL || value === EN
}
