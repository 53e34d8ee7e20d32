import { unreachable } from '../base/unreachable.ts'
import { filled } from './filled.ts'
import type { Order, Slot } from './order.ts'
import type { Binding, Blanks, Scheme } from './settings.ts'

type Loose = Extract<Scheme, { readonly kind: 'nup' | 'repeat' | 'cut-stack' }>

/** Sheets that are read as they are, or cut apart. What is bound at the right is read from the right. */
export function looseOrder(pages: number, scheme: Loose, binding: Binding, blanks: Blanks): Order {
  const { columns, rows } = scheme
  const places = Array.from({ length: columns * rows }, (_, index) => {
    const fromStart = index % columns
    const column = binding === 'left' ? fromStart : columns - 1 - fromStart
    return { column, row: Math.floor(index / columns) }
  })
  const { sheets, pageAt, isLeafwise } = contentOf(pages, scheme, blanks)
  return {
    columns,
    rows,
    sheets,
    slotsOf: (sheet, side) =>
      places.map(({ column, row }, index): Slot => {
        const behind = side === 'back' && isLeafwise ? columns - 1 - column : column
        const page = pageAt(sheet, side, index)
        return { column: behind, row, page, turn: 0, spine: null, depth: 0 }
      }),
    isSpine: () => false,
    isPiled: scheme.kind === 'cut-stack',
    deepest: 0,
    steps: stepsOf(
      scheme,
      places.map(({ column, row }) => row * columns + column),
    ),
  }
}

interface Content {
  readonly sheets: number
  /** The page at a place, counted in reading order. */
  readonly pageAt: (sheet: number, side: 'front' | 'back', place: number) => number | null
  /** Whether a place is cut out, so that what follows a page stands behind it. */
  readonly isLeafwise: boolean
}

function contentOf(pages: number, scheme: Loose, blanks: Blanks): Content {
  const onSide = scheme.columns * scheme.rows
  const existing = (page: number): number | null => (page < pages ? page : null)
  switch (scheme.kind) {
    case 'nup':
      return {
        sheets: Math.ceil(pages / (2 * onSide)),
        pageAt: (sheet, side, place) => existing((2 * sheet + (side === 'back' ? 1 : 0)) * onSide + place),
        isLeafwise: false,
      }
    case 'repeat':
      return {
        sheets: Math.ceil(pages / 2),
        pageAt: (sheet, side) => existing(2 * sheet + (side === 'back' ? 1 : 0)),
        isLeafwise: true,
      }
    case 'cut-stack': {
      const all = filled(pages, 2 * onSide, blanks)
      const sheets = all.count / (2 * onSide)
      return {
        sheets,
        // Each place has a pile of its own, a leaf a sheet.
        pageAt: (sheet, side, place) => all.pageAt(2 * (place * sheets + sheet) + (side === 'back' ? 1 : 0)),
        isLeafwise: true,
      }
    }
    default:
      return unreachable(scheme)
  }
}

function stepsOf({ kind }: Loose, piles: readonly number[]): Order['steps'] {
  if (kind === 'nup') return []
  return kind === 'repeat' ? [{ kind: 'cut' }] : [{ kind: 'cut' }, { kind: 'stack', piles }]
}
