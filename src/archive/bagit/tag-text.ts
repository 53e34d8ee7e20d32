/** The text of a tag file in the encoding that the bag declares, or why it is none, in words that follow its name. */
export type TagText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }

/** Why an encoding cannot be read here, in words that follow its name; null where it can. */
export function encodingProblem(encoding: string): string | null {
  return decoderFor(encoding, new Uint8Array()) === null ? 'is no encoding that is known here' : null
}

/**
 * Text of a tag file (RFC 8493, 2.3). A byte order mark is dropped where the encoding needs it, and only there: in UTF-8 it
 * is refused.
 */
export function tagText(bytes: Uint8Array, encoding: string): TagText {
  const decode = decoderFor(encoding, bytes)
  if (decode === null) return { ok: false, problem: `is in an encoding that is not known here` }
  const text = decode()
  if (text === null) return { ok: false, problem: `is not written in ${encoding}` }
  if (text.startsWith('\ufeff')) return { ok: false, problem: 'begins with a byte order mark' }
  return { ok: true, text }
}

/** Characters of a line with a path, which no system has longer than 4096 bytes. Longer ones are not looked at. */
export const longestLine = 16_384

/** Each line without its end, which is LF, CR or both (RFC 8493, 2.3). */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function decoderFor(encoding: string, bytes: Uint8Array): (() => string | null) | null {
  const name = encoding.toLowerCase()
  if (name === 'utf-8') return () => decoded(bytes, 'utf-8', true)
  // `TextDecoder` takes these two for the code page of Windows.
  if (name === 'iso-8859-1') return () => Buffer.from(bytes).toString('latin1')
  if (name === 'us-ascii')
    return () => (bytes.every((byte) => byte < 0x80) ? decoded(bytes, 'utf-8', true) : null)
  // Without a mark it is big-endian (RFC 2781, 4.3).
  if (name === 'utf-16') return () => decoded(bytes, isLittleEndian(bytes) ? 'utf-16le' : 'utf-16be', false)
  try {
    new TextDecoder(name)
  } catch {
    return null
  }
  return () => decoded(bytes, name, true)
}

/** Null: the bytes are nothing in this encoding. */
function decoded(bytes: Uint8Array, encoding: string, ignoreBOM: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes)
  } catch {
    return null
  }
}

function isLittleEndian(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe
}
