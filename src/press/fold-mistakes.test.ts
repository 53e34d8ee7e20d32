import { describe, expect, it } from 'vitest'
import type { Pt } from '../base/length.ts'
import { imposedOf, problemsIn } from '../testing/fold-imposed.ts'
import { printDuplex } from '../testing/fold-paper.ts'
import { pagesOf, plain, schemeName, schemes, waysOf } from '../testing/fold-schemes.ts'
import type { Place, Side } from './sheet.ts'

describe('a mistake on a sheet', () => {
  it.each(schemes.map((scheme) => [schemeName(scheme), scheme] as const))('is seen: %s', (_, scheme) => {
    // Of 61 pages, no sheet is without some.
    const pages = pagesOf(61, { width: 420, height: 595 })
    for (const way of waysOf(scheme)) {
      const settings = { ...plain, ...way, scheme, gutter: 9 }
      const imposed = imposedOf(pages, settings)
      const seen = (sides: readonly Side[], duplex = way.duplex): number => {
        const papers = printDuplex(sides, pages, duplex)
        return problemsIn(papers, imposed, pages, settings).length
      }
      expect(seen(imposed.sides)).toBe(0)
      expect(seen(imposed.sides, way.duplex === 'long' ? 'short' : 'long')).toBeGreaterThan(0)
      for (const index of [0, 1, 2, 3]) {
        expect(seen(changed(imposed.sides, index, ([first, ...rest]) => [turned(first), ...rest]))).not.toBe(
          0,
        )
        // On a side that repeats one page there is nothing to exchange.
        if (scheme.kind === 'repeat') continue
        expect(seen(changed(imposed.sides, index, exchanged))).not.toBe(0)
        expect(seen(changed(imposed.sides, index, ([, ...rest]) => rest))).not.toBe(0)
        if (scheme.kind === 'nup') continue
        expect(
          seen(changed(imposed.sides, index, ([first, ...rest]) => [aside(first, 0.02), ...rest])),
        ).not.toBe(0)
      }
      const [front, back, next, ...others] = imposed.sides as [Side, Side, Side, ...Side[]]
      expect(seen([back, front, next, ...others])).not.toBe(0)
      expect(seen([next, back, front, ...others])).not.toBe(0)
    }
  })
})

/** With other places on one side. */
function changed(
  sides: readonly Side[],
  index: number,
  change: (places: readonly [Place, ...Place[]]) => readonly Place[],
): readonly Side[] {
  return sides.map((side, at) => {
    const [first, ...rest] = side.places
    return at === index && first !== undefined ? { ...side, places: change([first, ...rest]) } : side
  })
}

function turned(place: Place): Place {
  return { ...place, turn: place.turn === 0 ? 180 : 0 }
}

function aside(place: Place, by: Pt): Place {
  return { ...place, trim: { ...place.trim, x: place.trim.x + by } }
}

function exchanged([first, second, ...rest]: readonly [Place, ...Place[]]): readonly Place[] {
  if (second === undefined) return []
  return [{ ...first, page: second.page }, { ...second, page: first.page }, ...rest]
}
