import { describe, expect, it } from 'vitest'
import type { Pt, Size } from '../base/length.ts'
import { fold, gather, lay, nest, type Pile } from '../testing/fold.ts'
import { side } from '../testing/fold-diagram.ts'
import { type Duplex, printDuplex, printTwice } from '../testing/fold-paper.ts'
import { problemsOf } from '../testing/fold-problems.ts'
import { readBook, sequenceOf } from '../testing/fold-read.ts'
import { pagesOf } from '../testing/fold-schemes.ts'
import type { Place, Side } from './sheet.ts'

const a4: Size = { width: 842, height: 595 }
const a5: Size = { width: 421, height: 595 }

describe('a sheet folded once', () => {
  const sheet = [side(0, 'front', a4, ['4 1'], a5), side(0, 'back', a4, ['2 3'], a5)]

  it('reads 1 to 4, turned over its short edge', () => {
    expect(saddle(sheet, 4)).toEqual([])
  })

  it('has its inside upside down, turned over its long edge', () => {
    expect(saddle(sheet, 4, { duplex: 'long' })).toEqual([
      'page 2 is due and page 3 is seen',
      'leaf 1: page 3 is turned by 180 degrees',
      'leaf 2: page 2 is turned by 180 degrees',
    ])
  })

  it('reads 1 to 4 over its long edge with the back turned', () => {
    const turned = [side(0, 'front', a4, ['4 1'], a5), side(0, 'back', a4, ['3r 2r'], a5)]
    expect(saddle(turned, 4, { duplex: 'long' })).toEqual([])
  })

  it('shows a swapped page', () => {
    const swapped = [side(0, 'front', a4, ['4 1'], a5), side(0, 'back', a4, ['3 2'], a5)]
    expect(saddle(swapped, 4)).toEqual(['page 2 is due and page 3 is seen'])
  })

  it('shows a page upside down', () => {
    const upsideDown = [side(0, 'front', a4, ['4 1'], a5), side(0, 'back', a4, ['2 3r'], a5)]
    expect(saddle(upsideDown, 4)).toEqual(['leaf 2: page 3 is turned by 180 degrees'])
  })

  it('shows a page on its side', () => {
    const square = { width: 400, height: 400 }
    const paper = { width: 800, height: 400 }
    const [front, back] = [side(0, 'front', paper, ['4 1'], square), side(0, 'back', paper, ['2 3'], square)]
    const lying = { ...back, places: back.places.map((place): Place => ({ ...place, turn: 90 })) }
    expect(saddle([front, lying], 4, { size: square })).toEqual([
      'leaf 1: page 2 is turned by 90 degrees',
      'leaf 2: page 3 is turned by 90 degrees',
    ])
  })

  it('shows a page that is off by two hundredths of a point, and not one off by half of one', () => {
    expect(
      saddle(
        sheet.map((one) => moved(one, 1, 0.02)),
        4,
      ),
    ).toEqual([
      'leaf 1: page 2 is off by 0.02 at the top',
      'leaf 1: page 2 is off by 0.02 at the bottom',
      'leaf 1: page 2 does not stand behind page 1',
    ])
    expect(
      saddle(
        sheet.map((one) => moved(one, 1, 0.005)),
        4,
      ),
    ).toEqual([])
  })

  it('shows a page that does not stand at the fold', () => {
    const away = sheet.map((one) => moved(one, 2, 0, 5))
    expect(saddle(away, 4)).toContain('leaf 2: page 3 is off by 5.00 at the left')
  })

  it('shows a page that is painted over the fold, or not to its edges', () => {
    const [front, back] = sheet as [Side, Side]
    const wide = {
      ...back,
      places: back.places.map((place) => ({ ...place, clip: { ...place.clip, width: 430 } })),
    }
    expect(saddle([front, wide], 4)).toEqual(['leaf 2: page 2 reaches into it'])
    const low = {
      ...back,
      places: back.places.map((place) => ({ ...place, clip: { ...place.clip, height: 590 } })),
    }
    expect(saddle([front, low], 4)).toEqual([
      'leaf 1: page 2 is not painted to its edges',
      'leaf 2: page 3 is not painted to its edges',
    ])
  })

  it('shows a spine that is said to be elsewhere', () => {
    const [front, back] = sheet as [Side, Side]
    const told = back.places.map(
      (place): Place => ({ ...place, spine: place.page === 1 ? 'left' : place.spine }),
    )
    expect(saddle([front, { ...back, places: told }], 4)).toEqual([
      'leaf 1: page 2 is said to be bound at the right',
    ])
  })

  it('shows pages that are missing, and blanks in the wrong place', () => {
    const short = [side(0, 'front', a4, ['0 1'], a5), side(0, 'back', a4, ['2 3'], a5)]
    expect(saddle(short, 3)).toEqual([])
    expect(saddle(short, 4)).toEqual(['page 4 is due and a blank is seen'])
    expect(saddle(short, 3, { blanks: 'before-back' })).toEqual(['a blank is due and page 3 is seen'])
    const kept = [side(0, 'front', a4, ['3 1'], a5), side(0, 'back', a4, ['2 0'], a5)]
    expect(saddle(kept, 3, { blanks: 'before-back' })).toEqual([])
  })

  it('reads 1 to 4 from right to left, bound at the right', () => {
    const mirrored = [side(0, 'front', a4, ['1 4'], a5), side(0, 'back', a4, ['3 2'], a5)]
    expect(saddle(mirrored, 4, { binding: 'right' })).toEqual([])
    expect(saddle(sheet, 4, { binding: 'right' })).toEqual(['page 1 is due and page 4 is seen'])
  })

  it('is the same printed in two passes, the stack turned over the same edge', () => {
    const pages = pagesOf(4, a5)
    const [front, back] = sheet as [Side, Side]
    expect(printTwice([front], [back], pages, 'short')).toEqual(printDuplex(sheet, pages, 'short'))
  })
})

