import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { Source } from '../base/world.ts'
import { type Built, paintReading, setPages } from '../build.ts'
import { producer } from '../describe.ts'
import { openWorkshop } from '../read.ts'
import type { Rendering } from '../rendering.ts'
import { compareFiles, type Verdict } from './compare-files.ts'
import { type MadePdf, openMade, readAgain, withErrorsOnly } from './made-pdf.ts'

/** A PDF that was made again from the sources that it embeds. */
export interface RebuiltPdf {
  readonly verdict: Verdict
  readonly rendering: Rendering
  /** This program, which made it again. */
  readonly program: string
  readonly bytes: Uint8Array
}

/**
 * Makes a PDF again from what it embeds, and compares: the file proves itself. Only fonts, which it holds no whole files of,
 * come from elsewhere. Null after a finding; `path` is the PDF's.
 */
export function rebuildPdf(
  bytes: Uint8Array,
  path: string,
  fonts: Source,
  report: Report,
): RebuiltPdf | null {
  const made = openMade(bytes, path, fonts, report)
  const built = made && withErrorsOnly(report, (found) => buildAgain(made, found))
  if (made === null || built === null) return null
  const verdict = compareFiles(bytes, built.bytes)
  if (verdict === null) {
    const message = `\`${visible(path)}\` has objects that no PDF of this program has`
    report.error('archive/not-readable', message, wholeFile(path), 'take another copy of the PDF')
  }
  return verdict && { verdict, rendering: made.rendering, program: producer, bytes: built.bytes }
}

function buildAgain(made: MadePdf, report: Report): Built | null {
  const workshop = openWorkshop(made.source, report)
  const read = readAgain(made, report)
  if (read === null) return null
  const { publication, request, reading } = read
  const set = setPages(publication, request, reading, workshop, report)
  return set && paintReading(publication, set, request, reading, workshop, report)
}
