import { filled } from './filled.ts'
import type { Order, Slot, Stage } from './order.ts'
import type { Binding, Blanks, Scheme, Up } from './settings.ts'

/** How a sheet is folded: the pages on its front where it is the only sheet, and the folds in their order. */
interface Folding {
  /** From 1, row by row. Of two rows the upper is turned by 180 degrees: the pages meet head to head. */
  readonly front: readonly (readonly number[])[]
  readonly folds: readonly Extract<Stage, { readonly kind: 'fold' }>[]
}

/**
 * Bound at the left, each fold brings the first page to lie on top again, at the right and at the bottom; the last one
 * makes the spine. The eight pages of a side are the usual order of a signature of 16 pages, the four that of one of 8.
 */
const foldings: Readonly<Record<Up, Folding>> = {
  2: { front: [[4, 1]], folds: [leftUnder(1)] },
  4: {
    front: [
      [5, 4],
      [8, 1],
    ],
    folds: [topUnder(), leftUnder(1)],
  },
  8: {
    front: [
      [5, 12, 9, 8],
      [4, 13, 16, 1],
    ],
    folds: [leftUnder(2), topUnder(), leftUnder(3)],
  },
}

function leftUnder(boundary: number): Folding['folds'][number] {
  return { kind: 'fold', axis: 'vertical', boundary, under: 'left' }
}

function topUnder(): Folding['folds'][number] {
  return { kind: 'fold', axis: 'horizontal', boundary: 1, under: 'top' }
}

/** The number of columns and rows of pages on a side of a folded sheet. */
function gridOf({ front }: Folding): { readonly columns: number; readonly rows: number } {
  return { columns: front[0]?.length ?? 0, rows: front.length }
}

/**
 * Sheets that are folded and nested: all of them (saddle), or as many as make a signature (perfect). The last signature
 * has no more sheets than it needs.
 */
export function foldedOrder(
  pages: number,
  scheme: Extract<Scheme, { readonly kind: 'saddle' | 'perfect' }>,
  binding: Binding,
  blanks: Blanks,
): Order {
  const folding = foldings[scheme.up]
  const onSheet = 2 * scheme.up
  const all = filled(pages, onSheet, blanks)
  const sheets = all.count / onSheet
  const nested = scheme.kind === 'saddle' ? sheets : scheme.pages / onSheet
  const signatureOf = (sheet: number): Signature => {
    const first = sheet - (sheet % nested)
    return { pages: Math.min(nested, sheets - first) * onSheet, before: first * onSheet }
  }
  return {
    ...gridOf(folding),
    sheets,
    slotsOf: (sheet, side) => {
      const signature = signatureOf(sheet)
      const outside = (sheet % nested) * scheme.up
      return onSide(folding, side).map(({ page, column, row }) => {
        // Of the pages of one sheet the first half stands in the first half of its signature, the rest in the second.
        const number = page <= scheme.up ? page + outside : signature.pages - outside - (onSheet - page)
        return slot(number, column, row, folding, binding, signature, all.pageAt)
      })
    },
    isSpine: (boundary) => boundary % 2 === 1,
    isPiled: true,
    deepest: Math.min(nested, sheets) * (scheme.up / 2) - 1,
    steps: [
      ...folding.folds.map((fold) => (binding === 'left' ? fold : mirrored(fold, folding))),
      { kind: 'nest', sheets: chunks(sheets, nested) },
      ...(sheets > nested ? [{ kind: 'gather' } as const] : []),
    ],
  }
}

interface Signature {
  readonly pages: number
  /** Pages in the signatures before it. */
  readonly before: number
}

/** The pages of a single sheet on one of its sides, bound at the left. */
function onSide(folding: Folding, side: 'front' | 'back'): readonly OnSide[] {
  const { columns } = gridOf(folding)
  return folding.front.flatMap((pages, row) =>
    pages.map((page, column) =>
      side === 'front' ? { page, column, row } : { page: overleaf(page), column: columns - 1 - column, row },
    ),
  )
}

interface OnSide {
  /** From 1. */
  readonly page: number
  readonly column: number
  readonly row: number
}

/** The other page of a leaf: 2 behind 1, 1 behind 2. */
function overleaf(page: number): number {
  return page % 2 === 1 ? page + 1 : page - 1
}

/** Where a page of a signature, counted from 1, stands. */
function slot(
  number: number,
  column: number,
  row: number,
  folding: Folding,
  binding: Binding,
  signature: Signature,
  pageAt: (index: number) => number | null,
): Slot {
  const { columns, rows } = gridOf(folding)
  const turn = rows > 1 && row === 0 ? 180 : 0
  const isBoundLeft = (number % 2 === 1) === (binding === 'left')
  return {
    column: binding === 'left' ? column : columns - 1 - column,
    row,
    page: pageAt(signature.before + number - 1),
    turn,
    spine: isBoundLeft === (turn === 0) ? 'left' : 'right',
    depth: Math.floor((Math.min(number, signature.pages + 1 - number) - 1) / 2),
  }
}

/** A book that is bound at the right is the mirror image, page by page. */
function mirrored(fold: Folding['folds'][number], folding: Folding): Folding['folds'][number] {
  if (fold.axis === 'horizontal') return fold
  return { ...fold, boundary: gridOf(folding).columns - fold.boundary, under: 'right' }
}

/** A number as a sum of equal ones, the last of them what is left. */
function chunks(sum: number, size: number): readonly number[] {
  return Array.from({ length: Math.ceil(sum / size) }, (_, index) => Math.min(size, sum - index * size))
}
