import type { Pt } from '../base/length.ts'
import { isKind, Lexer, type Token } from '../pdf/lexer.ts'
import { entry, type ReadFile, readFile, textOf } from '../pdf/read-file.ts'
import { composed, identity, type Matrix, moved } from '../picture/matrix.ts'
import { codesOf, type ReadFont, readFont } from './read-font.ts'
import { pagesOf } from './read-pdf.ts'

/** What a reader finds on a page, tagged or not, in points, y downwards from the page's top left corner. */
export interface ReadSide {
  readonly glyphs: readonly ReadGlyph[]
  /** Filled rectangles, as they lie after all transforms. */
  readonly fills: readonly Corners[]
  /** Rectangles that the page is cut off at. */
  readonly clips: readonly Corners[]
  /** Streams that it is made of, by the number of their objects. */
  readonly streams: readonly number[]
}

export interface ReadGlyph {
  readonly text: string
  readonly x: Pt
  readonly y: Pt
  /** Of the type, as it is seen. */
  readonly size: Pt
  /** How many of the states that were saved before it on the page's first level: a place of a side is one. */
  readonly group: number
}

export interface Corners {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

/** The pages of a PDF as a reader sees them. Throws where saving and restoring, or text objects, are not balanced. */
export function readSides(bytes: Uint8Array): readonly ReadSide[] {
  const file = readFile(bytes)
  return pagesOf(file).map((page) => new SideReader(file, page).read())
}

/** The text of some glyphs in the order of painting; U+200B fills gaps only. */
export function textIn(glyphs: readonly ReadGlyph[]): string {
  return glyphs
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u200b', '')
}

interface State {
  readonly matrix: Matrix
  readonly font: ReadFont | null
  readonly size: Pt
  readonly rise: Pt
  readonly spacing: Pt
}

class SideReader {
  readonly #file: ReadFile
  readonly #page: Token
  readonly #height: number
  readonly #glyphs: ReadGlyph[] = []
  readonly #fills: Corners[] = []
  readonly #clips: Corners[] = []
  #state: State = { matrix: identity, font: null, size: 0, rise: 0, spacing: 0 }
  readonly #saved: State[] = []
  /** Sequences of marked content: what stands in the place of their glyphs. */
  readonly #marked: { readonly instead: string | null; isSaid: boolean }[] = []
  #groups = 0
  #isInText = false
  #line: readonly [number, number] = [0, 0]
  #at: readonly [number, number] = [0, 0]
  #rectangle: Corners | null = null
  #isClip = false

  constructor(file: ReadFile, page: Token) {
    this.#file = file
    this.#page = page
    const box = file.resolve(entry(page, 'MediaBox'))
    this.#height = Array.isArray(box) ? Number(box[3]) : Number.NaN
  }

  read(): ReadSide {
    const contents = entry(this.#page, 'Contents')
    const streams = (Array.isArray(contents) ? contents : [contents]).map((stream: Token | undefined) => {
      if (!isKind(stream, 'pointer')) throw new Error('a stream is always an object of its own')
      return stream
    })
    const operands: Token[] = []
    const lexer = new Lexer(streams.map((stream) => this.#file.stream(stream)).join('\n'))
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isKind(token, 'operator')) operands.push(token)
      else this.#execute(token.name, operands.splice(0))
    }
    if (this.#saved.length > 0) throw new Error('a state that was saved is not restored')
    if (this.#isInText || this.#marked.length > 0) throw new Error('something does not end on its page')
    return {
      glyphs: this.#glyphs,
      fills: this.#fills,
      clips: this.#clips,
      streams: streams.map(({ id }) => id),
    }
  }

  #execute(operator: string, operands: readonly Token[]): void {
    const numbers = operands.map(Number)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    const state = this.#state
    switch (operator) {
      case 'q':
        if (this.#isInText) throw new Error('a state is saved inside of a text')
        if (this.#saved.push(state) === 1) this.#groups++
        break
      case 'Q': {
        const before = this.#saved.pop()
        if (!before || this.#isInText) throw new Error('a state is restored that was not saved')
        this.#state = before
        break
      }
      case 'cm':
        this.#state = { ...state, matrix: composed(state.matrix, [a, b, c, d, e, f]) }
        break
      case 're':
        this.#rectangle = this.#corners(a, b, c, d)
        break
      case 'W':
        this.#isClip = true
        break
      case 'n':
      case 'f':
        if (this.#rectangle && operator === 'f') this.#fills.push(this.#rectangle)
        if (this.#rectangle && this.#isClip) this.#clips.push(this.#rectangle)
        this.#rectangle = null
        this.#isClip = false
        break
      case 'BT':
      case 'ET':
        if (this.#isInText === (operator === 'BT')) throw new Error('texts are not balanced')
        this.#isInText = operator === 'BT'
        this.#line = [0, 0]
        break
      case 'Td':
        this.#line = [this.#line[0] + a, this.#line[1] + b]
        this.#at = this.#line
        break
      case 'Tf':
        this.#state = { ...state, font: this.#font(operands[0]), size: b }
        break
      case 'Ts':
        this.#state = { ...state, rise: a }
        break
      case 'Tc':
        this.#state = { ...state, spacing: a }
        break
      case 'TJ':
        for (const part of Array.isArray(operands[0]) ? operands[0] : []) this.#show(part)
        break
      case 'BMC':
      case 'BDC':
        this.#marked.push({ instead: textOf(entry(operands[1], 'ActualText')), isSaid: false })
        break
      case 'EMC':
        if (!this.#marked.pop()) throw new Error('a sequence ends that did not begin')
        break
      default:
        break
    }
  }

  #show(part: Token): void {
    const { font, size, rise, spacing, matrix } = this.#state
    if (!this.#isInText || !font) throw new Error('glyphs stand outside of a text, or have no font')
    let [x, y] = this.#at
    if (typeof part === 'number') x -= (part * size) / 1000
    else if (isKind(part, 'string')) {
      for (const code of codesOf(part.bytes)) {
        const [left, baseline] = moved(matrix, x, y + rise)
        this.#glyphs.push({
          text: this.#textOf(font.texts.get(code)),
          x: left,
          y: this.#height - baseline,
          size: size * Math.hypot(matrix[0], matrix[1]),
          group: this.#groups,
        })
        x += (font.widthOf(code) * size) / 1000 + spacing
      }
    }
    this.#at = [x, y]
  }

  /** What a glyph says, or once for all of them what stands in their place. */
  #textOf(text: string | undefined): string {
    if (text === undefined) throw new Error('a glyph stands for no text')
    const marked = this.#marked.findLast(({ instead }) => instead !== null)
    if (!marked) return text
    const said = marked.isSaid ? '' : (marked.instead ?? '')
    marked.isSaid = true
    return said
  }

  #corners(x: number, y: number, width: number, height: number): Corners {
    const [x1, y1] = moved(this.#state.matrix, x, y)
    const [x2, y2] = moved(this.#state.matrix, x + width, y + height)
    return {
      left: Math.min(x1, x2),
      top: this.#height - Math.max(y1, y2),
      right: Math.max(x1, x2),
      bottom: this.#height - Math.min(y1, y2),
    }
  }

  #font(name: Token | undefined): ReadFont {
    const fonts = this.#file.resolve(entry(this.#file.resolve(entry(this.#page, 'Resources')), 'Font'))
    const font = this.#file.resolve(isKind(name, 'name') ? entry(fonts, name.name) : undefined)
    if (font === null) throw new Error('text is painted in a font that the page does not have')
    return readFont(font, this.#file)
  }
}
