import type Handlebars from 'handlebars'
import type { Hints, Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { nested, tooDeepToParse } from './depth.ts'

/** Parses a layout file as written, before whitespace control; null after a finding. */
export function parseLayoutFile(
  file: SourceFile,
  handlebars: typeof Handlebars,
  report: Report,
): hbs.AST.Program | null {
  const deep = tooDeepToParse(file.text)
  if (deep !== null) return refuseDepth(file, deep, report)
  try {
    return handlebars.parseWithoutProcessing(file.text)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    // The parser's stack is at its end: the tree that would say where was never made.
    if (problem instanceof RangeError) return refuseDepth(file, 0, report)
    const { message, start, hints } = explain(problem, file, handlebars)
    report.error('document/layout-syntax', message, { file, start, end: start }, ...hints)
    return null
  }
}

function refuseDepth(file: SourceFile, start: number, report: Report): null {
  report.error('document/layout-depth', nested.message, { file, start, end: start }, nested.hint)
  return null
}

/** From a position as Handlebars gives it (line from 1, column in UTF-16 units from 0) to the offset in the file. */
export function offsets(file: SourceFile): (position: hbs.AST.Position) => number {
  // Handlebars' lexer also ends a line at a lone carriage return.
  const starts = [0, ...Array.from(file.text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)]
  return ({ line, column }) => Math.min((starts[line - 1] ?? file.text.length) + column, file.text.length)
}

interface Explanation {
  readonly message: string
  readonly start: number
  readonly hints: Hints
}

function explain(problem: Error, file: SourceFile, handlebars: typeof Handlebars): Explanation {
  const start = offsets(file)(placeOf(problem, handlebars))
  const mismatch = /^(.+) doesn't match (.+?)(?: - \d+:\d+)?$/.exec(problem.message)
  if (mismatch) {
    const [, opened, closed] = mismatch
    return {
      message: `\`{{#${opened}}}\` is closed by \`{{/${closed}}}\``,
      start,
      hints: [`write \`{{/${opened}}}\``],
    }
  }
  const open = / got 'EOF'$/.test(problem.message) ? openBlock(file) : null
  if (open !== null) {
    const [name, at] = open
    return { message: `\`{{#${name}}}\` is not closed`, start: at, hints: [`write \`{{/${name}}}\``] }
  }
  const found = / got '(?:EOF|INVALID|)'$/.test(problem.message)
    ? ''
    : /^\{\{[^}\n]*\}*|^\S+/.exec(file.text.slice(start))?.[0]
  const message = found ? `\`${found}\` cannot stand here` : 'the expression is not complete'
  return {
    message,
    start,
    hints: [
      'check the braces and what stands between them: `{{name}}`, `{{#if name}}…{{/if}}`, `{{> partial}}`',
    ],
  }
}

/** The place of an error: on the exception where Handlebars put it, else where its lexer stopped. */
function placeOf(problem: Error, handlebars: typeof Handlebars): hbs.AST.Position {
  const [line, column] = [field(problem, 'lineNumber'), field(problem, 'column')]
  if (typeof line === 'number' && typeof column === 'number') return { line, column }
  const stopped = field(field(field(handlebars, 'Parser'), 'lexer'), 'yylloc')
  return {
    line: Number(field(stopped, 'first_line') ?? 1),
    column: Number(field(stopped, 'first_column') ?? 0),
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** The innermost block that is never closed, and its offset. */
function openBlock(file: SourceFile): readonly [name: string, at: number] | null {
  const open: [name: string, at: number][] = []
  for (const tag of file.text.matchAll(/\{\{!--[\s\S]*?--\}?\}?|\{\{~?\s*([#^/])>?\s*([^\s~}]+)/g)) {
    const [, kind, name] = tag
    if (kind === '/') open.pop()
    else if (kind !== undefined && name !== undefined) open.push([name, tag.index])
  }
  return open.at(-1) ?? null
}
