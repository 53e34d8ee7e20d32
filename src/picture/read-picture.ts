import { isJpeg, readJpeg } from './jpeg.ts'
import {
  anotherFile,
  type PictureLimits,
  type PictureProblem,
  pictureLimits,
  problem,
  type Raster,
} from './picture.ts'
import { isPng, readPng } from './png.ts'

/**
 * Reads a PNG or JPEG file and checks it from end to end, so that nothing broken is passed through to a reader; limits
 * come before any decoding. Never throws: what is wrong is a problem. What it is called says nothing, its bytes decide.
 */
export function readPicture(
  bytes: Uint8Array,
  path: string,
  limits: PictureLimits = pictureLimits,
): Raster | PictureProblem {
  if (isPng(bytes)) return readPng(bytes, path, limits)
  if (isJpeg(bytes)) return readJpeg(bytes, path, limits)
  if (bytes.length === 0) return problem('it is empty', anotherFile)
  return problem('it is neither PNG, JPEG nor SVG', 'convert it: photographs to JPEG, drawings to SVG')
}
