import type { Pt } from '../base/length.ts'
import type { Cut, Fill, Galley, Row } from './flow.ts'

/** What makes a page worse, in squares of lines left blank; tuned on pages of 45 lines. */
export const costs = {
  /** A row that goes over a page. */
  split: 10,
  /** A last page of a section that is less than a quarter full. */
  short: 4000,
  /** Nothing legal fits. */
  overfull: 1e5,
} as const

export interface PageRoom {
  /** Height of the text area. */
  readonly depth: Pt
  /** How many of the cells count in the cost: the languages; an axis after them does not. */
  readonly lanes: number
  /** Cuts looked at beyond the fullest, for each page; Infinity: all, the exact optimum. */
  readonly breadth: number
}

/**
 * Chooses the page breaks of all lanes together, at least total cost over the whole section, by dynamic programming
 * over page tops. A page top is a row and a cut in each of its cells; a row begins on the same page in all lanes.
 * With a finite breadth the result is near the optimum (docs/architecture.md), and the states on the best path are
 * looked at again with more cuts until the path stands.
 */
export function paginate(rows: readonly Row[], room: PageRoom): readonly Fill[] {
  const search = startSearch(rows, room)
  expandAll(search)
  relaxAll(search)
  if (room.breadth !== Number.POSITIVE_INFINITY) refine(search)
  return pathOf(search)
}

interface State extends Cut {
  readonly key: string
  /** Least cost from here to the end. */
  toGo: number
  next: Edge | null
  edges: readonly Edge[] | null
  isRefined: boolean
}

interface Edge {
  readonly to: State
  readonly cost: number
  readonly isOverfull: boolean
}

interface Search {
  readonly rows: readonly PreparedRow[]
  readonly room: PageRoom
  /** States by row; a Map keeps the order in which they were found. */
  readonly levels: readonly Map<string, State>[]
  readonly start: State
}

/** A row with prefix sums, so that the depth of any piece of a cell costs O(1). */
interface PreparedRow {
  readonly space: Pt
  readonly penalty: number
  readonly cells: readonly PreparedCell[]
}

interface PreparedCell {
  readonly count: number
  /** Height of the items before k, their spaces included. */
  readonly heights: Float64Array
  readonly spaces: Float64Array
  readonly penalties: Float64Array
}

function startSearch(rows: readonly Row[], room: PageRoom): Search {
  const prepared = rows.map((row) => ({ space: row.space, penalty: row.penalty, cells: row.cells.map(prepareCell) }))
  const levels = Array.from({ length: rows.length + 1 }, () => new Map<string, State>())
  const zero = (prepared[0]?.cells ?? []).map(() => 0)
  return { rows: prepared, room, levels, start: stateAt(levels, 0, zero) }
}

function prepareCell(galley: Galley | null): PreparedCell {
  const count = galley?.items.length ?? 0
  const heights = new Float64Array(count + 1)
  const spaces = new Float64Array(count + 1)
  const penalties = new Float64Array(count + 1)
  galley?.items.forEach((item, index) => {
    heights[index + 1] = (heights[index] ?? 0) + item.space + item.height
    spaces[index] = item.space
    penalties[index] = item.penalty
  })
  return { count, heights, spaces, penalties }
}

/** Height of items `from` up to `to`; what begins a page drops its space. */
function depthOf(cell: PreparedCell, from: number, to: number): Pt {
  if (to <= from) return 0
  return (cell.heights[to] ?? 0) - (cell.heights[from] ?? 0) - (from > 0 ? (cell.spaces[from] ?? 0) : 0)
}

function stateAt(levels: Search['levels'], row: number, at: readonly number[]): State {
  const level = levels[row]
  if (!level) throw new Error(`no row ${row} to break before`)
  const key = at.join()
  let state = level.get(key)
  if (!state) {
    state = { row, at, key, toGo: Number.POSITIVE_INFINITY, next: null, edges: null, isRefined: false }
    level.set(key, state)
  }
  return state
}

/** States only lead to later rows, or to later cuts of their own: rows in order reach them all. */
function expandAll(search: Search): void {
  for (const level of search.levels) {
    // A Map visits what is added while it is walked.
    for (const state of level.values()) state.edges ??= expand(search, state, search.room.breadth, false)
  }
}

function relaxAll(search: Search): void {
  for (let row = search.rows.length; row >= 0; row--) {
    const level = [...(search.levels[row]?.values() ?? [])]
    if (level.length > 1) level.sort((a, b) => sum(b.at) - sum(a.at))
    for (const state of level) relax(search, state)
  }
}

