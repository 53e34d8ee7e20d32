import { describe, expect, it } from 'vitest'
import type { PageFacts } from '../layout/page.ts'
import { a3, a4, a5, a6, equalPages, imposePages, mm, sizeOf, tryImpose } from '../testing/press.ts'
import type { PressSettings } from './settings.ts'

/** Code, message and hints of all that is found; whether there are sheets all the same. */
function findings(pages: readonly PageFacts[], wish: Partial<PressSettings>) {
  const { imposed, found } = tryImpose(pages, wish)
  const said = found.map(({ severity, code, message, hints }) => [`${severity} ${code}`, message, ...hints])
  expect(imposed === null).toBe(found.some(({ severity }) => severity === 'error'))
  return said
}

describe('what cannot be put on sheets', () => {
  it('press/nothing: no page', () => {
    expect(findings([], {})).toEqual([
      ['error press/nothing', 'there is no page to put on a sheet', 'give the publication a text'],
    ])
  })

  it('press/signature: not a multiple of what a sheet holds', () => {
    expect(findings(equalPages(20), { scheme: { kind: 'perfect', pages: 12, up: 4 } })).toEqual([
      [
        'error press/signature',
        'signatures of 12 pages cannot be folded from sheets with 8 pages each',
        'a signature has a multiple of 8 pages, such as 16',
        'or put 2 pages on a side',
      ],
    ])
    const six = findings(equalPages(20), { scheme: { kind: 'perfect', pages: 6, up: 2 } })
    expect(six[0]?.slice(1)).toEqual([
      'signatures of 6 pages cannot be folded from sheets with 4 pages each',
      'a signature has a multiple of 4 pages, such as 8',
    ])
    for (const pages of [0, -4, 2.5]) {
      const [found] = findings(equalPages(20), { scheme: { kind: 'perfect', pages, up: 2 } })
      expect(found?.[0]).toBe('error press/signature')
    }
  })

  it('press/paper-too-small: A3 pages on A4 at their size', () => {
    expect(findings(equalPages(1, a3), { scheme: { kind: 'nup', columns: 1, rows: 1 }, paper: a4 })).toEqual([
      [
        'error press/paper-too-small',
        'the pages take 297.0 × 420.0 mm, and the paper has 210.0 × 297.0 mm',
        'take a paper of at least 297.0 × 420.0 mm',
        'scale `fit` prints them at 70.7 % of their size',
      ],
    ])
    const twice = findings(equalPages(4, a4), { paper: a4, scale: 0.8 })
    expect(twice[0]?.[1]).toBe('the pages take 336.0 × 237.6 mm, and the paper has 297.0 × 210.0 mm')
  })

  it('press/paper-too-small: a printer that reaches nothing', () => {
    const wish = { paper: sizeOf(50, 50), edge: 25 * mm, scale: 'fit' } as const
    expect(findings(equalPages(1), wish)[0]?.slice(0, 2)).toEqual([
      'error press/paper-too-small',
      'the printer reaches nothing of 50.0 × 50.0 mm: it leaves 25.0 mm at each edge',
    ])
  })

  it('press/too-many-places: more than a side has, or none', () => {
    const [message, hint] = [
      '20 × 20 places do not go on a side',
      'a side has up to 256 places, in at least one column and one row',
    ]
    expect(findings(equalPages(4), { scheme: { kind: 'nup', columns: 20, rows: 20 } })).toEqual([
      ['error press/too-many-places', message, hint],
    ])
    for (const [columns, rows] of [
      [0, 2],
      [2, -1],
      [1.5, 2],
    ] as const) {
      const [found] = findings(equalPages(4), { scheme: { kind: 'cut-stack', columns, rows } })
      expect(found?.[0]).toBe('error press/too-many-places')
    }
  })

  it('press/too-many-places: pages that are no more to be seen, and gutters that take all of the paper', () => {
    const scheme = { kind: 'nup', columns: 16, rows: 16 } as const
    const hint = 'put fewer pages on a side, or take a larger paper'
    expect(findings(equalPages(4, a3), { scheme, paper: a6, scale: 'fit' })).toEqual([
      [
        'error press/too-many-places',
        '16 × 16 places on 105.0 × 148.0 mm are less than a twentieth of the pages’ size',
        hint,
      ],
    ])
    expect(findings(equalPages(4, a6), { scheme, paper: a4, scale: 'fit', gutter: 20 * mm })).toEqual([
      [
        'error press/too-many-places',
        'gutters of 300.0 × 300.0 mm between 16 × 16 places leave no room on 297.0 × 210.0 mm',
        hint,
      ],
    ])
  })

  it('press/too-many-places: each of very many pages very often', () => {
    const scheme = { kind: 'repeat', columns: 16, rows: 16 } as const
    expect(findings(equalPages(4_000), { scheme })[0]?.slice(0, 2)).toEqual([
      'error press/too-many-places',
      '4000 pages, each of them 256 times, are 1024000 places; more than 400000 are not made at once',
    ])
  })
})

