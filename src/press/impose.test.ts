import { describe, expect, it } from 'vitest'
import { a3, a4, a5, a6, equalPages, imposePages, mm, sizeOf, tableOf, tryImpose } from '../testing/press.ts'
import type { PressSettings } from './settings.ts'
import type { Box, Imposed, Place, Side } from './sheet.ts'

/** A box in millimetres: left, top, width, height. */
function inMm({ x, y, width, height }: Box): readonly number[] {
  return [x, y, width, height].map((length) => Math.round((length / mm) * 1e4) / 1e4)
}

function sideAt({ sides }: Imposed, index: number): Side {
  const side = sides[index]
  if (side === undefined) throw new Error(`there is no side ${index}`)
  return side
}

function placeOf(imposed: Imposed, page: number): Place {
  const place = imposed.sides.flatMap(({ places }) => places).find((one) => one.page === page - 1)
  if (place === undefined) throw new Error(`page ${page} stands nowhere`)
  return place
}

/** To 0.01 pt. */
function expectBox(box: Box, wanted: Box): void {
  for (const key of ['x', 'y', 'width', 'height'] as const) {
    expect(Math.abs(box[key] - wanted[key]), `${key}: ${box[key]}, not ${wanted[key]}`).toBeLessThan(0.01)
  }
}

describe('the paper', () => {
  it('is as large as the pages need, where none is given', () => {
    const imposed = imposePages(equalPages(4))
    expect(sideAt(imposed, 0).size).toEqual({ width: 2 * a5.width, height: a5.height })
    expect(placeOf(imposed, 1)).toMatchObject({ scale: 1, turn: 0, spine: 'left' })
    expectBox(placeOf(imposed, 1).trim, { x: a5.width, y: 0, ...a5 })
    expectBox(placeOf(imposed, 4).trim, { x: 0, y: 0, ...a5 })
  })

  it('is larger by bleed, marks and what the printer does not reach', () => {
    const size = (wish: Partial<PressSettings>) =>
      inMm({ x: 0, y: 0, ...sideAt(imposePages(equalPages(4), wish), 0).size }).slice(2)
    expect(size({ bleed: 3 * mm })).toEqual([302, 216])
    expect(size({ bleed: 3 * mm, edge: 4 * mm })).toEqual([310, 224])
    // Marks begin 3 mm from the trim and are 5 mm long; beyond a bleed of 4 mm they begin there.
    expect(size({ marks: new Set(['crop']) })).toEqual([312, 226])
    expect(size({ marks: new Set(['fold']), bleed: 4 * mm })).toEqual([314, 228])
  })

  it('is turned so that the pages go on it', () => {
    const imposed = imposePages(equalPages(4), { paper: a4 })
    expect(sideAt(imposed, 0).size).toEqual({ width: a4.height, height: a4.width })
    // Twice 148 mm in the middle of 297 mm.
    expect(inMm(placeOf(imposed, 4).trim)).toEqual([0.5, 0, 148, 210])
    expect(inMm(placeOf(imposed, 1).trim)).toEqual([148.5, 0, 148, 210])
    const four = imposePages(equalPages(8, a6), { paper: a4, scheme: { kind: 'saddle', up: 4 } })
    expect(sideAt(four, 0).size).toEqual(a4)
  })

  it('of a square side counts as tall: over its long edge it turns like a page', () => {
    const { sides } = imposePages(equalPages(4, sizeOf(100, 200)), { duplex: 'long' })
    expect(sides.map(tableOf)).toEqual(['4 1', '2 3'])
  })
})