function relax(search: Search, state: State): void {
  if (state.row === search.rows.length) {
    state.toGo = 0
    return
  }
  state.toGo = Number.POSITIVE_INFINITY
  for (const edge of state.edges ?? []) {
    const total = edge.cost + edge.to.toGo
    if (total < state.toGo) {
      state.toGo = total
      state.next = edge
    }
  }
}

const refinedBreadth = 3
const maxRounds = 8

function refine(search: Search): void {
  for (let round = 0; round < maxRounds; round++) {
    const path: State[] = []
    for (let state = search.start; state.next; state = state.next.to) path.push(state)
    const open = path.filter((state) => !state.isRefined)
    if (open.length === 0) return
    for (const state of open) {
      state.edges = expand(search, state, refinedBreadth, true)
      state.isRefined = true
    }
    expandAll(search)
    relaxAll(search)
  }
}

function pathOf(search: Search): readonly Fill[] {
  const fills: Fill[] = []
  for (let state = search.start; state.next; state = state.next.to) {
    const { to, cost, isOverfull } = state.next
    fills.push({ from: { row: state.row, at: state.at }, to: { row: to.row, at: to.at }, cost, isOverfull })
  }
  return fills
}

/** A row that begins on the page, with how deep each lane is filled before it. */
interface Step {
  readonly row: number
  /** Depths of the lanes where the row before ended. */
  readonly before: readonly Pt[]
  /** Where all cells of the row begin. */
  readonly top: Pt
  readonly from: readonly number[]
}

/** All page ends worth looking at from a page top, the fullest first. */
function expand(search: Search, state: State, breadth: number, isProduct: boolean): readonly Edge[] {
  const { rows, room } = search
  if (state.row === rows.length) return []
  const edges: Edge[] = []
  const steps = walkDown(search, state)
  let kept = 0
  const add = (row: number, at: readonly number[], depths: readonly Pt[], penalty: number): void => {
    const isEnd = row === rows.length
    const page = isEnd ? lastPageCost(depths, room, state) : fillCost(depths, room)
    edges.push({ to: stateAt(search.levels, row, at), cost: penalty + page, isOverfull: false })
    kept++
  }
  for (let index = steps.length - 1; index >= 0 && (kept <= breadth || edges.length === 0); index--) {
    const step = steps[index]
    if (!step) continue
    const row = rows[step.row]
    splits(search, step, breadth, isProduct || breadth === Number.POSITIVE_INFINITY, add)
    if (index > 0 && (row === undefined || row.penalty < Number.POSITIVE_INFINITY)) {
      add(step.row, step.from.map(() => 0), step.before, row?.penalty ?? 0)
    }
  }
  if (edges.length === 0) edges.push(forceCut(search, state))
  return edges
}

/** Sets whole rows while they fit; the last step is the first row that does not, or the end of the rows. */
function walkDown(search: Search, state: State): readonly Step[] {
  const { rows, room } = search
  const zero = state.at.map(() => 0)
  const steps: Step[] = []
  let depths: readonly Pt[] = zero
  for (let index = state.row; ; index++) {
    const row = rows[index]
    const from = index === state.row ? state.at : zero
    const isTop = index === state.row
    const space = !row || (isTop && (index > 0 || sum(from) > 0)) ? 0 : row.space
    const top = Math.max(0, ...depths) + space
    steps.push({ row: index, before: depths, top, from })
    if (!row) return steps
    const after = row.cells.map((cell, lane) => {
      const start = from[lane] ?? 0
      return start < cell.count ? top + depthOf(cell, start, cell.count) : (depths[lane] ?? 0)
    })
    if (after.some((depth) => depth > room.depth + tolerance)) return steps
    depths = after
  }
}

const tolerance = 1e-6

interface CellCut {
  readonly at: number
  readonly depth: Pt
  readonly penalty: number
  /** Nothing of the cell is left, before this page already or because it is empty. */
  readonly isDone: boolean
}

type AddCut = (row: number, at: readonly number[], depths: readonly Pt[], penalty: number) => void

