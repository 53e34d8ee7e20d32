import type { ReadFile } from '../pdf/read-file.ts'
import { MarkReader, pagesIn, type ReadMark } from '../pdf/read-marks.ts'

/** A page on which something else stands, or in another place. */
export interface PageDifference {
  /** From 1. */
  readonly page: number
  /** In words that follow the page. */
  readonly what: string
}

/** Compares what stands on pages: words, their places and sizes, rules, tints and pictures. One difference a page, the first. */
export function comparePages(stored: ReadFile, made: ReadFile): readonly PageDifference[] {
  const [before, after] = [pagesIn(stored), pagesIn(made)]
  const [reader, other] = [new MarkReader(stored), new MarkReader(made)]
  const found: PageDifference[] = []
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [one, two] = [before[index], after[index]]
    if (one === undefined) found.push({ page: index + 1, what: 'was not there' })
    else if (two === undefined) found.push({ page: index + 1, what: 'is not there any more' })
    else {
      const what = firstDifference(reader.read(one), other.read(two))
      if (what !== null) found.push({ page: index + 1, what })
    }
  }
  return found
}

function firstDifference(before: readonly ReadMark[], after: readonly ReadMark[]): string | null {
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [one, other] = [before[index], after[index]]
    if (one === undefined) return `${described(other)} is new at its end`
    if (other === undefined) return `${described(one)} is missing at its end`
    const what = difference(one, other)
    if (what !== null) return what
  }
  return null
}

function difference(one: ReadMark, other: ReadMark): string | null {
  if (one.kind !== other.kind || one.says !== other.says)
    return `${described(one)} became ${described(other)}`
  if (one.x !== other.x || one.y !== other.y) return `${described(one)} moved from ${at(one)} to ${at(other)}`
  return one.how === other.how ? null : `${described(one)} is set otherwise`
}

function described(mark: ReadMark | undefined): string {
  if (mark === undefined) return 'nothing'
  const { kind, says } = mark
  const short = says.length > 60 ? `${says.slice(0, 60)}…` : says
  return kind === 'text' ? `\`${short}\`` : `the mark \`${short} ${kind}\``
}

function at({ x, y }: ReadMark): string {
  return `${x}, ${y} pt`
}
