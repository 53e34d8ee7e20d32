import { didYouMean, Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { allFindings, catalogue, findingOf } from '../findings/catalogue.ts'
import { describeFinding } from '../findings/describe.ts'
import { printFindings } from './print-findings.ts'
import type { Stream } from './progress.ts'

/** Says what a finding means and what to do about it; without a code, which there are. Returns the exit code. */
export function explainCommand(code: string | undefined, out: Stream, errors: Stream): number {
  if (code === undefined) {
    out.write(list())
    return 0
  }
  // As it is copied from a terminal: in its brackets, or not.
  const wanted = code.replace(/^\[(.*)\]$/, '$1')
  const finding = findingOf(wanted)
  if (finding !== null) {
    out.write(describeFinding(finding))
    return 0
  }
  const report = new Report()
  const hint = didYouMean(wanted, candidates(wanted))
  report.error('cli/usage', `no finding has the code \`${wanted}\``, wholeFile('explain'), hint)
  errors.write(printFindings(report.diagnostics, { colour: errors.isTTY === true }))
  return 2
}

/** Codes that may be meant: all, or those of the same word or phase where one of the two is right. */
function candidates(wanted: string): readonly string[] {
  const codes = allFindings.map(({ code }) => code)
  const word = codes.filter((code) => code.split('/')[1] === wanted.split('/').at(-1))
  if (word.length > 0) return word
  const phase = codes.filter((code) => code.startsWith(`${wanted.split('/')[0]}/`))
  return phase.length > 0 ? phase : codes
}

function list(): string {
  return catalogue
    .map(({ title, findings }) => `${title}\n${findings.map(({ code }) => `  ${code}\n`).join('')}`)
    .join('\n')
}
