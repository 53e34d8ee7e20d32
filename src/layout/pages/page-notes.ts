import { type Pt, tolerance } from '../../base/length.ts'
import { calledBefore, type LaneNotes, notesHeight } from './lane-notes.ts'
import { costs, type PageRoom } from './page-cost.ts'

/** The notes of a lane on an open page: those that were carried over to it, and what is called on it. */
export interface PageNotes {
  readonly of: LaneNotes
  /** The first line on the page, and the first that is called on it. */
  from: number
  called: number
}

/** What stands at the foot of a lane with so many lines called. */
export interface Foot {
  /** Lines that go over to the next page. */
  readonly carried: number
  /** Of body and notes. */
  readonly depth: Pt
  readonly cost: number
}

/** Lines that stay of a note that goes over, and lines that go over. */
export const fewestLines = 2

/** The notes of a lane on a page that begins with item `at` of a row, when so many lines are left from before. */
export function openNotes(notes: PageNotes, row: number, at: number, carried: number): void {
  notes.called = calledBefore(notes.of, row, at)
  notes.from = notes.called - carried
}

/** Depth of a lane with all lines up to `called` on the page. */
export function wholeDepth({ of, from }: PageNotes, body: Pt, called: number, room: PageRoom): Pt {
  return body + notesHeight(of, from, called, room.noteHead)
}

/** The least depth that it could have: with the last note divided as early as it may be. It never falls as more is called. */
export function leastDepth(notes: PageNotes, body: Pt, called: number, room: PageRoom): Pt {
  return wholeDepth(notes, body, called - mostCarried(notes, called), room)
}

/** The most lines of the last note that may go over. */
function mostCarried({ of, called: before }: PageNotes, called: number): number {
  const last = of.lines[called - 1]
  if (!last || called <= before || last.end - last.first < 2 * fewestLines) return 0
  return called - last.first - fewestLines
}

/**
 * The foot of a lane where a page ends: all notes called on it, but of the last one only what fits where it may be
 * divided: if it is called after line `divisible`, in the page's last row. Null: they do not fit.
 */
export function footOf(
  notes: PageNotes,
  body: Pt,
  called: number,
  divisible: number,
  room: PageRoom,
): Foot | null {
  const limit = room.depth + tolerance
  const depth = wholeDepth(notes, body, called, room)
  if (depth <= limit) return { carried: 0, depth, cost: 0 }
  if (called <= divisible) return null
  const most = mostCarried(notes, called)
  const kept = mostFitting(notes, body, called - most - 1, called - fewestLines, room)
  if (most === 0 || kept < called - most) return null
  return { carried: called - kept, depth: wholeDepth(notes, body, kept, room), cost: costs.note }
}

/** Where nothing legal fits: as many lines as there is room for, wherever that divides a note. */
export function forcedFoot(notes: PageNotes, body: Pt, called: number, room: PageRoom): Foot {
  const kept = mostFitting(notes, body, notes.from, called, room)
  return { carried: called - kept, depth: wholeDepth(notes, body, kept, room), cost: 0 }
}

/** The most lines, from `least` up to `most`, with which a lane fits; `least` where it does not with any. */
function mostFitting(notes: PageNotes, body: Pt, least: number, most: number, room: PageRoom): number {
  let low = least
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (wholeDepth(notes, body, middle, room) <= room.depth + tolerance) low = middle
    else high = middle - 1
  }
  return low
}

/** Whether the note called last is taller than a page: only then may it go over from the last rows of all. */
export function isTallerThanPage({ of }: PageNotes, called: number, room: PageRoom): boolean {
  const last = of.lines[called - 1]
  return last !== undefined && notesHeight(of, last.first, last.end, room.noteHead) > room.depth + tolerance
}
