import { availableParallelism } from 'node:os'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'

/** Threads that may be asked for: each has some hundred megabytes of faces, and machines of more cores are rare. */
const mostWorkers = 64

/** Files for each thread: to start one and to open its faces takes the time of so many. */
export const filesPerWorker = 16

/** Reads `--workers`; null: as many as pay. */
export function readWorkers(count: string | undefined, report: Report): number | null {
  if (count === undefined) return null
  const workers = /^\d{1,3}$/.test(count) ? Number(count) : 0
  if (workers >= 1 && workers <= mostWorkers) return workers
  const message = `\`${count}\` is no number of workers`
  report.error('cli/usage', message, wholeFile('--workers'), `give a number from 1 to ${mostWorkers}`)
  return null
}

/** How many threads pay for so many files: one a core, and none for a few files. */
export function workersFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(files / filesPerWorker)))
}
