import { createHash } from 'node:crypto'

/** What was done, as a line of the log says it. */
export type LogEvent =
  | { readonly action: 'init' }
  /** The log was gone: what it said before is lost. */
  | { readonly action: 'begin-anew' }
  | StoredEvent
  | VerifyEvent
  | { readonly action: 'repair'; readonly done: readonly string[] }
  /** The line before was cut off when a writer was killed; it stays, as no line is ever changed. */
  | { readonly action: 'torn-line' }

/** A version was stored. */
export interface StoredEvent {
  readonly action: 'store'
  readonly id: string
  readonly version: string
  /** SHA-512 (or whatever its object uses) of the inventory in the folder of the version. */
  readonly inventory: string
  /** Its writer was killed before he could say so: another says it. */
  readonly isLate: boolean
}

/** Files were read and compared with their digests. */
export interface VerifyEvent {
  readonly action: 'verify'
  /** Null: all. */
  readonly id: string | null
  readonly objects: number
  readonly files: number
  /** `damaged store/…`: all that was found; empty where all is whole. */
  readonly problems: readonly string[]
}

/** A line of the log. */
export interface LogLine {
  /** From 1. */
  readonly number: number
  /** RFC 3339. */
  readonly time: string
  readonly event: LogEvent
  /** SHA-256 of the line before with its line feed; null for the first. */
  readonly previous: string | null
}

/** A line as it is written, with its line feed. */
export function writeLine({ number, time, event, previous }: LogLine): string {
  const said = JSON.stringify({ line: number, time, ...event, previous })
  return `${said.slice(0, -1)},"check":"${checkOf(said)}"}\n`
}

/** Null: it is no line of a log, or one in which something was changed. */
export function readLine(text: string): LogLine | null {
  const found = /^(\{.*),"check":"([0-9a-f]{16})"\}$/.exec(text)
  const said = `${found?.[1] ?? ''}}`
  if (found === null || checkOf(said) !== found[2]) return null
  try {
    // A cast: its own check says that this program wrote it.
    const { line, time, previous, ...event } = JSON.parse(said) as {
      line: number
      time: string
      previous: string | null
    } & LogEvent
    return { number: line, time, event, previous }
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}

/** What the next line has as `previous`. */
export function chainDigest(line: Uint8Array | string): string {
  return createHash('sha256').update(line).digest('hex')
}

/** Digits of a line's own check: it finds a slip of the disk in the last line, which no other line vouches for yet. */
const checkDigits = 16

function checkOf(said: string): string {
  return createHash('sha256').update(said).digest('hex').slice(0, checkDigits)
}
