import type { Diagnostic } from '../base/report.ts'
import { endPosition, position, type Span } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { inOrder } from './findings-order.ts'

/** Findings for machines, in order: one JSON object a line. Lines and columns start at 1; a column is a code point. */
export function findingsAsJson(diagnostics: readonly Diagnostic[]): string {
  return inOrder(diagnostics)
    .map((found) => `${asJson(asData(found))}\n`)
    .join('')
}

/** JSON in which all that cannot be seen is escaped: the same values, and safe to show. */
export function asJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\n\x20-\x7e]/gu, (character) =>
    visible(character) === character ? character : escaped(character),
  )
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}

function asData({ severity, code, message, span, hints, related }: Diagnostic) {
  return {
    severity,
    code,
    message,
    ...placeOf(span),
    hints,
    related: related.map(({ at, note }) => ({ ...placeOf(at), note })),
  }
}

function placeOf(span: Span) {
  const { line, column } = position(span)
  const end = endPosition(span)
  return { path: span.file.path, line, column, endLine: end.line, endColumn: end.column }
}
