import { readFont } from '../text/sfnt.ts'

/** What a font file says of itself (OpenType 1.9, `name`); null where it does not. */
export interface FontNames {
  readonly family: string | null
  readonly fullName: string | null
  readonly postScriptName: string | null
  readonly version: string | null
  readonly copyright: string | null
  readonly licence: string | null
  readonly licenceUrl: string | null
}

/** Numbers of names in the table. */
const ids = {
  copyright: 0,
  family: 1,
  fullName: 4,
  version: 5,
  postScriptName: 6,
  licence: 13,
  licenceUrl: 14,
}

const [windows, unicodeBmp, unicodeFull, english] = [3, 1, 10, 0x409]

/** Reads the English names, in UTF-16 as Windows has them; a table that is cut off says nothing. */
export function fontNames(bytes: Uint8Array): FontNames {
  const font = readFont(bytes)
  const table = typeof font === 'string' ? null : font.table('name')
  const name = (id: number): string | null => (table === null ? null : nameIn(table, id))
  return {
    family: name(ids.family),
    fullName: name(ids.fullName),
    postScriptName: name(ids.postScriptName),
    version: name(ids.version),
    copyright: name(ids.copyright),
    licence: name(ids.licence),
    licenceUrl: name(ids.licenceUrl),
  }
}

const header = 6
const record = 12

function nameIn(table: DataView, id: number): string | null {
  if (table.byteLength < header) return null
  const [count, storage] = [table.getUint16(2), table.getUint16(4)]
  for (let index = 0; index < count; index++) {
    const at = header + record * index
    if (at + record > table.byteLength) return null
    const isOurs =
      table.getUint16(at) === windows &&
      [unicodeBmp, unicodeFull].includes(table.getUint16(at + 2)) &&
      table.getUint16(at + 4) === english &&
      table.getUint16(at + 6) === id
    if (!isOurs) continue
    const [length, offset] = [table.getUint16(at + 8), storage + table.getUint16(at + 10)]
    if (offset + length > table.byteLength) return null
    const text = new Uint8Array(table.buffer, table.byteOffset + offset, length)
    return new TextDecoder('utf-16be').decode(text)
  }
  return null
}
