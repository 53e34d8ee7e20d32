import { type Corner, corners, letters, rulerLength } from './answer.ts'
import type { Orientation } from './printer.ts'

/** A sheet in millimetres, as it is read. */
export interface SheetSize {
  readonly width: number
  readonly height: number
}

/** How far from both edges of its corner a letter stands: what is folded over shows all of it, and any printer reaches it. */
export const letterInset = 15
/** The length of the edges of the corner that is folded. */
const cornerLength = 46
/** A step of a ruler along the edge, and how deep the last numbers stand. */
const stepWidth = 5
const stepDepth = rulerLength + 1.5
/** Thickness of the line of a step: what prints all of it leaves less than its number blank. */
const lineWidth = 0.4
/** The line whose length shows that nothing was scaled. */
const measure = 100

const ink = '#111111'
const accent = '#1f3a5f'
const tint = '#d5dde8'

/** The front: a ruler at each edge, the corner that is folded, a line to measure. Lengths in millimetres. */
export function frontDrawing(sheet: SheetSize): string {
  return drawing(sheet, [...edges.flatMap((edge) => ruler(edge, sheet)), ...corner(sheet), ...bar(sheet)])
}

/** The back: a letter in each corner. */
export function backDrawing(sheet: SheetSize, orientation: Orientation): string {
  return drawing(
    sheet,
    corners.map((one) => {
      const { x, y } = letterAt(one, sheet)
      // The capitals of the face are .66 of its size high.
      return text(letters[orientation][one], x, y + 4.2, 13)
    }),
  )
}

/** The middle of the letter in a corner of the back, from the top left of the page. */
export function letterAt(
  one: Corner,
  { width, height }: SheetSize,
): { readonly x: number; readonly y: number } {
  return {
    x: one.endsWith('left') ? letterInset : width - letterInset,
    y: one.startsWith('top') ? letterInset : height - letterInset,
  }
}

/** The middle of the mark on the front. */
export function markAt({ width }: SheetSize): { readonly x: number; readonly y: number } {
  return { x: width - letterInset, y: letterInset }
}

type Edge = 'top' | 'right' | 'bottom' | 'left'

const edges: readonly Edge[] = ['top', 'right', 'bottom', 'left']

/** Steps that come nearer to the edge, one millimetre each; each is numbered by how far from the edge its line stands. */
function ruler(edge: Edge, sheet: SheetSize): readonly string[] {
  const isLevel = edge === 'top' || edge === 'bottom'
  const along = ((isLevel ? sheet.width : sheet.height) - rulerLength * stepWidth) / 2
  return Array.from({ length: rulerLength }, (_, index) => {
    const number = index + 1
    const start = along + index * stepWidth
    const box = (near: number, far: number, color: string) =>
      rect(onEdge(edge, { start, length: stepWidth - 0.6, near, far }, sheet), color)
    const middle = start + (stepWidth - 0.6) / 2
    const label = onEdge(
      edge,
      { start: middle, length: 0, near: stepDepth + 2.4, far: stepDepth + 2.4 },
      sheet,
    )
    return [
      box(number, stepDepth, tint),
      box(number - lineWidth, number, ink),
      text(String(number), label.x, label.y + 1.1, 3.4),
    ].join('')
  })
}

interface Stretch {
  /** Along the edge, from the left or the top. */
  readonly start: number
  readonly length: number
  /** From the edge. */
  readonly near: number
  readonly far: number
}

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function onEdge(edge: Edge, { start, length, near, far }: Stretch, { width, height }: SheetSize): Rect {
  const deep = far - near
  switch (edge) {
    case 'top':
      return { x: start, y: near, width: length, height: deep }
    case 'bottom':
      return { x: start, y: height - far, width: length, height: deep }
    case 'left':
      return { x: near, y: start, width: deep, height: length }
    case 'right':
      return { x: width - far, y: start, width: deep, height: length }
  }
}

/** The top right corner, with the line along which it is folded. */
function corner(sheet: SheetSize): readonly string[] {
  const { width } = sheet
  const { x, y } = markAt(sheet)
  const from = width - cornerLength
  return [
    `<line x1="${from}" y1="0" x2="${width}" y2="${cornerLength}" stroke="${accent}" stroke-width=".6" stroke-dasharray="3 2"/>`,
    `<circle cx="${x}" cy="${y}" r="4" fill="${accent}"/>`,
    `<path d="M${x - 6} ${y + 6}l-12 12" fill="none" stroke="${accent}" stroke-width="1"/>`,
    `<path d="M${x - 20} ${y + 20}l1.6 -5.2l3.6 3.6z" fill="${accent}"/>`,
  ]
}

/** A line of 100 mm above the lower ruler. */
function bar({ width, height }: SheetSize): readonly string[] {
  const left = (width - measure) / 2
  const y = height - 28
  return [
    rect({ x: left, y, width: measure, height: 0.5 }, ink),
    rect({ x: left, y: y - 2, width: 0.4, height: 4.5 }, ink),
    rect({ x: left + measure - 0.4, y: y - 2, width: 0.4, height: 4.5 }, ink),
    text('100 mm', width / 2, y - 1.5, 3.4),
  ]
}

function rect({ x, y, width, height }: Rect, color: string): string {
  return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" fill="${color}"/>`
}

function text(words: string, x: number, y: number, size: number): string {
  return `<text x="${mm(x)}" y="${mm(y)}" text-anchor="middle" font-family="Source Sans 3" font-weight="600" font-size="${size}" fill="${ink}">${words}</text>`
}

function drawing({ width, height }: SheetSize, parts: readonly string[]): string {
  const size = `width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${parts.join('\n')}\n</svg>\n`
}

function mm(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
