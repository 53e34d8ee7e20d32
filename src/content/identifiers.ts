import type { Report } from '../base/report.ts'
import type { Identifier } from './check-digits.ts'
import { fillScalar } from './sheet/fill.ts'
import type { TextSettings } from './texts.ts'
import type { YamlScalar } from './yaml-node.ts'

const codes = { ISBN: 'content/bad-isbn', ISSN: 'content/bad-issn', DOI: 'content/bad-doi' } as const

/** An identifier as it is printed, with the cells that it names; null where there is none or after a finding. */
export function identifierIn(
  written: YamlScalar | undefined,
  name: keyof typeof codes,
  read: (text: string) => Identifier,
  { row }: TextSettings,
  report: Report,
): string | null {
  const filled = written === undefined ? null : fillScalar(written, row, 'bare', report)
  if (filled === null) return null
  const found = read(filled.text)
  if (found.kind === 'identifier') return found.text
  report.error(codes[name], `\`${filled.text}\` ${found.problem}`, filled.span, found.hint)
  return null
}
