import { describe, expect, it } from 'vitest'
import type { Placed } from '../layout/page.ts'
import { a4, a5, a6, equalPages, imposePages, linesOf, mm, sizeOf, tryImpose } from '../testing/press.ts'
import type { PressMark, PressSettings, Scheme } from './settings.ts'
import type { Slug } from './slug.ts'

/** A5 pages on SRA4 turned: 12 mm left and right of them, 7.5 mm above and below. */
const sra4 = sizeOf(225, 320)
const large = sizeOf(350, 260)

const marks = (...names: readonly PressMark[]): ReadonlySet<PressMark> => new Set(names)

/** Lines of the first side, from a millimetre grid. */
function linesIn(wish: Partial<PressSettings>, index = 0, pages = equalPages(4)): readonly string[] {
  return linesOf(imposePages(pages, wish).sides[index]?.marks ?? [])
}

/** A line between two points in millimetres, as `linesOf` says it. */
function line(...points: readonly [number, number, number, number]): string {
  return points.map((length) => (Math.round(length * mm * 100) / 100).toFixed(2)).join(' ')
}

describe('crop marks', () => {
  // In the middle of 350 by 260 mm: the pages from 27 to 323 mm and from 25 to 235 mm.
  const wish = { paper: large, marks: marks('crop') }

  it('are 5 mm long and stand 3 mm off each edge that is cut, not at the spine', () => {
    const lines = [
      line(27, 17, 27, 22),
      line(27, 238, 27, 243),
      line(19, 25, 24, 25),
      line(19, 235, 24, 235),
      line(323, 17, 323, 22),
      line(323, 238, 323, 243),
      line(326, 25, 331, 25),
      line(326, 235, 331, 235),
    ]
    expect([...linesIn(wish)].sort()).toEqual([...lines].sort())
  })

  it('are thin and black, and no content', () => {
    const [mark] = imposePages(equalPages(4), wish).sides[0]?.marks ?? []
    expect(mark).toMatchObject({ tag: null, mark: { fill: null, stroke: { width: 0.25, color: [0, 0, 0] } } })
  })

  it('keep off a larger bleed', () => {
    expect(linesIn({ ...wish, bleed: 5 * mm })).toContain(line(27, 15, 27, 20))
  })

  it('move with the pages that creep moves', () => {
    const lines = linesIn({ ...wish, caliper: 0.2 * mm }, 2, equalPages(8))
    expect(lines).toContain(line(27.2, 17, 27.2, 22))
    expect(lines).toContain(line(322.8, 17, 322.8, 22))
    expect(lines).toContain(line(19.2, 25, 24.2, 25))
  })

  it('stand at both sides of a gutter, and once where two pages share a cut', () => {
    const card = sizeOf(85, 55)
    const scheme: Scheme = { kind: 'repeat', columns: 2, rows: 2 }
    const cards = (gutter: number) =>
      linesIn({ scheme, paper: a4, marks: marks('crop'), gutter }, 0, equalPages(1, card))
    // On the paper turned, 50 mm are left above them; a gutter of 4 mm takes 2 mm of that.
    const above = (lines: readonly string[], bottom: number) =>
      lines.filter((one) => one.endsWith(` ${(Math.round(bottom * mm * 100) / 100).toFixed(2)}`))
    expect(above(cards(0), 47)).toHaveLength(3)
    expect(above(cards(4 * mm), 45)).toHaveLength(4)
    expect(cards(0)).toHaveLength(12)
  })

  it('are at the places of blank pages, which are cut as well', () => {
    const one = linesIn(wish, 1, equalPages(1))
    expect([...one].sort()).toEqual([...linesIn(wish)].sort())
  })
})

