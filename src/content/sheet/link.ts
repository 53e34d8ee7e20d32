import type { Report } from '../../base/report.ts'
import type { TextSettings } from '../texts.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { fillScalar } from './fill.ts'

/** Reads the address of a publication's record; what a cell adds to it is escaped as an address needs it. */
export function readLink(
  written: YamlScalar | undefined,
  { row }: TextSettings,
  report: Report,
): string | null {
  const filled = written === undefined ? null : fillScalar(written, row, 'address', report)
  if (filled === null) return null
  // What a phone opens; a code of more than 500 characters is too fine to be read from paper.
  if (/^https?:\/\/[^\s\p{Cc}]{1,500}$/iu.test(filled.text)) return filled.text
  const message = `\`${filled.text}\` is no address that a code can hold`
  report.error('content/bad-link', message, filled.span, 'write it as in `link: https://example.org/water`')
  return null
}
