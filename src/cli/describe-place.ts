import { place } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { visible } from '../base/visible.ts'

/** `path:line:col` of a span, the path alone where there is no text; nothing in it is obeyed by a terminal. */
export function describePlace(span: Span): string {
  return visible(span.file.text === '' ? span.file.path : place(span))
}
