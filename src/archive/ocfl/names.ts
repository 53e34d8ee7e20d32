import { createHash } from 'node:crypto'
import { byCodeUnit } from '../vault.ts'

/** Bytes of a name that is stored as it is encoded: file systems allow 255, and a longer one is cut and marked. */
const longestName = 120

/** Bytes of a logical path: with the folders above it, paths stay short of the 4096 that systems allow. */
const longestPath = 1024

/**
 * Why a logical path cannot be one, in words that follow its name; null where it can. What is refused could leave the
 * folder that the file is given back to, or be shown as another name than it is.
 */
export function logicalPathProblem(path: string): string | null {
  if (path === '') return 'is empty'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  const parts = path.split('/')
  if (parts.some((part) => part === '')) return 'has an empty name between its slashes'
  if (parts.some((part) => part === '.' || part === '..')) return 'has `.` or `..` among its folders'
  if (path.includes('\\')) return 'has a backslash'
  if (/\p{Surrogate}/u.test(path)) return 'has half a character'
  if (/\p{Cc}/u.test(path)) return 'has a control character'
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(path))
    return 'has a character that turns the direction'
  if (new TextEncoder().encode(path).length > longestPath) return `is longer than ${longestPath} bytes`
  return null
}

/** Two paths of which one is also a folder of the other; null where there are none. Paths are sorted. */
export function conflicting(paths: readonly string[]): readonly [string, string] | null {
  const all = new Set(paths)
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (all.has(path.slice(0, at))) return [path.slice(0, at), path]
    }
  }
  return null
}

/**
 * The paths under which files are stored: the logical ones with each name made fit for any file system. Names that such a
 * system could take for one another (`A` and `a`) are told apart by escapes of their capitals, so that no two files and no
 * two folders ever meet. A name is the same wherever its folder holds the same.
 */
export function storedPaths(logical: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>()
  encodeFolder('', '', [...logical].sort(byCodeUnit), paths)
  return paths
}

/** The paths below one folder, and those below its folders. */
function encodeFolder(
  folder: string,
  stored: string,
  below: readonly string[],
  paths: Map<string, string>,
): void {
  const byName = new Map<string, string[]>()
  for (const path of below) {
    const end = path.indexOf('/', folder.length)
    const name = path.slice(folder.length, end < 0 ? undefined : end)
    byName.set(name, [...(byName.get(name) ?? []), path])
  }
  for (const [name, encoded] of encodedNames([...byName.keys()])) {
    const inside = (byName.get(name) ?? []).filter((path) => path !== folder + name)
    if (inside.length < (byName.get(name) ?? []).length) paths.set(folder + name, stored + encoded)
    if (inside.length > 0) encodeFolder(`${folder}${name}/`, `${stored}${encoded}/`, inside, paths)
  }
}

/** The names in one folder as they are stored. */
function encodedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const folded = new Map<string, number>()
  for (const name of names) folded.set(fold(name), (folded.get(fold(name)) ?? 0) + 1)
  return new Map(
    names.map((name) => [name, shortened(name, encodedName(name, (folded.get(fold(name)) ?? 0) > 1))]),
  )
}

/** What a file system that ignores case compares. Only ASCII letters are stored as they are. */
function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Devices of Windows: no file may have their name, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i

/**
 * Percent-encoded UTF-8, upper-case, but for the letters, digits, `.`, `-` and `_` of ASCII. A dot at either end is escaped,
 * as hidden files get lost and Windows drops a last one, and so is the first letter of a device.
 */
function encodedName(name: string, withCapitals: boolean): string {
  const safe = name
    .replace(withCapitals ? /[^a-z0-9._-]/gu : /[^A-Za-z0-9._-]/gu, escaped)
    .replace(/^\.|\.$/g, escaped)
  return device.test(safe) ? safe.replace(/^./, escaped) : safe
}

/** A long name is cut, not within an escape, and gets a part of the digest of all of it. `~` is in no other stored name. */
function shortened(name: string, encoded: string): string {
  if (encoded.length <= longestName) return encoded
  const digest = createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 32)
  const kept = encoded.slice(0, longestName - 33).replace(/%[0-9A-F]?$/, '')
  return `${kept}~${digest}`
}

function escaped(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}
