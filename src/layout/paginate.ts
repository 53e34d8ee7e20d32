import type { Cut, Fill, Row } from './flow.ts'
import { type Measured, measured, nextFilled } from './measured.ts'
import type { PageRoom } from './page-cost.ts'
import { type AddEnd, type EndSettings, pageEnds } from './page-ends.ts'

/**
 * Chooses the page breaks of all lanes together, at least total cost over the whole section, by dynamic programming
 * over page tops. A page top is a row and a cut in each of its cells; a row begins on the same page in all lanes.
 * With a finite breadth the result is near the optimum (docs/architecture.md), and the states on the best path are
 * looked at again with more cuts until the path stands.
 */
export function paginate(rows: readonly Row[], room: PageRoom): readonly Fill[] {
  const search = startSearch(measured(rows), room)
  expandNew(search)
  relaxAll(search)
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

interface State extends Cut {
  /** Items on earlier pages: a page leads to a later row, or to more of them in the same row. */
  readonly before: number
  /** Another state with the same key. */
  readonly twin: State | null
  /** Least cost from here to the end. */
  toGo: number
  next: Edge | null
  readonly edges: Edge[]
  isRefined: boolean
}

interface Edge {
  readonly to: State
  readonly cost: number
  readonly isOverfull: boolean
}

interface Search {
  readonly measured: Measured
  readonly room: PageRoom
  readonly zero: readonly number[]
  /** For each row, and for the end, the page top before it, once there is one. */
  readonly boundaries: (State | null)[]
  /** Page tops inside each row, by a key made of their cuts. */
  readonly inside: (Map<number, State> | null)[]
  readonly start: State
  /** Page tops that were not yet expanded. */
  readonly fresh: State[]
}

function startSearch(rows: Measured, room: PageRoom): Search {
  const count = rows.rows.length
  const zero = new Array<number>(rows.width).fill(0)
  const start = newState(0, zero, 0, null)
  const boundaries = new Array<State | null>(count + 1).fill(null)
  boundaries[0] = start
  const inside = new Array<Map<number, State> | null>(count).fill(null)
  return { measured: rows, room, zero, boundaries, inside, start, fresh: count > 0 ? [start] : [] }
}

function newState(row: number, at: readonly number[], before: number, twin: State | null): State {
  return { row, at, before, twin, toGo: Number.POSITIVE_INFINITY, next: null, edges: [], isRefined: false }
}

function boundaryAt(search: Search, row: number): State {
  const known = search.boundaries[row]
  if (known) return known
  const state = newState(row, search.zero, 0, null)
  search.boundaries[row] = state
  if (row < search.measured.rows.length) search.fresh.push(state)
  return state
}

function insideAt(search: Search, row: number, at: readonly number[]): State {
  const states = search.inside[row] ?? new Map<number, State>()
  search.inside[row] = states
  let key = 0
  let before = 0
  for (const cut of at) {
    key = (Math.imul(key, 4099) + cut) | 0
    before += cut
  }
  const known = states.get(key) ?? null
  for (let state = known; state; state = state.twin) {
    if (state.at.every((cut, lane) => cut === at[lane])) return state
  }
  const state = newState(row, at, before, known)
  states.set(key, state)
  search.fresh.push(state)
  return state
}

function expandNew(search: Search): void {
  const settings = { room: search.room, breadth: search.room.breadth, isProduct: false }
  for (let state = search.fresh.pop(); state; state = search.fresh.pop()) expand(search, state, settings)
}

function expand(search: Search, state: State, settings: EndSettings): void {
  const add: AddEnd = (row, at, cost, isOverfull) => {
    const to = at ? insideAt(search, row, at) : boundaryAt(search, nextFilled(search.measured, row))
    state.edges.push({ to, cost, isOverfull })
  }
  pageEnds(search.measured, state, settings, add)
}

/** Least costs from the end backwards. */
function relaxAll(search: Search): void {
  const end = search.boundaries[search.measured.rows.length]
  if (end) end.toGo = 0
  for (let row = search.measured.rows.length - 1; row >= 0; row--) {
    const inside = search.inside[row]
    if (inside) for (const state of inOrder(inside)) relax(state)
    const boundary = search.boundaries[row]
    if (boundary) relax(boundary)
  }
}

function inOrder(inside: ReadonlyMap<number, State>): readonly State[] {
  const states: State[] = []
  for (const first of inside.values()) {
    for (let state: State | null = first; state; state = state.twin) states.push(state)
  }
  return states.length > 1 ? states.sort((a, b) => b.before - a.before) : states
}

function relax(state: State): void {
  state.toGo = Number.POSITIVE_INFINITY
  for (const edge of state.edges) {
    const total = edge.cost + edge.to.toGo
    if (total < state.toGo) {
      state.toGo = total
      state.next = edge
    }
  }
}

/** Cuts looked at again on the best path, beyond the fullest. */
const refinedBreadth = 3
const maxRounds = 8

function refine(search: Search): void {
  const settings = { room: search.room, breadth: refinedBreadth, isProduct: true }
  for (let round = 0; round < maxRounds; round++) {
    let isSettled = true
    for (let state = search.start; state.next; state = state.next.to) {
      if (state.isRefined) continue
      expand(search, state, settings)
      state.isRefined = true
      isSettled = false
    }
    if (isSettled) return
    expandNew(search)
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
