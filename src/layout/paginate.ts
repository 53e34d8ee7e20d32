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
  /** Whether nothing is left to set. */
  readonly isEnd: boolean
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
  const start = newState(0, zero, zero, null)
  const boundaries = new Array<State | null>(count + 1).fill(null)
  boundaries[0] = start
  const inside = new Array<Map<number, State> | null>(count + 1).fill(null)
  return { measured: rows, room, zero, boundaries, inside, start, fresh: count > 0 ? [start] : [] }
}

function newState(row: number, at: readonly number[], carried: readonly number[], twin: State | null): State {
  let before = 0
  for (const cut of at) before += cut
  const toGo = Number.POSITIVE_INFINITY
  return { row, at, carried, before, isEnd: false, twin, toGo, next: null, edges: [], isRefined: false }
}

function boundaryAt(search: Search, row: number): State {
  const known = search.boundaries[row]
  if (known) return known
  const isEnd = row === search.measured.rows.length
  const state = { ...newState(row, search.zero, search.zero, null), isEnd }
  search.boundaries[row] = state
  if (!isEnd) search.fresh.push(state)
  return state
}

function insideAt(search: Search, row: number, at: readonly number[], carried: readonly number[]): State {
  const states = search.inside[row] ?? new Map<number, State>()
  search.inside[row] = states
  const key = hash(hash(0, at), carried)
  const known = states.get(key) ?? null
  for (let state = known; state; state = state.twin) {
    if (isSame(state.at, at) && isSame(state.carried, carried)) return state
  }
  const state = newState(row, at, carried, known)
  states.set(key, state)
  search.fresh.push(state)
  return state
}

function hash(key: number, counts: readonly number[]): number {
  let mixed = key
  for (const count of counts) mixed = (Math.imul(mixed, 4099) + count) | 0
  return mixed
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

function expandNew(search: Search): void {
  const settings = { room: search.room, breadth: search.room.breadth, isProduct: false }
  for (let state = search.fresh.pop(); state; state = search.fresh.pop()) expand(search, state, settings)
}

function expand(search: Search, state: State, settings: EndSettings): void {
  const { zero } = search
  const add: AddEnd = ({ row, at, carried, cost, isOverfull }) => {
    const isCarried = carried?.some((lines) => lines > 0) === true
    const next = at ? row : nextFilled(search.measured, row)
    const isInside = at !== null || isCarried
    const to = isInside
      ? insideAt(search, next, at ?? zero, isCarried ? carried : zero)
      : boundaryAt(search, next)
    state.edges.push({ to, cost, isOverfull })
  }
  pageEnds(search.measured, state, settings, add)
}

/** Least costs from the end backwards. */
function relaxAll(search: Search): void {
  for (let row = search.measured.rows.length; row >= 0; row--) {
    const boundary = search.boundaries[row]
    const inside = search.inside[row]
    if (inside) for (const state of inOrder(inside, boundary ?? null)) relax(state)
    else if (boundary) relax(boundary)
  }
}

/** A page leads to a later row, or to more of the same row, or, of notes alone, to fewer carried lines. */
function inOrder(inside: ReadonlyMap<number, State>, boundary: State | null): readonly State[] {
  const states: State[] = boundary ? [boundary] : []
  for (const first of inside.values()) {
    for (let state: State | null = first; state; state = state.twin) states.push(state)
  }
  return states.length > 1 ? states.sort((a, b) => b.before - a.before || linesOf(a) - linesOf(b)) : states
}

function linesOf({ carried }: State): number {
  let lines = 0
  for (const count of carried) lines += count
  return lines
}

function relax(state: State): void {
  state.toGo = state.isEnd ? 0 : Number.POSITIVE_INFINITY
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
/** How often the best path is searched again with them: it stands after two or three. */
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
    fills.push({ from: cutOf(state), to: cutOf(to), cost, isOverfull })
  }
  return fills
}

function cutOf({ row, at, carried }: State): Cut {
  return { row, at, carried }
}
