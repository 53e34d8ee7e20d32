import type { Size } from '../base/length.ts'
import type { PageFacts } from '../layout/page.ts'
import { boxBetween, enlarged, turnedBox } from './box.ts'
import type { Grid, Track } from './grid.ts'
import type { Order, Slot } from './order.ts'
import type { PressSettings } from './settings.ts'
import type { Box, Place } from './sheet.ts'

/** A place of a side, with a page or blank, and where it is cut. */
export interface Piece {
  readonly place: Place | null
  /** Null: there is nothing to cut. */
  readonly cut: Box | null
  /** The edge of `cut` that is no cut but a spine. */
  readonly spine: 'left' | 'right' | null
  /** The edges of the side that it stands next to. */
  readonly at: Outside
}

export interface Outside {
  readonly left: boolean
  readonly right: boolean
  readonly top: boolean
  readonly bottom: boolean
}

/** Measures the places of a side, upright for a sheet that is turned like the page of a book. */
export function piecesOf(
  slots: readonly Slot[],
  pages: readonly PageFacts[],
  order: Order,
  grid: Grid,
  settings: PressSettings,
): readonly Piece[] {
  return slots.map((slot): Piece => {
    const column = trackAt(grid.columns, slot.column)
    const row = trackAt(grid.rows, slot.row)
    const place =
      slot.page === null ? null : placeOf(slot, slot.page, pages, column, row, grid.scale, settings)
    const cell = boxBetween(column.from, row.from, column.to, row.to)
    return {
      place,
      cut: order.isPiled ? { ...cell, x: cell.x + creepOf(slot, settings) } : (place?.trim ?? null),
      spine: slot.spine,
      at: {
        left: slot.column === 0,
        right: slot.column === order.columns - 1,
        top: slot.row === 0,
        bottom: slot.row === order.rows - 1,
      },
    }
  })
}

/** A page in its cell: at the spine where it has one, else in the middle. */
function placeOf(
  slot: Slot,
  page: number,
  pages: readonly PageFacts[],
  column: Track,
  row: Track,
  scale: number,
  settings: PressSettings,
): Place {
  const size = pages[page]?.size
  if (size === undefined) throw new Error(`there is no page ${page}`)
  const [width, height] = [size.width * scale, size.height * scale]
  const spare = column.to - column.from - width
  const aside = slot.spine === 'left' ? 0 : slot.spine === 'right' ? spare : spare / 2
  const trim = {
    x: column.from + aside + creepOf(slot, settings),
    y: (row.from + row.to - height) / 2,
    width,
    height,
  }
  // The reach of a cell ends at the spine, however far creep takes the trim over it.
  const reach = boxBetween(column.reachFrom, row.reachFrom, column.reachTo, row.reachTo)
  return {
    page,
    turn: slot.turn,
    scale,
    trim,
    clip: enlarged(trim, settings.bleed, reach),
    spine: slot.spine,
  }
}

/**
 * How far a page is moved to the right. Folded, each leaf is pushed out of the spine by the thickness of those around
 * it, and cut shorter by as much: its page moves towards the spine, so that margins are the same after cutting.
 */
function creepOf({ spine, depth }: Slot, { caliper }: PressSettings): number {
  if (spine === null) return 0
  return spine === 'left' ? -depth * caliper : depth * caliper
}

function trackAt(tracks: readonly Track[], index: number): Track {
  const track = tracks[index]
  if (track === undefined) throw new Error(`there is no column or row ${index}`)
  return track
}

/** The pieces of a side that is turned by 180 degrees. */
export function turnedPieces(pieces: readonly Piece[], size: Size): readonly Piece[] {
  return pieces.map(({ place, cut, spine, at }) => ({
    place: place && turnedPlace(place, size),
    cut: cut && turnedBox(cut, size),
    spine: opposite(spine),
    at: { left: at.right, right: at.left, top: at.bottom, bottom: at.top },
  }))
}

function turnedPlace(place: Place, size: Size): Place {
  return {
    ...place,
    turn: place.turn === 0 ? 180 : 0,
    trim: turnedBox(place.trim, size),
    clip: turnedBox(place.clip, size),
    spine: place.spine === 'left' || place.spine === 'right' ? opposite(place.spine) : place.spine,
  }
}

function opposite(spine: 'left' | 'right' | null): 'left' | 'right' | null {
  if (spine === null) return null
  return spine === 'left' ? 'right' : 'left'
}
