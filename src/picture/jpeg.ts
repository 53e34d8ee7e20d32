import { latin, uint16 } from './bytes.ts'
import { jpegProfile, noParts, type ProfileParts, takeProfile } from './jpeg-profile.ts'
import { exifOrientation, turned } from './orientation.ts'
import {
  anotherFile,
  checkSize,
  type JpegPicture,
  type Orientation,
  type PictureLimits,
  type PictureProblem,
  problem,
} from './picture.ts'

/** ISO/IEC 10918-1, table B.1. */
const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  quantization: 0xdb,
  huffman: 0xc4,
  jfif: 0xe0,
  exif: 0xe1,
  profile: 0xe2,
  adobe: 0xee,
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === marker.startOfImage && bytes[2] === 0xff
}

/**
 * Reads a JPEG file: its segments up to the end of image, without decoding a pixel. Whether the compressed pixels
 * themselves are sound is left to the reader of the PDF, which shows what there is.
 */
export function readJpeg(
  bytes: Uint8Array,
  path: string,
  limits: PictureLimits,
): JpegPicture | PictureProblem {
  const found: Found = {
    frame: null,
    pixelsPerInch: null,
    orientation: 1,
    transform: null,
    profile: noParts(),
    hasQuantization: false,
    hasHuffman: false,
    hasScan: false,
  }
  let at = 2
  for (;;) {
    const code = markerAt(bytes, at)
    if (code === null) return problem('it ends too early', anotherFile)
    at = code.end
    if (code.marker === marker.endOfImage) break
    if (isAlone(code.marker)) continue
    const length = uint16(bytes, at)
    if (length < 2 || at + length > bytes.length) return problem('it ends too early', anotherFile)
    const wrong = takeSegment(code.marker, bytes.subarray(at + 2, at + length), found, limits)
    if (wrong) return wrong
    at += length
    if (code.marker !== marker.startOfScan) continue
    const end = endOfScan(bytes, at)
    if (end === at) return problem('its pixels are missing', anotherFile)
    at = end
  }
  const { frame } = found
  if (!frame || !found.hasScan) return problem('it has no pixels', anotherFile)
  return {
    kind: 'jpeg',
    path,
    ...turned({ ...frame, pixelsPerInch: found.pixelsPerInch }, found.orientation),
    profile: jpegProfile(found.profile, frame.components),
    components: frame.components,
    isPlainRgb: frame.components === 3 && frame.isNamedRgb && found.transform === null,
    isInverted: frame.components === 4 && found.transform !== null,
    data: bytes.subarray(0, at),
  }
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3 | 4
  /** Whether the components have the names R, G, B: libjpeg then takes them for these colours. */
  readonly isNamedRgb: boolean
}

interface Found {
  frame: Frame | null
  pixelsPerInch: { readonly x: number; readonly y: number } | null
  orientation: Orientation
  /** What the Adobe segment says of the colours; null without one. */
  transform: number | null
  readonly profile: ProfileParts
  hasQuantization: boolean
  hasHuffman: boolean
  hasScan: boolean
}

/** The marker at a place, after any fill bytes (B.1.1.2), and where it ends; null where there is none. */
function markerAt(bytes: Uint8Array, at: number): { readonly marker: number; readonly end: number } | null {
  if (bytes[at] !== 0xff) return null
  let end = at
  while (bytes[end] === 0xff) end++
  const code = bytes[end]
  return code === undefined || code === 0 ? null : { marker: code, end: end + 1 }
}

/** Markers without a segment: restarts and TEM. */
function isAlone(code: number): boolean {
  return (code >= 0xd0 && code <= 0xd7) || code === 0x01
}

/** Where the compressed data of a scan ends: at a marker that is neither a stuffed byte nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isAlone(next)) return at
  }
  return bytes.length
}

/** Takes what a segment says into `found`; answers what is wrong with it. */
function takeSegment(
  code: number,
  content: Uint8Array,
  found: Found,
  limits: PictureLimits,
): PictureProblem | null {
  if (code === marker.quantization) found.hasQuantization = true
  else if (code === marker.huffman) found.hasHuffman = true
  else if (code === marker.jfif) found.pixelsPerInch = jfifDensity(content) ?? found.pixelsPerInch
  else if (code === marker.exif) found.orientation = orientationOf(content) ?? found.orientation
  else if (code === marker.profile) takeProfile(content, found.profile)
  else if (code === marker.adobe) found.transform = adobeTransform(content) ?? found.transform
  else if (code === marker.startOfScan) return takeScan(found)
  else if (isFrame(code)) return takeFrame(code, content, found, limits)
  return null
}

/** SOF0 to SOF15 without DHT, JPG and DAC, whose codes stand among them. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== marker.huffman && code !== 0xc8 && code !== 0xcc
}

/** What PDF's DCTDecode decodes (ISO 32000-1, 7.4.8): baseline, extended sequential, progressive. */
function takeFrame(
  code: number,
  content: Uint8Array,
  found: Found,
  limits: PictureLimits,
): PictureProblem | null {
  if (code >= 0xc9) return problem('it is compressed by arithmetic coding', usual)
  if (code > 0xc2) return problem('it is lossless or hierarchical JPEG', usual)
  if (found.frame) return problem('it holds more than one picture', anotherFile)
  const [bits, count] = [content[0], content[5]]
  if (bits !== 8) return problem(`it has ${bits ?? 0} bits a sample`, 'save it with 8 bits a sample')
  const [height, width] = [uint16(content, 1), uint16(content, 3)]
  const wrong = checkSize(width, height, limits)
  if (wrong) return wrong
  const components = ([1, 3, 4] as const).find((one) => one === count)
  if (components === undefined || content.length !== 6 + 3 * components)
    return problem(`it has ${count ?? 0} components of colour`, 'save it in grey or in red, green and blue')
  const names = Array.from({ length: components }, (_, index) => 6 + 3 * index)
  if (names.some((at) => !isSampling(content[at + 1] ?? 0)))
    return problem('its header is broken', anotherFile)
  const isNamedRgb = names.map((at) => latin(content, at, at + 1)).join('') === 'RGB'
  found.frame = { width, height, components, isNamedRgb }
  return null
}

const usual = 'save it as baseline or progressive JPEG'

/** Sampling factors (B.2.2): 1 to 4 each way. */
function isSampling(factors: number): boolean {
  const [across, down] = [factors >> 4, factors & 15]
  return across >= 1 && across <= 4 && down >= 1 && down <= 4
}

function takeScan(found: Found): PictureProblem | null {
  if (!found.frame || !found.hasQuantization || !found.hasHuffman)
    return problem('its tables are missing', anotherFile)
  found.hasScan = true
  return null
}

/** JFIF 1.02: units, then pixels a unit across and down; units 0 give their ratio only. */
function jfifDensity(content: Uint8Array): { readonly x: number; readonly y: number } | null {
  if (latin(content, 0, 5) !== 'JFIF\0' || content.length < 12) return null
  const perInch = [0, 1, 2.54][content[7] ?? 0] ?? 0
  const [x, y] = [uint16(content, 8) * perInch, uint16(content, 10) * perInch]
  return x > 0 && y > 0 ? { x, y } : null
}

function orientationOf(content: Uint8Array): Orientation | null {
  return latin(content, 0, 6) === 'Exif\0\0' ? exifOrientation(content.subarray(6)) : null
}

/** Adobe Technical Note 5116: 0 for colours as they are, 1 for YCbCr, 2 for YCCK. */
function adobeTransform(content: Uint8Array): number | null {
  return latin(content, 0, 5) === 'Adobe' && content.length >= 12 ? (content[11] ?? null) : null
}