describe('what is not as it was asked for', () => {
  it('press/edge: pages where the printer does not print', () => {
    expect(findings(equalPages(4), { paper: a4, edge: 5 * mm })).toEqual([
      [
        'warning press/edge',
        'the pages reach 5.0 mm into the edge of 5.0 mm that the printer does not reach',
        'a paper of 306.0 × 220.0 mm has room for all of them',
        'or print them at 95.2 % of their size, as scale `fit` does',
      ],
    ])
    imposePages(equalPages(4), { paper: a4, edge: 5 * mm, scale: 0.952 })
    imposePages(equalPages(4), { paper: a4, edge: 5 * mm, scale: 'fit' })
  })

  it('press/mixed-sizes: a book that is cut to its largest page', () => {
    const pages = [a5, a5, a6, a5].map((size, index) => ({ name: 'page', label: `${index + 1}`, size }))
    expect(findings(pages, {})).toEqual([
      [
        'warning press/mixed-sizes',
        'page 3 is 105.0 × 148.0 mm, page 1 148.0 × 210.0 mm, and both are cut to one size',
        'give all pages one `size` in the theme: the smaller ones keep a blank border',
      ],
    ])
    // Where nothing is cut they may differ, and so may one card and the next.
    imposePages(pages, { scheme: { kind: 'nup', columns: 2, rows: 1 } })
    const scheme = { kind: 'repeat', columns: 2, rows: 1 } as const
    imposePages(
      [pages[0], pages[1], pages[2], pages[2]].flatMap((page) => page ?? []),
      { scheme },
    )
    expect(findings(pages, { scheme })[0]?.[1]).toContain(
      'page 4 is 148.0 × 210.0 mm, page 3 105.0 × 148.0 mm',
    )
  })

  it('press/bleed: nothing to cut off', () => {
    expect(findings(equalPages(4), { paper: a4, bleed: 3 * mm })).toEqual([
      [
        'warning press/bleed',
        'a bleed of 3.0 mm has room for 0.0 mm',
        'take a paper of at least 302.0 × 216.0 mm',
      ],
    ])
    expect(
      findings(equalPages(8), { scheme: { kind: 'saddle', up: 4 }, bleed: 3 * mm, gutter: 4 * mm }),
    ).toEqual([
      [
        'warning press/bleed',
        'a bleed of 3.0 mm has room for 2.0 mm',
        'take a gutter of 6.0 mm, twice the bleed',
      ],
    ])
    imposePages(equalPages(8), { scheme: { kind: 'saddle', up: 4 }, bleed: 3 * mm, gutter: 6 * mm })
    imposePages(equalPages(4), { paper: a4, scheme: { kind: 'nup', columns: 2, rows: 1 }, bleed: 3 * mm })
  })

  it('press/creep: a booklet too thick to be nested', () => {
    expect(findings(equalPages(240), { caliper: 0.1 * mm })).toEqual([
      [
        'warning press/creep',
        'in so thick a signature the inner pages move by 5.9 mm into the spine',
        'bind it in signatures, as `perfect` has them',
        'or name a thinner paper',
      ],
    ])
    imposePages(equalPages(200), { caliper: 0.1 * mm })
    imposePages(equalPages(4_000), { caliper: 0.1 * mm, scheme: { kind: 'perfect', pages: 16, up: 2 } })
  })

  it('all of it in one run', () => {
    const wish = {
      paper: a4,
      edge: 5 * mm,
      bleed: 3 * mm,
      caliper: mm,
      marks: new Set(['crop'] as const),
    }
    const codes = tryImpose(equalPages(40), wish).found.map(({ code }) => code)
    expect(codes).toEqual(['press/edge', 'press/bleed', 'press/creep', 'press/marks'])
  })
})
