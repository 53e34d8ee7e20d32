import { resolve } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { buildCommand } from './build-command.ts'
import { diskWorld } from './disk.ts'
import { printFault } from './fault.ts'
import { printer } from './findings-printer.ts'
import { readFormat } from './format.ts'
import { targetsOf } from './requests.ts'
import type { BuildOptions, Surroundings } from './run-build.ts'
import { watched } from './watched.ts'

/** Editors write in several steps: milliseconds to wait until they are done. */
const pause = 100

/**
 * Builds once, then again whenever a file of the project changes, until it is interrupted. Whatever goes wrong with a
 * build is said, and the watch goes on; null: it has not begun, for wrong usage.
 */
export function watchCommand(
  names: readonly string[],
  options: BuildOptions,
  around: Surroundings,
): FSWatcher | null {
  if (rebuild(names, options, around) === 2) return null
  const { project, program } = around
  const output = resolve(project, options.out)
  // What is wrong with the names was said by the build.
  const targets = targetsOf(names, diskWorld({ project, program, output }).source, new Report())
  const { folders, isIgnored } = watched(targets, project, output)
  const watcher = watch([...folders], { cwd: project, ignoreInitial: true, ignored: isIgnored })
  let timer: NodeJS.Timeout | null = null
  watcher.on('all', () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => rebuild(names, options, around), pause)
  })
  watcher.on('error', (problem) => reportWatcher(problem, options, around))
  return watcher
}

/** A build that throws does not end the watch: the next change may mend what was wrong. */
function rebuild(names: readonly string[], options: BuildOptions, around: Surroundings): number {
  try {
    return buildCommand(names, options, around)
  } catch (problem) {
    printFault(problem, around.errors)
    return 1
  }
}

/** Too many files, or a folder that may not be read. */
function reportWatcher(problem: unknown, options: BuildOptions, around: Surroundings): void {
  const report = new Report()
  const message = problem instanceof Error ? problem.message : String(problem)
  const hint = 'changes there may go unseen: mend it and start the watch again'
  report.warning('cli/watch', `some files cannot be watched: ${message}`, wholeFile('watch'), hint)
  printer(readFormat(options, new Report()), around)(report)
}
