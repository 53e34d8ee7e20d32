import { closeSync, constants, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Report } from '../base/report.ts'
import type { Store } from '../batch/store.ts'
import { isRunning } from './lock.ts'
import { placeIn, replaceFile, targetIn } from './output-disk.ts'
import { readWhole } from './read-whole.ts'
import { reportRefusal, writeOutput } from './write-output.ts'

/** Bytes of a file of an earlier run that is looked at again: a sheet has a hundred thousand, five thousand joined some seventy million. */
const earlierLimit = 512 * 1024 * 1024

/**
 * The output folder `out` of a batch on the disk. Its files are not synced one by one, nor locked: what a failing power
 * takes of one is found by its digest when the batch is run again, and its name is no other row's.
 */
export function diskStore(project: string, out: string): Store {
  const output = resolve(project, out)
  const disk = {
    replace: (path: string, bytes: Uint8Array) => replaceFile(placeIn(output, project, path), bytes, false),
  }
  return {
    read(file) {
      try {
        const read = readWhole(file, targetIn(output, file), earlierLimit)
        return read.ok ? read.bytes : null
      } catch {
        // None, or none that may be read: it will be made anew, and then the disk says why it cannot be.
        return null
      }
    },
    write: (file, bytes, report) => writeOutput({ file, bytes }, out, disk, report),
    append: (file, bytes, report) => append(file, bytes, { output, project, out }, report),
    remove: (file) => rmSync(targetIn(output, file), { force: true }),
  }
}

interface Folders {
  readonly output: string
  readonly project: string
  readonly out: string
}

/** The file was put there before; a link in its place is not followed. */
function append(file: string, bytes: Uint8Array, { output, project, out }: Folders, report: Report): void {
  try {
    const handle = openSync(
      placeIn(output, project, file),
      constants.O_WRONLY | constants.O_APPEND | noFollow,
    )
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
    } finally {
      closeSync(handle)
    }
  } catch (problem) {
    reportRefusal(problem, file, out, report)
  }
}

// Windows has it not.
const noFollow = constants.O_NOFOLLOW ?? 0

/** Takes away what a run that was killed left half written: hidden files that name a process which is gone. */
export function tidyOutput(project: string, out: string): void {
  const output = resolve(project, out)
  for (const name of namesIn(output)) {
    const id = /^\..+\.(\d+)\.part$/.exec(name)?.[1]
    if (id !== undefined && !isRunning(Number(id))) rmSync(join(output, name), { force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not there yet.
    return []
  }
}
