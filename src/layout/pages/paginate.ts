import type { Fill, Row } from '../flow.ts'
import { measured } from './measured.ts'
import { openPage } from './open-page.ts'
import type { PageRoom } from './page-cost.ts'
import { type EndSettings, pageEnds } from './page-ends.ts'
import { newPage, type OpenPage } from './page-scratch.ts'
import { PageTops } from './page-tops.ts'

/**
 * Chooses the page breaks of all lanes together, at least total cost over the whole section, by dynamic programming
 * over page tops. A page top is a row and a cut in each of its cells; a row begins on the same page in all lanes.
 * With a finite breadth the result is near the optimum (docs/architecture.md), and the states on the best path are
 * looked at again with more cuts until the path stands.
 */
export function paginate(rows: readonly Row[], room: PageRoom): readonly Fill[] {
  if (rows.length === 0) return []
  const search = startSearch(rows, room)
  expandNew(search)
  search.tops.relax()
  if (room.breadth !== Number.POSITIVE_INFINITY) refine(search)
  return pathOf(search)
}

/** Page tops that an exact search of a section may have: it takes a few milliseconds. */
const exactStates = 400
/** Cuts looked at beyond the fullest where there would be more of them: a larger number gains nothing (measured). */
const usualBreadth = 2

/** How thoroughly to search: all page ends of a section where there are few, else the best of them. */
export function breadthFor(rows: readonly Row[]): number {
  let states = 0
  for (const { cells } of rows) {
    states += cells.reduce((product, cell) => product * ((cell?.items.length ?? 0) + 1), 1)
    if (states > exactStates) return usualBreadth
  }
  return Number.POSITIVE_INFINITY
}

interface Search {
  readonly tops: PageTops
  /** The page whose end is sought. */
  readonly page: OpenPage
  /** The page top that it begins at. */
  top: number
  /** Page tops below this one were expanded. */
  expanded: number
}

function startSearch(rows: readonly Row[], room: PageRoom): Search {
  const prepared = measured(rows)
  const tops = new PageTops(prepared)
  const page = newPage(prepared, room, (end) => {
    tops.addPage(search.top, tops.at(end), end.cost, end.isOverfull)
  })
  const search: Search = { tops, page, top: 0, expanded: 0 }
  return search
}

function expandNew(search: Search): void {
  const settings = { breadth: search.page.room.breadth, isProduct: false }
  for (; search.expanded < search.tops.count; search.expanded++)
    if (search.expanded !== PageTops.end) expand(search, search.expanded, settings)
}

/** Adds the pages that may begin at a page top. */
function expand(search: Search, top: number, settings: EndSettings): void {
  const { tops, page } = search
  search.top = top
  tops.beginPages(top)
  tops.read(top, page.from)
  openPage(page)
  pageEnds(page, settings)
}

/** Cuts looked at again on the best path, beyond the fullest. */
const refinedBreadth = 3
/** How often the best path is searched again with them: it stands after two or three. */
const maxRounds = 8

function refine(search: Search): void {
  const { tops } = search
  const settings = { breadth: refinedBreadth, isProduct: true }
  const refined = new Set<number>()
  for (let round = 0; round < maxRounds; round++) {
    const before = refined.size
    let top: number = PageTops.start
    for (let page = tops.bestPage(top); page; page = tops.bestPage(top)) {
      if (!refined.has(top)) expand(search, top, settings)
      refined.add(top)
      top = page.to
    }
    if (refined.size === before) return
    expandNew(search)
    tops.relax()
  }
}

function pathOf({ tops }: Search): readonly Fill[] {
  const fills: Fill[] = []
  let top: number = PageTops.start
  for (let page = tops.bestPage(top); page; page = tops.bestPage(top)) {
    const { to, cost, isOverfull } = page
    fills.push({ from: tops.cutOf(top), to: tops.cutOf(to), cost, isOverfull })
    top = to
  }
  return fills
}
