import type { Profile } from './profile.ts'
import type { VectorPicture } from './vector.ts'

/** An image file that was checked from its first byte to its last: what is laid out, painted and embedded. */
export type Picture = Raster | VectorPicture

/** A picture of pixels. */
export type Raster = PngPicture | JpegPicture

interface Common {
  /** Where the file stands in the project. */
  readonly path: string
  /** Pixels as it is to be seen: turned by `orientation`. */
  readonly width: number
  readonly height: number
  /** As the file states it, turned likewise; null where it does not. */
  readonly pixelsPerInch: { readonly x: number; readonly y: number } | null
  /** How the stored rows are to be turned (Exif 2.32, tag 274): 1 is upright, from 5 on width and height change places. */
  readonly orientation: Orientation
  /** What its colours are, or why what the file says of them is left out; null: it says nothing, they are sRGB. */
  readonly profile: Profile | PictureProblem | null
}

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface PngPicture extends Common {
  readonly kind: 'png'
  readonly header: PngHeader
  /** Red, green, blue for each index; null unless the colour type is 3. */
  readonly palette: Uint8Array | null
  /** The tRNS chunk: an alpha for each index, or the one colour that is clear. */
  readonly clear: Uint8Array | null
  /** The pixels: filtered rows as one zlib stream, exactly of the size that the header says. */
  readonly data: Uint8Array
}

/** PNG 11.2.1 (IHDR), of the pixels as they are stored. */
export interface PngHeader {
  readonly width: number
  readonly height: number
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  readonly bits: number
  /** 0 grey, 2 red, green, blue, 3 indices into a palette, 4 grey and alpha, 6 red, green, blue and alpha. */
  readonly colorType: 0 | 2 | 3 | 4 | 6
  readonly isInterlaced: boolean
}

export interface JpegPicture extends Common {
  readonly kind: 'jpeg'
  /** 1 grey, 3 colours, 4 inks (CMYK). */
  readonly components: 1 | 3 | 4
  /** Whether three components are red, green, blue, though the file has no Adobe segment that says so. */
  readonly isPlainRgb: boolean
  /** Whether 0 is full ink, as files with an Adobe segment have it. */
  readonly isInverted: boolean
  /** From the first marker to the end of image, without what follows it. */
  readonly data: Uint8Array
}

/** Why a file is no picture that can be printed: completes "the picture `x` cannot be used: ". */
export interface PictureProblem {
  readonly kind: 'problem'
  readonly detail: string
  readonly hint: string
}

/** What a file may ask for before any of its pixels is decoded. */
export interface PictureLimits {
  /** Pixels of one side. */
  readonly side: number
  /** Pixels in all. */
  readonly pixels: number
  /** Bytes of the pixels once inflated. */
  readonly bytes: number
}

/** Pixels of one side of a picture: PDF readers give up at about 32,000. */
const longestSide = 20_000
/** Pixels of a picture in all, looked at before anything is decoded: A2 at 400 to the inch has 62 million. */
const mostPixels = 64_000_000
/** Bytes of a picture's pixels once inflated: 64 million of red, green, blue and alpha. */
const mostInflated = 256 * 1024 * 1024

export const pictureLimits: PictureLimits = { side: longestSide, pixels: mostPixels, bytes: mostInflated }

/** Whether a picture of this size may be decoded; else why not. */
export function checkSize(width: number, height: number, limits: PictureLimits): PictureProblem | null {
  if (width === 0 || height === 0) return problem('it has no pixels', anotherFile)
  if (Math.max(width, height) <= limits.side && width * height <= limits.pixels) return null
  const detail = `it has ${width} × ${height} pixels, more than can be printed`
  return problem(detail, `make it smaller: at most ${limits.side} a side and ${limits.pixels} in all`)
}

export function problem(detail: string, hint: string): PictureProblem {
  return { kind: 'problem', detail, hint }
}

/** What to do about a file that is damaged. */
export const anotherFile = 'save it again from its original, as PNG or JPEG'
