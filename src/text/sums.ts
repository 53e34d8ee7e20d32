import { AtomKind } from './cjk.ts'
import { wordShrink } from './glue.ts'
import type { Row } from './row.ts'
import { Chance, GapClass, isMark, pools, type Shaped } from './shaped.ts'

/** Share of the em that is stretched in one Han gap at strain 1; of Latin text it is the word space itself. */
const hanUnit = 0.05

/** Fills in the prefix sums of widths and of what gaps can give and take, so that any candidate line costs O(1). */
export function sumUp(row: Row): void {
  const { count, isChinese, atoms, blank, gaps, ends, starts, sums } = row
  let width = 0
  let near = 0
  let far = 0
  let free = 0
  let unit = 0
  let letters = 0
  for (let k = 0; k <= count; k++) {
    const natural = gaps.natural[k] ?? 0
    const kind = gaps.kind[k] ?? 0
    ends[k] = gaps.chance[k] === Chance.hyphen && k > 0 && k < count ? width + hyphenWidth(row, k - 1) : width
    const isOpen = k < count && atoms.kind[k] === AtomKind.open
    starts[k] = width + natural - (isOpen ? (blank[k] ?? 0) : 0)
    const isAtom = k < count
    width += natural + (isAtom ? (atoms.width[k] ?? 0) : 0)
    const shrink = gaps.shrink[k] ?? 0
    const nearShare = isChinese
      ? nearShareZh(kind)
      : kind === GapClass.word
        ? wordShrink.good / wordShrink.most
        : 0
    near += shrink * nearShare
    far += shrink * (1 - nearShare)
    free += gaps.stretch[k] ?? 0
    unit +=
      isChinese || (gaps.grow[k] ?? 0) > 0
        ? hanUnit * (gaps.grow[k] ?? 0)
        : kind === GapClass.word
          ? natural
          : 0
    letters += (gaps.letters[k] ?? 0) + (isAtom ? (atoms.letters[k] ?? 0) : 0)
    const at = pools * (k + 1)
    sums[at] = near
    sums[at + 1] = far
    sums[at + 2] = free
    sums[at + 3] = unit
    sums[at + 4] = letters
  }
}

/** Chinese shrinks its word spaces and marks first; Han-Latin gaps and stops are the far reserve (C25). */
function nearShareZh(kind: number): number {
  return kind === GapClass.autospace || kind === GapClass.stop ? 0 : 1
}

/** Width of the hyphen that ends a word broken after an atom. */
export function hyphenWidth({ runs, atoms }: Pick<Shaped, 'runs' | 'atoms'>, atom: number): number {
  return runs[atoms.run[atom] ?? 0]?.hyphenWidth ?? 0
}

/**
 * Finds the first gaps after which a last line would be too short (C38): less than two Chinese characters, or one Latin
 * word; and after which it would be less than a short word, its marks not counted.
 */
export function findTail(row: Row): void {
  const { count, isChinese, atoms, gaps, flat } = row
  let [tail, stub] = [count, count]
  let [ems, letters] = [0, 0]
  for (let k = count - 1; k > 0; k--) {
    const kind = atoms.kind[k] ?? 0
    const [from, to] = [atoms.from[k] ?? 0, atoms.from[k + 1] ?? 0]
    if (kind === AtomKind.latin) {
      const length = lettersIn(flat.text, from, to)
      letters += length
      ems += length / 2
    } else if (!isMark(kind) && kind < AtomKind.fixedOpen) {
      letters += shortWord
      ems++
    }
    if (letters < shortWord) stub = k
    if (isChinese) {
      if (ems >= 2) break
      tail = k
    } else {
      tail = k
      if (gaps.kind[k] === GapClass.word || gaps.chance[k] === Chance.forced) break
    }
  }
  row.tail = tail
  row.stub = stub
}

/** Letters of a short word: fewer look lost on a line of their own. */
const shortWord = 5

function lettersIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < Math.min(to, from + 2 * shortWord); at++)
    if (isLetter.test(text.charAt(at))) count++
  return count
}

const isLetter = /[\p{L}\p{N}]/u
