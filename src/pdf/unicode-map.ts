import { hex4, utf16Hex } from './syntax.ts'

/** A ToUnicode CMap (ISO 32000-1, 9.10.3): the text of each CID, from CID 1; an empty text is a bug, readers mistake it. */
export function unicodeMap(texts: readonly string[]): Uint8Array {
  const lines = [...head]
  // No more than 100 entries in a block (Adobe Technical Note 5014).
  for (let from = 0; from < texts.length; from += 100) {
    const block = texts.slice(from, from + 100)
    lines.push(`${block.length} beginbfchar`)
    block.forEach((text, index) => {
      if (text === '') throw new Error(`CID ${from + index + 1} stands for no text`)
      lines.push(`<${hex4(from + index + 1)}> <${utf16Hex(text)}>`)
    })
    lines.push('endbfchar')
  }
  lines.push(...foot)
  return Buffer.from(lines.join('\n'), 'latin1')
}

const head = [
  '/CIDInit /ProcSet findresource begin',
  '12 dict begin',
  'begincmap',
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
  '/CMapName /Adobe-Identity-UCS def',
  '/CMapType 2 def',
  '1 begincodespacerange',
  '<0000> <FFFF>',
  'endcodespacerange',
]

const foot = ['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end']
