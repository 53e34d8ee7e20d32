import { isKind, type Token } from './lexer.ts'
import { entry, type ReadFile, utf16 } from './read-file.ts'

/** What the codes of a font stand for, by their two bytes. */
export type CodeTexts = ReadonlyMap<string, string>

/** The fonts of pages, each read once. */
export class PageFonts {
  readonly #file: ReadFile
  readonly #known = new Map<number, CodeTexts>()

  constructor(file: ReadFile) {
    this.#file = file
  }

  /** The font that a page has under a name. */
  of(page: Token, name: Token | undefined): CodeTexts {
    const fonts = this.#file.resolve(entry(this.#file.resolve(entry(page, 'Resources')), 'Font'))
    const pointer = isKind(name, 'name') ? entry(fonts, name.name) : undefined
    if (!isKind(pointer, 'pointer')) throw new Error('text is painted in a font that the page does not have')
    let known = this.#known.get(pointer.id)
    if (!known) {
      known = readUnicodeMap(this.#file.stream(entry(this.#file.resolve(pointer), 'ToUnicode')))
      this.#known.set(pointer.id, known)
    }
    return known
  }
}

/** The text of a string that is shown in a font. */
export function decode(bytes: string, font: CodeTexts): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const character = font.get(bytes.slice(at, at + 2))
    if (character === undefined) throw new Error('a glyph stands for no text')
    text += character
  }
  return text
}

/** Texts by the two bytes of a code, from a ToUnicode map. */
function readUnicodeMap(cmap: string): CodeTexts {
  const map = new Map<string, string>()
  for (const [, code, text] of cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    map.set(fromHex(code ?? ''), utf16(fromHex(text ?? '')))
  }
  return map
}

function fromHex(digits: string): string {
  return Buffer.from(digits, 'hex').toString('latin1')
}
