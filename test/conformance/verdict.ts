import type { Sample } from './samples.ts'

/** What came of one thing that was examined; `figure` is a number that is reported and not judged. */
export type Verdict =
  | { readonly kind: 'ok'; readonly what: string }
  | { readonly kind: 'not ok'; readonly what: string; readonly why: string }
  | { readonly kind: 'left out'; readonly what: string; readonly why: string }
  | { readonly kind: 'figure'; readonly what: string }

/** A part of the proof; it gives its verdicts in order. */
export interface Section {
  readonly name: string
  readonly run: (samples: readonly Sample[]) => Promise<readonly Verdict[]> | readonly Verdict[]
}

export function ok(what: string): Verdict {
  return { kind: 'ok', what }
}

export function failed(what: string, why: string): Verdict {
  return { kind: 'not ok', what, why }
}

export function leftOut(what: string, why: string): Verdict {
  return { kind: 'left out', what, why }
}

export function figure(what: string): Verdict {
  return { kind: 'figure', what }
}

/** `ok` when nothing is wrong, else `not ok` with what is. */
export function verdict(what: string, problems: readonly string[]): Verdict {
  return problems.length === 0 ? ok(what) : failed(what, problems.join('\n'))
}

/** As it is printed: one line, and below it what is wrong. */
export function line(found: Verdict): string {
  if (found.kind === 'ok') return `ok ${found.what}`
  if (found.kind === 'figure') return `   ${found.what}`
  if (found.kind === 'left out') return `left out: ${found.what}: ${found.why}`
  return `not ok ${found.what}\n${found.why.replace(/^/gm, '       ')}`
}
