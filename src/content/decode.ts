import type { Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { badCharacterLimit } from './limits.ts'

/** The text of a UTF-8 file without its byte order mark, or null when it is no UTF-8. */
export function decode(path: string, bytes: Uint8Array, report: Report): SourceFile | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return withoutBadCharacters({ path, text }, report)
  } catch {
    reportInvalid(path, bytes, report)
    return null
  }
}

/**
 * What no text may hold: controls but tab and line end (a carriage return only before a line feed), marks that turn the
 * direction of what follows (all text here runs from left to right; what is read would not be what is written: Unicode
 * Technical Report 36, 2.5), surrogates that stand alone, and noncharacters, which this program keeps for marks of its own.
 */
const badCharacters =
  /(?![\t\n\r\u0085])\p{Cc}|\r(?!\n)|[\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu

/** Any code unit that is not surely harmless: most files hold no other, and looking for one is quicker. */
const perhapsBad =
  /[^\t\n -~\u00a0-\u061b\u061d-\u200d\u2010-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/

/** The same text with U+200B for each code unit that may not be there: no offset moves, and no font has to have it. */
export function mend(text: string): string {
  return text.replace(badCharacters, (found) => '\u200b'.repeat(found.length))
}

/** Where a text holds what it may not. */
export function findBad(text: string): readonly { readonly at: number; readonly name: string }[] {
  if (!perhapsBad.test(text)) return []
  const found = []
  for (const match of text.matchAll(badCharacters)) {
    found.push({ at: match.index, name: nameOf(match[0]) })
    if (found.length === badCharacterLimit) break
  }
  return found
}

/** A file without what no text may hold, which is reported. */
export function withoutBadCharacters(written: SourceFile, report: Report): SourceFile {
  const file = withLineFeeds(written, report)
  const found = findBad(file.text)
  if (found.length === 0) return file
  const mended = { path: file.path, text: mend(file.text) }
  for (const { at, name } of found) {
    report.error(
      'content/bad-character',
      `the file holds ${name}, which no text may hold`,
      { file: mended, start: at, end: at + 1 },
      'delete it, or save the file again as plain text',
    )
  }
  return mended
}

/** A file whose lines end as YAML and CSS want it; that they did not is said once, not at each line. */
function withLineFeeds(file: SourceFile, report: Report): SourceFile {
  const at = file.text.search(/\r(?!\n)/)
  if (at < 0) return file
  const mended = { path: file.path, text: file.text.replace(/\r(?!\n)/g, '\n') }
  report.error(
    'content/line-end',
    'a line ends with a carriage return alone, as on computers before 2001',
    { file: mended, start: at, end: at + 1 },
    'save the file with the line ends of today: LF or CRLF',
  )
  return mended
}

function reportInvalid(path: string, bytes: Uint8Array, report: Report): void {
  const length = validLength(bytes)
  const text = mend(new TextDecoder('utf-8').decode(bytes))
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, length), { stream: true }).length
  const byte = bytes[length]?.toString(16).toUpperCase().padStart(2, '0')
  report.error(
    'content/not-utf-8',
    byte === undefined ? 'the file ends within a character' : `byte \`${byte}\` is not UTF-8`,
    { file: { path, text }, start, end: start + 1 },
    'save the file in the encoding UTF-8',
  )
}

/** How many bytes can be read before the first that is wrong: decoding tells that it fails, not where. */
function validLength(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length + 1
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isValidStart(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return `the character \`U+${code}\``
}
