import { visible } from '../base/visible.ts'
import type { Stream } from './progress.ts'

/** Says a mistake of ours, or of the disk, in a sentence; the trace is for those who ask for it by BIFOLIO_TRACE. */
export function printFault(problem: unknown, errors: Stream): void {
  const message = problem instanceof Error ? problem.message : String(problem)
  errors.write(`bifolio: ${visible(message)}\n`)
  if (process.env.BIFOLIO_TRACE && problem instanceof Error)
    errors.write(`${problem.stack?.split('\n').map(visible).join('\n')}\n`)
  else errors.write('  this is not about your files: please report it, with the output of BIFOLIO_TRACE=1\n')
}
