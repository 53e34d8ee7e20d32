import { byCodeUnit } from '../vault.ts'

/** A path as manifests have it: line ends and the percent sign are escaped, and only those (RFC 8493, 2.1.3). */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (sign) => (sign === '%' ? '%25' : sign === '\r' ? '%0D' : '%0A'))
}

/** The inverse; another percent sign stands for itself. */
export function decodePath(written: string): string {
  return written.replace(/%(?:25|0[ad])/gi, (escaped) =>
    String.fromCharCode(Number.parseInt(escaped.slice(1), 16)),
  )
}

/**
 * Why a path cannot be followed, in words that follow it; null where it can. What is refused leads out of the bag on one
 * system or another (RFC 8493, 5.1), and is refused on each.
 */
export function bagPathProblem(path: string): string | null {
  if (path === '') return 'is empty'
  if (path.startsWith('/')) return 'is absolute'
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive'
  if (path.startsWith('~')) return 'begins with `~`, which some systems take for a home folder'
  if (path.includes('\\')) return 'has a backslash, which some systems take for the end of a folder'
  if (path.includes('\0')) return 'has a NUL'
  const parts = path.split('/')
  if (parts.includes('..')) return 'has `..` among its folders'
  if (parts.includes('.') || parts.includes('')) return 'has an empty name or `.` among its folders'
  return null
}

/** The same for paths that are one where file systems keep accents as they like. */
export function normalised(path: string): string {
  return path.normalize('NFC')
}

/** The same for paths that are one where capitals do not count either. */
export function folded(path: string): string {
  return normalised(normalised(path).toLowerCase())
}

/** Paths that are one to some file systems, in groups of two or more; all sorted. */
export function alike(paths: Iterable<string>): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const path of [...new Set(paths)].sort(byCodeUnit)) {
    const group = groups.get(folded(path))
    if (group === undefined) groups.set(folded(path), [path])
    else group.push(path)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Files that operating systems put among others and take away again. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path)
}
