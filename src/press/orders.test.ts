import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../testing/seed.ts'
import { equalPages, imposePages, tableOf } from '../testing/press.ts'
import type { PressSettings, Scheme, Up } from './settings.ts'
import type { Imposed, Place, Side } from './sheet.ts'

const saddle = (up: Up): Scheme => ({ kind: 'saddle', up })

/** All sides in the order of printing. */
function tables(pages: number, wish: Partial<PressSettings>): readonly string[] {
  return imposePages(equalPages(pages), wish).sides.map(tableOf)
}

describe('worked examples', () => {
  it('four pages (Vester Kopi, Preparing a booklet): 4 beside 1, 2 beside 3', () => {
    expect(tables(4, { scheme: saddle(2) })).toEqual(['4 1', '2 3'])
  })

  it('eight pages (Xerox, Basics of Imposition; any manual of printer spreads)', () => {
    expect(tables(8, { scheme: saddle(2) })).toEqual(['8 1', '2 7', '6 3', '4 5'])
  })

  it('16 pages (Finale, booklet page ranges): fronts 16,1,14,3,12,5,10,7, backs from the last 8,9,6,11,4,13,2,15', () => {
    const fronts = tables(16, { scheme: saddle(2), sides: 'front' })
    const backs = tables(16, { scheme: saddle(2), sides: 'back' })
    expect(fronts.join(' ')).toBe('16 1 14 3 12 5 10 7')
    expect([...backs].reverse().join(' ')).toBe('8 9 6 11 4 13 2 15')
  })

  it('the printer’s sum (Mindprod, imposition): pages beside each other come to N + 1, the odd one at the right', () => {
    const sides = imposePages(equalPages(40), { scheme: saddle(2) }).sides
    expect(sides.slice(0, 3).map(tableOf)).toEqual(['40 1', '2 39', '38 3'])
    const sums = sides.map(({ places }) => places.reduce((sum, { page }) => sum + page + 1, 0))
    expect(sums).toEqual(sides.map(() => 41))
  })

  it('16 pages on one sheet (PDF::Imposition, 1x8x2)', () => {
    const sides = ['5r 12r 9r 8r / 4 13 16 1', '7r 10r 11r 6r / 2 15 14 3']
    expect(tables(16, { scheme: saddle(8) })).toEqual(sides)
    expect(tables(16, { scheme: { kind: 'perfect', pages: 16, up: 8 } })).toEqual(sides)
  })

  it('16 pages on two sheets of four, nested (PDF::Imposition, ea4x4)', () => {
    const sides = ['13r 4r / 16 1', '3r 14r / 2 15', '9r 8r / 12 5', '7r 10r / 6 11']
    const tall = { scheme: saddle(4), duplex: 'long' } as const
    expect(tables(16, tall)).toEqual(sides)
    expect(tables(16, { ...tall, scheme: { kind: 'perfect', pages: 16, up: 4 } })).toEqual(sides)
  })

  it('eight pages on one sheet, the usual signature: 5r 4r over 8 1, 3r 6r over 2 7', () => {
    expect(tables(8, { scheme: saddle(4), duplex: 'long' })).toEqual(['5r 4r / 8 1', '3r 6r / 2 7'])
  })

  it('over the long edge the backs are turned (psbook: upside down for long-edge binding)', () => {
    expect(tables(8, { scheme: saddle(2), duplex: 'long' })).toEqual(['8 1', '7r 2r', '6 3', '5r 4r'])
    // A tall side turns like a page over its long edge.
    expect(tables(8, { scheme: saddle(4), duplex: 'short' })).toEqual(['5r 4r / 8 1', '7r 2r / 6 3'])
  })
})

describe('signatures', () => {
  it('are nested each in itself, one beside another', () => {
    const scheme: Scheme = { kind: 'perfect', pages: 8, up: 2 }
    expect(tables(16, { scheme })).toEqual(['8 1', '2 7', '6 3', '4 5', '16 9', '10 15', '14 11', '12 13'])
  })

  it('of a single sheet go one behind another', () => {
    const scheme: Scheme = { kind: 'perfect', pages: 4, up: 2 }
    expect(tables(8, { scheme })).toEqual(['4 1', '2 3', '8 5', '6 7'])
  })

  it('have no more sheets than the last one needs', () => {
    const { sheets, handling } = imposePages(equalPages(21), {
      scheme: { kind: 'perfect', pages: 16, up: 2 },
    })
    expect(sheets).toBe(6)
    expect(handling.slice(-2)).toEqual([{ kind: 'nest', sheets: [4, 2] }, { kind: 'gather' }])
  })
})

describe('a book bound at the right', () => {
  it('is the mirror image, page by page', () => {
    expect(tables(8, { scheme: saddle(2), binding: 'right' })).toEqual(['1 8', '7 2', '3 6', '5 4'])
    expect(tables(16, { scheme: saddle(8), binding: 'right' })).toEqual([
      '8r 9r 12r 5r / 1 16 13 4',
      '6r 11r 10r 7r / 3 14 15 2',
    ])
  })

  it('folds the other way', () => {
    const { handling, sides } = imposePages(equalPages(16), { scheme: saddle(8), binding: 'right' })
    const width = sides[0]?.size.width ?? 0
    expect(handling.slice(0, 3)).toMatchObject([
      { kind: 'fold', axis: 'vertical', at: width / 2, under: 'right' },
      { kind: 'fold', axis: 'horizontal', under: 'top' },
      { kind: 'fold', axis: 'vertical', at: width / 4, under: 'right' },
    ])
  })
})

