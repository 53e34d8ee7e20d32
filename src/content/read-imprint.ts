import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { readDoi, readIssn } from './check-digits.ts'
import { identifierIn } from './identifiers.ts'
import { type Imprint, noImprint, shortDigits, type Verification, verificationBy } from './imprint.ts'
import { isbnLines, readIsbns } from './isbns.ts'
import type { WrittenImprint } from './schema-imprint.ts'
import { fillScalar } from './sheet/fill.ts'
import { readOptionalText, type TextSettings } from './texts.ts'

/** Reads `imprint`; what is wrong is reported and left out. `isbnWords` is where an `isbn` stands beside it. */
export function readImprint(
  written: WrittenImprint | undefined,
  isbnWords: Span | null,
  settings: TextSettings,
  report: Report,
): Imprint {
  if (written === undefined) return noImprint
  checkOrder(written, report)
  const isbns = readIsbns(written, isbnWords, settings, report)
  const doi = identifierIn(written.doi, 'DOI', readDoi, settings, report)
  const withdrawn = readOptionalText(written.withdrawn, settings, report)
  const supersededBy = written['superseded-by']?.text ?? null
  return {
    number: written.number?.text ?? null,
    status: withdrawn !== null ? 'withdrawn' : supersededBy !== null ? 'superseded' : 'current',
    supersedes: written.supersedes?.text ?? null,
    supersededBy,
    withdrawn,
    isbnLines: isbnLines(isbns, settings),
    isbns: isbns.map(({ number, language, format }) => ({ number, language, format })),
    issn: identifierIn(written.issn, 'ISSN', readIssn, settings, report),
    doi,
    doiLink: doi && addressOf(doi),
    legalDeposit: readOptionalText(written['legal-deposit'], settings, report),
    verification: readVerification(written, settings, report),
  }
}

/** Where a DOI leads to; what could mean something else in an address is escaped (DOI Handbook, 2.5.2.4). */
function addressOf(doi: string): string {
  return `https://doi.org/${doi.replace(/[^-.~!$&'()*+,;:@/\w]/gu, encodeURIComponent)}`
}

/** An edition comes before or after others, never in its own place. */
function checkOrder(
  { number, supersedes, 'superseded-by': supersededBy }: WrittenImprint,
  report: Report,
): void {
  for (const other of [supersedes, supersededBy]) {
    if (number === undefined || other === undefined || other.text !== number.text) continue
    const message = `edition \`${number.text}\` cannot take its own place`
    const hint = 'name the other edition, or delete the line'
    const itself = { at: number.span, note: 'its own number' }
    report.error('content/own-place', message, other.span, hint, itself)
  }
}

function readVerification(
  { verify }: WrittenImprint,
  { row }: TextSettings,
  report: Report,
): Verification | null {
  const filled = verify === undefined ? null : fillScalar(verify, row, 'address', report)
  if (filled === null || filled.text === 'false') return null
  const { text, span } = filled
  const unknown = '0'.repeat(shortDigits)
  if (text === 'true') return verificationBy(unknown, null)
  // As `link`: what a phone opens, and a code can hold.
  if (/^https?:\/\/[^\s\p{Cc}]{1,400}$/iu.test(text)) return verificationBy(unknown, text)
  const hint =
    'write `verify: true`, or the address behind which the digits are to stand, as `https://example.org/verify/`'
  report.error('content/bad-link', `\`${text}\` is no address that a code can hold`, span, hint)
  return null
}
