import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** The way from a repository to a folder in it, with forward slashes; empty for its own folder, and outside of any. */
export function wayInRepository(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    // A file in a worktree, a folder elsewhere.
    if (existsSync(join(at, '.git'))) return relative(at, folder).split(sep).join('/')
    if (dirname(at) === at) return ''
  }
}
