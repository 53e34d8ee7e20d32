import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Picture as Mark } from '../layout/page.ts'
import type { JpegPicture, Orientation, Picture, PngPicture, Raster } from '../picture/picture.ts'
import { filterRows } from '../picture/png-filter.ts'
import { decodePixels } from '../picture/png-pixels.ts'
import type { PdfFile } from './document.ts'
import { writeDrawing } from './drawing.ts'
import { Profiles } from './profiles.ts'
import { byteString, type ObjectId, type Syntax, to } from './syntax.ts'

/** An image or a drawing, an object, and its name among the resources of a page. */
export interface Embedded {
  readonly id: string
  readonly object: ObjectId
}

/** The pictures of a document: each is written once, when it is first painted. */
export class Pictures {
  readonly #file: PdfFile
  readonly #known = new Map<Picture, Embedded>()
  readonly #byDigest = new Map<string, Embedded>()
  readonly #profiles: Profiles

  constructor(file: PdfFile) {
    this.#file = file
    this.#profiles = new Profiles(file)
  }

  of(picture: Picture): Embedded {
    let embedded = this.#known.get(picture)
    if (!embedded) {
      const digest = digestOf(picture)
      embedded = this.#byDigest.get(digest) ?? this.#embed(picture)
      this.#byDigest.set(digest, embedded)
      this.#known.set(picture, embedded)
    }
    return embedded
  }

  #embed(picture: Picture): Embedded {
    const object = this.#file.reserve()
    if (picture.kind === 'vector') writeDrawing(this.#file, object, picture)
    else if (picture.kind === 'jpeg') writeJpeg(this.#file, object, picture, this.#profiles)
    else writePng(this.#file, object, picture, this.#profiles)
    return { id: `I${this.#byDigest.size + 1}`, object }
  }
}

/** Pictures of one digest are painted alike. */
function digestOf(picture: Picture): string {
  const digest = createHash('sha256')
  if (picture.kind === 'vector') {
    const { width, height, shapes } = picture
    return digest.update(JSON.stringify([width, height, shapes])).digest('hex')
  }
  const { profile, data } = picture
  digest.update(keyOf(picture)).update(data)
  if (profile?.kind === 'profile') digest.update('profile').update(profile.bytes)
  return digest.digest('hex')
}

/** What the data of two pictures may share and yet be painted otherwise. */
function keyOf(picture: Raster): string {
  if (picture.kind === 'jpeg') return `${picture.isPlainRgb}`
  const { header, palette, clear } = picture
  return JSON.stringify([header, [...(palette ?? [])], [...(clear ?? [])]])
}

/** `a b c d e f` of cm that lays a picture, turned upright, on its box with y upwards (ISO 32000-1, 8.9.5.1). */
export function matrixOf({ width, height, picture }: Mark, x: number, y: number): readonly number[] {
  const [a, b, c, d] = turns[picture.kind === 'vector' ? 1 : picture.orientation]
  const [right, up] = [a + c < 0 ? x + width : x, b + d < 0 ? y + height : y]
  return [a * width, b * height, c * width, d * height, right, up]
}

/** By Exif orientation: which way the stored rows run (their start to the right, upwards), and which way their columns. */
const turns: Readonly<Record<Orientation, readonly [number, number, number, number]>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, -1, -1, 0],
  6: [0, -1, 1, 0],
  7: [0, 1, 1, 0],
  8: [0, 1, -1, 0],
}

/** As it is: DCTDecode reads what the file holds (7.4.8). */
function writeJpeg(file: PdfFile, object: ObjectId, picture: JpegPicture, profiles: Profiles): void {
  const { orientation, components, data } = picture
  const [width, height] = orientation < 5 ? [picture.width, picture.height] : [picture.height, picture.width]
  const space = profiles.spaceOf(picture, components)
  const more =
    (picture.isPlainRgb ? '/DecodeParms<</ColorTransform 0>>' : '') +
    (picture.isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '')
  file.writeStream(object, `${head(width, height, 8, space)}/Filter/DCTDecode${more}`, data)
}

/** Rows that a reader can undo by itself pass through (7.4.4.4); others are decoded and written anew, alpha apart. */
function writePng(file: PdfFile, object: ObjectId, picture: PngPicture, profiles: Profiles): void {
  const { header, palette, clear } = picture
  const { width, height, bits, colorType } = header
  const passes = !header.isInterlaced && bits <= 8 && colorType < 4
  if (passes) {
    const colors = colorType === 2 ? 3 : 1
    const parameters = `<</Predictor 15/Colors ${colors}/BitsPerComponent ${bits}/Columns ${width}>>`
    const alpha = palette && clear ? decodePixels(picture).alpha : null
    const mask = alpha ? softMask(file, width, height, alpha) : palette ? '' : colorMask(picture)
    const space = palette ? indexed(profiles.spaceOf(picture, 3), palette) : profiles.spaceOf(picture, colors)
    const entries = head(width, height, bits, space)
    file.writeStream(object, `${entries}/Filter/FlateDecode/DecodeParms${parameters}${mask}`, picture.data)
    return
  }
  const { channels, colors, alpha } = decodePixels(picture)
  const mask = alpha ? softMask(file, width, height, alpha) : ''
  const parameters = `/DecodeParms<</Predictor 15/Colors ${channels}/Columns ${width}>>`
  const entries = head(width, height, 8, profiles.spaceOf(picture, channels))
  writeRows(file, object, `${entries}${parameters}${mask}`, filterRows(colors, width * channels, channels))
}

function head(width: number, height: number, bits: number, space: Syntax): Syntax {
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${bits}/ColorSpace${space}`
}

/** Colours by their number (8.6.6.3). */
function indexed(base: Syntax, palette: Uint8Array): Syntax {
  return `[/Indexed${base} ${palette.length / 3 - 1}${byteString(palette)}]`
}

/** One colour that is clear (8.9.6.4). */
function colorMask({ clear, header }: PngPicture): Syntax {
  if (!clear) return ''
  const samples: number[] = []
  for (let at = 0; at < clear.length; at += 2) samples.push(((clear[at] ?? 0) << 8) | (clear[at + 1] ?? 0))
  if (samples.some((sample) => sample >= 2 ** header.bits)) return ''
  return `/Mask[${samples.map((sample) => `${sample} ${sample}`).join(' ')}]`
}

/** How opaque each pixel is (11.6.5.3). */
function softMask(file: PdfFile, width: number, height: number, alpha: Uint8Array): Syntax {
  const mask = file.reserve()
  const parameters = `/DecodeParms<</Predictor 15/Columns ${width}>>`
  writeRows(file, mask, head(width, height, 8, '/DeviceGray') + parameters, filterRows(alpha, width, 1))
  return `/SMask ${to(mask)}`
}

/** Filtered rows are deflated in any file: their predictor is part of the filter. */
function writeRows(file: PdfFile, object: ObjectId, entries: Syntax, rows: Uint8Array): void {
  file.writeStream(object, `${entries}/Filter/FlateDecode`, deflateSync(rows))
}
