import { type Archive, instant, type Writer } from './archive.ts'

/** Who made a lock or a staging folder, and when: it is its name, so that it can be read of an empty folder. */
export interface Owner {
  readonly host: string
  readonly pid: number
  readonly thread: number
  readonly since: Date
}

/** Milliseconds after which a lock counts as left behind, whatever it says: an edition of a gigabyte takes minutes. */
const longestHold = 60 * 60 * 1000

/** The name of an owner, without chance in it: `host~pid~thread~20240331T080910Z`; fit for a file. */
export function ownerName({ host, pid, thread }: Writer, now: Date): string {
  return [escaped(host), pid, thread, instant(now).replace(/[-:]/g, '')].join('~')
}

/** Null: it is no such name. One that another had before it in the same second has `~2` behind it. */
export function readOwner(name: string): Owner | null {
  const found =
    /^([^~]*)~(\d+)~(\d+)~(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:~\d+)?$/.exec(name)?.slice(1) ?? null
  if (found === null) return null
  const [host = '', pid, thread, year, month, day, hours, minutes, seconds] = found
  const since = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(since.getTime()) ? null : { host, pid: Number(pid), thread: Number(thread), since }
}

/**
 * Whether nobody stands behind a lock or folder any more: its process has ended, or it is too old; also one from a time
 * to come, for the clock of one of the two is wrong. What this very writer left behind is left behind: it does one thing
 * at a time.
 */
export function isGone({ host, pid, thread, since }: Owner, { writer, clock }: Archive): boolean {
  if (Math.abs(clock().getTime() - since.getTime()) > longestHold) return true
  if (host !== escaped(writer.host)) return false
  return (pid === writer.pid && thread === writer.thread) || !writer.isRunning(pid)
}

/** For people. */
export function describeOwner({ host, pid, since }: Owner): string {
  return `\`${host}\`, process ${pid}, since ${instant(since)}`
}

function escaped(host: string): string {
  return encodeURIComponent(host).replace(/[~!'()*]/g, '-')
}
