import { type Pt, type Size, tolerance } from '../base/length.ts'
import { reachOf } from './mark-room.ts'
import type { Order } from './order.ts'
import type { PressSettings } from './settings.ts'
import type { Box } from './sheet.ts'

/** The places of a side on paper: as many cells, all of them as large as the largest page. */
export interface Grid {
  readonly size: Size
  readonly scale: number
  /** The largest scale, up to 1, at which the printer reaches all of the pages. */
  readonly largest: number
  readonly columns: readonly Track[]
  readonly rows: readonly Track[]
  /** All cells, in the middle of the side. */
  readonly block: Box
}

/** Where the cells of a column or row stand, and how far from there a page may be painted. */
export interface Track {
  readonly from: Pt
  readonly to: Pt
  /** The middle of the gutter before it, or the edge of the paper. */
  readonly reachFrom: Pt
  readonly reachTo: Pt
}

/** Why there is no grid, and what there would have to be. */
export interface NoRoom {
  /** The paper, as it would be taken. */
  readonly paper: Size
  /** What the pages take at the scale that was asked for; at that of the pages where it was to be found. */
  readonly needed: Size
  readonly gutters: Size
  /** The largest scale that would do, at most 1; 0 or less: there is none. */
  readonly largest: number
}

/** What pages take at a scale: that times their size, and gutters, which do not scale. */
interface Needs {
  readonly pages: Size
  readonly gutters: Size
}

function needsOf(order: Order, page: Size, gutter: Pt): Needs {
  const { columns, rows } = order
  const cuts = boundaries(columns).filter((boundary) => !order.isSpine(boundary)).length
  return {
    pages: { width: columns * page.width, height: rows * page.height },
    gutters: { width: cuts * gutter, height: (rows - 1) * gutter },
  }
}

/** Pages of a scale smaller than this are no longer told from one another, let alone read. */
const smallestScale = 1 / 20

/** Chooses paper and scale for a grid of pages, and lays it in the middle. */
export function gridOf(
  order: Order,
  page: Size,
  settings: PressSettings,
): { readonly grid: Grid } | { readonly noRoom: NoRoom } {
  const { edge, gutter } = settings
  const needs = needsOf(order, page, gutter)
  if (settings.paper === null) {
    const scale = settings.scale === 'fit' || settings.scale === 'exact' ? 1 : settings.scale
    const block = sizeAt(needs, scale)
    return { grid: laidOn(paperFor(block, settings), scale, scale, block, order, page, gutter) }
  }
  // Pages at a scale that is asked for may reach into the edge, rather than not go on the paper at all.
  const paper = bestTurn(settings.paper, needs, settings.scale === 'fit' ? edge : 0)
  const largest = largestScale(paper, needs, edge)
  const scale = scaleOf(settings, largest)
  const block = sizeAt(needs, scale)
  const isTooLarge = block.width > paper.width + tolerance || block.height > paper.height + tolerance
  if (isTooLarge || (settings.scale === 'fit' && scale < smallestScale)) {
    const needed = settings.scale === 'fit' ? sizeAt(needs, 1) : block
    return { noRoom: { paper, needed, gutters: needs.gutters, largest } }
  }
  return { grid: laidOn(paper, scale, largest, block, order, page, gutter) }
}

/** The paper as it stands or turned, whichever lets the pages be larger. */
function bestTurn(paper: Size, needs: Needs, edge: Pt): Size {
  const turned = { width: paper.height, height: paper.width }
  return freeScale(turned, needs, edge) > freeScale(paper, needs, edge) + 1e-9 ? turned : paper
}

/** The scale, at most 1, at which what the printer reaches of a paper holds all pages; 0 or less: gutters take it all. */
function largestScale(paper: Size, needs: Needs, edge: Pt): number {
  return atMostOne(freeScale(paper, needs, edge))
}

function freeScale({ width, height }: Size, { pages, gutters }: Needs, edge: Pt): number {
  return Math.min(
    (width - 2 * edge - gutters.width) / pages.width,
    (height - 2 * edge - gutters.height) / pages.height,
  )
}

/** What is 1 but for the last digits is 1. */
function atMostOne(scale: number): number {
  return scale > 1 - 1e-9 ? 1 : scale
}

function scaleOf({ scale }: PressSettings, largest: number): number {
  if (scale === 'exact') return 1
  return scale === 'fit' ? largest : scale
}

function sizeAt({ pages, gutters }: Needs, scale: number): Size {
  return { width: pages.width * scale + gutters.width, height: pages.height * scale + gutters.height }
}

/** A paper for pages, their bleed and their marks, all of it where the printer reaches. */
export function paperFor(block: Size, settings: PressSettings): Size {
  const around = 2 * (settings.edge + reachOf(settings))
  return { width: block.width + around, height: block.height + around }
}

function laidOn(
  size: Size,
  scale: number,
  largest: number,
  block: Size,
  order: Order,
  page: Size,
  gutter: Pt,
): Grid {
  const [x, y] = [(size.width - block.width) / 2, (size.height - block.height) / 2]
  const across = (boundary: number) => (order.isSpine(boundary) ? 0 : gutter)
  return {
    size,
    scale,
    largest,
    columns: tracks(order.columns, x, page.width * scale, across, size.width),
    rows: tracks(order.rows, y, page.height * scale, () => gutter, size.height),
    block: { x, y, ...block },
  }
}

function tracks(
  count: number,
  start: Pt,
  length: Pt,
  gutterAt: (boundary: number) => Pt,
  end: Pt,
): readonly Track[] {
  const made: Track[] = []
  let from = start
  for (let index = 0; index < count; index++) {
    const to = from + length
    const [before, after] = [gutterAt(index), gutterAt(index + 1)]
    made.push({
      from,
      to,
      reachFrom: index === 0 ? 0 : from - before / 2,
      reachTo: index === count - 1 ? end : to + after / 2,
    })
    from = to + after
  }
  return made
}

/** Numbers of the boundaries between so many columns or rows: 1 behind the first. */
export function boundaries(count: number): readonly number[] {
  return Array.from({ length: count - 1 }, (_, index) => index + 1)
}

/** The line at a boundary: a spine, or the middle of a gutter. */
export function lineAt(tracks: readonly Track[], boundary: number): Pt {
  const track = tracks[boundary]
  if (track === undefined) throw new Error(`there is no boundary ${boundary}`)
  return track.reachFrom
}

/** What the printer reaches beside and above the pages; below 0: what it does not reach of them. */
export function roomAround(
  { block }: Grid,
  { edge }: Pick<PressSettings, 'edge'>,
): { readonly aside: Pt; readonly above: Pt } {
  return { aside: block.x - edge, above: block.y - edge }
}
