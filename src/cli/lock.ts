import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'

/** Another build is writing the same file. */
export class LockedError extends Error {}

/** Milliseconds that a build waits for another: to write a large PDF takes one second. */
const longestWait = 5_000
const pause = 50

/**
 * Milliseconds after which a lock counts as left behind, whatever it says: its process may be one of another machine, or
 * its number be another process's by now.
 */
const longestHold = 60_000

/**
 * Runs `write` while no other process does so with the same lock file. A lock whose process is gone was left by a build
 * that was killed, and is taken away. Throws `LockedError` when the wait is over.
 */
export function withLock(path: string, write: () => void): void {
  const own = `${hostname()} ${process.pid}\n`
  for (let waited = 0; !take(path, own); waited += pause) {
    if (isStale(path)) breakLock(path)
    else if (waited >= longestWait) throw new LockedError('another build is writing this file')
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  try {
    write()
  } finally {
    rmSync(path, { force: true })
  }
}

/** Makes the lock file where there is none: the system lets only one process do so. */
function take(path: string, own: string): boolean {
  try {
    const handle = openSync(path, 'wx')
    try {
      writeSync(handle, own)
    } finally {
      closeSync(handle)
    }
    return true
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false
    throw problem
  }
}

/** Whether nobody holds a lock any more. One that is just being made is empty: it is young. A link is none of ours. */
function isStale(path: string): boolean {
  try {
    const found = lstatSync(path)
    if (found.isSymbolicLink()) return true
    if (!found.isFile()) return false
    if (Date.now() - found.mtimeMs > longestHold) return true
    const [host, id] = readFileSync(path, 'utf8').trim().split(' ')
    return host === hostname() && id !== undefined && !isRunning(Number(id))
  } catch {
    // It went away, or cannot be read: the next try to take it tells.
    return false
  }
}

/** Whether there is a process of this number on this machine. */
export function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (problem) {
    // EPERM: it runs, for another user.
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM'
  }
}

/**
 * Takes a stale lock away. Of two that try, only one gets it by its name; should that be a new one already, made in the
 * same moment, both write whole files of their own, and the last one stays.
 */
function breakLock(path: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  rmSync(aside, { force: true })
}
