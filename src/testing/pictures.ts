import { crc32, deflateSync } from 'node:zlib'
import type { PngHeader } from '../picture/picture.ts'
import { channelsOf, passesOf } from '../picture/png-size.ts'

interface PngSketch {
  readonly width: number
  readonly height: number
  readonly bits?: number
  readonly colorType?: number
  readonly isInterlaced?: boolean
  /** Samples in reading order, each row filtered by 0; or `rows` as they are stored; or `data`, the zlib stream. */
  readonly samples?: readonly number[]
  readonly rows?: readonly number[]
  readonly data?: Uint8Array
  readonly palette?: Uint8Array
  readonly clear?: Uint8Array
  readonly extra?: readonly Uint8Array[]
}

/** A PNG file after a sketch of it, sound or not; grey of 8 bits unless it says otherwise. */
export function pngFile(sketch: PngSketch): Uint8Array {
  const { width, height, bits = 8, colorType = 0, isInterlaced = false } = sketch
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([bits, colorType, 0, 0, isInterlaced ? 1 : 0], 8)
  const data = sketch.data ?? deflateSync(Uint8Array.from(sketch.rows ?? rowsOf(sketch)))
  return Buffer.concat([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    pngChunk('IHDR', header),
    ...(sketch.extra ?? []),
    ...(sketch.palette ? [pngChunk('PLTE', sketch.palette)] : []),
    ...(sketch.clear ? [pngChunk('tRNS', sketch.clear)] : []),
    pngChunk('IDAT', data.subarray(0, data.length >> 1)),
    pngChunk('IDAT', data.subarray(data.length >> 1)),
    pngChunk('IEND', new Uint8Array()),
  ])
}

export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(content.length, 0)
  numbers.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
}

/** The rows of all passes, without filters; a grey ramp where the sketch has no samples. */
function rowsOf({
  width,
  height,
  bits = 8,
  colorType = 0,
  isInterlaced = false,
  samples,
}: PngSketch): number[] {
  // A sketch may be of a kind that there is not: its rows are then those of grey.
  const kind = ([0, 2, 3, 4, 6] as const).find((one) => one === colorType) ?? 0
  const header: PngHeader = { width, height, bits, colorType: kind, isInterlaced }
  const channels = channelsOf(header)
  const sampleOf = (x: number, y: number, channel: number) => {
    const index = (y * width + x) * channels + channel
    return samples ? (samples[index] ?? 0) : index % 2 ** bits
  }
  return passesOf(header).flatMap((pass) =>
    Array.from({ length: pass.height }, (_, row) => {
      const line: number[] = []
      for (let column = 0; column < pass.width; column++) {
        for (let channel = 0; channel < channels; channel++)
          line.push(sampleOf(pass.x + column * pass.stepX, pass.y + row * pass.stepY, channel))
      }
      return [0, ...packed(line, bits)]
    }).flat(),
  )
}

function packed(samples: readonly number[], bits: number): number[] {
  const digits = samples.map((sample) => sample.toString(2).padStart(bits, '0')).join('')
  return (digits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
}

interface JpegSketch {
  readonly width?: number
  readonly height?: number
  readonly bits?: number
  readonly components?: number
  readonly names?: string
  /** The marker of the frame: 0xc0 is baseline. */
  readonly frame?: number
  /** Of an Adobe segment; none without it. */
  readonly transform?: number
  readonly orientation?: number
  readonly hasScan?: boolean
  readonly before?: Uint8Array
}

/** The segments of a JPEG file after a sketch of it; its scan is one stuffed byte and a restart, no real pixels. */
export function jpegFile(sketch: JpegSketch): Uint8Array {
  const { width = 8, height = 8, bits = 8, components = 3, names = '\x01\x02\x03\x04', frame = 0xc0 } = sketch
  const { orientation, transform } = sketch
  const parts = Array.from({ length: components }, (_, index) => [names.charCodeAt(index), 0x11, 0])
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Buffer.concat([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, [...ascii('JFIF\0'), 1, 2, 1, 0, 72, 0, 72, 0, 0]),
    ...(orientation === undefined ? [] : [segment(0xe1, [...ascii('Exif\0\0'), ...tiff(orientation)])]),
    ...(transform === undefined ? [] : [segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, transform])]),
    sketch.before ?? new Uint8Array(),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc4, [0, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(frame, [bits, ...size, components, ...parts.flat()]),
    ...(sketch.hasScan === false
      ? []
      : [segment(0xda, [1, 1, 0, 0, 63, 0]), Uint8Array.of(0x12, 0xff, 0x00, 0xff, 0xd0, 0x34)]),
    Uint8Array.of(0xff, 0xd9),
  ])
}

function segment(marker: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2
  return Uint8Array.of(0xff, marker, length >> 8, length & 255, ...content)
}

/** A big-endian TIFF header and a directory with one entry, the orientation. */
function tiff(orientation: number): number[] {
  return [...ascii('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
