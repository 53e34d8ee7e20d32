import type { Pages, Reader } from './reader-texts.ts'

/** Where a line stands in what a reader gave. */
interface Spot {
  readonly page: number
  readonly line: number
}

/**
 * Finds each passage, whole and in order, in what a reader gave, and returns those that are not there. The method: a
 * passage begins a line (a list's marker may stand before it) and ends one; each line of it must continue the text
 * exactly where the line before ended. The next line is the next one of the page or, where the page ends for this
 * column, one of the next page: running heads, folios and the other column are passed over there and nowhere else. Of
 * a reader that orders the blocks of a page by itself only the lines are held against the text, not their order on the
 * page. A passage begins after the beginning of the one before.
 */
export function missingPassages(
  passages: readonly string[],
  pages: Pages,
  reader: Reader,
  from: number,
): readonly string[] {
  const missing: string[] = []
  let spot: Spot = { page: from, line: 0 }
  for (const passage of passages) {
    const start = findStart(passage, spot, pages, reader)
    if (start) spot = next(start, reader)
    else missing.push(passage)
  }
  return missing
}

function findStart(passage: string, from: Spot, pages: Pages, reader: Reader): Spot | null {
  for (let page = from.page; page < pages.length; page++) {
    const lines = pages[page] ?? []
    for (let line = page === from.page ? from.line : 0; line < lines.length; line++) {
      const spot = { page, line }
      const text = lines[line] ?? ''
      const unmarked = text.replace(marker, '')
      if (isWhole(passage, text, 0, spot, pages, reader)) return spot
      if (unmarked !== text && isWhole(passage, unmarked, 0, spot, pages, reader)) return spot
    }
  }
  return null
}

/** The marker of a list item. */
const marker = /^(?:[•◦–]|\d+\.) ?/

/** Whether `line`, which stands at `spot`, and what follows it say the passage from `at` to its end. */
function isWhole(
  passage: string,
  line: string,
  at: number,
  spot: Spot,
  pages: Pages,
  reader: Reader,
): boolean {
  return ends(passage, line, at, reader).some((end) => {
    if (end === passage.length) return true
    return following(spot, pages, reader).some((after) =>
      isWhole(passage, pages[after.page]?.[after.line] ?? '', end, after, pages, reader),
    )
  })
}

/** Where in the passage the next line has to go on when this one begins at `at`; none when it does not fit. */
function ends(passage: string, line: string, at: number, reader: Reader): readonly number[] {
  const found: number[] = []
  const { softHyphen, keepsSpaces } = reader
  const end = at + line.length
  if (line !== '' && passage.startsWith(line, at)) {
    const isSpace = passage[end] === ' ' && !keepsSpaces
    const isInsideWord = letter.test(passage[end - 1] ?? '') && letter.test(passage[end] ?? '')
    if (isSpace) found.push(end + 1)
    else if (!isInsideWord) found.push(end)
  }
  if (softHyphen !== null && line.endsWith(softHyphen) && passage.startsWith(line.slice(0, -1), at))
    found.push(end - 1)
  return found
}

/** A letter of a script that divides words with a hyphen. */
const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

function following({ page, line }: Spot, pages: Pages, { keepsOrder }: Reader): readonly Spot[] {
  const after: Spot[] = []
  const here = pages[page]?.length ?? 0
  if (line + 1 < here) after.push({ page, line: line + 1 })
  if (!keepsOrder)
    for (let other = 0; other < here; other++) if (other !== line) after.push({ page, line: other })
  const beyond = pages[page + 1]?.length ?? 0
  for (let other = 0; other < beyond; other++) after.push({ page: page + 1, line: other })
  return after
}

function next({ page, line }: Spot, { keepsOrder }: Reader): Spot {
  return keepsOrder ? { page, line: line + 1 } : { page, line: 0 }
}
