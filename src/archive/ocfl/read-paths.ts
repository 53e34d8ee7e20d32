import type { PathsByDigest } from './inventory.ts'
import { isArray, isObject, type Json } from './json.ts'

/** Takes what is wrong with an inventory: OCFL's code and the words. */
export type Say = (code: string, message: string) => void

/** The codes of a block of digests and paths: the rules are the same for manifest, state and fixity, their numbers not. */
interface Codes {
  /** The block is no object of arrays of strings. */
  readonly shape: string
  /** A path element is empty, `.` or `..`. */
  readonly element: string
  /** A path begins or ends with a slash. */
  readonly slash: string
  /** A path stands twice or is a folder of another; null: not asked of this block. */
  readonly unique: string | null
  /** A digest stands twice, in different case; null: not asked of this block. */
  readonly digest: string | null
}

export const manifestCodes: Codes = {
  shape: 'E092',
  element: 'E099',
  slash: 'E100',
  unique: 'E101',
  digest: 'E096',
}
export const stateCodes: Codes = {
  shape: 'E051',
  element: 'E052',
  slash: 'E053',
  unique: 'E095',
  digest: null,
}
export const fixityCodes: Codes = {
  shape: 'E057',
  element: 'E099',
  slash: 'E100',
  unique: 'E101',
  digest: 'E097',
}

/** A block of digests and paths: what is sound of it, digests in lower case, and what is not is said. */
export function readPaths(block: Json, name: string, codes: Codes, say: Say): PathsByDigest {
  const found = new Map<string, readonly string[]>()
  if (!isObject(block)) return found
  const seen = new Set<string>()
  for (const [key, value] of block) {
    const digest = key.toLowerCase()
    if (codes.digest !== null && found.has(digest))
      say(codes.digest, `\`${name}\` has the digest ${key} twice`)
    if (!isArray(value) || value.length === 0 || !value.every((path) => typeof path === 'string')) {
      say(codes.shape, `\`${name}\` has no list of paths for the digest ${key}`)
      continue
    }
    const paths = value.filter((path) => typeof path === 'string')
    found.set(digest, [...(found.get(digest) ?? []), ...soundPaths(paths, name, codes, seen, say)])
  }
  sayConflicts(seen, name, codes, say)
  return found
}

/** The paths that may be followed and stand nowhere before. */
function soundPaths(
  paths: readonly string[],
  name: string,
  codes: Codes,
  seen: Set<string>,
  say: Say,
): readonly string[] {
  return paths.filter((path) => {
    if (!isSound(path, name, codes, say)) return false
    if (seen.has(path)) {
      if (codes.unique !== null) say(codes.unique, `\`${name}\` has the path \`${path}\` twice`)
      return false
    }
    seen.add(path)
    return true
  })
}

function isSound(path: string, name: string, codes: Codes, say: Say): boolean {
  const isSlashed = path.startsWith('/') || path.endsWith('/')
  if (isSlashed) say(codes.slash, `\`${name}\`: \`${path}\` begins or ends with a slash`)
  const inner = path.replace(/^\//, '').replace(/\/$/, '')
  // A backslash parts folders on Windows, and a NUL ends a path anywhere: neither is followed here.
  const isOdd = inner
    .split('/')
    .some(
      (part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'),
    )
  if (isOdd) say(codes.element, `\`${name}\`: \`${path}\` has a part that is empty, \`.\`, \`..\` or no name`)
  return !isSlashed && !isOdd
}

function sayConflicts(paths: ReadonlySet<string>, name: string, codes: Codes, say: Say): void {
  if (codes.unique === null) return
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at)
      if (paths.has(folder))
        say(codes.unique, `\`${name}\`: \`${folder}\` is a file and a folder of \`${path}\``)
    }
  }
}
