import { expect } from 'vitest'
import { type Pt, pointsPer, type Size } from '../base/length.ts'
import { type Diagnostic, Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { PageFacts, Placed } from '../layout/page.ts'
import type { Segment } from '../picture/outline.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings } from '../press/settings.ts'
import type { Imposed, Side } from '../press/sheet.ts'
import type { Slug } from '../press/slug.ts'

export const mm: Pt = pointsPer('mm') ?? 0

/** A size in millimetres. */
export function sizeOf(width: number, height: number): Size {
  return { width: width * mm, height: height * mm }
}

export const a3 = sizeOf(297, 420)
export const a4 = sizeOf(210, 297)
export const a5 = sizeOf(148, 210)
export const a6 = sizeOf(105, 148)

/** Pages of one size, each labelled by its number. */
export function equalPages(count: number, size: Size = a5): readonly PageFacts[] {
  return Array.from({ length: count }, (_, index) => ({ name: 'page', label: `${index + 1}`, size }))
}

/** A saddle booklet on paper that is as large as its pages need, printed over the short edge. */
export function pressSettings(wish: Partial<PressSettings> = {}): PressSettings {
  return {
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
    ...wish,
  }
}

/** Pages on sheets, and what was found. */
export function tryImpose(
  pages: readonly PageFacts[],
  wish: Partial<PressSettings> = {},
  slug: Slug | null = null,
): { readonly imposed: Imposed | null; readonly found: readonly Diagnostic[] } {
  const report = new Report()
  const imposed = impose(pages, pressSettings(wish), slug, wholeFile('press.yaml'), report)
  return { imposed, found: report.diagnostics }
}

/** Pages on sheets, with nothing to find. */
export function imposePages(
  pages: readonly PageFacts[],
  wish: Partial<PressSettings> = {},
  slug: Slug | null = null,
): Imposed {
  const { imposed, found } = tryImpose(pages, wish, slug)
  expect(found.map(({ message }) => message)).toEqual([])
  if (imposed === null) throw new Error('nothing was imposed')
  return imposed
}

/** A side as a table in a manual has it: numbers from 1 in rows, `r` behind those that stand on their heads. */
export function tableOf({ places }: Side): string {
  const rows = new Map<number, { readonly x: Pt; readonly text: string }[]>()
  for (const { page, turn, trim } of places) {
    const y = Math.round(trim.y)
    const row = rows.get(y) ?? []
    rows.set(y, [...row, { x: trim.x, text: `${page + 1}${turn === 180 ? 'r' : ''}` }])
  }
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([, row]) => [...row].sort((one, other) => one.x - other.x).map(({ text }) => text))
    .map((row) => row.join(' '))
    .join(' / ')
}

/** The straight lines of marks, as `x y x y` in points with two decimals. */
export function linesOf(marks: readonly Placed[]): readonly string[] {
  return marks.flatMap(({ x, y, mark }) => {
    if (mark.kind !== 'path') return []
    return mark.outline.flatMap((segment, index) => {
      const before = mark.outline[index - 1]
      if (segment[0] !== 'L' || before === undefined) return []
      return [[...pointOf(before, x, y), ...pointOf(segment, x, y)].map(inHundredths).join(' ')]
    })
  })
}

function pointOf([, x = 0, y = 0]: Segment, left: Pt, top: Pt): readonly Pt[] {
  return [left + x, top + y]
}

function inHundredths(length: Pt): string {
  return (Math.round(length * 100) / 100).toFixed(2)
}