describe('fold marks', () => {
  const dashes = (x: number, top: number) => [0, 2, 4].map((dash) => line(x, top + dash, x, top + dash + 1))

  it('are dashed lines above and below the spine, outside the trim', () => {
    const lines = linesIn({ paper: large, marks: marks('fold') })
    expect([...lines].sort()).toEqual([...dashes(175, 17), ...dashes(175, 238)].sort())
  })

  it('are at all folds of a sheet, on its front and on its back', () => {
    const wish = { scheme: { kind: 'saddle', up: 8 }, marks: marks('fold') } as const
    for (const side of [0, 1]) {
      const lines = linesIn(wish, side, equalPages(16))
      // Three upright folds and a level one, each with marks at both ends, each of three dashes.
      expect(lines).toHaveLength(24)
      for (const x of [8 + 148, 8 + 296, 8 + 444]) {
        expect(lines).toEqual(expect.arrayContaining(dashes(x, 0)))
      }
      expect(lines).toContain(line(0, 218, 1, 218))
    }
  })

  it('are not where nothing is folded', () => {
    const scheme: Scheme = { kind: 'nup', columns: 2, rows: 1 }
    expect(linesIn({ scheme, paper: large, marks: marks('fold') })).toEqual([])
  })
})

describe('registration marks', () => {
  it('are crosses in circles, that lie one behind another on the two sides of a sheet', () => {
    const wish = { paper: large, marks: marks('registration') }
    // At the height of the page's middle, 5.5 mm off.
    const lines = [
      line(19, 130, 24, 130),
      line(21.5, 127.5, 21.5, 132.5),
      line(326, 130, 331, 130),
      line(328.5, 127.5, 328.5, 132.5),
    ]
    for (const duplex of ['long', 'short'] as const) {
      for (const side of [0, 1]) {
        expect([...linesIn({ ...wish, duplex }, side)].sort()).toEqual([...lines].sort())
      }
    }
  })

  it('have a circle that is round to a thousandth of its radius', () => {
    const placed = imposePages(equalPages(4), { paper: large, marks: marks('registration') }).sides[0]
      ?.marks[0]
    const outline = placed?.mark.kind === 'path' ? placed.mark.outline : []
    const [centre, radius] = [{ x: 21.5 * mm, y: 130 * mm }, 1.25 * mm]
    const curves = outline.flatMap((segment, index) => {
      const [, x = 0, y = 0] = outline[index - 1] ?? []
      return segment[0] === 'C' ? [{ from: segment.length, x, y, segment }] : []
    })
    expect(curves).toHaveLength(8)
    // The middle of the first curve, from its Bernstein form.
    for (const { segment, x, y } of curves.slice(0, 1)) {
      const [, x1, y1, x2, y2, x3, y3] = segment
      const before = outline[outline.indexOf(segment) - 1]
      const [x0, y0] = before?.[0] === 'M' ? [before[1], before[2]] : [x, y]
      const middle = { x: (x0 + 3 * x1 + 3 * x2 + x3) / 8, y: (y0 + 3 * y1 + 3 * y2 + y3) / 8 }
      expect(Math.hypot(middle.x - centre.x, middle.y - centre.y) / radius).toBeCloseTo(1, 3)
    }
  })
})

