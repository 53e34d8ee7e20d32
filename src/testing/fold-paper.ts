import type { Pt, Size } from '../base/length.ts'
import type { Box, Place, Side } from '../press/sheet.ts'
import {
  compose,
  type Edge,
  type Motion,
  moveEdge,
  moveRect,
  type Rect,
  reflection,
  still,
} from './fold-motion.ts'
import { strokesOf } from './fold-strokes.ts'

/** A sheet out of the printer. Both of its faces are measured from the same corner: as seen from the front, through the paper. */
export interface Paper {
  /** Which sheet out of the printer it is, from 0. */
  readonly number: number
  readonly size: Size
  readonly front: readonly Print[]
  readonly back: readonly Print[]
  /** What the lines around the pages cover: of each of both faces. */
  readonly strokes: { readonly front: readonly Rect[]; readonly back: readonly Rect[] }
}

/** A page on a face of a sheet. */
export interface Print {
  readonly page: number
  /** From the page at its own size to the paper. */
  readonly motion: Motion
  readonly trim: Rect
  readonly clip: Rect
  /** The edge of the trim that is said to be bound. */
  readonly spine: Edge | null
}

/** The printer turns a sheet over its long or its short edge. */
export type Duplex = 'long' | 'short'

/** Prints images on both sides of the paper: the first two on the first sheet, and so on, whatever they say of themselves. */
export function printDuplex(
  sides: readonly Side[],
  pages: readonly { readonly size: Size }[],
  duplex: Duplex,
): readonly Paper[] {
  return printTwice(
    sides.filter((_, index) => index % 2 === 0),
    sides.filter((_, index) => index % 2 === 1),
    pages,
    duplex,
  )
}

/** Prints the fronts; turns the stack over an edge, puts it back with its first sheet to be fed first, and prints the backs. */
export function printTwice(
  fronts: readonly Side[],
  backs: readonly Side[],
  pages: readonly { readonly size: Size }[],
  duplex: Duplex,
): readonly Paper[] {
  if (fronts.length !== backs.length) {
    throw new Error(`fronts of ${fronts.length} sheets, backs of ${backs.length}`)
  }
  return fronts.map((front, number) => {
    const back = backs[number] ?? front
    if (front.size.width !== back.size.width || front.size.height !== back.size.height) {
      throw new Error(`the sides of sheet ${number + 1} differ in size`)
    }
    const through = turnedOver(front.size, duplex)
    return {
      number,
      size: front.size,
      front: front.places.map((place) => printed(place, sizeOf(place, pages), still)),
      back: back.places.map((place) => printed(place, sizeOf(place, pages), through)),
      strokes: {
        front: strokesOf(front),
        back: strokesOf(back).map((stroke) => moveRect(stroke, through)),
      },
    }
  })
}

/**
 * From the image of the back to the paper as seen from its front. Turned over its short edge, a wide sheet turns about an
 * upright line, like a page of a book; over its long one it turns about a level line, like a leaf of a calendar. A tall
 * sheet does the reverse.
 */
function turnedOver({ width, height }: Size, duplex: Duplex): Motion {
  const isWide = width > height
  const likeABook = isWide === (duplex === 'short')
  return likeABook ? reflection('x', width / 2) : reflection('y', height / 2)
}

function printed(place: Place, size: Size, through: Motion): Print {
  const motion = compose(onSide(place, size), through)
  const trim = moveRect({ left: 0, top: 0, right: size.width, bottom: size.height }, motion)
  if (!isSame(trim, moveRect(rectOf(place.trim), through))) {
    throw new Error(`the trim of page ${place.page + 1} is not its size, turned and scaled`)
  }
  const clip = moveRect(rectOf(place.clip), through)
  return { page: place.page, motion, trim, clip, spine: place.spine && moveEdge(place.spine, through) }
}

/** From a page to the side that it stands on: scaled, turned clockwise, and its corner brought to that of the trim. */
function onSide({ turn, scale, trim }: Place, { width, height }: Size): Motion {
  const w = width * scale
  const h = height * scale
  switch (turn) {
    case 0:
      return { a: scale, b: 0, c: 0, d: scale, e: trim.x, f: trim.y }
    case 90:
      return { a: 0, b: scale, c: -scale, d: 0, e: trim.x + h, f: trim.y }
    case 180:
      return { a: -scale, b: 0, c: 0, d: -scale, e: trim.x + w, f: trim.y + h }
    case 270:
      return { a: 0, b: -scale, c: scale, d: 0, e: trim.x, f: trim.y + w }
  }
}

function sizeOf(place: Place, pages: readonly { readonly size: Size }[]): Size {
  const page = pages[place.page]
  if (page === undefined) throw new Error(`there is no page ${place.page + 1}`)
  return page.size
}

function rectOf({ x, y, width, height }: Box): Rect {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

/** What no knife of a binder shows. */
export const visible: Pt = 0.01

export function isSame(one: Rect, other: Rect): boolean {
  return (
    Math.abs(one.left - other.left) <= visible &&
    Math.abs(one.right - other.right) <= visible &&
    Math.abs(one.top - other.top) <= visible &&
    Math.abs(one.bottom - other.bottom) <= visible
  )
}
