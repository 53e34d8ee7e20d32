import fc from 'fast-check'
import type { Galley, Item, Note, Row } from '../layout/flow.ts'
import { paragraph } from './square-face.ts'

/**
 * What a page break looks at in an item: its height, the blank before it, the price of a break before it, and the notes
 * called in it, each as the heights of its lines.
 */
export interface Slab extends Pick<Item, 'height' | 'space' | 'penalty'> {
  readonly notes?: readonly (readonly number[])[]
}

/** A cell without text; null where there are no slabs. */
export function cellOf(slabs: readonly Slab[] | null): Galley | null {
  if (slabs === null) return null
  const items = slabs.map(
    ({ notes = [], ...slab }): Item => ({ ...slab, content: null, notes: notes.map(noteOf) }),
  )
  return galleyOf(items)
}

function galleyOf(items: readonly Item[], spaceBefore = 0): Galley {
  return {
    measure: 100,
    items,
    decorations: [],
    heads: [],
    starts: new Map(),
    spaceBefore,
    spaceAfter: 0,
    isKeptWithNext: false,
  }
}

function noteOf(heights: readonly number[]): Note {
  const items = heights.map((height): Item => ({ height, space: 0, penalty: 0, content: null, notes: [] }))
  return { element: paragraph, content: galleyOf(items, noteSpace) }
}

/** Blank before each note of `cellOf`. */
export const noteSpace = 1

export function rowOf(cells: readonly (readonly Slab[] | null)[], more: Partial<Row> = {}): Row {
  return {
    unit: null,
    cells: cells.map(cellOf),
    space: 0,
    penalty: 0,
    isOnFoot: false,
    head: null,
    stopsRule: false,
    element: paragraph,
    ...more,
  }
}

/** So many lines of a height, with a penalty against breaking off the first or the last. */
export function linesOf(count: number, height = 1, widow = 5000): readonly Slab[] {
  return Array.from({ length: count }, (_, index) => {
    const isFirst = index === 1 && count > 1
    const isLast = index === count - 1 && count > 1
    return { height, space: 0, penalty: (isFirst ? widow : 0) + (isLast ? widow : 0) }
  })
}

/** Mostly none; few are taller than a page. */
const anyNotes: fc.Arbitrary<readonly (readonly number[])[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  {
    weight: 2,
    arbitrary: fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.array(fc.constant(1), { minLength: 20, maxLength: 60 }), {
      minLength: 1,
      maxLength: 1,
    }),
  },
)

/** Small documents with everything in them that makes page breaks hard. */
export function anyRows(lanes: number, mostItems: number, hasNotes = false): fc.Arbitrary<readonly Row[]> {
  const penalty = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(50, 5000, 10000) },
    { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  )
  const slab = fc.record({
    height: fc.integer({ min: 0, max: 4 }),
    space: fc.integer({ min: 0, max: 2 }),
    penalty,
    notes: hasNotes ? anyNotes : fc.constant([]),
  })
  const cell = fc.option(fc.array(slab, { maxLength: mostItems }), { freq: 6 })
  const row = fc
    .record({
      cells: fc.array(cell, { minLength: lanes, maxLength: lanes }),
      space: fc.integer({ min: 0, max: 3 }),
      penalty: fc.constantFrom(0, 0, 0, 0, 200, Number.POSITIVE_INFINITY),
    })
    .map(({ cells, ...more }) => rowOf(cells, more))
  return fc.array(row, { minLength: 1, maxLength: 6 })
}
