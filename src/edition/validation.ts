import { place, type Report } from '../base/report.ts'
import { producer } from '../describe.ts'
import { audit } from '../pdf/audit.ts'
import type { Profile } from '../pdf/paint.ts'
import type { PdfFact } from './record.ts'

/** `validation/checks.json`: what was checked of each file before it became an edition, and what was found and accepted. */
export function validationOf(pdfs: readonly PdfFact[], profile: Profile, { diagnostics }: Report): object {
  return {
    format: 'bifolio-checks-1',
    by: producer,
    files: pdfs.map(({ path, bytes, copy }) =>
      copy.print === null
        ? { file: path, ...textCheck(bytes), ...claims(profile) }
        : { file: path, ...printCheck },
    ),
    findings: diagnostics.map(({ severity, code, message, span }) => ({
      severity,
      code,
      message,
      place: place(span),
    })),
  }
}

/** Read back from the PDF in the order of its structure tree, and compared with the source. */
function textCheck(bytes: Uint8Array) {
  return { text: { verdict: 'as written', passages: audit(bytes).length } }
}

/** By this program's own checks, which refuse a file that breaks a rule. */
function claims(profile: Profile) {
  return profile === 'archive' ? { standards: { 'PDF/A-3a': 'conforms', 'PDF/UA-1': 'conforms' } } : {}
}

/** It has the pages of a copy for reading, and claims nothing. */
const printCheck = { text: { verdict: 'as the copy for reading that it names' } }
