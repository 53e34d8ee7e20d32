import { describe, expect, it } from 'vitest'
import type { Size } from '../base/length.ts'
import { folded } from '../testing/fold-handling.ts'
import { imposedOf, read } from '../testing/fold-imposed.ts'
import type { Rect } from '../testing/fold-motion.ts'
import { isSame, type Paper, printDuplex } from '../testing/fold-paper.ts'
import { lengthsOf, pagesOf, plain, schemeName, schemes, waysOf } from '../testing/fold-schemes.ts'
import type { PressMark, PressSettings } from './settings.ts'

const a5: Size = { width: 420, height: 595 }
const isFolded = ({ kind }: { readonly kind: string }): boolean => kind === 'saddle' || kind === 'perfect'
const named = schemes.map((scheme) => [schemeName(scheme), scheme] as const)
const trimmed = named.filter(([, { kind }]) => kind !== 'nup')
const folding = named.filter(([, scheme]) => isFolded(scheme))

describe('marks around the pages', () => {
  it.each(trimmed)('are cut off with the rest: %s', (_, scheme) => {
    const marks = new Set(['crop', 'fold', 'registration'] as const)
    for (const count of [1, 9, 38]) {
      for (const way of waysOf(scheme)) {
        const settings = { ...plain, ...way, ...lengthsOf(count), scheme, marks }
        expect(read(pagesOf(count, a5), settings)).toEqual([])
      }
    }
  })

  it.each(folding)('show where a sheet has its creases, on both sides: %s', (_, scheme) => {
    for (const way of waysOf(scheme)) {
      const settings = { ...plain, ...way, gutter: 20, scheme }
      const [paper, handling] = printedWith('fold', settings)
      const creases = folded(paper, handling).flatMap(({ part, creases }) =>
        creases.map((edge) => `${edge === 'left' || edge === 'right' ? 'x' : 'y'} ${part[edge].toFixed(2)}`),
      )
      for (const strokes of [paper.strokes.front, paper.strokes.back]) {
        expect(new Set(strokes.map(lineOf))).toEqual(new Set(creases))
      }
    }
  })

  it.each(named)('lie behind one another on both sides: %s', (_, scheme) => {
    for (const way of waysOf(scheme)) {
      for (const mark of ['crop', 'registration'] as const) {
        const [{ strokes }] = printedWith(mark, { ...plain, ...way, gutter: 20, scheme })
        expect(strokes.front.length).toBeGreaterThan(7)
        expect(strokes.back.length).toBe(strokes.front.length)
        const alone = strokes.back.filter((one) => !strokes.front.some((other) => isSame(one, other)))
        expect(alone).toEqual([])
      }
    }
  })
})

/** The first sheet of 64 pages with one kind of marks, and what is done with it. */
function printedWith(mark: PressMark, settings: PressSettings) {
  const pages = pagesOf(64, a5)
  const { sides, handling } = imposedOf(pages, { ...settings, marks: new Set([mark]) })
  const [paper] = printDuplex(sides, pages, settings.duplex) as [Paper, ...Paper[]]
  return [paper, handling] as const
}

/** The line on which a dash lies. */
function lineOf({ left, top, right, bottom }: Rect): string {
  return right - left < bottom - top
    ? `x ${((left + right) / 2).toFixed(2)}`
    : `y ${((top + bottom) / 2).toFixed(2)}`
}
