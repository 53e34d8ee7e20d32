import { createHash } from 'node:crypto'
import { isKind, type Token } from './lexer.ts'
import { entry, type ReadFile, readFile, textOf } from './read-file.ts'

/** A file that a PDF embeds, as it says. */
export interface Attached {
  /** As it is written there: nobody has looked at it yet. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether the bytes are those that were embedded, by their checksum; one without a checksum is not. */
  readonly isWhole: boolean
}

/** The part of a PDF that this program wrote, and the files in it. */
export interface OwnPart {
  readonly file: ReadFile
  /** How long it is: a signature and what other programs add stand behind it. */
  readonly length: number
  readonly attached: readonly Attached[]
}

/** How often somebody may have added to a PDF. */
const mostAdditions = 20

/** All that a build reads: pictures have 256 MB together, and a few bytes could inflate to any number. */
const mostAttached = 512 * 1024 * 1024

/**
 * Opens what this program wrote of a PDF: the first part that ends as a file does, as signatures and comments are added
 * behind the end (ISO 32000-1, 7.5.6). Null where no part is such a file; whoever hands it in may have made it to harm.
 */
export function openOwnPart(bytes: Uint8Array): OwnPart | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.subarray(0, 5).toString('latin1') !== '%PDF-') return null
  let at = 0
  for (let count = 0; count < mostAdditions; count++) {
    at = whole.indexOf(endOfFile, at)
    if (at < 0) return null
    at += endOfFile.length
    const opened = attempt(bytes.subarray(0, at))
    if (opened !== null) return { ...opened, length: at }
  }
  return null
}

const endOfFile = '%%EOF\n'

/** A damaged file is found out in many places of the reader; to whoever asks it is one thing. */
function attempt(bytes: Uint8Array): Omit<OwnPart, 'length'> | null {
  try {
    const file = readFile(bytes)
    return { file, attached: attachedTo(file) }
  } catch {
    return null
  }
}

/** The files that a PDF embeds, in the order of its list (7.9.6), which this program writes as one. */
function attachedTo(file: ReadFile): readonly Attached[] {
  const list = file.resolve(entry(file.resolve(entry(file.catalog, 'Names')), 'EmbeddedFiles'))
  const names = file.resolve(entry(list, 'Names'))
  if (!Array.isArray(names)) return []
  const attached: Attached[] = []
  let total = 0
  for (let index = 1; index < names.length; index += 2) {
    const one = attachedAt(names[index], file)
    if (one === null) continue
    attached.push(one)
    total += one.bytes.length
    if (total > mostAttached) throw new Error('the file embeds more than a build reads')
  }
  return attached
}

function attachedAt(token: Token | undefined, file: ReadFile): Attached | null {
  const specification = file.resolve(token)
  const name = textOf(entry(specification, 'UF')) ?? textOf(entry(specification, 'F'))
  const stream = entry(file.resolve(entry(specification, 'EF')), 'F')
  if (name === null || !isKind(stream, 'pointer')) return null
  const bytes = Buffer.from(file.stream(stream), 'latin1')
  const sum = entry(file.resolve(entry(file.resolve(stream), 'Params')), 'CheckSum')
  const digest = createHash('md5').update(bytes).digest().toString('latin1')
  return { name, bytes, isWhole: isKind(sum, 'string') && sum.bytes === digest }
}
