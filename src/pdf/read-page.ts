import { isKind, Lexer, type Token } from './lexer.ts'
import { entry, type ReadFile, textOf } from './read-file.ts'
import { type CodeTexts, decode, PageFonts } from './read-fonts.ts'

/** Reads the text of pages through ToUnicode and ActualText; each font once. */
export class PageReader {
  readonly #file: ReadFile
  readonly #fonts: PageFonts

  constructor(file: ReadFile) {
    this.#file = file
    this.#fonts = new PageFonts(file)
  }

  /** The text of each marked-content sequence of a page, by its identifier. */
  read(page: Token): ReadonlyMap<number, string> {
    const texts = new Map<number, string>()
    const open: Sequence[] = []
    const operands: Token[] = []
    const lexer = new Lexer(this.#file.stream(entry(page, 'Contents')))
    let font: CodeTexts = new Map()
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isKind(token, 'operator')) {
        operands.push(token)
        continue
      }
      if (token.name === 'Tf') font = this.#fonts.of(page, operands[0])
      else if (token.name === 'BMC' || token.name === 'BDC') open.push(begin(operands, open.at(-1), texts))
      else if (token.name === 'EMC') open.pop()
      else if (token.name === 'TJ' || token.name === 'Tj') show(operands[0], font, open.at(-1), texts)
      operands.length = 0
    }
    if (open.length > 0) throw new Error('a sequence of marked content does not end on its page')
    return texts
  }
}

/** What a sequence does with the text in it: `id` null, an artifact's; `isReplaced`, its ActualText was taken instead. */
interface Sequence {
  readonly id: number | null
  readonly isReplaced: boolean
}

function begin(
  operands: readonly Token[],
  outer: Sequence | undefined,
  texts: Map<number, string>,
): Sequence {
  const id = entry(operands[1], 'MCID')
  if (typeof id === 'number') {
    if (texts.has(id)) throw new Error(`two sequences of a page have the identifier ${id}`)
    texts.set(id, '')
    return { id, isReplaced: false }
  }
  if (!outer) return { id: null, isReplaced: false }
  const actual = textOf(entry(operands[1], 'ActualText'))
  if (actual === null || outer.isReplaced) return outer
  if (outer.id !== null) texts.set(outer.id, `${texts.get(outer.id) ?? ''}${actual}`)
  return { id: outer.id, isReplaced: true }
}

function show(
  operand: Token | undefined,
  font: CodeTexts,
  sequence: Sequence | undefined,
  texts: Map<number, string>,
): void {
  if (!sequence) throw new Error('text stands neither in the structure nor in an artifact')
  if (sequence.id === null || sequence.isReplaced) return
  let text = texts.get(sequence.id) ?? ''
  for (const part of Array.isArray(operand) ? operand : [operand]) {
    if (isKind(part, 'string')) text += decode(part.bytes, font)
  }
  texts.set(sequence.id, text)
}