/** Cuts inside one row: each non-empty cell is cut inside or has just finished. */
function splits(search: Search, step: Step, breadth: number, isProduct: boolean, add: AddCut): void {
  const row = search.rows[step.row]
  if (!row) return
  const lists = row.cells.map((cell, lane) => legalCuts(cell, step.from[lane] ?? 0, step.top, step.before[lane] ?? 0, search.room.depth))
  if (lists.some((list) => list.length === 0)) return
  const put = (cuts: readonly CellCut[]): boolean => {
    if (cuts.every((cut, lane) => cut.at >= (row.cells[lane]?.count ?? 0))) return false
    if (cuts.every((cut, lane) => cut.at === step.from[lane])) return false
    const penalty = costs.split + sum(cuts.map((cut) => cut.penalty))
    add(
      step.row,
      cuts.map((cut) => cut.at),
      cuts.map((cut) => cut.depth),
      penalty,
    )
    return true
  }
  if (isProduct) {
    const visit = (lane: number, chosen: readonly CellCut[]): void => {
      const list = lists[lane]
      if (!list) put(chosen)
      else for (const cut of list.slice(0, breadth === Number.POSITIVE_INFINITY ? undefined : breadth + 1)) visit(lane + 1, [...chosen, cut])
    }
    visit(0, [])
  } else lowerFoot(lists, search.room, breadth, put)
}

/** One foot line for all lanes, lowered step by step: in each lane the best cut above it. */
function lowerFoot(lists: readonly (readonly CellCut[])[], room: PageRoom, breadth: number, put: (cuts: readonly CellCut[]) => boolean): void {
  const line = lineOf(room)
  let foot = room.depth
  for (let found = 0; found <= breadth; ) {
    const cuts: CellCut[] = []
    for (const list of lists) {
      let best: CellCut | null = null
      let least = Number.POSITIVE_INFINITY
      for (const cut of list) {
        if (cut.depth > foot + tolerance) continue
        const price = cut.penalty + ((foot - cut.depth) / line) ** 2 / room.lanes
        if (price < least) {
          least = price
          best = cut
        }
      }
      if (!best) return
      cuts.push(best)
    }
    if (put(cuts)) found++
    const open = cuts.filter((cut) => !cut.isDone)
    if (open.length === 0) return
    foot = Math.max(...open.map((cut) => cut.depth)) - 1
  }
}

/** The legal cuts of a cell after `from` that fit, the fullest first; its end counts as one. */
function legalCuts(cell: PreparedCell, from: number, top: Pt, before: Pt, depth: Pt): readonly CellCut[] {
  if (from >= cell.count) return [{ at: cell.count, depth: before, penalty: 0, isDone: true }]
  const cuts: CellCut[] = []
  for (let at = from + 1; at <= cell.count; at++) {
    const reach = top + depthOf(cell, from, at)
    if (reach > depth + tolerance) break
    const penalty = at < cell.count ? (cell.penalties[at] ?? 0) : 0
    if (penalty < Number.POSITIVE_INFINITY) cuts.push({ at, depth: reach, penalty, isDone: false })
  }
  return cuts.reverse()
}

/** Nothing legal fits: what fits of the row, wherever that ends, or else one item that is taller than the page. */
function forceCut(search: Search, state: State): Edge {
  const row = search.rows[state.row]
  if (!row) throw new Error('a page top before the end has a row')
  let isOverfull = false
  const at = row.cells.map((cell, lane) => {
    const from = state.at[lane] ?? 0
    let to = from
    while (to < cell.count && depthOf(cell, from, to + 1) <= search.room.depth + tolerance) to++
    if (to === from && to < cell.count) {
      isOverfull = true
      to++
    }
    return to
  })
  const isWhole = at.every((to, lane) => to >= (row.cells[lane]?.count ?? 0))
  const to = isWhole ? stateAt(search.levels, state.row + 1, at.map(() => 0)) : stateAt(search.levels, state.row, at)
  return { to, cost: costs.overfull, isOverfull }
}

function lineOf(room: PageRoom): Pt {
  return room.depth / 45
}

function fillCost(depths: readonly Pt[], room: PageRoom): number {
  const line = lineOf(room)
  let total = 0
  for (let lane = 0; lane < room.lanes; lane++) total += ((room.depth - (depths[lane] ?? 0)) / line) ** 2
  return total / room.lanes
}

/** The last page of a section may be short, but not a scrap, unless it is the only one. */
function lastPageCost(depths: readonly Pt[], room: PageRoom, from: State): number {
  const filled = Math.max(...depths.slice(0, room.lanes)) / room.depth
  const isOnly = from.row === 0 && sum(from.at) === 0
  return isOnly || filled >= 0.25 ? 0 : costs.short * (2 - 4 * filled)
}

function sum(numbers: readonly number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