describe('blank pages', () => {
  it('come at the end, or before the last page', () => {
    expect(tables(6, { scheme: saddle(2) })).toEqual(['1', '2', '6 3', '4 5'])
    expect(tables(6, { scheme: saddle(2), blanks: 'before-back' })).toEqual(['6 1', '2', '3', '4 5'])
  })

  it('do not push a single page to the back', () => {
    expect(tables(1, { scheme: saddle(2), blanks: 'before-back' })).toEqual(['1', ''])
  })
})

describe('loose pages', () => {
  it('stand in reading order on both sides', () => {
    const scheme: Scheme = { kind: 'nup', columns: 2, rows: 2 }
    expect(tables(9, { scheme, duplex: 'long' })).toEqual(['1 2 / 3 4', '5 6 / 7 8', '9', ''])
    expect(tables(4, { scheme, binding: 'right' })[0]).toBe('2 1 / 4 3')
  })

  it('fill a side each, the second behind the first', () => {
    const scheme: Scheme = { kind: 'repeat', columns: 2, rows: 2 }
    expect(tables(3, { scheme, duplex: 'long' })).toEqual(['1 1 / 1 1', '2 2 / 2 2', '3 3 / 3 3', ''])
  })

  it('are cut to stacks, of which one continues the other', () => {
    const scheme: Scheme = { kind: 'cut-stack', columns: 2, rows: 1 }
    expect(tables(8, { scheme })).toEqual(['1 5', '6 2', '3 7', '8 4'])
  })
})

const schemes = fc.oneof(
  fc.constantFrom<Up>(2, 4, 8).map((up): Scheme => ({ kind: 'saddle', up })),
  fc
    .tuple(fc.constantFrom<Up>(2, 4, 8), fc.integer({ min: 1, max: 4 }))
    .map(([up, sheets]): Scheme => ({ kind: 'perfect', pages: 2 * up * sheets, up })),
  fc
    .tuple(
      fc.constantFrom<'nup' | 'cut-stack' | 'repeat'>('nup', 'cut-stack', 'repeat'),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([kind, columns, rows]): Scheme => ({ kind, columns, rows })),
)

const wishes = fc.record({
  scheme: schemes,
  duplex: fc.constantFrom('long' as const, 'short' as const),
  binding: fc.constantFrom('left' as const, 'right' as const),
  blanks: fc.constantFrom('end' as const, 'before-back' as const),
  gutter: fc.constantFrom(0, 12),
})

describe('whatever is asked for', () => {
  it('each page stands on one side, once, or as often as it is repeated', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 140 }), wishes, (count, wish) => {
        const { scheme } = wish
        const { sides, sheets } = imposePages(equalPages(count), wish)
        expect(sides.length).toBe(2 * sheets)
        const times = scheme.kind === 'repeat' ? scheme.columns * scheme.rows : 1
        const seen = sides.flatMap(({ places }) => [...new Set(places.map(({ page }) => page))])
        expect(seen.sort((one, other) => one - other)).toEqual(equalPages(count).map((_, page) => page))
        expect(sides.flatMap(({ places }) => places).length).toBe(count * times)
      }),
    )
  })

  it('what is folded or cut has pages 2k - 1 and 2k back to back on one leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 140 }), wishes, (count, wish) => {
        if (wish.scheme.kind === 'nup' || wish.blanks === 'before-back') return
        const imposed = imposePages(equalPages(count), wish)
        const backs = backsOf(imposed, wish.duplex)
        for (const { sheet, side, places } of imposed.sides) {
          if (side === 'back') continue
          for (const { page, trim } of places) {
            const behind = backs.get(`${sheet} ${keyOf(trim.x, trim.y)}`) ?? []
            const other = page % 2 === 0 ? page + 1 : page - 1
            expect(behind).toEqual(other < count ? [other] : [])
          }
        }
      }),
    )
  })

  it('printed on one side and then on the other it is the same as printed on both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), wishes, (count, wish) => {
        const [both, front, back] = (['both', 'front', 'back'] as const).map(
          (sides) => imposePages(equalPages(count), { ...wish, sides }).sides,
        ) as [readonly Side[], readonly Side[], readonly Side[]]
        expect(front.flatMap((side, index) => [side, back[index]])).toEqual(both)
      }),
    )
  })
})

/** The pages on the backs, by sheet and by where they lie as seen through the paper from its front. */
function backsOf({ sides }: Imposed, duplex: 'long' | 'short'): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const { sheet, side, size, places } of sides) {
    if (side === 'front') continue
    const isLikeAPage = size.width > size.height === (duplex === 'short')
    for (const place of places) {
      const [x, y] = isLikeAPage
        ? [size.width - rightOf(place), place.trim.y]
        : [place.trim.x, size.height - bottomOf(place)]
      const key = `${sheet} ${keyOf(x, y)}`
      found.set(key, [...(found.get(key) ?? []), place.page])
    }
  }
  return found
}

function rightOf({ trim }: Place): number {
  return trim.x + trim.width
}

function bottomOf({ trim }: Place): number {
  return trim.y + trim.height
}

function keyOf(x: number, y: number): string {
  return `${Math.round(x * 10)} ${Math.round(y * 10)}`
}
