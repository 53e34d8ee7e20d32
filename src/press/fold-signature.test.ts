import { describe, expect, it } from 'vitest'
import type { Pt, Size } from '../base/length.ts'
import { fold, lay, type Pile } from '../testing/fold.ts'
import { side } from '../testing/fold-diagram.ts'
import { type Paper, printDuplex } from '../testing/fold-paper.ts'
import { problemsOf } from '../testing/fold-problems.ts'
import { readBook } from '../testing/fold-read.ts'
import { pagesOf } from '../testing/fold-schemes.ts'

describe('a sheet of sixteen pages, folded three times', () => {
  const paper: Size = { width: 800, height: 600 }
  const page: Size = { width: 200, height: 300 }
  const outer = ['5r 12r 9r 8r', '4 13 16 1']
  const inner = ['7r 10r 11r 6r', '2 15 14 3']

  it('reads 1 to 16 once its bolts are cut', () => {
    expect(signature(outer, inner, { width: 800, height: 600 }, page)).toEqual([])
  })

  it('reads 1 to 16 with a gutter at the head, which is cut away', () => {
    expect(signature(outer, inner, { width: 800, height: 620 }, page)).toEqual([])
  })

  it('keeps its bolts closed when it is not trimmed where it is folded', () => {
    const shorter = { width: 200, height: 290 }
    const found = signature(outer, inner, paper, shorter, 0)
    expect(found).toContain('leaf 1: is closed at the top')
  })

  it('shows two columns that were exchanged', () => {
    expect(signature(outer, ['10r 7r 11r 6r', '15 2 14 3'], paper, page)).toContain(
      'page 2 is due and page 15 is seen',
    )
  })

  it('shows a row that stands on its feet rather than head to head', () => {
    expect(signature(['5 12 9 8', '4 13 16 1'], inner, paper, page)).toEqual([
      'leaf 3: page 5 is turned by 180 degrees',
      'leaf 4: page 8 is turned by 180 degrees',
      'leaf 5: page 9 is turned by 180 degrees',
      'leaf 6: page 12 is turned by 180 degrees',
    ])
  })
})

/** Folded under the rest: the left half, the top half, the left half of what is left. */
function signature(
  front: readonly string[],
  back: readonly string[],
  sheet: Size,
  size: Size,
  headGap?: Pt,
): readonly string[] {
  const sides = [side(0, 'front', sheet, front, size, headGap), side(0, 'back', sheet, back, size, headGap)]
  const [printed] = printDuplex(sides, pagesOf(16, size), 'short') as [Paper]
  const once = leftUnder(lay(printed), sheet.width / 2)
  const twice = fold(once, { across: 'y', at: sheet.height / 2, side: 'before', goes: 'under' })
  const book = readBook(leftUnder(twice, sheet.width * 0.75), 'left', { side: 'left', caliper: 0 })
  return problemsOf(book, { pages: 16, blanks: 'end', room: 16, spine: 'left', isMixed: false })
}

function leftUnder(pile: Pile, at: Pt): Pile {
  return fold(pile, { across: 'x', at, side: 'before', goes: 'under' })
}