describe('the slug line', () => {
  const said: string[] = []
  const slug = (width: (text: string) => number): Slug => ({
    title: 'Water',
    date: '2014-05-26',
    sha256: '0123456789abcdef0123456789abcdef',
    set: (title, facts) => {
      said.push(`${title}${facts}`)
      const dot: Placed = {
        x: 1,
        y: -2,
        mark: { kind: 'rect', width: 1, height: 1, color: [0, 0, 0] },
        tag: null,
      }
      return { width: width(`${title}${facts}`), marks: [dot] }
    },
  })
  const set = (wish: Partial<PressSettings>, width: (text: string) => number, pages = equalPages(6)) => {
    said.length = 0
    return imposePages(pages, { marks: marks('slug'), ...wish }, slug(width)).sides
  }

  it('says the title, the sheet and its side, the date and twelve digits of the hash', () => {
    set({ paper: large }, () => 200)
    expect(said).toEqual([
      'Water · sheet 1 of 2, front · 2014-05-26 · 0123456789ab',
      'Water · sheet 1 of 2, back · 2014-05-26 · 0123456789ab',
      'Water · sheet 2 of 2, front · 2014-05-26 · 0123456789ab',
      'Water · sheet 2 of 2, back · 2014-05-26 · 0123456789ab',
    ])
  })

  it('stands between the crop marks of the first page, in the middle of their length', () => {
    const [side] = set({ paper: large }, () => 200)
    const [mark] = side?.marks ?? []
    // Capitals of 0.7 em of 6 pt around 235 + 3 + 2.5 mm.
    expect(mark?.x).toBeCloseTo(28 * mm + 1, 2)
    expect(mark?.y).toBeCloseTo(240.5 * mm + 2.1 - 2, 2)
  })

  it('keeps clear of the crop marks that creep moves', () => {
    const sides = set({ paper: large, marks: marks('crop', 'slug'), caliper: 2 * mm }, () => 200)
    const inner = sides[2]
    expect(linesOf(inner?.marks ?? [])).toContain(line(29, 238, 29, 243))
    expect(inner?.marks.at(-1)?.x).toBeCloseTo(30 * mm + 1, 2)
  })

  it('keeps clear of the crop marks of a page that is smaller than others', () => {
    const pages = [...equalPages(1), ...equalPages(1, a6)]
    const wish = {
      scheme: { kind: 'nup', columns: 1, rows: 1 },
      paper: large,
      marks: marks('crop', 'slug'),
    } as const
    const [, back] = imposePages(
      pages,
      wish,
      slug(() => 200),
    ).sides
    // In the middle of the paper, 260 mm wide; the larger pages begin at 56 mm.
    expect(back?.places[0]?.trim.x).toBeCloseTo(77.5 * mm, 2)
    expect(back?.marks.at(-1)?.x).toBeCloseTo(78.5 * mm + 1, 2)
  })

  it('stands below them where it is longer than a page is wide', () => {
    const [side] = set({ paper: large }, () => 148 * mm)
    // 3 + 5 + 1 mm and 1.2 em below the trim ends the line, 0.25 em above that stands its baseline.
    expect(side?.marks[0]?.y).toBeCloseTo(244 * mm + 7.2 - 1.5 - 2, 2)
  })

  it('leaves out the title where there is no room for it', () => {
    set({ paper: large }, (text) => (text.startsWith('Water') ? 1000 : 200))
    expect(said.slice(0, 2)).toEqual([
      'Water · sheet 1 of 2, front · 2014-05-26 · 0123456789ab',
      'sheet 1 of 2, front · 2014-05-26 · 0123456789ab',
    ])
  })

  it('is upright and at the foot of a side whose pages are turned', () => {
    const [front, back] = set({ paper: large, duplex: 'long' }, () => 200)
    expect(back?.places[0]?.turn).toBe(180)
    expect(back?.marks).toEqual(front?.marks)
  })
})

describe('room', () => {
  it('is kept for marks on paper that is as large as needed', () => {
    const { found } = tryImpose(equalPages(4), { marks: marks('crop', 'fold', 'registration'), edge: 4 * mm })
    expect(found).toEqual([])
  })

  it('is looked for on each side: marks stand where there is some, and the rest is said', () => {
    const { imposed, found } = tryImpose(equalPages(4), { paper: sra4, marks: marks('crop', 'registration') })
    expect(found).toMatchObject([
      {
        severity: 'warning',
        code: 'press/marks',
        message: 'marks have no room (crop): they take 8.0 mm around the pages, and there are 7.5 mm',
        hints: ['take a paper of at least 312.0 × 226.0 mm, or print without marks'],
      },
    ])
    const lines = linesOf(imposed?.sides[0]?.marks ?? [])
    // Level marks left and right of the pages, and the crosses.
    expect(lines).toHaveLength(8)
    expect(lines).toContain(line(4, 7.5, 9, 7.5))
  })

  it('is none where the printer does not reach', () => {
    const wish = { paper: large, marks: marks('crop'), edge: 20 * mm }
    expect(tryImpose(equalPages(4), wish).imposed?.sides[0]?.marks).toEqual([])
  })

  it('for the slug line is below the pages', () => {
    const slug: Slug = { title: '', date: '', sha256: 'ab', set: () => ({ width: 100, marks: [] }) }
    const { found } = tryImpose(equalPages(4), { paper: sra4, marks: marks('slug') }, slug)
    expect(found.map(({ message }) => message)).toEqual([
      'marks have no room (slug): they take 8.0 mm around the pages, and there are 7.5 mm',
    ])
  })

  it('is not needed without marks, on the paper of an office', () => {
    expect(imposePages(equalPages(4, a5), { paper: a4 }).sides.flatMap((side) => side.marks)).toEqual([])
  })
})
