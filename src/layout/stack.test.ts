import { describe, expect, it } from 'vitest'
import type { Content, Galley } from './flow.ts'
import { heldTogether, type VersionRow } from './stack.ts'
import { galleyOf } from './walk.ts'

const all = Number.POSITIVE_INFINITY

describe('heldTogether', () => {
  it('lets a page end in the last version alone, after two lines of it', () => {
    expect(penaltiesOf([version(3), version(2), version(4)], 100)).toEqual([
      [all, all, all],
      [all, all],
      [all, all, 0, 0],
    ])
  })

  it('lets it end in those above where they take more than half of it, after two lines of each, for a price', () => {
    expect(penaltiesOf([version(3), version(4), version(4)], 17.9)).toEqual([
      [150, 150, 150],
      [all, all, 150, 150],
      [all, all, 0, 0],
    ])
    expect(penaltiesOf([version(3), version(4), version(4)], 18)[0]).toEqual([all, all, all])
  })

  it('counts what is seen, not blanks, and leaves a version that stands alone as it is', () => {
    const padded: VersionRow = {
      ...version(4),
      cells: version(4).cells.map((cell) => cell && blankFirst(cell)),
    }
    expect(penaltiesOf([version(1), padded], 100)).toEqual([[all], [all, all, all, 0]])
    expect(penaltiesOf([version(3)], 100)).toEqual([[0, 0, 0]])
  })
})

/** So many lines, each 1 pt high. */
function version(lines: number): VersionRow {
  // What it is matters not, only that something is seen.
  const content: Content = { kind: 'table-row', cells: [] }
  const item = { height: 1, space: 0, penalty: 0, content, notes: [] }
  return { cells: [{ ...galleyOf(100, item), items: Array(lines).fill(item) }, null], space: 0 }
}

function blankFirst(cell: Galley): Galley {
  return {
    ...cell,
    items: cell.items.map((item, index) => (index === 0 ? { ...item, content: null } : item)),
  }
}

function penaltiesOf(rows: readonly VersionRow[], depth: number): readonly (readonly number[])[] {
  return heldTogether(rows, depth).map(({ cells }) => cells[0]?.items.map(({ penalty }) => penalty) ?? [])
}
