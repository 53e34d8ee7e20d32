import { type Diagnostic, place } from '../base/report.ts'
import { position } from '../base/span.ts'
import { frame } from '../content/frame.ts'
import type { Stream } from './progress.ts'

export interface PrintSettings {
  readonly colour: boolean
}

/** Prints findings as machines or people want them; in colour on a terminal. */
export function writeFindings(diagnostics: readonly Diagnostic[], isJson: boolean, stream: Stream): void {
  if (diagnostics.length === 0) return
  const text = isJson
    ? findingsAsJson(diagnostics)
    : printFindings(diagnostics, { colour: stream.isTTY === true })
  stream.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Findings for people, file by file and in the order of their places; each with its line and hints. */
export function printFindings(diagnostics: readonly Diagnostic[], settings: PrintSettings): string {
  const counts = new Map<string, number>()
  const printed: string[] = []
  for (const found of inOrder(diagnostics)) {
    const count = (counts.get(found.code) ?? 0) + 1
    counts.set(found.code, count)
    if (count <= mostOfAKind) printed.push(printFinding(found, settings))
  }
  for (const [code, count] of counts) {
    if (count > mostOfAKind)
      printed.push(`… and ${count - mostOfAKind} more like it [${code}]; --json lists all\n`)
  }
  return printed.join('\n')
}

/** One wrong page size makes every line too wide: the first few say it all. */
const mostOfAKind = 12

/** Findings for machines, in the same order: one JSON object a line. Lines and columns start at 1; a column is a code point. */
export function findingsAsJson(diagnostics: readonly Diagnostic[]): string {
  return inOrder(diagnostics)
    .map((found) => `${JSON.stringify(asData(found))}\n`)
    .join('')
}

/** Files in the order in which they first had a finding, and in each from its beginning to its end. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>()
  for (const found of diagnostics) {
    const { path } = found.span.file
    const others = byFile.get(path)
    if (others) others.push(found)
    else byFile.set(path, [found])
  }
  return [...byFile.values()].flatMap((some) => some.sort((a, b) => a.span.start - b.span.start))
}

function printFinding(found: Diagnostic, { colour }: PrintSettings): string {
  const paint = colour ? coloured : plain
  const { severity, code, message, span, hints } = found
  const where = visible(span.file.text === '' ? span.file.path : place(span))
  const picture = visible(frame(span))
  const lines = [
    `${paint(where, 'bold')}: ${paint(severity, severity)}: ${visible(message)} ${paint(`[${code}]`, 'dim')}`,
    ...(picture === '' ? [] : [paint(picture, 'dim')]),
    ...hints.map((hint) => `  ${paint('hint', 'hint')}: ${visible(hint)}`),
  ]
  return `${lines.join('\n')}\n`
}

function asData({ severity, code, message, span, hints }: Diagnostic) {
  const { line, column } = position(span)
  const end = position({ ...span, start: Math.max(span.start, span.end) })
  return {
    severity,
    code,
    message,
    path: span.file.path,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    hints,
  }
}

/** What authors write is shown, never obeyed: no control character of theirs reaches a terminal. */
function visible(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '\ufffd')
}

type Style = 'bold' | 'dim' | 'error' | 'warning' | 'hint'

/** Select Graphic Rendition (ECMA-48 8.3.117): bold, faint, red, yellow, cyan. */
const styles: Readonly<Record<Style, number>> = { bold: 1, dim: 2, error: 31, warning: 33, hint: 36 }

function coloured(text: string, style: Style): string {
  return `\u001b[${styles[style]}m${text}\u001b[0m`
}

function plain(text: string): string {
  return text
}
