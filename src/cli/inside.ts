import { isAbsolute, relative, sep } from 'node:path'

/** Whether a file or folder lies in a folder or is it; both are absolute. Names are compared, links are not followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  // From one drive of Windows to another the way is absolute.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