describe('the scale', () => {
  it('fits the pages to the paper: A4 on A4 becomes A5', () => {
    const imposed = imposePages(equalPages(4, a4), { paper: a4, scale: 'fit' })
    const { scale, trim } = placeOf(imposed, 1)
    // 297 mm become 210 mm, and 210 mm a little less than 148.5 mm.
    expect(scale).toBeCloseTo(210 / 297, 10)
    expect(inMm(trim)).toEqual([148.5, 0, 148.4848, 210])
  })

  it('never makes pages larger', () => {
    const imposed = imposePages(equalPages(4), { paper: a3, scale: 'fit' })
    expect(placeOf(imposed, 1).scale).toBe(1)
    expect(inMm(placeOf(imposed, 4).trim)).toEqual([62, 43.5, 148, 210])
  })

  it('leaves out the edge that the printer does not reach', () => {
    const imposed = imposePages(equalPages(4), { paper: a4, scale: 'fit', edge: 5 * mm })
    // 297 - 10 mm for two pages of 148 mm; 210 - 10 mm would allow 200 / 210.
    const scale = 200 / 210
    expect(placeOf(imposed, 1).scale).toBeCloseTo(scale, 10)
    expect(inMm(placeOf(imposed, 1).trim)).toEqual(
      [148.5, 5, 148 * scale, 200].map((length) => Math.round(length * 1e4) / 1e4),
    )
  })

  it('may be given as a number', () => {
    const imposed = imposePages(equalPages(4), { paper: a4, scale: 0.5 })
    expect(inMm(placeOf(imposed, 4).trim)).toEqual([74.5, 52.5, 74, 105])
  })
})

describe('gutters', () => {
  it('stand between what is cut apart, and do not scale', () => {
    const scheme = { kind: 'repeat', columns: 2, rows: 4 } as const
    const card = sizeOf(85, 55)
    const { sides, handling } = imposePages(equalPages(1, card), { scheme, paper: a4, gutter: 4 * mm })
    const boxes = sides[0]?.places.map(({ trim }) => inMm(trim))
    // 210 - 174 and 297 - 232 mm are left around them.
    expect(boxes?.[0]).toEqual([18, 32.5, 85, 55])
    expect(boxes?.[1]).toEqual([107, 32.5, 85, 55])
    expect(boxes?.[7]).toEqual([107, 209.5, 85, 55])
    expect(handling).toEqual([
      { kind: 'cut', columns: [expect.closeTo(105 * mm, 6)], rows: expect.anything() },
    ])
  })

  it('are not at a spine: of eight pages on a side only the middle and the heads part', () => {
    const imposed = imposePages(equalPages(16, a6), { scheme: { kind: 'saddle', up: 8 }, gutter: 10 * mm })
    expect(inMm({ x: 0, y: 0, ...sideAt(imposed, 0).size }).slice(2)).toEqual([430, 306])
    expect(inMm(placeOf(imposed, 13).trim)).toEqual([105, 158, 105, 148])
    expect(inMm(placeOf(imposed, 16).trim)).toEqual([220, 158, 105, 148])
    expect(imposed.handling.slice(0, 3)).toMatchObject([
      { axis: 'vertical', at: expect.closeTo(215 * mm, 6), under: 'left' },
      { axis: 'horizontal', at: expect.closeTo(153 * mm, 6), under: 'top' },
      { axis: 'vertical', at: expect.closeTo(325 * mm, 6), under: 'left' },
    ])
  })
})

describe('bleed', () => {
  it('is painted around the trim, and at the spine not', () => {
    const imposed = imposePages(equalPages(4), { bleed: 3 * mm })
    expect(inMm(placeOf(imposed, 1).clip)).toEqual([151, 0, 151, 216])
    expect(inMm(placeOf(imposed, 4).clip)).toEqual([0, 0, 151, 216])
    const { trim, bleed } = sideAt(imposed, 0)
    expect([inMm(trim), inMm(bleed)]).toEqual([
      [3, 3, 296, 210],
      [0, 0, 302, 216],
    ])
  })

  it('goes as far as the middle of a gutter, so that no page is painted over another', () => {
    const scheme = { kind: 'cut-stack', columns: 2, rows: 1 } as const
    const { imposed } = tryImpose(equalPages(4), { scheme, bleed: 3 * mm, gutter: 4 * mm })
    expect(imposed && inMm(placeOf(imposed, 1).clip)).toEqual([0, 0, 153, 216])
    expect(imposed && inMm(placeOf(imposed, 3).clip)).toEqual([153, 0, 153, 216])
  })

  it('ends where the paper does', () => {
    const { imposed } = tryImpose(equalPages(4), { paper: a4, bleed: 3 * mm })
    expect(imposed && inMm(placeOf(imposed, 4).clip)).toEqual([0, 0, 148.5, 210])
    expect(imposed && inMm(sideAt(imposed, 0).bleed)).toEqual([0, 0, 297, 210])
  })
})

