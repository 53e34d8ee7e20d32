export type EntryKind = 'file' | 'folder' | 'link' | 'other'

export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

/**
 * Files under one root. Paths are relative to it, with forward slashes; `''` is the root itself. No link is ever followed:
 * one on the way to a path is refused, one in its place is a `link` to `list` and `kindOf` and refused by all others. Each
 * method that changes something is one operation of the disk, so that a test can stop at any of them.
 */
export interface Vault {
  /** Sorted by code unit; null: there is no such folder. */
  list(folder: string): readonly Entry[] | null
  /** Null: there is nothing of this name. */
  kindOf(path: string): EntryKind | null
  /** Null: there is no such file. */
  read(path: string): Uint8Array | null
  /** Of a file, in bytes, without reading it; null: there is no such file. */
  size(path: string): number | null
  /** The digest of a file in lower-case hex, read piece by piece; null: there is no such file. */
  digest(path: string, algorithm: DigestAlgorithm): string | null
  /** One level; no error where the folder is there. */
  makeFolder(path: string): void
  /** A file that was not there, synced. Its name is on the disk when its folder is synced. */
  write(path: string, bytes: Uint8Array): void
  /** To the end of a file, synced; the file is made where there is none. */
  append(path: string, bytes: Uint8Array): void
  /** The names in a folder are on the disk. */
  sync(folder: string): void
  /** Takes the place of a file that is there; never that of a folder. */
  rename(from: string, to: string): void
  /** A second name for a file; false: the name is taken. */
  link(from: string, to: string): boolean
  /** A file, or a folder that is empty; no error where there is none. */
  remove(path: string): void
}

/** `full`: no room; `read-only`: the disk takes no changes; `denied`: the user may not, or a link is in the way; `io`: all else. */
export type VaultProblem = 'full' | 'read-only' | 'io' | 'denied'

/** What the disk refused. The message names the path and is fit for a finding. */
export class VaultError extends Error {
  readonly code: VaultProblem
  readonly path: string

  constructor(code: VaultProblem, path: string, why: string) {
    super(`\`${path}\`: ${why}`)
    this.code = code
    this.path = path
  }
}

/** Digests of OCFL's controlled vocabulary and of its extension 0001, and what bags have besides, as far as every Node has them. */
export type DigestAlgorithm =
  | 'md5'
  | 'sha1'
  | 'sha224'
  | 'sha256'
  | 'sha384'
  | 'sha512'
  | 'sha512/256'
  | 'blake2b-512'

/** What `node:crypto` calls a digest. */
export function cryptoName(algorithm: DigestAlgorithm): string {
  if (algorithm === 'blake2b-512') return 'blake2b512'
  return algorithm === 'sha512/256' ? 'sha512-256' : algorithm
}

/** The parts of a path in a vault. Throws for one that is not relative to its root: whoever asks has not checked a name. */
export function partsOf(path: string): readonly string[] {
  if (path === '') return []
  const parts = path.split('/')
  const wrong = parts.find((part) => part === '' || part === '.' || part === '..' || /[\0\\]/.test(part))
  if (wrong !== undefined) throw new Error(`not a path in a vault: ${JSON.stringify(path)}`)
  return parts
}

/** A path of a folder and a name in it; `''` is the root. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** By code unit, as everything in an archive is sorted. */
export function byCodeUnit(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
