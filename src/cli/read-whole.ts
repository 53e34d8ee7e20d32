import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Read } from '../base/world.ts'

/**
 * Reads a whole file of at most `limit` bytes. `real` was found to be a file inside; between then and now it may have
 * become something else, so it is opened without following a link or waiting for a pipe's writer, and asked again. A
 * file that grows while it is read is cut at its first size.
 */
export function readWhole(path: string, real: string, limit: number): Read {
  const handle = openSync(real, constants.O_RDONLY | noFollow | noWait)
  try {
    const found = fstatSync(handle)
    if (!found.isFile())
      return { ok: false, path, problem: 'special', detail: 'it is a folder, a device or a pipe' }
    if (found.size > limit)
      return {
        ok: false,
        path,
        problem: 'large',
        detail: `it has ${found.size} bytes; the limit is ${limit}`,
      }
    const bytes = new Uint8Array(found.size)
    let done = 0
    while (done < bytes.length) {
      const read = readSync(handle, bytes, done, bytes.length - done, done)
      if (read === 0) break
      done += read
    }
    return { ok: true, path, bytes: done === bytes.length ? bytes : bytes.slice(0, done) }
  } finally {
    closeSync(handle)
  }
}

// Windows has neither.
const noFollow = constants.O_NOFOLLOW ?? 0
const noWait = constants.O_NONBLOCK ?? 0
