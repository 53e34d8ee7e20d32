import type { Row } from '../layout/flow.ts'
import { linesOf, rowOf, type Slab } from './rows.ts'

/**
 * Rows like those of a report, in lines of 1 pt: paragraphs of 2 to 14 lines, in the other languages a sixth more or
 * less; headings, kept with what follows; now and then a block that may not be broken. The same seed gives the same.
 */
export function passages(count: number, lanes: number, seed: number): readonly Row[] {
  const next = numbers(seed)
  const rows: Row[] = []
  let isKept = false
  while (rows.length < count) {
    const isHeading: boolean = !isKept && rows.length < count - 1 && next() < 0.12
    const isBlock = !isHeading && next() < 0.06
    const length = isHeading ? 1 + Math.round(next()) : 2 + Math.floor(next() * 13)
    const cells = Array.from({ length: lanes }, (): readonly Slab[] => {
      const lines = linesOf(isHeading ? length : Math.max(1, Math.round(length * (0.85 + 0.3 * next()))))
      return isHeading || isBlock
        ? lines.map((line) => ({ ...line, penalty: Number.POSITIVE_INFINITY }))
        : lines
    })
    rows.push(rowOf(cells, { space: isHeading ? 1.5 : 0.5, penalty: isKept ? Number.POSITIVE_INFINITY : 0 }))
    isKept = isHeading
  }
  return rows
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
