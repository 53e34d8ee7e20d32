import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Disk } from '../base/world.ts'
import { isInside } from './inside.ts'
import { withLock } from './lock.ts'

/** Where the output may not go; its message says where instead it would have gone. */
export class OutsideError extends Error {}

/**
 * Writes beside, syncs, renames: a reader sees the old file or the new one, whole, and a link of the output's name is
 * replaced, never followed. An output folder that lies in the project must not lead out of it by a link: it may have
 * come with the project, and its author has no business in other folders.
 */
export function diskOutput(output: string, project: string): Disk {
  return {
    replace(path, bytes) {
      const target = placeIn(output, project, path)
      withLock(join(dirname(target), `.${basename(target)}.lock`), () => replaceFile(target, bytes, true))
    },
  }
}

/**
 * Puts a whole file in its place: readers see the old one or the new one. One that `isSynced` is on the disk before it has
 * its name, so that it is whole even where the power fails.
 */
export function replaceFile(target: string, bytes: Uint8Array, isSynced: boolean): void {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
  try {
    writeNew(beside, bytes, isSynced)
    renameSync(beside, target)
  } catch (problem) {
    rmSync(beside, { force: true })
    throw problem
  }
}

/** Where a file of the output lies. */
export function targetIn(output: string, path: string): string {
  const target = resolve(output, path)
  if (!isInside(resolve(output), target)) throw new Error(`${path} leads out of the output folder`)
  return target
}

/** The same; its folder is made. Throws where that is outside, also by a link of the project's. */
export function placeIn(output: string, project: string, path: string): string {
  const target = targetIn(output, path)
  const folder = dirname(target)
  mkdirSync(folder, { recursive: true })
  if (isInside(resolve(project), folder) && !isInside(realpathSync(project), realpathSync(folder)))
    throw new OutsideError(`a link leads from the output folder to \`${realpathSync(folder)}\``)
  return target
}

/** Writes a file that was not there: what a run before left, or a link laid in wait, is taken away first. */
function writeNew(path: string, bytes: Uint8Array, isSynced: boolean): void {
  rmSync(path, { force: true })
  const handle = openSync(path, 'wx')
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
    if (isSynced) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The code of an error of the operating system or of Node; null for any other. */
export function codeOf(problem: unknown): string | null {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : null
}
