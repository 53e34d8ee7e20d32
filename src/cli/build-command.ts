import { asWritten } from '../outputs/build-outputs.ts'
import { filesOf } from './requests.ts'
import { type BuildOptions, runBuild, type Surroundings } from './run-build.ts'

/**
 * Builds publications with all their outputs and prints a line for each file. Returns the exit code: 0 all built, 1 an
 * error, 2 wrong usage.
 */
export function buildCommand(names: readonly string[], options: BuildOptions, around: Surroundings): number {
  return runBuild(names, options, around, (source) => ({
    outputs: asWritten,
    files: (target) => filesOf(target, source),
    beside: () => null,
    advice: () => '',
  }))
}
