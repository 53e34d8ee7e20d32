/** A length in points, 1/72 inch. Every length is one unless its name says otherwise. */
export type Pt = number

/** Lengths that differ by less are the same: below what paper shows; sums of hundreds of them are exact to about 1e-10. */
export const tolerance: Pt = 1e-6

export interface Size {
  readonly width: Pt
  readonly height: Pt
}

const perMillimetre = 72 / 25.4

const pointsPerUnit: Readonly<Record<string, number>> = {
  pt: 1,
  mm: perMillimetre,
  cm: 72 / 2.54,
  in: 72,
  pc: 12,
}

/** Points in one of an absolute unit, or null for a unit that is not absolute. `px` is refused: paper has none. */
export function pointsPer(unit: string): number | null {
  return pointsPerUnit[unit] ?? null
}

/** A colour as red, green, blue, each 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number]

/** A length in millimetres, with one decimal. */
export function millimetres(length: Pt, round: (value: number) => number = Math.round): string {
  // What is exact to 1e-10 is not to be rounded up for it.
  return (round((length / perMillimetre) * 10 - tolerance) / 10).toFixed(1)
}
