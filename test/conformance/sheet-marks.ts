import type { Pt } from '../../src/base/length.ts'
import { glyphText } from '../../src/layout/glyph-text.ts'
import type { Glyphs, Page, Placed } from '../../src/layout/page.ts'

/** Sizes in points below which nothing is set: Chinese, and all else. */
const floors = { han: 7.875, other: 7 } as const

/** By how much the letters of two lines may reach into each other, in points. */
const hair: Pt = 0.3

/** Office printers leave this much of a page's edge white, in points: 10 mm. */
const edge: Pt = (10 * 72) / 25.4

/** A run of glyphs and the rectangle of its ink. */
export interface Run {
  readonly text: string
  readonly size: Pt
  readonly left: Pt
  readonly right: Pt
  readonly top: Pt
  readonly bottom: Pt
  readonly y: Pt
  readonly tag: number | null
}

/** What is wrong with the texts of a page: too small, beyond the edge, one over another. */
export function textProblems({ marks, size }: Page): readonly string[] {
  const runs = runsOf(marks)
  const small = runs.filter((run) => run.size < floorOf(run) - 1e-3)
  const out = runs.filter(
    ({ left, right, top, bottom }) =>
      left < edge - hair ||
      top < edge - hair ||
      right > size.width - edge + hair ||
      bottom > size.height - edge + hair,
  )
  return [
    ...(runs.length > 20 ? [] : [`it has only ${runs.length} runs of text`]),
    ...small.map((run) => `\`${run.text}\` is set in ${run.size} pt`),
    ...out.map(
      ({ text, left, top }) => `\`${text}\` at ${left.toFixed(1)}, ${top.toFixed(1)} leaves the page`,
    ),
    ...overlaps(runs),
  ]
}

function floorOf({ text }: Run): Pt {
  return /\p{Script=Han}/u.test(text) ? floors.han : floors.other
}

/** Runs with something to see. */
export function runsOf(marks: readonly Placed[]): readonly Run[] {
  return marks.flatMap(({ x, y, mark, tag }) => {
    if (mark.kind !== 'glyphs') return []
    const text = glyphText(mark).replaceAll('\u200b', '')
    if (text.trim() === '') return []
    const [start, width] = inked(mark)
    const { above, below } = reach(text)
    const box = {
      left: x + start,
      right: x + width,
      top: y - above * mark.size,
      bottom: y + below * mark.size,
    }
    return [{ text: text.trim(), size: mark.size, ...box, y, tag }]
  })
}

/** Where the first letter of a run begins and the last one ends: spaces at its ends have no ink. */
function inked({ face, pairs, advances, from, to }: Glyphs): readonly [Pt, Pt] {
  let [at, start, end] = [0, -1, 0]
  for (let glyph = from; glyph < to; glyph++) {
    const isSeen = face.textOf(pairs[glyph] ?? 0).replace(/[\s\u200b]/g, '') !== ''
    if (isSeen && start < 0) start = at
    at += advances[glyph] ?? 0
    if (isSeen) end = at
  }
  return [Math.max(0, start), end]
}

/** How far letters stand above the baseline and below it, in em, in the faces of the sheets. */
function reach(text: string): { readonly above: number; readonly below: number } {
  if (/\p{Script=Han}/u.test(text)) return { above: 0.86, below: 0.1 }
  const isFlat = /^[\d\p{Lu} .<%+−–-]*$/u.test(text)
  return isFlat ? { above: 0.68, below: 0.02 } : { above: 0.74, below: 0.21 }
}

function overlaps(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((one, index) =>
    runs.slice(index + 1).flatMap((other) => {
      const isOver =
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > hair &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > hair
      // Within a line a run may be drawn nearer to the one before: Chinese marks have half of their width empty.
      const isOneLine = one.tag === other.tag && one.y === other.y
      if (!isOver || isOneLine) return []
      return [
        `\`${one.text}\` and \`${other.text}\` stand over each other at ${one.left.toFixed(1)}, ${one.y.toFixed(1)}`,
      ]
    }),
  )
}
