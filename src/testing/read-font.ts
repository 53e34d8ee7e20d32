import type { Token } from '../pdf/lexer.ts'
import { entry, type ReadFile, utf16 } from '../pdf/read-file.ts'

/** What a reader is told of the codes of a font. */
export interface ReadFont {
  readonly texts: ReadonlyMap<number, string>
  /** In thousandths of an em. */
  readonly widthOf: (code: number) => number
}

export function readFont(font: Token, file: ReadFile): ReadFont {
  return { texts: textsOf(file.stream(entry(font, 'ToUnicode'))), widthOf: widthsOf(font, file) }
}

/** The codes in a string, two bytes each. */
export function codesOf(bytes: string): readonly number[] {
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    Buffer.from(bytes.slice(2 * index, 2 * index + 2), 'latin1').readUInt16BE(),
  )
}

/** ISO 32000-1, 9.10.3, as far as this program writes it. */
function textsOf(map: string): ReadonlyMap<number, string> {
  return new Map(
    Array.from(map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm), ([, code = '', text = '']) => [
      Number.parseInt(code, 16),
      utf16(Buffer.from(text, 'hex').toString('latin1')),
    ]),
  )
}

/** ISO 32000-1, 9.7.4.3: a first code and the widths from there on. */
function widthsOf(font: Token, file: ReadFile): (code: number) => number {
  const descendants = file.resolve(entry(font, 'DescendantFonts'))
  const descendant = file.resolve(Array.isArray(descendants) ? descendants[0] : undefined)
  const stretches = file.resolve(entry(descendant, 'W'))
  const widths = new Map<number, number>()
  let first = 0
  for (const item of Array.isArray(stretches) ? stretches : []) {
    if (typeof item === 'number') first = item
    else if (Array.isArray(item))
      item.forEach((width: Token, index) => {
        widths.set(first + index, Number(width))
      })
  }
  return (code) => widths.get(code) ?? Number(entry(descendant, 'DW'))
}
