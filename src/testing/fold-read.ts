import type { Pt } from '../base/length.ts'
import { boxOf, creaseAt, cut, type Layer, movePile, type Pile, turnOver } from './fold.ts'
import {
  compose,
  type Edge,
  edges,
  isMirrored,
  type Motion,
  moveEdge,
  moveRect,
  type Rect,
  reflection,
  rotation,
  translation,
} from './fold-motion.ts'
import { type Print, visible } from './fold-paper.ts'

/** A leaf in a reader's hand: what stands on it before and after it is turned. */
export interface Leaf {
  readonly recto: readonly Seen[]
  readonly verso: readonly Seen[]
  /** The paper; like all of a leaf measured from above, the verso through the paper. */
  readonly box: Rect
  /** The edges at which it still hangs together with another one. */
  readonly closed: readonly Edge[]
  /** Pages of other leaves whose ink comes to lie on this one. */
  readonly strays: readonly number[]
  /** Lines for the binder that have not been cut off. */
  readonly strokes: number
}

/** A page as a reader sees it. */
export interface Seen {
  readonly page: number
  /** How far it is turned, clockwise; 0 is upright. */
  readonly turn: 0 | 90 | 180 | 270
  readonly isMirrored: boolean
  readonly trim: Rect
  /** Where the edge comes to lie that is said to be bound. */
  readonly spine: Edge | null
  /** Whether as much of it is painted as there is room for on the leaf. */
  readonly isWhole: boolean
}

/** Leaves in the order of reading; `problems`: what no binder could have done. */
export interface Reading {
  readonly leaves: readonly Leaf[]
  readonly problems: readonly string[]
}

export interface Binding {
  readonly side: 'left' | 'right'
  /** Thickness of a leaf: each folded sheet is pushed out by it from the one around it. */
  readonly caliper: Pt
}

/**
 * Binds folded sheets at the edge of their last fold, trims the other three edges where the pages end, and turns the leaves.
 */
export function readBook(pile: Pile, lastFold: Edge, binding: Binding): Reading {
  const inHand = pickUp(pile, (4 + edges.indexOf(binding.side) - edges.indexOf(lastFold)) % 4)
  const { depths, problems } = nestedAt(binding.side, inHand)
  const swollen = inHand.map((layer, index) => pushedOut(layer, depths[index] ?? 0, binding))
  const leaves = trimmed(swollen, binding.side).map(leafOf)
  return { leaves, problems }
}

/**
 * Trims loose leaves where the pages end and turns them over an upright line, one after another; held so that the
 * first page is upright.
 */
export function readLoose(pile: Pile): Reading {
  return { leaves: trimmed(upright(pile), null).map(leafOf), problems: [] }
}

/** Turns whole sheets over an upright line. */
export function readSheets(pile: Pile): Reading {
  return { leaves: upright(pile).map(leafOf), problems: [] }
}

/** Brings a pile to where its first page begins. */
export function knockedUp(pile: Pile): Pile {
  const first = firstSeen(pile)
  return first === undefined ? pile : movePile(pile, translation(-first.trim.left, -first.trim.top))
}

function upright(pile: Pile): Pile {
  const first = firstSeen(pile)
  return movePile(pile, rotation(4 - (first?.turn ?? 0) / 90))
}

/** Indices of the pages in the order of reading, one a side; null for an empty side. */
export function sequenceOf({ leaves }: Reading): readonly (number | null)[] {
  return leaves.flatMap(({ recto, verso }) => [recto[0]?.page ?? null, verso[0]?.page ?? null])
}

/** Indices of the pages of each side, row by row from the side at which a reader begins. */
export function rowsOf({ leaves }: Reading, begin: 'left' | 'right'): readonly (readonly number[])[] {
  const inRows = (seen: readonly Seen[], leftwards: number): readonly number[] =>
    [...seen]
      .sort((one, other) => {
        const down = one.trim.top + one.trim.bottom - other.trim.top - other.trim.bottom
        const along = one.trim.left + one.trim.right - other.trim.left - other.trim.right
        return Math.abs(down) > visible ? down : along * leftwards
      })
      .map(({ page }) => page)
  const sign = begin === 'left' ? 1 : -1
  // The verso is measured through the paper.
  return leaves.flatMap(({ recto, verso }) => [inRows(recto, sign), inRows(verso, -sign)])
}

/** Brings the spine to its side; of the two ways to hold the book, a reader takes the one with its first page upright. */
function pickUp(pile: Pile, quarters: number): Pile {
  const held = movePile(pile, rotation(quarters))
  return firstSeen(held)?.turn === 180 ? turnOver(held, 'y') : held
}

