import type { Size } from '../base/length.ts'
import { compose, type Motion, reflection, rotation, translation } from './fold-motion.ts'

/** A printer of two sides and its driver, told to turn sheets over their long edge. Its paper is fed upright. */
export interface Device {
  /** The edge of the paper over which it turns, whatever it was told. */
  readonly turnsOver: 'long' | 'short'
  /** How a wide page is brought onto upright paper: a quarter to the right, or to the left. */
  readonly widePages: 1 | 3
  /** Whether its driver turns the backs of wide pages by 180 degrees. */
  readonly helpsWidePages: boolean
}

/** All that there are. */
export const devices: readonly Device[] = (['long', 'short'] as const).flatMap((turnsOver) =>
  ([1, 3] as const).flatMap((widePages) =>
    [false, true].map((helpsWidePages) => ({ turnsOver, widePages, helpsWidePages })),
  ),
)

/** From a page to the upright paper that it is printed on, as seen through from its front. */
export function printedBy(device: Device, side: 'front' | 'back', page: Size): Motion {
  const isWide = page.width > page.height
  const paper = isWide ? { width: page.height, height: page.width } : page
  const image = isWide ? wideImage(device, side, page) : translation(0, 0)
  if (side === 'front') return image
  const over =
    device.turnsOver === 'long' ? reflection('x', paper.width / 2) : reflection('y', paper.height / 2)
  return compose(image, over)
}

/** A wide page as an upright image. */
function wideImage({ widePages, helpsWidePages }: Device, side: 'front' | 'back', page: Size): Motion {
  const turned = side === 'back' && helpsWidePages ? halfTurn(page) : translation(0, 0)
  const quarter = rotation(widePages)
  const back = widePages === 1 ? translation(page.height, 0) : translation(0, page.width)
  return compose(turned, compose(quarter, back))
}

function halfTurn({ width, height }: Size): Motion {
  return compose(rotation(2), translation(width, height))
}

/** Where a point of a page lies on the paper. */
export function moved(
  { x, y }: { readonly x: number; readonly y: number },
  { a, b, c, d, e, f }: Motion,
): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
