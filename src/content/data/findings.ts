import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'

/** Says that something is no row of data. */
export function reportNoRow(message: string, span: Span, example: string, report: Report): void {
  report.error('content/bad-row', message, span, `write a row as in ${example}`)
}

/** Says that a cell holds more than one value. */
export function reportNested(column: string, number: number, span: Span, report: Report): void {
  const message = `row ${number}, column \`${column}\`: a list or map where one value is meant`
  report.error('content/bad-row', message, span, 'give each value a column of its own')
}
