import { Report } from '../base/report.ts'
import { stateOfPdf } from '../edition/state-now.ts'
import { checkHtml, type HtmlOptions, type Named, tellChanges } from './diff-report.ts'
import { diskWorld } from './disk.ts'
import { printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { progress } from './progress.ts'
import { readPdf } from './read-pdf.ts'
import type { Surroundings } from './run-build.ts'

export interface PdfDiffOptions extends FormatOptions, HtmlOptions {}

/**
 * Says what is different between two PDFs, by the sources that they embed. Returns the exit code: 0 it was said, 1 an
 * error, 2 wrong usage.
 */
export function diffCommand(
  [before, after]: readonly [before: string, after: string],
  options: PdfDiffOptions,
  around: Pick<Surroundings, 'project' | 'program' | 'out' | 'errors'>,
): number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  checkHtml(options, usage)
  print(usage)
  if (usage.failed) return 2
  const report = new Report()
  const [was, is] = [before, after].map((path) => namedState(path, around, report))
  const telling = { ...around, isJson: format === 'json' }
  const isTold = was && is && tellChanges(was, is, options, telling, report)
  print(report)
  return isTold && !report.failed ? 0 : 1
}

function namedState(
  path: string,
  { project, program, errors }: Pick<Surroundings, 'project' | 'program' | 'errors'>,
  report: Report,
): Named | null {
  const { source } = diskWorld({ project, program, output: project })
  const bytes = readPdf(path, project, report)
  const done = progress(errors, path)
  const state = bytes && stateOfPdf(bytes, path, source, report)
  done()
  return state && { name: path, state }
}