describe('sheets folded once, one in another', () => {
  /** Front `N-2i | 1+2i`, back `2+2i | N-1-2i`, sheet i from 0 outside. */
  const twelve = [
    side(0, 'front', a4, ['12 1'], a5),
    side(0, 'back', a4, ['2 11'], a5),
    side(1, 'front', a4, ['10 3'], a5),
    side(1, 'back', a4, ['4 9'], a5),
    side(2, 'front', a4, ['8 5'], a5),
    side(2, 'back', a4, ['6 7'], a5),
  ]

  it('read 1 to 12', () => {
    expect(saddle(twelve, 12)).toEqual([])
  })

  it('are the same folded in one pile or one by one', () => {
    const papers = printDuplex(twelve, pagesOf(12, a5), 'short')
    // Front up, the first sheet lies on top; what is folded under it takes its other half to the bottom.
    const inOnePile = foldedLeft(gather(papers.map(lay)))
    const oneByOne = nested(papers.map((paper) => foldedLeft(lay(paper))))
    expect(read(inOnePile)).toEqual(read(oneByOne))
    expect(read(oneByOne)).toEqual([...Array(12).keys()])
  })

  it('are not a book when they are laid beside one another', () => {
    const papers = printDuplex(twelve, pagesOf(12, a5), 'short')
    const beside = gather(papers.map((paper) => foldedLeft(lay(paper))))
    expect(read(beside).slice(0, 4)).toEqual([0, 1, 10, 11])
  })

  it('line up after trimming when each is moved to the spine by what it is pushed out', () => {
    expect(saddle(twelve, 12, { caliper: 0.3 })).toContain('leaf 3: page 5 is off by 0.60 at the right')
    expect(
      saddle(
        twelve.map((one) => crept(one, 0.3)),
        12,
        { caliper: 0.3 },
      ),
    ).toEqual([])
    expect(
      saddle(
        twelve.map((one) => crept(one, 0.31)),
        12,
        { caliper: 0.3 },
      ),
    ).toContain('leaf 3: page 5 is off by -0.02 at the left')
    expect(
      saddle(
        twelve.map((one) => crept(one, 0.3)),
        12,
        { caliper: 0 },
      ),
    ).not.toEqual([])
  })
})

interface Saddle {
  readonly duplex: Duplex
  readonly binding: 'left' | 'right'
  readonly blanks: 'end' | 'before-back'
  readonly caliper: Pt
  readonly size: Size
}

/** Prints, folds each sheet in its middle, puts one in another and reads them. */
function saddle(sides: readonly Side[], pages: number, set: Partial<Saddle> = {}): readonly string[] {
  const { duplex = 'short', binding = 'left', blanks = 'end', caliper = 0, size = a5 } = set
  const papers = printDuplex(sides, pagesOf(pages, size), duplex)
  const book = nested(papers.map((paper) => foldedLeft(lay(paper), paper.size.width / 2)))
  const reading = readBook(book, 'left', { side: binding, caliper })
  return problemsOf(reading, { pages, blanks, room: 4, spine: binding, isMixed: false })
}

function foldedLeft(pile: Pile, at: Pt = a4.width / 2): Pile {
  return fold(pile, { across: 'x', at, side: 'before', goes: 'under' })
}

function nested(sheets: readonly Pile[]): Pile {
  return sheets.reduce(nest)
}

function read(pile: Pile): readonly (number | null)[] {
  return sequenceOf(readBook(pile, 'left', { side: 'left', caliper: 0 }))
}

/** With one page somewhere else. */
function moved(side: Side, page: number, down: Pt, right: Pt = 0): Side {
  return shifted(side, (place) => (place.page === page ? { x: right, y: down } : { x: 0, y: 0 }))
}

/** With its pages nearer to the fold, the inner ones more. */
function crept(side: Side, caliper: Pt): Side {
  const middle = side.size.width / 2
  return shifted(side, ({ trim }) => ({ x: (trim.x < middle ? 1 : -1) * side.sheet * caliper, y: 0 }), middle)
}

function shifted(
  side: Side,
  by: (place: Place) => { readonly x: Pt; readonly y: Pt },
  fold: Pt | null = null,
): Side {
  const places = side.places.map((place) => {
    const { x, y } = by(place)
    const trim = { ...place.trim, x: place.trim.x + x, y: place.trim.y + y }
    if (fold === null) return { ...place, trim, clip: trim }
    // Nothing is painted beyond the fold.
    const left = x < 0 ? fold : trim.x
    const right = x > 0 ? fold : trim.x + trim.width
    return { ...place, trim, clip: { ...trim, x: left, width: right - left } }
  })
  return { ...side, places }
}
