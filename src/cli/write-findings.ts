import type { Diagnostic } from '../base/report.ts'
import { findingsForGithub } from './findings-github.ts'
import { findingsAsJson } from './findings-json.ts'
import type { Format } from './format.ts'
import { printFindings } from './print-findings.ts'
import type { Stream } from './progress.ts'

export interface FindingsSettings {
  readonly format: Format
  /** The way from the repository to the project, empty where they are one folder. */
  readonly project: string
}

/** Writes findings as people, machines or GitHub want them; for people in colour on a terminal. */
export function writeFindings(
  diagnostics: readonly Diagnostic[],
  { format, project }: FindingsSettings,
  stream: Stream,
): void {
  if (diagnostics.length === 0) return
  switch (format) {
    case 'text':
      stream.write(printFindings(diagnostics, { colour: stream.isTTY === true }))
      return
    case 'json':
      stream.write(findingsAsJson(diagnostics))
      return
    case 'github':
      stream.write(findingsForGithub(diagnostics, project))
  }
}
