import { uint16 } from './bytes.ts'
import type { PngHeader, PngPicture } from './picture.ts'
import { inflateRows } from './png-data.ts'
import { channelsOf, passesOf, rowSize, sizeOf } from './png-size.ts'

/** Pixels with 8 bits a sample, row after row: 1 or 3 samples of colour, and how opaque each is. */
export interface Pixels {
  readonly channels: 1 | 3
  readonly colors: Uint8Array
  /** 255 is opaque; null where every pixel is. */
  readonly alpha: Uint8Array | null
}

/** Decodes a whole picture: filters undone (PNG 9), passes woven (8.2), palette looked up, samples scaled to 8 bits (13.12). */
export function decodePixels(picture: PngPicture): Pixels {
  const { header, data } = picture
  const channels = header.colorType === 0 || header.colorType === 4 ? 1 : 3
  const count = header.width * header.height
  const [colors, alpha] = [new Uint8Array(count * channels), new Uint8Array(count)]
  const rows = inflateRows(data, sizeOf(header))
  const put = writerFor(picture, colors, alpha)
  const pixelSize = Math.max(1, (channelsOf(header) * header.bits) >> 3)
  let at = 0
  for (const pass of passesOf(header)) {
    const size = rowSize(pass.width, header)
    let above: Uint8Array = new Uint8Array(size)
    for (let row = 0; row < pass.height; row++, at += 1 + size) {
      const line = rows.subarray(at + 1, at + 1 + size)
      unfilter(rows[at] ?? 0, line, above, pixelSize)
      const y = pass.y + row * pass.stepY
      put(line, pass.width, y * header.width + pass.x, pass.stepX)
      above = line
    }
  }
  return { channels, colors, alpha: alpha.every((opaque) => opaque === 255) ? null : alpha }
}

/** PNG 9.2: each byte was stored as what it differs by from those to the left and above. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, pixelSize: number): void {
  for (let index = 0; index < line.length; index++) {
    const left = index < pixelSize ? 0 : (line[index - pixelSize] ?? 0)
    const up = above[index] ?? 0
    let expected = 0
    if (filter === 1) expected = left
    else if (filter === 2) expected = up
    else if (filter === 3) expected = (left + up) >> 1
    else if (filter === 4) expected = paeth(left, up, index < pixelSize ? 0 : (above[index - pixelSize] ?? 0))
    line[index] = (line[index] ?? 0) + expected
  }
}

/** PNG 9.4: that of the three which is nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Writes a row of stored pixels to the picture from pixel `at` on, every `step`. */
type Writer = (line: Uint8Array, count: number, at: number, step: number) => void

function writerFor(picture: PngPicture, colors: Uint8Array, alpha: Uint8Array): Writer {
  const { header, palette, clear } = picture
  if (palette) return indexWriter(header, palette, clear, colors, alpha)
  const stored = channelsOf(header)
  const hasAlpha = header.colorType >= 4
  const channels = hasAlpha ? stored - 1 : stored
  const scale = 255 / (2 ** header.bits - 1)
  const clearColor = clear && Array.from({ length: channels }, (_, index) => uint16(clear, 2 * index))
  return (line, count, at, step) => {
    for (let pixel = 0, to = at; pixel < count; pixel++, to += step) {
      let isClear = clearColor !== null
      for (let channel = 0; channel < channels; channel++) {
        const value = sampleAt(line, pixel * stored + channel, header.bits)
        isClear = isClear && value === clearColor?.[channel]
        colors[to * channels + channel] = Math.round(value * scale)
      }
      if (hasAlpha) alpha[to] = Math.round(sampleAt(line, pixel * stored + channels, header.bits) * scale)
      else alpha[to] = isClear ? 0 : 255
    }
  }
}

/** An index beyond the palette is painted black, as the standard leaves open (PNG 11.2.2). */
function indexWriter(
  { bits }: PngHeader,
  palette: Uint8Array,
  clear: Uint8Array | null,
  colors: Uint8Array,
  alpha: Uint8Array,
): Writer {
  return (line, count, at, step) => {
    for (let pixel = 0, to = at; pixel < count; pixel++, to += step) {
      const index = sampleAt(line, pixel, bits)
      for (let channel = 0; channel < 3; channel++)
        colors[3 * to + channel] = palette[3 * index + channel] ?? 0
      alpha[to] = clear?.[index] ?? 255
    }
  }
}

/** The sample with this number in a row; those of less than a byte begin at its high bits (PNG 7.2). */
function sampleAt(line: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return line[index] ?? 0
  if (bits === 16) return uint16(line, 2 * index)
  const at = index * bits
  return ((line[at >> 3] ?? 0) >> (8 - bits - (at & 7))) & (2 ** bits - 1)
}
