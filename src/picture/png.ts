import { crc32 } from 'node:zlib'
import { latin, uint32 } from './bytes.ts'
import { exifOrientation, turned } from './orientation.ts'
import {
  anotherFile,
  checkSize,
  type Orientation,
  type PictureLimits,
  type PictureProblem,
  type PngHeader,
  type PngPicture,
  problem,
} from './picture.ts'
import { checkPixels } from './png-data.ts'
import { pngProfile } from './png-profile.ts'
import { channelsOf, sizeOf } from './png-size.ts'
import type { Profile } from './profile.ts'

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Reads a PNG file (ISO/IEC 15948): chunks, their order and sums, then the pixels; an animation gives its still picture. */
export function readPng(bytes: Uint8Array, path: string, limits: PictureLimits): PngPicture | PictureProblem {
  const first = chunkAt(bytes, signature.length)
  if (isProblem(first)) return first
  const header = readHeader(first, limits)
  if ('kind' in header) return header
  const found = collect(bytes, first.end, header)
  if ('kind' in found) return found
  const data = checkPixels(found.data, sizeOf(header), header)
  if ('kind' in data) return data
  const { width, height } = header
  const seen = turned({ width, height, pixelsPerInch: found.pixelsPerInch }, found.orientation)
  const { profile, palette, clear } = found
  return { kind: 'png', path, ...seen, profile, header, palette, clear, data }
}

interface Chunk {
  readonly type: string
  readonly content: Uint8Array
  readonly end: number
}

/** A chunk with a sound sum (5.3): length, type, content, CRC of the two. */
function chunkAt(bytes: Uint8Array, at: number): Chunk | PictureProblem {
  const length = uint32(bytes, at)
  const end = at + 12 + length
  if (end > bytes.length) return problem('it ends too early', anotherFile)
  if (crc32(bytes.subarray(at + 4, end - 4)) !== uint32(bytes, end - 4))
    return problem('it is damaged: the sum of a part is wrong', anotherFile)
  return { type: latin(bytes, at + 4, at + 8), content: bytes.subarray(at + 8, end - 4), end }
}

/** PNG 11.2.1, table 12: the bits that each colour type may have. */
const bitsOf: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
])

function readHeader({ type, content }: Chunk, limits: PictureLimits): PngHeader | PictureProblem {
  if (type !== 'IHDR' || content.length !== 13)
    return problem('it does not begin with its header', anotherFile)
  const [width, height] = [uint32(content, 0), uint32(content, 4)]
  const [bits = 0, color, compression, filter, interlace = 0] = content.subarray(8)
  const colorType = ([0, 2, 3, 4, 6] as const).find((one) => one === color)
  const isKnown = colorType !== undefined && bitsOf.get(colorType)?.includes(bits)
  if (!isKnown || compression !== 0 || filter !== 0 || interlace > 1)
    return problem('its header states a kind of PNG that there is not', anotherFile)
  const header: PngHeader = { width, height, bits, colorType, isInterlaced: interlace === 1 }
  const large = checkSize(width, height, limits)
  if (large) return large
  if (sizeOf(header) <= limits.bytes) return header
  return problem(
    `its pixels take ${sizeOf(header)} bytes`,
    'save it with 8 bits a sample, or make it smaller',
  )
}

interface Collected {
  palette: Uint8Array | null
  clear: Uint8Array | null
  pixelsPerInch: { readonly x: number; readonly y: number } | null
  orientation: Orientation
  profile: Profile | PictureProblem | null
  data: Uint8Array
}

/** The chunks after the header, in the order that 5.6 demands, up to IEND; what follows that is ignored. */
function collect(bytes: Uint8Array, from: number, header: PngHeader): Collected | PictureProblem {
  const parts: Uint8Array[] = []
  const found: Omit<Collected, 'data'> = {
    palette: null,
    clear: null,
    pixelsPerInch: null,
    orientation: 1,
    profile: null,
  }
  let last = 'IHDR'
  for (let at = from; ; ) {
    const chunk = chunkAt(bytes, at)
    if (isProblem(chunk)) return chunk
    const { type, content } = chunk
    if (type === 'IEND') break
    if (type === 'IDAT') {
      if (parts.length > 0 && last !== 'IDAT') return problem('its pixels are in two places', anotherFile)
      if (header.colorType === 3 && !found.palette) return problem('its palette is missing', anotherFile)
      parts.push(content)
    } else {
      const wrong = takeChunk(type, content, parts.length > 0, header, found)
      if (wrong) return wrong
    }
    last = type
    at = chunk.end
  }
  if (parts.length === 0) return problem('it has no pixels', anotherFile)
  return { ...found, data: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts) }
}

/** Takes what a chunk says into `found`; answers what is wrong with it. */
function takeChunk(
  type: string,
  content: Uint8Array,
  isAfterPixels: boolean,
  header: PngHeader,
  found: Omit<Collected, 'data'>,
): PictureProblem | null {
  switch (type) {
    case 'PLTE':
      if (isAfterPixels || found.palette || found.clear)
        return problem('its palette is out of place', anotherFile)
      if (!isPalette(content, header)) return problem('its palette is broken', anotherFile)
      // For true colours it is a mere suggestion to screens of 256 colours.
      if (header.colorType === 3) found.palette = content
      return null
    case 'tRNS':
      if (isAfterPixels || found.clear) return problem('its transparency is out of place', anotherFile)
      if (!isTransparency(content, header, found.palette))
        return problem('its transparency is broken', anotherFile)
      found.clear = content
      return null
    case 'pHYs':
      found.pixelsPerInch = densityOf(content)
      return null
    // gAMA and cHRM are passed over: in files without a profile they say roughly sRGB, or are wrong; sRGB says what holds.
    case 'iCCP':
      found.profile ??= pngProfile(content, header.colorType)
      return null
    case 'eXIf':
      found.orientation = exifOrientation(content)
      return null
    default:
      // 5.4: a small first letter means that a reader may pass over the chunk.
      return /^[a-z][A-Za-z]{3}$/.test(type)
        ? null
        : problem(`it has an unknown part \`${shown(type)}\``, anotherFile)
  }
}

function isPalette({ length }: Uint8Array, { colorType, bits }: PngHeader): boolean {
  if (colorType === 0 || colorType === 4 || length === 0 || length % 3 !== 0) return false
  return length / 3 <= (colorType === 3 ? 2 ** bits : 256)
}

function isTransparency({ length }: Uint8Array, header: PngHeader, palette: Uint8Array | null): boolean {
  if (header.colorType === 3) return palette !== null && length > 0 && length <= palette.length / 3
  return header.colorType < 3 && length === 2 * channelsOf(header)
}

/** PNG 11.3.5.3: pixels a unit, 1 for the metre. */
function densityOf(content: Uint8Array): { readonly x: number; readonly y: number } | null {
  const [x, y] = [uint32(content, 0), uint32(content, 4)]
  if (content.length !== 9 || content[8] !== 1 || x === 0 || y === 0) return null
  return { x: x * metresPerInch, y: y * metresPerInch }
}

const metresPerInch = 0.0254

function shown(type: string): string {
  return type.replace(/[^!-~]/g, '?')
}

function isProblem(found: Chunk | PictureProblem): found is PictureProblem {
  return 'kind' in found
}
