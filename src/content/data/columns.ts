import type { Report } from '../../base/report.ts'
import type { Column } from './rows.ts'

/** Checks the names of columns; null after a finding: no row could be read by them. */
export function readColumns(columns: readonly Column[], report: Report): readonly Column[] | null {
  const known = new Map<string, Column>()
  let isSound = true
  for (const [index, column] of columns.entries()) {
    const { name, span } = column
    const earlier = known.get(name)
    if (name === '') {
      const hint = 'name it in the first line, or delete the column'
      report.error('content/bad-column', `column ${index + 1} has no name`, span, hint)
      isSound = false
    } else if (earlier !== undefined) {
      const first = { at: earlier.span, note: 'the first one' }
      const message = `column ${index + 1} is named \`${name}\` as another one is`
      report.error('content/bad-column', message, span, 'rename one of the two', first)
      isSound = false
    } else known.set(name, column)
  }
  return isSound ? columns : null
}
