import type { Report } from '../../base/report.ts'

/** What is wrong with the findings of a report themselves: each has a hint, and a span inside its file. */
export function unsound(report: Report): readonly string[] {
  return report.diagnostics.flatMap(({ code, message, span, hints }) => {
    const { start, end, file } = span
    const problems: string[] = []
    if (hints.length === 0) problems.push(`${code} has no hint`)
    if (message === '') problems.push(`${code} has no message`)
    if (!(start >= 0 && start <= end && end <= file.text.length))
      problems.push(`${code} stands at ${start} to ${end} of ${file.text.length}`)
    return problems
  })
}
