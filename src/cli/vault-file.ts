import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { cryptoName, type DigestAlgorithm, type EntryKind, VaultError } from '../archive/vault.ts'
import { codeOf } from './output-disk.ts'

/** Null: there is nothing. A name that is too long is none. */
export function kindAt(place: string): EntryKind | null {
  try {
    return kindOfEntry(lstatSync(place))
  } catch (problem) {
    if (isMissing(problem)) return null
    throw problem
  }
}

/** What the system says something is; a link is a link. */
export function kindOfEntry(entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}

/** Bytes that are read at once: a file of any length is never in memory as a whole where only its digest is asked for. */
const piece = 1024 * 1024

/** Null: there is no such file. It is opened without following a link or waiting for the writer of a pipe. */
export function withFile<T>(place: string, path: string, act: (handle: number) => T): T | null {
  let handle: number
  try {
    handle = openSync(place, constants.O_RDONLY | noFollow | noWait)
  } catch (problem) {
    if (isMissing(problem)) return null
    if (kindAt(place) === 'link') throw new VaultError('denied', path, 'is a link')
    throw problem
  }
  try {
    return fstatSync(handle).isFile() ? act(handle) : null
  } finally {
    closeSync(handle)
  }
}

/** All of a file that is open; one that grows is cut at its first size. */
export function readWhole(handle: number): Uint8Array {
  const bytes = new Uint8Array(fstatSync(handle).size)
  let done = 0
  while (done < bytes.length) {
    const read = readSync(handle, bytes, done, bytes.length - done, done)
    if (read === 0) break
    done += read
  }
  return done === bytes.length ? bytes : bytes.slice(0, done)
}

/** The digest of a file that is open, from its beginning. */
export function digestOf(handle: number, algorithm: DigestAlgorithm): string {
  const hash = createHash(cryptoName(algorithm))
  const bytes = new Uint8Array(piece)
  for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes))
    hash.update(bytes.subarray(0, read))
  return hash.digest('hex')
}

/** What could not be written whole is taken away again. */
export function writeNew(place: string, bytes: Uint8Array): void {
  const handle = openSync(place, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow)
  try {
    try {
      writeAll(handle, bytes)
    } finally {
      closeSync(handle)
    }
  } catch (problem) {
    quietly(() => unlinkSync(place))
    throw problem
  }
}

/** A line that could not be written whole is cut off again. */
export function append(place: string, path: string, bytes: Uint8Array): void {
  if (kindAt(place) === 'link') throw new VaultError('denied', path, 'is a link')
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | noFollow | noWait
  const handle = openSync(place, flags)
  try {
    const before = fstatSync(handle)
    if (!before.isFile()) throw new VaultError('io', path, 'is no file')
    try {
      writeAll(handle, bytes)
    } catch (problem) {
      quietly(() => ftruncateSync(handle, before.size))
      throw problem
    }
  } finally {
    closeSync(handle)
  }
}

/** Tidies after a failure; what the disk says to that is not what the caller has to know. */
function quietly(act: () => void): void {
  try {
    act()
  } catch (problem) {
    if (codeOf(problem) === null) throw problem
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
  fsyncSync(handle)
}

function isMissing(problem: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(problem) ?? '')
}

// Windows has neither.
export const noFollow = constants.O_NOFOLLOW ?? 0
const noWait = constants.O_NONBLOCK ?? 0
