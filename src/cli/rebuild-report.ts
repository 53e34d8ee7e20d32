import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { Verdict } from '../edition/compare-files.ts'

/** Programs by name and version: the one that made a file, and this one. */
export interface Programs {
  readonly before: string
  readonly now: string
}

/** Pages that are named one by one. */
const mostNamed = 10

/** Says of a file that was made again where it differs. */
export function reportVerdict(path: string, verdict: Verdict, programs: Programs, report: Report): void {
  if (verdict.kind === 'identical' || verdict.kind === 'same-content') return
  const isOther = programs.before !== programs.now
  const hint = isOther
    ? `it was made by \`${programs.before}\` and made again by \`${programs.now}\`: only the same version gives the same bytes`
    : 'its sources, its fonts or the file itself were changed since it was made'
  const place = wholeFile(path)
  if (verdict.kind === 'same-pages') {
    const [first] = verdict.objects
    const where = first ? `: ${shown(first.object)} has ${first.what}` : ''
    const message = `\`${visible(path)}\` has the same pages, and not the same content${where}`
    report[isOther ? 'warning' : 'error']('archive/differs', message, place, hint)
    return
  }
  for (const { page, what } of verdict.pages.slice(0, mostNamed))
    report.error('archive/differs', `page ${page} of \`${visible(path)}\` differs: ${what}`, place, hint)
  const more = verdict.pages.length - mostNamed
  if (more > 0)
    report.error('archive/differs', `${more} more pages of \`${visible(path)}\` differ`, place, hint)
}

/** What became of a file, in a word or two for people. */
export function verdictWords({ kind }: Verdict): string {
  switch (kind) {
    case 'identical':
      return 'identical'
    case 'same-content':
      return 'same content, deflated otherwise'
    case 'same-pages':
      return 'same pages, other content'
    case 'differs':
      return 'differs'
  }
}

function shown(object: string): string {
  return `\`${visible(object)}\``
}