/** The first page that is not blank, whichever way it stands. */
function firstSeen(pile: Pile): Seen | undefined {
  for (const layer of pile) {
    const { recto, verso } = leafOf(layer)
    const first = recto[0] ?? verso[0]
    if (first !== undefined) return first
  }
  return undefined
}

/** How many folded sheets lie around each layer. The two leaves of each hold one another; between them, whole ones. */
function nestedAt(spine: Edge, pile: Pile): { depths: readonly number[]; problems: readonly string[] } {
  const depths: number[] = []
  const problems: string[] = []
  const open: string[] = []
  pile.forEach((layer, index) => {
    const crease = creaseAt(layer, spine)
    if (crease === null) {
      problems.push(`leaf ${index + 1} does not hang at the spine`)
      depths.push(open.length)
    } else if (open.at(-1) === crease) {
      open.pop()
      depths.push(open.length)
    } else {
      depths.push(open.length)
      open.push(crease)
    }
  })
  if (open.length > 0) problems.push(`${open.length} folded sheets do not lie one in another`)
  return { depths, problems }
}

function pushedOut(layer: Layer, depth: number, { side, caliper }: Binding): Layer {
  const outwards = side === 'left' ? depth * caliper : -depth * caliper
  return outwards === 0 ? layer : { ...layer, motion: compose(layer.motion, translation(outwards, 0)) }
}

/** Cut where the largest of its pages end, but for the spine. */
function trimmed(pile: Pile, spine: Edge | null): Pile {
  const trims = pile.flatMap((layer) => trimsOn(layer))
  if (trims.length === 0) return pile
  const { left, top, right, bottom } = trims.reduce(both)
  const body = cut(cut(pile, 'y', top).after, 'y', bottom).before
  const fromLeft = spine === 'left' ? body : cut(body, 'x', left).after
  return spine === 'right' ? fromLeft : cut(fromLeft, 'x', right).before
}

function trimsOn(layer: Layer): readonly Rect[] {
  const { front, back } = layer.paper
  return [...front, ...back]
    .filter((print) => isOn(print, layer))
    .map(({ trim }) => moveRect(trim, layer.motion))
}

function both(one: Rect, other: Rect): Rect {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}

function leafOf(layer: Layer): Leaf {
  const { paper, motion } = layer
  const isFrontUp = !isMirrored(motion)
  const above = isFrontUp ? paper.front : paper.back
  const below = isFrontUp ? paper.back : paper.front
  return {
    recto: above.filter((print) => isOn(print, layer)).map((print) => seen(print, layer, motion)),
    verso: below
      .filter((print) => isOn(print, layer))
      .map((print) => seen(print, layer, compose(motion, reflection('x', 0)))),
    box: boxOf(layer),
    closed: edges.filter((edge) => creaseAt(layer, edge) !== null),
    strays: [...above, ...below]
      .filter((print) => !isOn(print, layer) && isSeen(common(print.clip, layer.part)))
      .map(({ page }) => page),
    strokes: strokesOn(paper.strokes.front, layer) + strokesOn(paper.strokes.back, layer),
  }
}

function strokesOn(strokes: readonly Rect[], { part }: Layer): number {
  return strokes.filter((stroke) => isSeen(common(stroke, part))).length
}

function seen(print: Print, { part, motion }: Layer, view: Motion): Seen {
  const toReader = compose(print.motion, view)
  return {
    page: print.page,
    turn: turnOf(toReader),
    isMirrored: isMirrored(toReader),
    trim: moveRect(print.trim, motion),
    spine: print.spine && moveEdge(print.spine, motion),
    isWhole: isWithin(common(print.trim, part), print.clip),
  }
}

/** Where the head of what is moved goes. */
function turnOf(motion: Motion): 0 | 90 | 180 | 270 {
  const head = moveEdge('top', motion)
  return ({ top: 0, right: 90, bottom: 180, left: 270 } as const)[head]
}

/** A page is where its middle is. */
function isOn({ trim }: Print, { part }: Layer): boolean {
  const x = (trim.left + trim.right) / 2
  const y = (trim.top + trim.bottom) / 2
  return x > part.left && x < part.right && y > part.top && y < part.bottom
}

function common(one: Rect, other: Rect): Rect {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

function isSeen({ left, top, right, bottom }: Rect): boolean {
  return right - left > visible && bottom - top > visible
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left - visible &&
    inner.top >= outer.top - visible &&
    inner.right <= outer.right + visible &&
    inner.bottom <= outer.bottom + visible
  )
}
