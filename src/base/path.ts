/** Why what an author wrote is no path that begins from the folder of the file. */
export type PathProblem = 'absolute' | 'scheme' | 'backslash'

/** The folder of a file, which the paths in it begin from: empty or ending in a slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** What keeps a text from being a path beside its file; null for nothing. `C:` is a scheme as `https:` is. */
export function pathProblem(written: string): PathProblem | null {
  if (written.startsWith('/')) return 'absolute'
  if (written.includes('\\')) return 'backslash'
  return /^[a-z][a-z0-9+.-]*:/i.test(written) ? 'scheme' : null
}

/**
 * A path from a folder in the one spelling that there is of it: without `.`, doubled slashes, and `..` behind a name.
 * One that leads out of the project does so still, and begins with `..`.
 */
export function pathIn(folder: string, written: string): string {
  const parts: string[] = []
  for (const part of `${folder}${written}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}
