import type { Diagnostic, Related } from '../base/report.ts'
import { visible } from '../base/visible.ts'
import { frame } from '../content/frame.ts'
import { describePlace } from './describe-place.ts'
import { inOrder } from './findings-order.ts'

export interface PrintSettings {
  readonly colour: boolean
}

/** Findings for people, file by file and in the order of their places; each with its line, other places and hints. */
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

function printFinding(found: Diagnostic, { colour }: PrintSettings): string {
  const paint = colour ? coloured : plain
  const { severity, code, message, span, hints, related } = found
  const where = paint(describePlace(span), 'bold')
  const lines = [
    `${where}: ${paint(severity, severity)}: ${visible(message)} ${paint(`[${code}]`, 'dim')}`,
    ...framed(frame(span), paint),
    ...related.flatMap((other) => printRelated(other, paint)),
    ...hints.map((hint) => `  ${paint('hint', 'hint')}: ${visible(hint)}`),
  ]
  return `${lines.join('\n')}\n`
}

function printRelated({ at, note }: Related, paint: Paint): readonly string[] {
  return [`  ${paint(describePlace(at), 'bold')}: ${visible(note)}`, ...framed(frame(at), paint)]
}

function framed(picture: string, paint: Paint): readonly string[] {
  return picture === '' ? [] : [paint(picture, 'dim')]
}

type Style = 'bold' | 'dim' | 'error' | 'warning' | 'hint'
type Paint = (text: string, style: Style) => string

/** Select Graphic Rendition (ECMA-48 8.3.117): bold, faint, red, yellow, cyan. */
const styles: Readonly<Record<Style, number>> = { bold: 1, dim: 2, error: 31, warning: 33, hint: 36 }

function coloured(text: string, style: Style): string {
  return `\u001b[${styles[style]}m${text}\u001b[0m`
}

function plain(text: string): string {
  return text
}
