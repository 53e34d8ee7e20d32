/** The number of an indirect object. */
export type ObjectId = number

/** A value of PDF syntax (ISO 32000-1, 7.3), written out: one character for each byte. */
export type Syntax = string

/** A reference to an indirect object. */
export function to(id: ObjectId): Syntax {
  return `${id} 0 R`
}

/** A text string (7.9.2.2): printable ASCII as it is, anything else in UTF-16BE. */
export function textString(text: string): Syntax {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${utf16Hex(text)}>`
}

/** Any bytes, as a string in hexadecimal digits. */
export function byteString(bytes: Uint8Array): Syntax {
  let hex = ''
  for (const byte of bytes) hex += digits[byte]
  return `<${hex}>`
}

/** A date (7.9.4), in UTC. */
export function dateString(date: Date): Syntax {
  return `(D:${date.toISOString().replace(/\..*|\D/g, '')}Z)`
}

/** At most three decimals, without an exponent or a negative zero. */
export function decimal(value: number): Syntax {
  return String(Math.round(value * 1000) / 1000 + 0)
}

/** UTF-16BE in hexadecimal digits, without a byte order mark. */
export function utf16Hex(text: string): string {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += hex4(text.charCodeAt(at))
  return hex
}

/** Four hexadecimal digits. */
export function hex4(value: number): string {
  return (digits[value >> 8] ?? '') + (digits[value & 0xff] ?? '')
}

const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
)
