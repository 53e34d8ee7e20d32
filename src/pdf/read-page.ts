import { isKind, Lexer, type Token } from './lexer.ts'
import { entry, type ReadFile, textOf, utf16 } from './read-file.ts'

/** Reads the text of pages through ToUnicode and ActualText; each font once. */
export class PageReader {
  readonly #file: ReadFile
  readonly #fonts = new Map<number, ReadonlyMap<string, string>>()

  constructor(file: ReadFile) {
    this.#file = file
  }

  /** The text of each marked-content sequence of a page, by its identifier. */
  read(page: Token): ReadonlyMap<number, string> {
    const texts = new Map<number, string>()
    const open: Sequence[] = []
    const operands: Token[] = []
    const lexer = new Lexer(this.#file.stream(entry(page, 'Contents')))
    let font: ReadonlyMap<string, string> = new Map()
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isKind(token, 'operator')) {
        operands.push(token)
        continue
      }
      if (token.name === 'Tf') font = this.#font(page, operands[0])
      else if (token.name === 'BMC' || token.name === 'BDC') open.push(begin(operands, open.at(-1), texts))
      else if (token.name === 'EMC') open.pop()
      else if (token.name === 'TJ' || token.name === 'Tj') show(operands[0], font, open.at(-1), texts)
      operands.length = 0
    }
    if (open.length > 0) throw new Error('a sequence of marked content does not end on its page')
    return texts
  }

  #font(page: Token, name: Token | undefined): ReadonlyMap<string, string> {
    const fonts = this.#file.resolve(entry(this.#file.resolve(entry(page, 'Resources')), 'Font'))
    const pointer = isKind(name, 'name') ? entry(fonts, name.name) : undefined
    if (!isKind(pointer, 'pointer')) throw new Error('text is painted in a font that the page does not have')
    let known = this.#fonts.get(pointer.id)
    if (!known) {
      known = readUnicodeMap(this.#file.stream(entry(this.#file.resolve(pointer), 'ToUnicode')))
      this.#fonts.set(pointer.id, known)
    }
    return known
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
  font: ReadonlyMap<string, string>,
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

/** The text of a string that is shown in a font. */
export function decode(bytes: string, font: ReadonlyMap<string, string>): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const character = font.get(bytes.slice(at, at + 2))
    if (character === undefined) throw new Error('a glyph stands for no text')
    text += character
  }
  return text
}

/** Texts by the two bytes of a code, from a ToUnicode map. */
export function readUnicodeMap(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [, code, text] of cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    map.set(fromHex(code ?? ''), utf16(fromHex(text ?? '')))
  }
  return map
}

function fromHex(digits: string): string {
  return Buffer.from(digits, 'hex').toString('latin1')
}
