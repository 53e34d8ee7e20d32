import { isKind, Lexer, type ReadDictionary, type Token } from './lexer.ts'
import { entry, type ReadFile } from './read-file.ts'
import { type CodeTexts, decode, PageFonts } from './read-fonts.ts'

/** What stands on a page, in the order in which it is painted. */
export interface ReadMark {
  /** `text`, or the operator that paints or sets something else. */
  readonly kind: string
  /** The words of a text; the operands of all else. */
  readonly says: string
  /** Of a text: font size, and the shifts between its letters. */
  readonly how: string
  /** Where a text begins, in points from the lower left corner of the page; 0 for all else. */
  readonly x: number
  readonly y: number
}

/** The pages of a PDF, in order: those of this program stand in one list. */
export function pagesIn(file: ReadFile): readonly ReadDictionary[] {
  const kids = file.resolve(entry(file.resolve(entry(file.catalog, 'Pages')), 'Kids'))
  if (!Array.isArray(kids)) throw new Error('the page tree has no kids')
  return kids.map((kid: Token) => {
    const page = file.resolve(kid)
    if (!isKind(page, 'dictionary')) throw new Error('a page is no dictionary')
    return page
  })
}

/** Reads what pages say and where; each font once. */
export class MarkReader {
  readonly #file: ReadFile
  readonly #fonts: PageFonts

  constructor(file: ReadFile) {
    this.#file = file
    this.#fonts = new PageFonts(file)
  }

  read(page: ReadDictionary): readonly ReadMark[] {
    const marks: ReadMark[] = []
    const operands: Token[] = []
    const lexer = new Lexer(this.#contentOf(page))
    const pen: Pen = { matrix: unit, saved: [], x: 0, y: 0, rise: 0, size: 0, font: new Map() }
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isKind(token, 'operator')) {
        operands.push(token)
        continue
      }
      if (token.name === 'Tf') {
        pen.font = this.#fonts.of(page, operands[0])
        pen.size = numberAt(operands, 1)
      } else if (token.name === 'TJ' || token.name === 'Tj') marks.push(textAt(pen, operands[0]))
      else if (!moves(token.name, operands, pen) && !unpainted.has(token.name))
        marks.push({
          kind: token.name,
          says: operands.map(written).join(' '),
          how: pen.matrix.join(' '),
          x: 0,
          y: 0,
        })
      operands.length = 0
    }
    return marks
  }

  /** A page may have its operators in several streams, read as one (7.7.3.3). */
  #contentOf(page: ReadDictionary): string {
    const contents = entry(page, 'Contents')
    const all = this.#file.resolve(contents)
    if (!Array.isArray(all)) return this.#file.stream(contents)
    return all.map((one: Token) => this.#file.stream(one)).join('\n')
  }
}

type Matrix = readonly [number, number, number, number, number, number]

const unit: Matrix = [1, 0, 0, 1, 0, 0]

interface Pen {
  matrix: Matrix
  readonly saved: Matrix[]
  /** The beginning of the line of text. */
  x: number
  y: number
  rise: number
  size: number
  font: CodeTexts
}

/** What only says where text belongs in the structure. */
const unpainted: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'ET'])

/** Obeys an operator that says where the next mark goes; false: it is none. */
function moves(name: string, operands: readonly Token[], pen: Pen): boolean {
  switch (name) {
    case 'q':
      pen.saved.push(pen.matrix)
      return true
    case 'Q':
      pen.matrix = pen.saved.pop() ?? unit
      return true
    case 'cm': {
      const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => numberAt(operands, index))
      pen.matrix = product([a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0], pen.matrix)
      return true
    }
    case 'BT':
      pen.x = 0
      pen.y = 0
      return true
    case 'Td':
      pen.x += numberAt(operands, 0)
      pen.y += numberAt(operands, 1)
      return true
    case 'Ts':
      pen.rise = numberAt(operands, 0)
      return true
  }
  return false
}

function textAt(pen: Pen, operand: Token | undefined): ReadMark {
  const [a, b, c, d, e, f] = pen.matrix
  const y = pen.y + pen.rise
  let says = ''
  const shifts: number[] = []
  for (const part of Array.isArray(operand) ? operand : [operand]) {
    if (isKind(part, 'string')) says += decode(part.bytes, pen.font)
    else if (typeof part === 'number') shifts.push(says.length, part)
  }
  return {
    kind: 'text',
    says,
    how: [pen.size, ...shifts].join(' '),
    x: rounded(a * pen.x + c * y + e),
    y: rounded(b * pen.x + d * y + f),
  }
}

function product(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one
  const [A, B, C, D, E, F] = other
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

function numberAt(operands: readonly Token[], index: number): number {
  const operand = operands[index]
  return typeof operand === 'number' ? operand : 0
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0
}

function written(token: Token): string {
  if (isKind(token, 'name')) return `/${token.name}`
  return typeof token === 'object' ? JSON.stringify(token) : String(token)
}
