import type { Pt } from '../base/length.ts'
import type { Element } from '../document/element.ts'
import type { Pair } from './face.ts'
import { Chance, isMark, type Line, type Run } from './shaped.ts'

/** What stands on a line, from left to right, in points from the left edge of the measure. */
export type LinePart =
  | {
      readonly kind: 'glyphs'
      readonly x: Pt
      readonly width: Pt
      readonly glyphs: LineGlyphs
      readonly element: Element
    }
  | {
      readonly kind: 'page-number'
      readonly x: Pt
      readonly width: Pt
      readonly anchor: string
      /** Where its digits stand in the width that was kept for them. */
      readonly align: 'start' | 'center' | 'end'
      readonly run: Run
    }
  | {
      readonly kind: 'leader'
      readonly x: Pt
      readonly width: Pt
      /** The pattern that fills it. */
      readonly text: string
      readonly run: Run
    }

/** A run of glyphs; `advances` lead from each origin to the next one's. */
export interface LineGlyphs {
  readonly run: Run
  readonly pairs: Uint32Array
  readonly advances: Float32Array
  readonly xOffsets: Float32Array | null
  readonly yOffsets: Float32Array | null
  readonly actual: string | null
}

/**
 * The glyphs of a line, written so that every reader gets the text back: a real space for each space, and in any
 * other visible gap a space glyph that stands for U+200B, since readers take a gap of more than a tenth of an em for a space.
 */
export function setGlyphs(line: Line): readonly LinePart[] {
  const { of: shaped, from, to } = line
  const { atoms, gaps, glyphs } = shaped
  const parts: LinePart[] = []
  const hasOffsets = glyphs.xOffsets !== null
  let at = line.x + Math.max(0, -(atoms.shift[from] ?? 0))
  let open = openRun(shaped.runs[atoms.run[from] ?? 0], hasOffsets)
  for (let atom = from; atom < to; atom++) {
    const run = shaped.runs[atoms.run[atom] ?? 0]
    if (run !== open.run) {
      closeRun(parts, open, at)
      open = openRun(run, hasOffsets)
    }
    const anchor = shaped.flat.pageNumbers.get(atoms.from[atom] ?? 0)
    if (anchor !== undefined && run)
      parts.push({
        kind: 'page-number',
        x: at,
        width: atoms.width[atom] ?? 0,
        anchor,
        align: numberAlign(line, run),
        run,
      })
    const leader = shaped.flat.leaders.get(atoms.from[atom] ?? 0)
    if (leader !== undefined && run) {
      closeRun(parts, open, at)
      open = openRun(run, hasOffsets)
      parts.push({ kind: 'leader', x: at, width: line.leader, text: leader, run })
      at += line.leader
    }
    let origin = at + (atoms.shift[atom] ?? 0)
    // What tracking adds behind each letter; behind the atom's last one it is the gap's.
    let tracked = run?.mayTrack === true ? line.tracking * run.style.fontSize : 0
    if (atoms.letters[atom] === 0) tracked = 0
    const glyphEnd = atoms.glyph[atom + 1] ?? 0
    for (let glyph = atoms.glyph[atom] ?? 0; glyph < glyphEnd; glyph++) {
      const advance = glyphs.advances[glyph] ?? 0
      push(
        open,
        glyphs.pairs[glyph] ?? 0,
        origin,
        glyphs.xOffsets?.[glyph] ?? 0,
        glyphs.yOffsets?.[glyph] ?? 0,
      )
      origin += advance === 0 ? 0 : advance + tracked
    }
    origin -= tracked
    at += (atoms.width[atom] ?? 0) + line.tracking * (atoms.letters[atom] ?? 0)
    if (atom + 1 < to) {
      const gap = line.gaps[atom - from] ?? 0
      const end = at + gap + (atoms.shift[atom + 1] ?? 0)
      // The blank half of a mark belongs to its glyph; where it was squeezed a space goes back to the ink.
      const start = isMark(atoms.kind[atom] ?? 0) ? Math.min(Math.max(at, origin), Math.max(at, end)) : at
      // Another element's text is a text object of its own: pdf.js reads a gap before it as a space.
      const next = shaped.runs[atoms.run[atom + 1] ?? 0]
      if (run?.element !== next?.element && (gaps.spaced[atom + 1] ?? 0) === 0) {
        closeRun(parts, open, start)
        open = openRun(next, hasOffsets)
      }
      fillGap(open, start, end, gaps.spaced[atom + 1] ?? 0)
      at += gap
    }
  }
  endLine(line, open, at)
  closeRun(parts, open, at)
  if (line.isHyphenated && open.run) parts.push(hyphenPart(open.run, at))
  return parts
}

