import { millimetres } from '../base/length.ts'
import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { Built } from '../build.ts'

/** What a command tells of its results besides their line, where it is asked to: `--report`. */
export type Telling = 'fit'

/** Reads `--report`; null: nothing more. */
export function readTelling(written: string | undefined, report: Report): Telling | null {
  if (written === undefined || written === 'fit') return written ?? null
  const hint = didYouMean(written, ['fit'])
  report.error('cli/usage', `there is nothing to report about \`${written}\``, wholeFile('--report'), hint)
  return null
}

/** How a publication came to fit its pages: the steps in order, a line each, and what room is left. */
export function fitReport({ fit, laid }: Pick<Built, 'fit' | 'laid'>): string {
  if (fit === null) return '  fit: not asked for: it has as many pages as it takes\n'
  const where = laid.pages.length === 1 ? 'its page' : 'its last page'
  const taken = fit.of === 0 ? 'as it is' : `${fit.steps.length} of ${fit.of} steps`
  const head = `  fit: ${taken}, ${millimetres(fit.room)} mm left on ${where}\n`
  return head + fit.steps.map((step, index) => `    ${index + 1}. ${visible(step)}\n`).join('')
}

/** The same for machines; the room in millimetres. */
export function fitData({ fit }: Pick<Built, 'fit'>) {
  return fit && { steps: fit.steps, of: fit.of, room: Number(millimetres(fit.room)) }
}
