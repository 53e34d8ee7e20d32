import type { Color, Pt } from '../base/length.ts'
import type { Placed } from '../layout/page.ts'
import type { Segment } from '../picture/outline.ts'
import { boundaries, type Grid, lineAt } from './grid.ts'
import { bandOf, markLength, offsetOf } from './mark-room.ts'
import type { Piece } from './pieces.ts'
import type { PressSettings } from './settings.ts'

/** As printers draw them: a hairline that an office printer still shows. */
const lineWidth: Pt = 0.25

const black: Color = [0, 0, 0]

/** On which sides of the pages there is room for marks. */
export interface Room {
  /** Left and right of them. */
  readonly aside: boolean
  /** Above and below them. */
  readonly above: boolean
}

/** Crop, fold and registration marks around the pages of a side, as far as there is room. */
export function marksOf(
  pieces: readonly Piece[],
  grid: Grid,
  isFolded: boolean,
  room: Room,
  settings: Pick<PressSettings, 'marks' | 'bleed'>,
): readonly Placed[] {
  const { marks } = settings
  return [
    ...(marks.has('crop') ? drawn(cropMarks(pieces, room, settings), grid) : []),
    ...(marks.has('fold') && isFolded ? drawn(foldMarks(grid, room, settings), grid) : []),
    ...(marks.has('registration') && room.aside ? drawn(registrationMarks(grid, settings), grid) : []),
  ]
}

/** A line along each edge that is cut, outside of all pages; where two edges are one line, that line once. */
function cropMarks(
  pieces: readonly Piece[],
  room: Room,
  settings: Pick<PressSettings, 'bleed'>,
): readonly Segment[] {
  const [near, far] = [offsetOf(settings), bandOf(settings)]
  const lines = new Map<string, readonly Segment[]>()
  const add = (line: readonly Segment[]): void => {
    lines.set(keyOf(line), line)
  }
  for (const { cut, spine, at } of pieces) {
    if (cut === null) continue
    const [right, bottom] = [cut.x + cut.width, cut.y + cut.height]
    const upright = [...(spine === 'left' ? [] : [cut.x]), ...(spine === 'right' ? [] : [right])]
    for (const x of room.above ? upright : []) {
      if (at.top) add(vertical(x, cut.y - far, cut.y - near))
      if (at.bottom) add(vertical(x, bottom + near, bottom + far))
    }
    for (const y of room.aside ? [cut.y, bottom] : []) {
      if (at.left) add(level(y, cut.x - far, cut.x - near))
      if (at.right) add(level(y, right + near, right + far))
    }
  }
  return [...lines.values()].flat()
}

/** What is the same to a thousandth of a point is drawn once. */
function keyOf(line: readonly Segment[]): string {
  return line.map(([, x = 0, y = 0]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join(' ')
}

/** Dashed lines at both ends of each fold: the lines between all columns and rows of a folded sheet. */
function foldMarks(grid: Grid, room: Room, settings: Pick<PressSettings, 'bleed'>): readonly Segment[] {
  const { block, columns, rows } = grid
  const [near, far] = [offsetOf(settings), bandOf(settings)]
  const [right, bottom] = [block.x + block.width, block.y + block.height]
  const upright = boundaries(columns.length).flatMap((boundary) => {
    const x = lineAt(columns, boundary)
    return [...dashes((y) => [x, y], block.y - far), ...dashes((y) => [x, y], bottom + near)]
  })
  const across = boundaries(rows.length).flatMap((boundary) => {
    const y = lineAt(rows, boundary)
    return [...dashes((x) => [x, y], block.x - far), ...dashes((x) => [x, y], right + near)]
  })
  return [...(room.above ? upright : []), ...(room.aside ? across : [])]
}

/** Three dashes and two gaps, as long as a mark. */
function dashes(pointAt: (at: Pt) => readonly [Pt, Pt], from: Pt): readonly Segment[] {
  const dash = markLength / 5
  return [0, 2, 4].flatMap((number): readonly Segment[] => [
    ['M', ...pointAt(from + number * dash)],
    ['L', ...pointAt(from + (number + 1) * dash)],
  ])
}

/**
 * Crosses in circles left and right of the first and of the last row: one lies behind another on the two sides of a
 * sheet, whichever way it is turned.
 */
function registrationMarks(grid: Grid, settings: Pick<PressSettings, 'bleed'>): readonly Segment[] {
  const { block, rows } = grid
  const out = offsetOf(settings) + markLength / 2
  const ends = [...new Set([rows[0], rows.at(-1)])]
  const heights = ends.flatMap((row) => (row ? (row.from + row.to) / 2 : []))
  return [block.x - out, block.x + block.width + out].flatMap((x) =>
    heights.flatMap((y) => [
      ...level(y, x - markLength / 2, x + markLength / 2),
      ...vertical(x, y - markLength / 2, y + markLength / 2),
      ...circle(x, y, markLength / 4),
    ]),
  )
}

/** Four cubic curves, each nearer to a quarter of a circle than 0.03 % of its radius. */
function circle(x: Pt, y: Pt, radius: Pt): readonly Segment[] {
  const pull = radius * ((4 / 3) * (Math.SQRT2 - 1))
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius]
  return [
    ['M', right, y],
    ['C', right, y + pull, x + pull, bottom, x, bottom],
    ['C', x - pull, bottom, left, y + pull, left, y],
    ['C', left, y - pull, x - pull, top, x, top],
    ['C', x + pull, top, right, y - pull, right, y],
    ['Z'],
  ]
}

function vertical(x: Pt, from: Pt, to: Pt): readonly Segment[] {
  return [
    ['M', x, from],
    ['L', x, to],
  ]
}

function level(y: Pt, from: Pt, to: Pt): readonly Segment[] {
  return [
    ['M', from, y],
    ['L', to, y],
  ]
}

/** All lines of a kind as one mark, measured from the corner of the side. */
function drawn(outline: readonly Segment[], { size }: Grid): readonly Placed[] {
  if (outline.length === 0) return []
  const stroke = { color: black, width: lineWidth }
  return [{ x: 0, y: 0, mark: { kind: 'path', ...size, outline, fill: null, stroke }, tag: null }]
}
