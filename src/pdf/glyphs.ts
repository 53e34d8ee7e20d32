import type { Color, Pt } from '../base/length.ts'
import type { Glyphs, Rect } from '../layout/page.ts'
import type { ContentStream } from './content-stream.ts'
import type { OpenPage } from './document.ts'
import type { FaceCodes, Fonts } from './font.ts'
import { utf16Hex } from './unicode-map.ts'

/**
 * Paints runs and rectangles on one page, and repeats no operator that still holds. A line is one text object: a run
 * that begins where the last one on its baseline ended goes on by TJ; any other one begins anew with BT and Tm.
 */
export class Pen {
  readonly #stream: ContentStream
  readonly #page: OpenPage
  readonly #fonts: Fonts
  #isInText = false
  #array: 'closed' | 'numbers' | 'codes' = 'closed'
  #font = ''
  #size: Pt = 0
  #rise: Pt = 0
  #color: Color = [0, 0, 0]
  /** Where a reader of the file stands: the end of the last glyph, and its baseline. */
  #x: Pt = 0
  #y: Pt = 0

  constructor(stream: ContentStream, page: OpenPage, fonts: Fonts) {
    this.#stream = stream
    this.#page = page
    this.#fonts = fonts
  }

  glyphs(mark: Glyphs, x: Pt, y: Pt): void {
    if (mark.pairs.length === 0) return
    this.#goTo(x, y, mark.size)
    this.#fill(mark.color)
    if (mark.actual !== null) {
      this.#closeArray()
      this.#stream.text(`/Span <</ActualText <FEFF${utf16Hex(mark.actual)}>>> BDC `)
    }
    this.#run(mark, this.#fonts.of(mark.face), x)
    if (mark.actual === null) return
    this.#closeArray()
    this.#stream.text('EMC ')
  }

  rect(mark: Rect, x: Pt, y: Pt): void {
    this.endText()
    this.#fill(mark.color)
    this.#stream.operator('re f', x, y, mark.width, mark.height)
  }

  /** Ends the text object; a sequence of marked content must not end inside one (ISO 32000-1, 14.6.1). */
  endText(): void {
    if (!this.#isInText) return
    this.#closeArray()
    if (this.#rise !== 0) this.#setRise(0)
    this.#stream.text('ET\n')
    this.#isInText = false
  }

  /** Offsets in TJ are whole thousandths of the size; they follow from the reader's place, so no rounding adds up. */
  #run(mark: Glyphs, codes: FaceCodes, x: Pt): void {
    const { pairs, advances, xOffsets, yOffsets } = mark
    const size = rounded(mark.size)
    const scale = 1000 / size
    const start = this.#x
    let [wanted, reached] = [(x - start) * scale, 0]
    let font = -1
    for (let index = 0; index < pairs.length; index++) {
      const pair = pairs[index] ?? 0
      const code = codes.codeOf(pair)
      if (code >> 16 !== font) {
        font = code >> 16
        this.#setFont(codes, font, size)
      }
      const rise = yOffsets?.[index] ?? 0
      if (rise !== this.#rise) this.#setRise(rise)
      const shift = Math.round(reached - wanted - (xOffsets?.[index] ?? 0) * scale)
      if (shift !== 0) {
        this.#shift(shift)
        reached -= shift
      }
      if (this.#array !== 'codes') this.#openCodes()
      this.#stream.code(code & 0xffff)
      reached += codes.widthOf(pair)
      wanted += (advances[index] ?? 0) * scale
    }
    this.#x = start + reached / scale
  }

  #goTo(x: Pt, y: Pt, size: Pt): void {
    if (this.#isInText && rounded(y) === this.#y && Math.abs(x - this.#x) < size) return
    this.endText()
    this.#x = rounded(x)
    this.#y = rounded(y)
    // PDFKit's pages have y downwards: the letters are turned back.
    this.#stream.text('BT 1 0 0 -1 ')
    this.#stream.number(x)
    this.#stream.text(' ')
    this.#stream.number(y)
    this.#stream.text(' Tm ')
    this.#isInText = true
  }

  #setFont(codes: FaceCodes, index: number, size: Pt): void {
    const font = codes.fonts[index]
    if (!font) throw new Error(`face ${codes.face.name} has no font object ${index}`)
    if (font.id === this.#font && size === this.#size) return
    this.#closeArray()
    this.#page.useFont(font.id, font.reference)
    this.#stream.text(`/${font.id} `)
    this.#stream.number(size)
    this.#stream.text(' Tf ')
    this.#font = font.id
    this.#size = size
  }

  #setRise(rise: Pt): void {
    this.#closeArray()
    this.#stream.number(rise)
    this.#stream.text(' Ts ')
    this.#rise = rise
  }

  #fill(color: Color): void {
    const [red, green, blue] = color
    if (red === this.#color[0] && green === this.#color[1] && blue === this.#color[2]) return
    this.#closeArray()
    if (red === 0 && green === 0 && blue === 0) this.#stream.operator('g', 0)
    else this.#stream.operator('rg', red / 255, green / 255, blue / 255)
    this.#color = color
  }

  #shift(thousandths: number): void {
    if (this.#array === 'codes') this.#stream.text('>')
    else if (this.#array === 'closed') this.#stream.text('[')
    else this.#stream.text(' ')
    this.#stream.number(thousandths)
    this.#array = 'numbers'
  }

  #openCodes(): void {
    this.#stream.text(this.#array === 'closed' ? '[<' : '<')
    this.#array = 'codes'
  }

  #closeArray(): void {
    if (this.#array === 'closed') return
    this.#stream.text(this.#array === 'codes' ? '>] TJ ' : '] TJ ')
    this.#array = 'closed'
  }
}

/** As it is written. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
