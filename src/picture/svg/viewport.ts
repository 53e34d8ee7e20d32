import type { Matrix } from '../matrix.ts'
import { numbersIn } from './scan.ts'
import type { Written } from './xml.ts'

export interface ViewBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Four numbers, the last two of them above 0; null where it is none. */
export function readViewBox(written: Written): ViewBox | null {
  const numbers = numbersIn(written)
  const [x = 0, y = 0, width = 0, height = 0] = numbers ?? []
  return numbers?.length === 4 && width > 0 && height > 0 ? { x, y, width, height } : null
}

/** How a box lies in a place of other proportions (SVG 2, 8.6): where it is aligned, from 0 to 1. */
export interface Fitting {
  readonly kind: 'none' | 'meet' | 'slice'
  readonly x: number
  readonly y: number
}

export const usualFitting: Fitting = { kind: 'meet', x: 0.5, y: 0.5 }

const shares: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 }

/** Reads `preserveAspectRatio`; null where it is none. */
export function readFitting(text: string): Fitting | null {
  if (/^\s*none(?:\s+(?:meet|slice))?\s*$/.test(text)) return { ...usualFitting, kind: 'none' }
  const [, x, y, kind] = /^\s*x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?\s*$/.exec(text) ?? []
  if (x === undefined || y === undefined) return null
  return { kind: kind === 'slice' ? 'slice' : 'meet', x: shares[x] ?? 0.5, y: shares[y] ?? 0.5 }
}

/** From the coordinates of a box to those of a place at the origin. */
export function fitted(
  box: ViewBox,
  place: { readonly width: number; readonly height: number },
  { kind, x, y }: Fitting,
): Matrix {
  const [across, down] = [place.width / box.width, place.height / box.height]
  if (kind === 'none') return [across, 0, 0, down, -box.x * across, -box.y * down]
  const scale = kind === 'meet' ? Math.min(across, down) : Math.max(across, down)
  const [left, top] = [x * (place.width - box.width * scale), y * (place.height - box.height * scale)]
  return [scale, 0, 0, scale, left - box.x * scale, top - box.y * scale]
}
