import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import {
  isOddName,
  type Listing,
  type ReadProblem,
  type Source,
  type Unread,
  type World,
} from '../base/world.ts'
import { isInside } from './inside.ts'
import { codeOf, diskOutput } from './output-disk.ts'
import { readWhole } from './read-whole.ts'

/** Where things are: the project's folder, this program's own folder, and where output goes. */
export interface Folders {
  readonly project: string
  readonly program: string
  readonly output: string
}

/** The world on a disk. It reads nothing outside the project, this program and installed packages, and writes only output. */
export function diskWorld(folders: Folders): World {
  return { source: diskSource(folders), disk: diskOutput(folders.output, folders.project) }
}

/** A path in the folder that holds it and all that it may lead to. */
interface Located {
  readonly root: string
  readonly file: string
}

function diskSource(folders: Folders): Source {
  const project = realpathSync(folders.project)
  const program = realpathSync(folders.program)
  const locate = (path: string): Located | null => {
    if (path.startsWith('bifolio:')) return { root: program, file: resolve(program, path.slice(8)) }
    if (path.startsWith('npm:')) return locatePackage(path.slice(4), [project, program])
    return { root: project, file: resolve(project, path) }
  }
  return {
    read(path, limit) {
      const found = find(path, locate)
      if ('problem' in found) return found
      if (!statSync(found.real).isFile())
        return failure(path, 'special', 'it is a folder, a device or a pipe')
      try {
        return readWhole(path, found.real, limit)
      } catch (problem) {
        return refused(path, problem, 'there is no such file')
      }
    },
    list(folder) {
      const found = find(folder, locate)
      if ('problem' in found) return found
      if (!statSync(found.real).isDirectory()) return failure(folder, 'special', 'it is no folder')
      try {
        return { ok: true, names: namesOf(found.real) }
      } catch (problem) {
        return refused(folder, problem, 'there is no such folder')
      }
    },
  }
}

/** The real place of a path, all links followed; it is inside, and something is there. */
function find(path: string, locate: (path: string) => Located | null): { readonly real: string } | Unread {
  if (isOddName(path)) return failure(path, 'name', 'its name holds a character that nobody sees')
  const located = locate(path)
  if (!located) return failure(path, 'missing', 'the package is not installed')
  const { root, file } = located
  if (!isInside(root, file)) return failure(path, 'outside', 'it lies outside the project’s folder')
  try {
    const real = realpathSync(file)
    if (isInside(root, real)) return { real }
    return failure(path, 'outside', 'a link leads out of the project’s folder')
  } catch (problem) {
    return refused(path, problem, 'there is no such file')
  }
}

/** The names in a folder, in the order of their code units. A link to a folder counts as one. */
function namesOf(folder: string): Extract<Listing, { ok: true }>['names'] {
  const isFolder = (name: string): boolean => {
    try {
      return statSync(join(folder, name)).isDirectory()
    } catch {
      // A link that leads nowhere: who reads it is told.
      return false
    }
  }
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const leadsOn = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(entry.name))
      return entry.name + (leadsOn ? '/' : '')
    })
    .sort()
}

/** Names as npm gives them; `..` and `.` are none, and would lead out of node_modules. */
const packageName = /^(@[a-z0-9._-]+\/)?[a-z0-9_-][a-z0-9._-]*$/

/** The folder of an installed package, searched as Node searches, and a file in it. */
function locatePackage(path: string, from: readonly string[]): Located | null {
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
  if (!packageName.test(name)) return null
  for (const folder of from) {
    for (const place of createRequire(join(folder, 'package.json')).resolve.paths(name) ?? []) {
      const root = join(place, name)
      if (existsSync(root))
        return { root: realpathSync(root), file: resolve(realpathSync(root), path.slice(name.length + 1)) }
    }
  }
  return null
}

function refused(path: string, problem: unknown, missing: string): Unread {
  const code = codeOf(problem)
  if (code === 'ENOENT' || code === 'ENOTDIR') return failure(path, 'missing', missing)
  return failure(path, 'unreadable', code ?? 'it cannot be read')
}

function failure(path: string, problem: ReadProblem, detail: string): Unread {
  return { ok: false, path, problem, detail }
}
