import type { Pt } from '../base/length.ts'
import {
  type Axis,
  compose,
  type Edge,
  edges,
  type Motion,
  moveEdge,
  moveRect,
  type Rect,
  reflection,
  still,
} from './fold-motion.ts'
import type { Paper } from './fold-paper.ts'

/** Paper on a table, from the top down. */
export type Pile = readonly Layer[]

/** A flat piece of a sheet, bounded by creases and cuts. */
export interface Layer {
  readonly paper: Paper
  /** Which part of its sheet it is. */
  readonly part: Rect
  /** The edges of that part at which it hangs together with the next one. */
  readonly creases: readonly Edge[]
  /** From the sheet, seen from its front, to the table, seen from above. */
  readonly motion: Motion
}

/** A line on the table, and the side of it that is lifted and laid over or under the rest. */
export interface Fold {
  readonly across: Axis
  readonly at: Pt
  readonly side: 'before' | 'after'
  readonly goes: 'over' | 'under'
}

/** Lines nearer than this are one: what has been folded three times is exact to about 1e-12. */
const same: Pt = 1e-6

/** A sheet, its front up. */
export function lay(paper: Paper): Pile {
  const part = { left: 0, top: 0, right: paper.size.width, bottom: paper.size.height }
  return [{ paper, part, creases: [], motion: still }]
}

/** Folds the whole pile: what lies on one side of the line comes to lie face to face with the other, in reverse order. */
export function fold(pile: Pile, { across, at, side, goes }: Fold): Pile {
  const parted = pile.map((layer) => part(layer, across, at, 'crease'))
  const moved = parted
    .flatMap((pieces) => pieces[side] ?? [])
    .map((layer) => move(layer, reflection(across, at)))
    .reverse()
  const kept = parted.flatMap((pieces) => pieces[side === 'before' ? 'after' : 'before'] ?? [])
  return goes === 'over' ? [...moved, ...kept] : [...kept, ...moved]
}

/** Cuts through the whole pile. What hung together at the line itself is opened. */
export function cut(pile: Pile, across: Axis, at: Pt): { readonly before: Pile; readonly after: Pile } {
  const parted = pile.map((layer) => part(layer, across, at, 'cut'))
  return {
    before: parted.flatMap(({ before }) => before ?? []),
    after: parted.flatMap(({ after }) => after ?? []),
  }
}

/** Turns the pile over an upright (`x`) or a level (`y`) line. */
export function turnOver(pile: Pile, across: Axis): Pile {
  return pile.map((layer) => move(layer, reflection(across, 0))).reverse()
}

export function movePile(pile: Pile, motion: Motion): Pile {
  return pile.map((layer) => move(layer, motion))
}

/** Puts a folded sheet into the middle of another, which is opened at its last fold. */
export function nest(outer: Pile, inner: Pile): Pile {
  const middle = outer.length / 2
  if (!Number.isInteger(middle)) throw new Error(`${outer.length} layers have no middle to open`)
  return [...outer.slice(0, middle), ...inner, ...outer.slice(middle)]
}

/** Lays piles one on another, the first on top. */
export function gather(piles: readonly Pile[]): Pile {
  return piles.flat()
}

/** Where a layer lies on the table. */
export function boxOf({ part, motion }: Layer): Rect {
  return moveRect(part, motion)
}

/** What two layers that hang together at this edge of the table have in common; null: the edge is open. */
export function creaseAt(layer: Layer, edge: Edge): string | null {
  const { left, top, right, bottom } = layer.part
  for (const own of layer.creases) {
    if (moveEdge(own, layer.motion) !== edge) continue
    const line =
      own === 'left' || own === 'right' ? [layer.part[own], top, bottom] : [layer.part[own], left, right]
    return [layer.paper.number, own === 'left' || own === 'right' ? 'x' : 'y', ...line].join(' ')
  }
  return null
}

interface Parted {
  readonly before: Layer | null
  readonly after: Layer | null
}

function move(layer: Layer, motion: Motion): Layer {
  const { paper, part, creases } = layer
  return { paper, part, creases, motion: compose(layer.motion, motion) }
}

/** Parts a layer at a line on the table; one that does not cross it is on one side. */
function part(layer: Layer, across: Axis, at: Pt, how: 'crease' | 'cut'): Parted {
  const box = boxOf(layer)
  const [low, high]: readonly [Edge, Edge] = across === 'x' ? ['left', 'right'] : ['top', 'bottom']
  if (box[high] <= at + same) return { before: how === 'cut' ? opened(layer, high, at) : layer, after: null }
  if (box[low] >= at - same) return { before: null, after: how === 'cut' ? opened(layer, low, at) : layer }
  return {
    before: piece(layer, high, at, how),
    after: piece(layer, low, at, how),
  }
}

/** What of a layer lies before or after a line, which becomes that edge of it. */
function piece(layer: Layer, edge: Edge, at: Pt, how: 'crease' | 'cut'): Layer {
  const own = ownEdge(layer, edge)
  const others = layer.creases.filter((crease) => crease !== own)
  const creases = how === 'crease' ? [...others, own] : others
  const line = onSheet(layer.motion, edge, at)
  const { left, top, right, bottom } = layer.part
  const part = {
    left: own === 'left' ? line : left,
    top: own === 'top' ? line : top,
    right: own === 'right' ? line : right,
    bottom: own === 'bottom' ? line : bottom,
  }
  return { paper: layer.paper, part, creases, motion: layer.motion }
}

function opened(layer: Layer, edge: Edge, at: Pt): Layer {
  if (Math.abs(boxOf(layer)[edge] - at) > same) return layer
  const own = ownEdge(layer, edge)
  return { ...layer, creases: layer.creases.filter((crease) => crease !== own) }
}

/** Which edge of the sheet's part lies at an edge on the table. */
function ownEdge({ motion }: Layer, edge: Edge): Edge {
  const own = edges.find((one) => moveEdge(one, motion) === edge)
  if (own === undefined) throw new Error(`no edge lies at the ${edge}`)
  return own
}

/** The line on the sheet that lies at a line on the table: motions of paper keep lengths, so the way back is plain. */
function onSheet({ a, b, c, d, e, f }: Motion, edge: Edge, at: Pt): Pt {
  if (edge === 'left' || edge === 'right') return (at - e) * (a !== 0 ? a : c)
  return (at - f) * (d !== 0 ? d : b)
}
