import { logicalPathProblem } from '../archive/ocfl/names.ts'

/**
 * Sources as files of a folder: those of the project under their paths, those of this program and of packages under
 * folders of their own, which no project's file can take.
 */
const schemes: readonly (readonly [scheme: string, folder: string])[] = [
  ['bifolio:', '@bifolio/'],
  ['npm:', '@npm/'],
]

/** Where a project's own file goes that would lie among them. */
const projectFolder = '@project/'

/** The path in a folder of what `Source.read` takes; the inverse of `sourcePath`. */
export function folderPath(path: string): string {
  for (const [scheme, folder] of schemes)
    if (path.startsWith(scheme)) return folder + path.slice(scheme.length)
  return path.startsWith('@') ? projectFolder + path : path
}

/** What `Source.read` takes, of a path in such a folder. */
export function sourcePath(path: string): string {
  for (const [scheme, folder] of schemes)
    if (path.startsWith(folder)) return scheme + path.slice(folder.length)
  return path.startsWith(projectFolder) ? path.slice(projectFolder.length) : path
}

/** Why a source cannot be given back as a file, in words that follow its name; null where it can. */
export function namingProblem(path: string): string | null {
  const inFolder = folderPath(path)
  const problem = logicalPathProblem(inFolder)
  if (problem !== null) return problem
  // A colon is a drive or a stream to some systems, and never part of a path that a build has read.
  return inFolder.includes(':') ? 'has a colon' : null
}