/** Behind a leader digits end at the edge; elsewhere they stand as the text does. */
function numberAlign({ of: { flat } }: Line, { style }: Run): 'start' | 'center' | 'end' {
  if (flat.leaders.size > 0) return 'end'
  return style.textAlign === 'justify' ? 'start' : style.textAlign
}

interface OpenRun {
  readonly run: Run | undefined
  readonly pairs: Pair[]
  readonly origins: Pt[]
  /** Only of a paragraph that has any: few faces shift their glyphs. */
  readonly offsets: { readonly x: Pt[]; readonly y: Pt[] } | null
}

function openRun(run: Run | undefined, hasOffsets: boolean): OpenRun {
  return { run, pairs: [], origins: [], offsets: hasOffsets ? { x: [], y: [] } : null }
}

function push(open: OpenRun, pair: Pair, origin: Pt, xOffset = 0, yOffset = 0): void {
  open.pairs.push(pair)
  open.origins.push(origin)
  open.offsets?.x.push(xOffset)
  open.offsets?.y.push(yOffset)
}

/** Widest gap that no reader takes for a space, in em. */
const unseen = 0.09

function fillGap(open: OpenRun, from: Pt, to: Pt, spaced: number): void {
  const { run } = open
  if (!run) return
  const em = run.style.fontSize
  const { spaceWidth } = run
  let at = from
  if (spaced !== 0) {
    push(open, spaced === 2 ? run.noBreakSpace : run.space, at)
    at += spaceWidth
  }
  const rest = to - at
  if (rest <= unseen * em) return
  const count = Math.ceil((rest - unseen * em) / (spaceWidth + unseen * em))
  // Spread over the gap, each followed by what no reader sees.
  for (let index = 0; index < count; index++) push(open, run.gap, at + (rest * index) / count)
}

/** What stands at a line's end for the space or the zero width that the break took. */
function endLine(line: Line, open: OpenRun, at: Pt): void {
  const { gaps, count } = line.of
  if (!open.run || line.to >= count || line.isHyphenated) return
  if (gaps.spaced[line.to] !== 0 && gaps.chance[line.to] !== Chance.forced) push(open, open.run.space, at)
  else if (gaps.chance[line.to] === Chance.afterHyphen) push(open, open.run.gap, at)
}

function closeRun(parts: LinePart[], open: OpenRun, end: Pt): void {
  const { run, pairs, origins, offsets } = open
  const x = origins[0]
  if (!run || x === undefined) return
  const count = pairs.length
  const painted = new Uint32Array(count)
  const advances = new Float32Array(count)
  for (let index = 0; index < count; index++) {
    const origin = origins[index] ?? 0
    painted[index] = pairs[index] ?? 0
    advances[index] = (origins[index + 1] ?? Math.max(end, origin)) - origin
  }
  const xOffsets = offsets ? shifts(offsets.x) : null
  const yOffsets = offsets ? shifts(offsets.y) : null
  const glyphs: LineGlyphs = { run, pairs: painted, advances, xOffsets, yOffsets, actual: null }
  parts.push({ kind: 'glyphs', x, width: end - x, glyphs, element: run.element })
}

function shifts(offsets: readonly Pt[]): Float32Array | null {
  return offsets.some((offset) => offset !== 0) ? Float32Array.from(offsets) : null
}

function hyphenPart(run: Run, at: Pt): LinePart {
  const glyphs: LineGlyphs = {
    run,
    pairs: Uint32Array.of(run.hyphen),
    advances: Float32Array.of(run.hyphenWidth),
    xOffsets: null,
    yOffsets: null,
    actual: '\u00ad',
  }
  return { kind: 'glyphs', x: at, width: run.hyphenWidth, glyphs, element: run.element }
}
