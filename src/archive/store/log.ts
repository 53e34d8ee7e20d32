import type { Vault } from '../vault.ts'
import { type Archive, instant, logFolder, logPath } from './archive.ts'
import { breakLock, isStale, type Locked, releaseLock, takeLock } from './lock.ts'
import { chainDigest, type LogEvent, type LogLine, readLine, writeLine } from './log-line.ts'
import type { Staging } from './staging.ts'

const lock: Locked = { kind: 'log' }

/** Pauses that a writer waits for others that write the log: each of them has it for some milliseconds. */
const longestWait = 500

/**
 * Adds lines to the log; false: another writer held it all the time. A line that was cut off by a kill is closed first, and
 * said. The lines are one operation of the disk.
 */
export function appendLog(archive: Archive, events: readonly LogEvent[], staging: Staging): boolean {
  if (!waitForLock(archive, staging)) return false
  const { vault, clock } = archive
  try {
    const written = vault.read(logPath)
    const { feed, torn, count, previous } = endOf(written)
    const lines = new Lines(count, previous, instant(clock()))
    if (written === null) lines.add({ action: 'begin-anew' })
    if (torn) lines.add({ action: 'torn-line' })
    for (const event of events) lines.add(event)
    if (feed + lines.text !== '') vault.append(logPath, new TextEncoder().encode(feed + lines.text))
    if (written === null) vault.sync(logFolder)
    return true
  } finally {
    releaseLock(archive, lock, staging)
  }
}

/** The text of a new log. */
export function firstLog(time: Date): Uint8Array {
  const lines = new Lines(0, null, instant(time))
  lines.add({ action: 'init' })
  return new TextEncoder().encode(lines.text)
}

/** All lines that can be read, oldest first. */
export function readLog(vault: Vault): readonly LogLine[] {
  return linesOf(vault.read(logPath) ?? new Uint8Array()).flatMap((line) => readLine(decoded(line)) ?? [])
}

/** What the log says was stored: of each identifier the versions and the digests of their inventories. */
export type Logged = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What was stored of all, or of one identifier and those that differ from it in capitals only: other lines are not read. */
export function loggedVersions(vault: Vault, like: string | null = null): Logged {
  const logged = new Map<string, Map<string, string>>()
  const named = like === null ? '' : `"id":${JSON.stringify(like)}`.toLowerCase()
  for (const text of decoded(vault.read(logPath) ?? new Uint8Array()).split('\n')) {
    const event = text.toLowerCase().includes(named) ? readLine(text)?.event : undefined
    if (event?.action !== 'store') continue
    const versions = logged.get(event.id) ?? new Map<string, string>()
    // The first line of a version is the one that was written when it was stored.
    if (!versions.has(event.version)) versions.set(event.version, event.inventory)
    logged.set(event.id, versions)
  }
  return logged
}

/** The lines of a log, each with its line feed; the last one may lack it. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}

export const lineFeed = 0x0a

export function decoded(line: Uint8Array): string {
  return new TextDecoder().decode(line).replace(/\n$/, '')
}

function waitForLock(archive: Archive, staging: Staging): boolean {
  for (let waited = 0; waited < longestWait; waited++) {
    const held = takeLock(archive, lock, staging)
    if (held === null) return true
    if (isStale(held, archive)) breakLock(archive, held, staging)
    else archive.writer.pause()
  }
  return false
}

interface LogEnd {
  /** What must be written first: a line feed behind a line that lacks it. */
  readonly feed: string
  /** Whether the last line is none. */
  readonly torn: boolean
  readonly count: number
  readonly previous: string | null
}

function endOf(written: Uint8Array | null): LogEnd {
  if (written === null || written.length === 0) return { feed: '', torn: false, count: 0, previous: null }
  const lines = linesOf(written)
  const last = lines.at(-1) ?? new Uint8Array()
  const isClosed = last.at(-1) === lineFeed
  const closed = isClosed ? last : Buffer.concat([last, Uint8Array.of(lineFeed)])
  const torn = !isClosed && readLine(decoded(last)) === null
  return { feed: isClosed ? '' : '\n', torn, count: lines.length, previous: chainDigest(closed) }
}

/** Lines that are written together, each with the digest of the one before. */
class Lines {
  text = ''
  #count: number
  #previous: string | null
  readonly #time: string

  constructor(count: number, previous: string | null, time: string) {
    this.#count = count
    this.#previous = previous
    this.#time = time
  }

  add(event: LogEvent): void {
    this.#count += 1
    const line = writeLine({ number: this.#count, time: this.#time, event, previous: this.#previous })
    this.#previous = chainDigest(line)
    this.text += line
  }
}
