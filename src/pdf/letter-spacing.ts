import type { Glyphs } from '../layout/page.ts'
import type { FaceCodes } from './font.ts'

/** Finds by how much most letters of a run are further apart than their widths say. */
export class LetterSpacing {
  /** By thousandths of an em, from -4,096 on: how often that distance is met. */
  readonly #counts = new Uint16Array(2 * reach)
  /** By glyph of the run: where it is counted. */
  #bins = new Int16Array(256)

  /**
   * The distance in thousandths of an em, `current` unless another one saves more than it costs to say so: `scale` is
   * 1,000 by the size.
   */
  of(mark: Glyphs, codes: FaceCodes, scale: number, current: number): number {
    const count = mark.to - mark.from
    if (count <= dear) return current
    if (count > this.#bins.length) this.#bins = new Int16Array(2 * count)
    const usual = binOf(current)
    const most = this.#count(mark, codes, scale, usual)
    const saved = (this.#counts[most] ?? 0) - (this.#counts[usual] ?? 0)
    for (let index = 0; index < count; index++) this.#counts[this.#bins[index] ?? 0] = 0
    if (saved <= dear) return current
    const first = mark.from + this.#bins.indexOf(most)
    const spacing = (mark.advances[first] ?? 0) * scale - codes.widthOf(mark.pairs[first] ?? 0)
    return Math.abs(spacing) < 1 ? 0 : spacing
  }

  /** Counts the distances of a run; gives the bin of the one that is met most often. */
  #count({ pairs, advances, from, to }: Glyphs, codes: FaceCodes, scale: number, usual: number): number {
    const [counts, bins] = [this.#counts, this.#bins]
    let most = usual
    for (let index = from; index < to; index++) {
      const pair = pairs[index] ?? 0
      codes.codeOf(pair)
      const bin = binOf((advances[index] ?? 0) * scale - codes.widthOf(pair))
      bins[index - from] = bin
      const count = (counts[bin] ?? 0) + 1
      counts[bin] = count
      if (count > (counts[most] ?? 0)) most = bin
    }
    return most
  }
}

/** Beyond a few ems it is no letter-spacing. */
const reach = 4096

/** A Tc takes the bytes of about three offsets. */
const dear = 3

function binOf(extra: number): number {
  const bin = (extra + reach + 0.5) | 0
  return bin < 0 ? 0 : bin < 2 * reach ? bin : 2 * reach - 1
}
