import { graphemeRuns, lineBreakRuns, scriptRuns, scripts } from './unicode-data.ts'

/** Properties of characters by code point, after Unicode 17. What is no code point has those of an unassigned one. */

const codePoints = 0x110000
const lineBreakTable = unroll(lineBreakRuns)
const graphemeTable = unroll(graphemeRuns)
const scriptTable = unroll(scriptRuns)

/** One of `LineBreakClass`: the class of UAX 14 as its rule LB1 leaves it. */
export function lineBreakClass(codePoint: number): number {
  return (lineBreakTable[codePoint] ?? 0) & 0x3f
}

/** `lineBreakClass`, with a bit above 63 set where East_Asian_Width is W, F or H: both for one look-up. */
export function lineBreakTraits(codePoint: number): number {
  return lineBreakTable[codePoint] ?? 0
}

/** One of `GraphemeClass`: the class of UAX 29. */
export function graphemeClass(codePoint: number): number {
  return graphemeTable[codePoint] ?? 0
}

/** ISO 15924 code of a character's script: `Latn`, `Hani`, …, `Zyyy` common, `Zinh` inherited, `Zzzz` unknown. */
export function script(codePoint: number): string {
  return scripts[scriptTable[codePoint] ?? 0] ?? 'Zzzz'
}

/** The number of a character's script: less than `firstScript` when it is common, inherited or unknown. */
export function scriptNumber(codePoint: number): number {
  return scriptTable[codePoint] ?? 0
}

/** `Zzzz`, `Zyyy` and `Zinh` come before it. */
export const firstScript = 3

/** Whether a character takes up a full em in East Asian text: East_Asian_Width W or F. */
export function isWide(codePoint: number): boolean {
  const width = (lineBreakTable[codePoint] ?? 0) >> 6
  return width === 1 || width === 2
}

/** A Chinese character: script Hani, so 々 and 〇 too, and no mark. */
export function isHan(codePoint: number): boolean {
  return scriptTable[codePoint] === han
}

const han = scripts.indexOf('Hani')

/** One byte a code point: a look-up without branches; the system backs only those pages that were written to. */
function unroll(runs: string): Uint8Array {
  const table = new Uint8Array(codePoints)
  const words = runs.split(/\s/)
  let from = 0
  for (let index = 0; index < words.length; index += 2) {
    const to = from + Number.parseInt(words[index] ?? '', 36)
    const value = Number.parseInt(words[index + 1] ?? '', 36)
    if (value !== 0) table.fill(value, from, to)
    from = to
  }
  return table
}
