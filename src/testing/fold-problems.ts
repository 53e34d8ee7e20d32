import { type Edge, edges, type Rect } from './fold-motion.ts'
import { visible } from './fold-paper.ts'
import { type Leaf, type Reading, sequenceOf } from './fold-read.ts'

/** What a reader of so many pages expects. */
export interface Expected {
  readonly pages: number
  /** Where blanks are allowed: behind all pages, or before the last one. */
  readonly blanks: 'end' | 'before-back'
  /** There are fewer blanks than this: what a sheet or signature holds. */
  readonly room: number
  /** Where the pages are bound; null: they are loose. */
  readonly spine: 'left' | 'right' | null
  /** Whether pages differ in size: then they have only the spine in common. */
  readonly isMixed: boolean
}

/** What is wrong with a book, in words; none: its pages are all there, in order, upright and back to back. */
export function problemsOf(reading: Reading, expected: Expected): readonly string[] {
  const goal = goalOf(reading, expected)
  return [
    ...reading.problems,
    ...orderProblems(sequenceOf(reading), expected),
    ...reading.leaves.flatMap((leaf, index) =>
      leafProblems(leaf, goal).map((problem) => `leaf ${index + 1}: ${problem}`),
    ),
  ]
}

function orderProblems(
  seen: readonly (number | null)[],
  { pages, blanks, room }: Expected,
): readonly string[] {
  const empty = seen.length - pages
  if (empty < 0) return [`${seen.length} sides for ${pages} pages`]
  // A single page is a front page rather than a back cover.
  const beforeBlanks = blanks === 'end' || pages === 1 ? pages : pages - 1
  const found: string[] = empty >= room ? [`${empty} blanks where ${room} make a sheet`] : []
  for (const [index, page] of seen.entries()) {
    const wanted = wantedAt(index, beforeBlanks, empty)
    if (page === wanted) continue
    found.push(`${nameOf(wanted)} is due and ${nameOf(page)} is seen`)
    break
  }
  return found
}

function wantedAt(index: number, beforeBlanks: number, empty: number): number | null {
  if (index < beforeBlanks) return index
  return index < beforeBlanks + empty ? null : index - empty
}

/** Where each page has to stand. */
interface Goal {
  readonly spine: Edge | null
  readonly trim: Partial<Rect>
}

/** The spine is the fold of the outermost leaf; where all pages are of a size, they end where the first one does. */
function goalOf({ leaves }: Reading, { spine, isMixed }: Expected): Goal {
  const first = leaves.flatMap(({ recto, verso }) => [...recto, ...verso])[0]
  const trim = isMixed || first === undefined ? {} : first.trim
  if (spine === null) return { spine, trim }
  const folds = leaves.map(({ box }) => box[spine])
  return { spine, trim: { ...trim, [spine]: spine === 'left' ? Math.min(...folds) : Math.max(...folds) } }
}

function leafProblems(
  { recto, verso, strays, strokes, closed }: Leaf,
  { spine, trim }: Goal,
): readonly string[] {
  const found: string[] = []
  if (recto.length > 1 || verso.length > 1) found.push('two pages on one side')
  for (const seen of [...recto, ...verso]) {
    if (seen.turn !== 0) found.push(`${nameOf(seen.page)} is turned by ${seen.turn} degrees`)
    if (seen.isMirrored) found.push(`${nameOf(seen.page)} is mirrored`)
    if (seen.spine !== spine) {
      found.push(`${nameOf(seen.page)} is said to be bound at the ${seen.spine ?? 'edge of none'}`)
    }
    if (!seen.isWhole) found.push(`${nameOf(seen.page)} is not painted to its edges`)
    for (const edge of edges) {
      const off = seen.trim[edge] - (trim[edge] ?? seen.trim[edge])
      if (Math.abs(off) > visible)
        found.push(`${nameOf(seen.page)} is off by ${off.toFixed(2)} at the ${edge}`)
    }
  }
  const [front, back] = [recto[0], verso[0]]
  if (front !== undefined && back !== undefined && !isBehind(front.trim, back.trim, spine)) {
    found.push(`${nameOf(back.page)} does not stand behind ${nameOf(front.page)}`)
  }
  for (const page of strays) found.push(`${nameOf(page)} reaches into it`)
  // Nobody cuts loose leaves on which nothing is printed.
  const isCut = spine !== null || recto.length + verso.length > 0
  if (strokes > 0 && isCut) found.push(`${strokes} marks are left on it`)
  for (const edge of closed) if (edge !== spine) found.push(`is closed at the ${edge}`)
  return found
}

/** Of two sizes, pages have the spine in common, which is looked at elsewhere, and their middle. */
function isBehind(one: Rect, other: Rect, spine: Edge | null): boolean {
  const down = one.top + one.bottom - other.top - other.bottom
  const along = one.left + one.right - other.left - other.right
  return Math.abs(down) <= 2 * visible && (spine !== null || Math.abs(along) <= 2 * visible)
}

function nameOf(page: number | null): string {
  return page === null ? 'a blank' : `page ${page + 1}`
}
