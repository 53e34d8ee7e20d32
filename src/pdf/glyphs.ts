import type { Color, Pt } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Area, Glyphs, Path, Rect, Unseen } from '../layout/page.ts'
import type { ContentStream } from './content-stream.ts'
import type { FaceCodes, Fonts } from './font.ts'
import type { LetterSpacing } from './letter-spacing.ts'
import { type ObjectId, utf16Hex } from './syntax.ts'

/**
 * Paints runs and areas on one page, and repeats no operator that still holds. Lines that follow one another are one
 * text object: a run that begins where the last one on its baseline ended goes on by TJ, any other one moves by Td.
 */
export class Pen {
  readonly #stream: ContentStream
  /** Of the page: in PDF, y is upwards. */
  readonly #height: Pt
  readonly #fonts: Fonts
  readonly #letterSpacing: LetterSpacing
  /** The font objects that the page uses, by name. */
  readonly fonts = new Map<string, ObjectId>()
  #isInText = false
  #array: 'closed' | 'numbers' | 'codes' = 'closed'
  #font = ''
  #size: Pt = 0
  #rise: Pt = 0
  /** Between letters, as it was written. */
  #spacing: Pt = 0
  #color: Color = [0, 0, 0]
  #strokeColor: Color = [0, 0, 0]
  /** Of the last path with a line; null: there was none on this page. */
  #strokeWidth: Pt | null = null
  /** Where a reader of the file stands: the end of the last glyph, and its baseline, y downwards. */
  #x: Pt = 0
  #y: Pt = 0
  /** The start of the line that the reader stands in, in thousandths of a point, y upwards. */
  #lineX = 0
  #lineY = 0

  constructor(stream: ContentStream, height: Pt, fonts: Fonts, letterSpacing: LetterSpacing) {
    this.#stream = stream
    this.#height = height
    this.#fonts = fonts
    this.#letterSpacing = letterSpacing
  }

  glyphs(mark: Glyphs, x: Pt, y: Pt): void {
    if (mark.to === mark.from) return
    this.#goTo(x, y, mark.size)
    this.#fill(mark.color)
    if (mark.actual !== null) {
      this.#closeArray()
      this.#stream.text(`/Span<</ActualText<FEFF${utf16Hex(mark.actual)}>>>BDC `)
    }
    this.#run(mark, this.#fonts.of(mark.face), x)
    if (mark.actual === null) return
    this.#closeArray()
    this.#stream.text('EMC ')
  }

  rect(mark: Rect, x: Pt, y: Pt): void {
    this.endText()
    this.#fill(mark.color)
    this.#stream.operator('re f', x, this.#height - y - mark.height, mark.width, mark.height)
  }

  /** Lines join in a round: a sharp turn of a line that shows data must not reach beyond its value. */
  path({ outline, fill, stroke }: Path, x: Pt, y: Pt): void {
    if (!fill && !stroke) return
    this.endText()
    if (fill) this.#fill(fill)
    if (stroke) this.#setStroke(stroke)
    const top = this.#height - y
    for (const segment of outline) this.#segment(segment, x, top)
    this.#stream.text(fill && stroke ? 'B\n' : fill ? 'f\n' : 'S\n')
  }

  /** A path that is not painted: a place without ink. */
  area(mark: Area, x: Pt, y: Pt): void {
    this.endText()
    this.#stream.operator('re n', x, this.#height - y - mark.height, mark.width, mark.height)
  }

  /** A place without ink that says something (ISO 32000-1, 14.9.4). */
  unseen(mark: Unseen, x: Pt, y: Pt): void {
    this.endText()
    this.#stream.text(`/Span<</ActualText<FEFF${utf16Hex(mark.text)}>>>BDC `)
    this.#stream.operator('re n', x, this.#height - y, 0, 0)
    this.#stream.text('EMC\n')
  }