describe('creep', () => {
  const caliper = 0.1 * mm
  const imposed = imposePages(equalPages(16), { caliper, bleed: 3 * mm })
  const flat = imposePages(equalPages(16), { bleed: 3 * mm })

  it('moves the pages of each inner sheet towards the spine by one more leaf, on both of its sides', () => {
    for (const { sheet, places } of imposed.sides) {
      for (const { page, trim, spine } of places) {
        const at = placeOf(flat, page + 1).trim
        const towards = spine === 'left' ? -1 : 1
        expectBox(trim, { ...at, x: at.x + towards * sheet * caliper })
      }
    }
    // Of the fourth sheet, 0.3 mm.
    expect(inMm(placeOf(imposed, 7).trim)).toEqual([150.7, 3, 148, 210])
    expect(inMm(placeOf(imposed, 8).trim)).toEqual([3.3, 3, 148, 210])
  })

  it('cuts the page where it is pushed out, and never paints over the spine', () => {
    expect(inMm(placeOf(imposed, 7).clip)).toEqual([151, 0, 150.7, 216])
    expect(inMm(placeOf(imposed, 8).clip)).toEqual([0.3, 0, 150.7, 216])
  })

  it('is of leaves: those of one sheet that is folded twice lie in one another as well', () => {
    const once = imposePages(equalPages(8), { scheme: { kind: 'saddle', up: 4 }, caliper, duplex: 'long' })
    expect(inMm(placeOf(once, 1).trim)[0]).toBe(148)
    expect(inMm(placeOf(once, 3).trim)[0]).toBe(0.1)
    // On its head, its spine is at the right.
    expect(placeOf(once, 3)).toMatchObject({ turn: 180, spine: 'right' })
  })

  it('begins anew with each signature', () => {
    const scheme = { kind: 'perfect', pages: 8, up: 2 } as const
    const bound = imposePages(equalPages(16), { scheme, caliper })
    const lefts = [1, 3, 9, 11].map((page) => inMm(placeOf(bound, page).trim)[0])
    expect(lefts).toEqual([148, 147.9, 148, 147.9])
  })

  it('is mirrored on a back that is turned', () => {
    const turned = imposePages(equalPages(16), { caliper, bleed: 3 * mm, duplex: 'long' })
    for (const page of [2, 4, 6, 8]) {
      const { size } = sideAt(imposed, 0)
      const [one, other] = [placeOf(imposed, page), placeOf(turned, page)]
      for (const key of ['trim', 'clip'] as const) {
        expectBox(other[key], {
          ...one[key],
          x: size.width - one[key].x - one[key].width,
          y: size.height - one[key].y - one[key].height,
        })
      }
      expect([one.spine, one.turn, other.spine, other.turn]).toEqual(['right', 0, 'left', 180])
    }
  })
})

describe('pages of several sizes', () => {
  it('stand at the spine, at the height of their middle, all at one scale', () => {
    const pages = [a5, a6, a5, a6].map((size, index) => ({ name: 'page', label: `${index + 1}`, size }))
    const { imposed, found } = tryImpose(pages, { paper: a4, scale: 0.5 })
    expect(found.map(({ code }) => code)).toEqual(['press/mixed-sizes'])
    expect(imposed && inMm(placeOf(imposed, 2).trim)).toEqual([148.5 - 52.5, 68, 52.5, 74])
    expect(imposed && inMm(placeOf(imposed, 3).trim)).toEqual([148.5, 52.5, 74, 105])
  })

  it('stand in the middle of their places where nothing is bound', () => {
    const pages = [a5, a6].map((size, index) => ({ name: 'page', label: `${index + 1}`, size }))
    const imposed = imposePages(pages, { scheme: { kind: 'nup', columns: 2, rows: 1 } })
    expect(inMm(placeOf(imposed, 2).trim)).toEqual([148 + 21.5, 31, 105, 148])
  })
})

describe('4,000 pages', () => {
  it('are each on its side, in signatures', () => {
    const scheme = { kind: 'perfect', pages: 32, up: 8 } as const
    const { sides, sheets } = imposePages(equalPages(4_000), { scheme, caliper: 0.1 * mm })
    expect([sheets, sides.length]).toEqual([250, 500])
    expect(new Set(sides.flatMap(({ places }) => places.map(({ page }) => page))).size).toBe(4_000)
  })
})
