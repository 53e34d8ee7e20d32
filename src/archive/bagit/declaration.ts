import { encodingProblem } from './tag-text.ts'

export const declarationName = 'bagit.txt'

/** What this program writes. */
export const declarationText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Of the drafts and of RFC 8493, in order. */
export const bagVersions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const
export type BagVersion = (typeof bagVersions)[number]

/** What a bag says of itself; where it does not, what RFC 8493 asks for. */
export interface Declaration {
  readonly version: BagVersion
  /** Of the other tag files, by its name in IANA's registry. */
  readonly encoding: string
  /** In words that follow the name of the file. */
  readonly problems: readonly string[]
}

export const assumed: Declaration = { version: '1.0', encoding: 'UTF-8', problems: [] }

const versionLine = /^BagIt-Version([ \t]*):([ \t]*)(.*?)([ \t]*)$/i
const encodingLine = /^Tag-File-Character-Encoding([ \t]*):([ \t]*)(.*?)([ \t]*)$/i

/** Reads `bagit.txt` (RFC 8493, 2.1.1): UTF-8 whatever it declares, two lines, and nothing else. */
export function readDeclaration(bytes: Uint8Array): Declaration {
  const text = Buffer.from(bytes).toString('utf8')
  const problems: string[] = []
  if (text.startsWith('\ufeff')) problems.push('begins with a byte order mark')
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  const versionParts = versionLine.exec(lines[0] ?? '')
  const encodingParts = encodingLine.exec(lines[1] ?? '')
  const version = bagVersions.find((known) => known === versionParts?.[3])
  if (versionParts === null) problems.push('does not state the version of BagIt in its first line')
  else if (version === undefined)
    problems.push(`states a version that is not known here: \`${versionParts[3]}\``)
  if (encodingParts === null) problems.push('does not state the encoding of tag files in its second line')
  if (lines.length > 2) problems.push('has more than two lines')
  const isStrict = version === undefined || version === '1.0'
  if (isStrict && [versionParts, encodingParts].some((parts) => parts !== null && !isExact(parts)))
    problems.push('has space beside its colons or at the end of a line, where BagIt 1.0 has one space')
  const encoding = encodingParts?.[3] ?? assumed.encoding
  const wrong = encodingParts === null ? null : encodingProblem(encoding)
  if (wrong !== null) problems.push(`states an encoding: \`${encoding}\` ${wrong}`)
  return {
    version: version ?? assumed.version,
    encoding: wrong === null ? encoding : assumed.encoding,
    problems,
  }
}

function isExact([, before, after, , end]: readonly string[]): boolean {
  return before === '' && after === ' ' && end === ''
}