  /** Ends the text object; a sequence of marked content must not end inside one (ISO 32000-1, 14.6.1). */
  endText(): void {
    if (!this.#isInText) return
    this.#closeArray()
    this.#stream.text('ET\n')
    this.#isInText = false
  }

  /**
   * Offsets in TJ are whole thousandths of the size; they follow from the reader's place, so no rounding adds up. Less
   * than one is left to the next glyph: nobody sees it, and the line stays short.
   */
  #run(mark: Glyphs, codes: FaceCodes, x: Pt): void {
    const { pairs, advances, xOffsets, yOffsets, from, to } = mark
    const size = rounded(mark.size)
    const scale = 1000 / size
    this.#setSpacing(mark, codes, scale)
    const spacing = this.#spacing * scale
    const start = this.#x
    let [wanted, reached] = [(x - start) * scale, 0]
    let font = -1
    for (let index = from; index < to; index++) {
      const pair = pairs[index] ?? 0
      const code = codes.codeOf(pair)
      if (code >> 16 !== font) {
        font = code >> 16
        this.#setFont(codes, font, size)
      }
      const rise = yOffsets === null ? 0 : (yOffsets[index] ?? 0)
      if (rise !== this.#rise) this.#setRise(rise)
      const rest = reached - wanted - (xOffsets === null ? 0 : (xOffsets[index] ?? 0) * scale)
      if (rest >= 1 || rest <= -1) {
        const shift = Math.round(rest)
        this.#shift(shift)
        reached -= shift
      }
      if (this.#array !== 'codes') this.#openCodes()
      this.#stream.code(code & 0xffff)
      reached += codes.widthOf(pair) + spacing
      wanted += (advances[index] ?? 0) * scale
    }
    this.#x = start + reached / scale
  }

  #setSpacing(mark: Glyphs, codes: FaceCodes, scale: number): void {
    const current = this.#spacing * scale
    const wanted = this.#letterSpacing.of(mark, codes, scale, current)
    if (wanted === current) return
    this.#closeArray()
    this.#spacing = rounded(wanted / scale)
    this.#stream.number(this.#spacing)
    this.#stream.text(' Tc ')
  }

  #goTo(x: Pt, y: Pt, size: Pt): void {
    if (this.#isInText && rounded(y) === this.#y && Math.abs(x - this.#x) < size) return
    const [lineX, lineY] = [Math.round(x * 1000), Math.round((this.#height - y) * 1000)]
    if (this.#isInText) this.#closeArray()
    else {
      this.#stream.text('BT ')
      this.#isInText = true
      this.#lineX = 0
      this.#lineY = 0
    }
    this.#stream.thousandths(lineX - this.#lineX)
    this.#stream.text(' ')
    this.#stream.thousandths(lineY - this.#lineY)
    this.#stream.text(' Td ')
    this.#lineX = lineX
    this.#lineY = lineY
    this.#x = lineX / 1000
    this.#y = rounded(y)
  }

  #setFont(codes: FaceCodes, index: number, size: Pt): void {
    const font = codes.fonts[index]
    if (!font) throw new Error(`face ${codes.face.name} has no font object ${index}`)
    if (font.id === this.#font && size === this.#size) return
    this.#closeArray()
    this.fonts.set(font.id, font.object)
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

  #setStroke({ color, width }: NonNullable<Path['stroke']>): void {
    const [red, green, blue] = color
    if (this.#strokeWidth === null) this.#stream.text('1 j\n')
    if (width !== this.#strokeWidth) this.#stream.operator('w', width)
    this.#strokeWidth = width
    if (red === this.#strokeColor[0] && green === this.#strokeColor[1] && blue === this.#strokeColor[2])
      return
    if (red === 0 && green === 0 && blue === 0) this.#stream.operator('G', 0)
    else this.#stream.operator('RG', red / 255, green / 255, blue / 255)
    this.#strokeColor = color
  }

  /** A step of an outline whose origin is at `x` and, y upwards, at `top`. */
  #segment(segment: Path['outline'][number], x: Pt, top: Pt): void {
    switch (segment[0]) {
      case 'M':
        this.#stream.point('m', x + segment[1], top - segment[2])
        return
      case 'L':
        this.#stream.point('l', x + segment[1], top - segment[2])
        return
      case 'C': {
        const [, a, b, c, d, e, f] = segment
        this.#stream.operator('c', x + a, top - b, x + c, top - d, x + e, top - f)
        return
      }
      case 'Z':
        this.#stream.text('h\n')
        return
      default:
        unreachable(segment)
    }
  }

  #shift(thousandths: number): void {
    if (this.#array === 'codes') this.#stream.text(')')
    else if (this.#array === 'closed') this.#stream.text('[')
    else this.#stream.text(' ')
    this.#stream.integer(thousandths)
    this.#array = 'numbers'
  }

  #openCodes(): void {
    this.#stream.text(this.#array === 'closed' ? '[(' : '(')
    this.#array = 'codes'
  }

  #closeArray(): void {
    if (this.#array === 'closed') return
    this.#stream.text(this.#array === 'codes' ? ')] TJ ' : '] TJ ')
    this.#array = 'closed'
  }
}

/** As it is written. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
