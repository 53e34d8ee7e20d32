import { shortened } from './shortened.ts'
import { position, type Span } from './span.ts'

export type Severity = 'error' | 'warning'

/** A finding about the author's input: a code `phase/word`, its place, and what to do about it. */
export interface Diagnostic {
  readonly severity: Severity
  readonly code: `${string}/${string}`
  /** In the author's words, lower case, without a full stop, values in backquotes. */
  readonly message: string
  readonly span: Span
  readonly hints: readonly string[]
  /** The other places that it is about, such as the first of two equal ids. */
  readonly related: readonly Related[]
}

/** Another place that a finding is about, and what it has to do with it. */
export interface Related {
  readonly at: Span
  /** As a message: lower case, without a full stop. */
  readonly note: string
}

/** What to do about a finding: always at least one sentence, and where else to look. */
export type Hints = readonly [string, ...(string | Related)[]]

/** Collects the findings of one run, so that one run shows all of them. An error means that no file is written. */
export class Report {
  readonly #found = new Map<string, Diagnostic>()

  error(code: Diagnostic['code'], message: string, span: Span, ...hints: Hints): void {
    this.#add('error', code, message, span, hints)
  }

  warning(code: Diagnostic['code'], message: string, span: Span, ...hints: Hints): void {
    this.#add('warning', code, message, span, hints)
  }

  get failed(): boolean {
    return this.diagnostics.some((found) => found.severity === 'error')
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()]
  }

  /** The same finding at the same place is said once, however often a stage comes by. */
  #add(severity: Severity, code: Diagnostic['code'], full: string, span: Span, hints: Hints): void {
    const message = shortened(full)
    const key = `${code}\n${span.file.path}\n${span.start}\n${message}`
    if (this.#found.has(key)) return
    this.#found.set(key, {
      severity,
      code,
      message,
      span,
      hints: hints.flatMap((hint) => (typeof hint === 'string' ? shortened(hint) : [])),
      related: hints.flatMap((hint) =>
        typeof hint === 'string' ? [] : [{ at: hint.at, note: shortened(hint.note) }],
      ),
    })
  }
}

/** Says in one report what another found: for work that is done on trial. */
export function handOn(found: readonly Diagnostic[], report: Report): void {
  for (const { severity, code, message, span, hints, related } of found) {
    const [first = '', ...others] = hints
    report[severity](code, message, span, first, ...others, ...related)
  }
}

/** Letters of the longest name that is compared with others: the time grows with the square of it. */
const longestName = 100

/** The name most like `wrong` among `known`, or null when none is near: at most a third of its letters differ. */
export function nearest(wrong: string, known: Iterable<string>): string | null {
  if (wrong.length > longestName) return null
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(wrong.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** A hint that names the nearest known word, or lists what there is when the list is short. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  if (near !== null) return `did you mean \`${near}\`?`
  if (known.length === 0) return 'nothing of the kind is known here'
  return known.length <= mostNames
    ? `known here: ${known.join(', ')}`
    : 'see the documentation for what is known here'
}

/** So many are still read: a layout sees as many fields of a publication. */
const mostNames = 32

/** `path:line:col` of a finding. */
export function place(span: Span): string {
  const { line, column } = position(span)
  return `${span.file.path}:${line}:${column}`
}

/** Damerau-Levenshtein distance (optimal string alignment), given up once it must reach `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? limit
}
