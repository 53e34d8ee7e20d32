import type { Face, Pair } from '../text/face.ts'
import type { PdfFile } from './document.ts'
import type { ObjectId } from './syntax.ts'

/** A CID is two bytes, and CID 0 is .notdef: with more pairs than this a face gets a second font object. */
export const codesPerFont = 65535

/** A font object: the pairs of its CIDs, from CID 1, in order of first use in the document. */
export interface Font {
  /** Its name among the resources of a page. */
  readonly id: string
  readonly object: ObjectId
  readonly pairs: readonly Pair[]
}

/** Is told of each face and of each pair of it when it is first used: the one moment to look at it. */
export interface FirstUse {
  face(face: Face): void
  pair(face: Face, pair: Pair): void
}

/** All fonts of one document. */
export class Fonts {
  readonly #file: PdfFile
  readonly #firstUse: FirstUse
  readonly #byFace = new Map<Face, FaceCodes>()
  #count = 0

  constructor(file: PdfFile, firstUse: FirstUse) {
    this.#file = file
    this.#firstUse = firstUse
  }

  of(face: Face): FaceCodes {
    let codes = this.#byFace.get(face)
    if (!codes) {
      this.#firstUse.face(face)
      codes = new FaceCodes(face, this.#firstUse, () => ({
        id: `F${++this.#count}`,
        object: this.#file.reserve(),
        pairs: [],
      }))
      this.#byFace.set(face, codes)
    }
    return codes
  }

  /** In order of first use. */
  get all(): Iterable<FaceCodes> {
    return this.#byFace.values()
  }
}

/** Which font object and CID paints each pair of a face, given on first use. */
export class FaceCodes {
  readonly face: Face
  readonly #firstUse: FirstUse
  readonly #newFont: () => Font & { readonly pairs: Pair[] }
  readonly #fonts: (Font & { readonly pairs: Pair[] })[] = []
  /** By pair: index of the font times 65,536 plus the CID; 0: not used yet. */
  #codes = new Int32Array(1024)
  /** By pair, in thousandths of an em, as the font states them. */
  #widths = new Float64Array(1024)

  constructor(face: Face, firstUse: FirstUse, newFont: () => Font & { readonly pairs: Pair[] }) {
    this.face = face
    this.#firstUse = firstUse
    this.#newFont = newFont
  }

  get fonts(): readonly Font[] {
    return this.#fonts
  }

  /** Index of the font times 65,536 plus the CID. */
  codeOf(pair: Pair): number {
    return this.#codes[pair] || this.#assign(pair)
  }

  /** The width that the font states of a pair that has its code, in thousandths of an em. */
  widthOf(pair: Pair): number {
    return this.#widths[pair] ?? 0
  }

  #assign(pair: Pair): number {
    this.#firstUse.pair(this.face, pair)
    let font = this.#fonts.at(-1)
    if (!font || font.pairs.length === codesPerFont) {
      font = this.#newFont()
      this.#fonts.push(font)
    }
    font.pairs.push(pair)
    const code = (this.#fonts.length - 1) * 65536 + font.pairs.length
    this.#hold(pair)
    this.#codes[pair] = code
    this.#widths[pair] = statedWidth(this.face, pair)
    return code
  }

  #hold(pair: Pair): void {
    if (pair < this.#codes.length) return
    const [codes, widths] = [new Int32Array(2 * pair), new Float64Array(2 * pair)]
    codes.set(this.#codes)
    widths.set(this.#widths)
    this.#codes = codes
    this.#widths = widths
  }
}

/** One decimal is what ISO 19005-3, 6.2.11.5 needs with room to spare; offsets are taken from the rounded width. */
function statedWidth(face: Face, pair: Pair): number {
  return Math.round((face.advanceOf(face.glyphOf(pair)) * 10000) / face.upem) / 10
}
