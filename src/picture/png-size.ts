import type { PngHeader } from './picture.ts'

/** Samples of a pixel. */
export function channelsOf({ colorType }: Pick<PngHeader, 'colorType'>): number {
  switch (colorType) {
    case 0:
    case 3:
      return 1
    case 4:
      return 2
    case 2:
      return 3
    case 6:
      return 4
  }
}

/** The rows that are stored one after another: the whole picture, or one of the seven passes of Adam7 (PNG 8.2). */
export interface Pass {
  readonly x: number
  readonly y: number
  readonly stepX: number
  readonly stepY: number
  /** Pixels a row, and rows; none is 0. */
  readonly width: number
  readonly height: number
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

export function passesOf({ width, height, isInterlaced }: PngHeader): readonly Pass[] {
  if (!isInterlaced) return [{ x: 0, y: 0, stepX: 1, stepY: 1, width, height }]
  return adam7
    .map(([x, y, stepX, stepY]) => ({
      ...{ x, y, stepX, stepY },
      width: Math.ceil((width - x) / stepX),
      height: Math.ceil((height - y) / stepY),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0)
}

/** Bytes of a row without the one that names its filter. */
export function rowSize(width: number, header: PngHeader): number {
  return Math.ceil((width * channelsOf(header) * header.bits) / 8)
}

/** Bytes of all rows, filters included: what the zlib stream must hold. */
export function sizeOf(header: PngHeader): number {
  return passesOf(header).reduce((sum, pass) => sum + pass.height * (1 + rowSize(pass.width, header)), 0)
}
