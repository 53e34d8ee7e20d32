import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { verificationBy } from '../content/imprint.ts'
import { readText } from '../pdf/audit.ts'
import { openOwnPart } from '../pdf/read-attached.ts'
import { digestOfSources, shortDigest } from '../verification.ts'
import { type MadePdf, readAgain, withErrorsOnly } from './made-pdf.ts'

/** The line in a colophon by which an edition is recognised. */
export interface VerificationLine {
  /** As they are printed, in groups of four. */
  readonly digits: string
  /** All of the digest that they begin. */
  readonly digest: string
}

/** Digits in groups of four, nothing that could be more of them beside them. */
const groups = /(?<![0-9a-f] ?)[0-9a-f]{4}(?: [0-9a-f]{4}){3}(?! ?[0-9a-f])/g

/**
 * The line that a PDF prints, when it is that of the sources that it embeds; another one is an error. Null: it prints none,
 * or a finding says what is wrong. `path` is the PDF's.
 */
export function verificationLine(
  bytes: Uint8Array,
  made: MadePdf,
  path: string,
  report: Report,
): VerificationLine | null {
  const read = withErrorsOnly(report, (found) => readAgain(made, found))
  const digest = digestOfSources(made.sources)
  if (read === null || digest === null || read.publication.imprint.verification === null) return null
  const { digits } = verificationBy(shortDigest(digest), null)
  const printed = printedIn(bytes)
  if (printed.includes(digits)) return { digits, digest }
  const [other] = printed
  // A layout of its own may print no such line.
  if (other === undefined) return null
  const message = `the colophon of \`${visible(path)}\` says \`${other}\`, but the sources that it embeds give \`${digits}\``
  const hint = 'trust neither its text nor its sources: one of them was exchanged'
  report.error('archive/other-digits', message, wholeFile(path), hint)
  return null
}

function printedIn(bytes: Uint8Array): readonly string[] {
  const own = openOwnPart(bytes)
  if (own === null) return []
  return readText(bytes.subarray(0, own.length)).flatMap(({ said }) => said.match(groups) ?? [])
}
