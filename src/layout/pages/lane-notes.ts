import type { Pt } from '../../base/length.ts'
import type { Note, Row } from '../flow.ts'

/** All notes of a lane in a section, line after line, with sums: what stands at the foot of a page is a stretch of them. */
export interface LaneNotes {
  readonly lines: readonly NoteLine[]
  /** Height of the lines before line i, the space before each note included. */
  readonly heights: Float64Array
  /** Lines called before row r; one more at the end. */
  readonly beforeRow: Int32Array
  /** Lines called in a row before its item k; none for a row without notes. */
  readonly inRow: ReadonlyMap<number, Int32Array>
}

/** A line of a note: item `index` of it. `first` and `end` are those of its note among the lines of the lane. */
export interface NoteLine {
  readonly note: Note
  readonly index: number
  readonly first: number
  readonly end: number
}

/** The notes of each lane; null: there is none. */
export function laneNotes(rows: readonly Row[]): readonly LaneNotes[] | null {
  return hasNotes(rows) ? (rows[0]?.cells.map((_, lane) => notesOfLane(rows, lane)) ?? null) : null
}

function hasNotes(rows: readonly Row[]): boolean {
  for (const { cells } of rows)
    for (const cell of cells) if (cell) for (const { notes } of cell.items) if (notes.length > 0) return true
  return false
}

function notesOfLane(rows: readonly Row[], lane: number): LaneNotes {
  const lines: NoteLine[] = []
  const beforeRow = new Int32Array(rows.length + 1)
  const inRow = new Map<number, Int32Array>()
  rows.forEach(({ cells }, row) => {
    const items = cells[lane]?.items ?? []
    const before = lines.length
    if (items.some(({ notes }) => notes.length > 0)) {
      const called = new Int32Array(items.length + 1)
      items.forEach(({ notes }, index) => {
        for (const note of notes) addNote(lines, note)
        called[index + 1] = lines.length - before
      })
      inRow.set(row, called)
    }
    beforeRow[row + 1] = lines.length
  })
  const heights = new Float64Array(lines.length + 1)
  lines.forEach((line, index) => {
    heights[index + 1] =
      (heights[index] ?? 0) + spaceBefore(line) + (line.note.content.items[line.index]?.height ?? 0)
  })
  return { lines, heights, beforeRow, inRow }
}

function addNote(lines: NoteLine[], note: Note): void {
  const first = lines.length
  const end = first + note.content.items.length
  for (let index = 0; index < end - first; index++) lines.push({ note, index, first, end })
}

/** The larger of a note's margins stands before it, below the rule too: it is no margin of the area's. */
export function spaceBefore({ note, index }: NoteLine): Pt {
  if (index > 0) return note.content.items[index]?.space ?? 0
  return Math.max(note.content.spaceBefore, note.content.spaceAfter)
}

/** How many lines are called before item `at` of a row. */
export function calledBefore({ beforeRow, inRow }: LaneNotes, row: number, at: number): number {
  return (beforeRow[row] ?? 0) + (inRow.get(row)?.[at] ?? 0)
}

/** Height of lines `from` up to `to` on one page; `head` is that of the rule above them and its spaces. */
export function notesHeight({ heights }: LaneNotes, from: number, to: number, head: Pt): Pt {
  return to > from ? head + (heights[to] ?? 0) - (heights[from] ?? 0) : 0
}
