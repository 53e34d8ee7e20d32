import { latin } from './bytes.ts'
import type { Orientation, Raster } from './picture.ts'

/** The orientation that a block of Exif data states (a TIFF header and its first directory); 1 where there is none. */
export function exifOrientation(tiff: Uint8Array): Orientation {
  const order = latin(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return 1
  const isLittle = order === 'II'
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 8) return 1
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return 1
  const count = view.getUint16(directory, isLittle)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + entrySize * index
    if (entry + entrySize > tiff.length) return 1
    if (view.getUint16(entry, isLittle) !== orientationTag) continue
    return orientations.find((one) => one === view.getUint16(entry + 8, isLittle)) ?? 1
  }
  return 1
}

/** TIFF 6.0, section 2. */
const entrySize = 12
const orientationTag = 274

const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8]

/** The size and density of stored rows as they are to be seen. */
export function turned(
  stored: Pick<Raster, 'width' | 'height' | 'pixelsPerInch'>,
  orientation: Orientation,
): Pick<Raster, 'width' | 'height' | 'pixelsPerInch' | 'orientation'> {
  const { width, height, pixelsPerInch } = stored
  if (orientation < 5) return { width, height, pixelsPerInch, orientation }
  const density = pixelsPerInch && { x: pixelsPerInch.y, y: pixelsPerInch.x }
  return { width: height, height: width, pixelsPerInch: density, orientation }
}
