import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { ComputedStyle } from '../style/computed.ts'

/** Warns of margins that would pull boxes over each other: the lanes could not stay level. */
export function checkMargins(element: Element, { margin }: ComputedStyle, report: Report): void {
  if (margin.top >= 0 && margin.bottom >= 0) return
  const side = margin.top < 0 ? 'top' : 'bottom'
  const message = `a negative \`margin-${side}\` of \`<${element.name}>\` does not pull anything upwards`
  const hint = 'take less margin on what stands before it; at the sides a negative margin does widen a box'
  report.warning('layout/negative-margin', message, element.span, hint)
}
