import { posix } from 'node:path'
import type { Diagnostic } from '../base/report.ts'
import { endPosition, position, type Span } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { describePlace } from './describe-place.ts'
import { inOrder } from './findings-order.ts'

/**
 * Findings as workflow commands of GitHub Actions, in order, one a line: GitHub shows each at its place in the change.
 * `project` is the way from the repository to the project, empty where they are one folder.
 */
export function findingsForGithub(diagnostics: readonly Diagnostic[], project: string): string {
  return inOrder(diagnostics)
    .map((found) => `${command(found, project)}\n`)
    .join('')
}

function command({ severity, code, message, span, hints, related }: Diagnostic, project: string): string {
  const properties = [...placeOf(span, project), ['title', code] as const]
    .map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`)
    .join(',')
  const text = [
    message,
    ...related.map(({ at, note }) => `${note}: ${inRepository(describePlace(at), project)}`),
    ...hints.map((hint) => `hint: ${hint}`),
  ]
  return `::${severity} ${properties}::${escapeData(text.map(visible).join('\n'))}`
}

type Property = readonly [name: string, value: string | number]

/** A place in a file of the repository; nothing for the command line, packages and files of this program. */
function placeOf(span: Span, project: string): readonly Property[] {
  const { path, text } = span.file
  if (isElsewhere(path)) return []
  const file: Property = ['file', inRepository(path, project)]
  if (text === '') return [file]
  const { line, column } = position(span)
  const end = endPosition(span)
  const lines: readonly Property[] = [file, ['line', line], ['endLine', end.line]]
  // Check runs take columns of one line only.
  return end.line === line ? [...lines, ['col', column], ['endColumn', end.column]] : lines
}

/** A path of the project as one of the repository. */
function inRepository(path: string, project: string): string {
  return isElsewhere(path) ? path : posix.join(project, path)
}

function isElsewhere(path: string): boolean {
  return /^(?:npm:|bifolio:|--|bifolio$)/.test(path)
}

/** "Workflow commands for GitHub Actions": these three would end a command, or begin an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** And these two would end a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
