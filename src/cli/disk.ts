import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import type { Disk, Read, ReadProblem, Source, World } from '../base/world.ts'
import { isInside } from './inside.ts'

/** Where things are: the project's folder, this program's own folder, and where output goes. */
export interface Folders {
  readonly project: string
  readonly program: string
  readonly output: string
}

/** The world on a disk. It reads nothing outside the project, this program and installed packages, and writes only output. */
export function diskWorld(folders: Folders): World {
  return { source: diskSource(folders), disk: diskOutput(folders.output) }
}

function diskSource(folders: Folders): Source {
  const project = realpathSync(folders.project)
  const program = realpathSync(folders.program)
  const locate = (path: string): { root: string; file: string } | null => {
    if (path.startsWith('bifolio:')) return { root: program, file: resolve(program, path.slice(8)) }
    if (path.startsWith('npm:')) return locatePackage(path.slice(4), [project, program])
    return { root: project, file: resolve(project, path) }
  }
  return {
    read(path, limit) {
      const located = locate(path)
      if (!located) return failure(path, 'missing', 'the package is not installed')
      return readInside(path, located.root, located.file, limit)
    },
    list(folder) {
      const located = locate(folder)
      if (!located || !existsSync(located.file) || !isInside(located.root, realpathSync(located.file)))
        return null
      if (!statSync(located.file).isDirectory()) return null
      const names = readdirSync(located.file, { withFileTypes: true }).map(
        (entry) => entry.name + (entry.isDirectory() ? '/' : ''),
      )
      return names.sort()
    },
  }
}

function readInside(path: string, root: string, file: string, limit: number): Read {
  if (!isInside(root, file)) return failure(path, 'outside', 'it lies outside the project’s folder')
  let handle: number | null = null
  try {
    const real = realpathSync(file)
    if (!isInside(root, real)) return failure(path, 'outside', 'a link leads out of the project’s folder')
    // Before opening: to open a pipe without a writer waits for ever.
    if (!statSync(real).isFile()) return failure(path, 'special', 'it is a folder, a device or a pipe')
    handle = openSync(real, 'r')
    const { size } = fstatSync(handle)
    if (size > limit) return failure(path, 'large', `it has ${size} bytes; the limit is ${limit}`)
    // A view, not a copy: a CJK face has 15 MB.
    const { buffer, byteOffset, byteLength } = readFileSync(handle)
    return { ok: true, path, bytes: new Uint8Array(buffer, byteOffset, byteLength) }
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure(path, 'missing', 'there is no such file')
    return failure(path, 'unreadable', code || 'it cannot be read')
  } finally {
    if (handle !== null) closeSync(handle)
  }
}

/** Names as npm gives them; `..` and `.` are none, and would lead out of node_modules. */
const packageName = /^(@[a-z0-9._-]+\/)?[a-z0-9_-][a-z0-9._-]*$/

/** The folder of an installed package, searched as Node searches, and a file in it. */
function locatePackage(path: string, from: readonly string[]): { root: string; file: string } | null {
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

function failure(path: string, problem: ReadProblem, detail: string): Read {
  return { ok: false, path, problem, detail }
}

/** Writes beside, syncs, renames: a reader sees the old file or the new one, whole. */
function diskOutput(output: string): Disk {
  return {
    replace(path, bytes) {
      const target = resolve(output, path)
      if (!isInside(resolve(output), target)) throw new Error(`${path} leads out of the output folder`)
      const folder = dirname(target)
      mkdirSync(folder, { recursive: true })
      const beside = join(folder, `.${basename(target)}.${process.pid}.part`)
      const handle = openSync(beside, 'w')
      try {
        try {
          for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
          fsyncSync(handle)
        } finally {
          closeSync(handle)
        }
        renameSync(beside, target)
      } catch (problem) {
        if (existsSync(beside)) unlinkSync(beside)
        throw problem
      }
    },
  }
}
