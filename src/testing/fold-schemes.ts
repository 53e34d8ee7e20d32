import type { Size } from '../base/length.ts'
import type { PageFacts } from '../layout/page.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'

/** Pages at their own size on paper as large as they need, and nothing else. */
export const plain: PressSettings = {
  scheme: { kind: 'saddle', up: 2 },
  paper: null,
  duplex: 'short',
  sides: 'both',
  binding: 'left',
  blanks: 'end',
  caliper: 0,
  gutter: 0,
  edge: 0,
  scale: 'exact',
  marks: new Set(),
  bleed: 0,
}

/** Of each kind the usual ones, and those of a single place. */
export const schemes: readonly Scheme[] = [
  { kind: 'saddle', up: 2 },
  { kind: 'saddle', up: 4 },
  { kind: 'saddle', up: 8 },
  { kind: 'perfect', pages: 4, up: 2 },
  { kind: 'perfect', pages: 8, up: 2 },
  { kind: 'perfect', pages: 12, up: 2 },
  { kind: 'perfect', pages: 32, up: 2 },
  { kind: 'perfect', pages: 8, up: 4 },
  { kind: 'perfect', pages: 16, up: 4 },
  { kind: 'perfect', pages: 16, up: 8 },
  { kind: 'perfect', pages: 32, up: 8 },
  { kind: 'nup', columns: 1, rows: 1 },
  { kind: 'nup', columns: 2, rows: 1 },
  { kind: 'nup', columns: 2, rows: 3 },
  { kind: 'repeat', columns: 1, rows: 1 },
  { kind: 'repeat', columns: 2, rows: 4 },
  { kind: 'repeat', columns: 3, rows: 1 },
  { kind: 'cut-stack', columns: 1, rows: 1 },
  { kind: 'cut-stack', columns: 2, rows: 2 },
  { kind: 'cut-stack', columns: 1, rows: 3 },
  { kind: 'cut-stack', columns: 3, rows: 1 },
]

export type Way = Pick<PressSettings, 'duplex' | 'binding' | 'blanks'>

/** By everything that makes it what it is. */
export function schemeName(scheme: Scheme): string {
  return Object.values(scheme).join(' ')
}

/** All ways to print and bind. Where nothing is bound, a cover has no back. */
export function waysOf({ kind }: Scheme): readonly Way[] {
  const policies =
    kind === 'nup' || kind === 'repeat' ? (['end'] as const) : (['end', 'before-back'] as const)
  return (['long', 'short'] as const).flatMap((duplex) =>
    (['left', 'right'] as const).flatMap((binding) =>
      policies.map((blanks) => ({ duplex, binding, blanks })),
    ),
  )
}

/** Lengths that change from one count of pages to the next: none may matter to their order. */
export function lengthsOf(count: number): Pick<PressSettings, 'caliper' | 'gutter' | 'bleed'> {
  return { caliper: (count % 3) * 0.3, gutter: (count % 4) * 9, bleed: (count % 2) * 8.5 }
}

/** So many pages of a size. */
export function pagesOf(count: number, size: Size): readonly PageFacts[] {
  return Array.from({ length: count }, (_, index) => ({ name: 'page', label: `${index + 1}`, size }))
}
