import { resolve } from 'node:path'
import type { Report } from '../base/report.ts'
import type { Format } from './format.ts'
import type { Stream } from './progress.ts'
import { wayInRepository } from './repository.ts'
import { writeFindings } from './write-findings.ts'

/** Writes the findings of a report. */
export type Print = (report: Pick<Report, 'diagnostics'>) => void

/** Writes findings in a format to where a command says what is wrong. */
export function printer(
  format: Format,
  { project, errors }: { readonly project: string; readonly errors: Stream },
): Print {
  const way = format === 'github' ? wayInRepository(resolve(project)) : ''
  return (report) => writeFindings(report.diagnostics, { format, project: way }, errors)
}
