import { type Pt, pointsPer } from '../base/length.ts'
import type { PressSettings } from './settings.ts'

/** A millimetre in points. */
export const mm: Pt = pointsPer('mm') ?? 0

/** Of crop and fold marks and of the cross of a registration mark: what a binder sees at once. */
export const markLength: Pt = 5 * mm

/** Marks stand clear of the trim by at least this, so that none is left on it where the knife is a little off. */
const leastOffset: Pt = 3 * mm

/** The size of the slug line's type. */
export const slugSize: Pt = 6

/** Between other marks and the slug line. */
export const slugGap: Pt = 1 * mm

/** From the trim to the nearest mark: the bleed lies between them. */
export function offsetOf({ bleed }: Pick<PressSettings, 'bleed'>): Pt {
  return Math.max(bleed, leastOffset)
}

/** How far marks of the first row reach out from the trim. */
export function bandOf(settings: Pick<PressSettings, 'bleed'>): Pt {
  return offsetOf(settings) + markLength
}

/** The same with a slug line outside of them. */
export function slugBandOf(settings: Pick<PressSettings, 'bleed'>): Pt {
  // Letters of all scripts stand within 1.2 em.
  return bandOf(settings) + slugGap + 1.2 * slugSize
}

/** How far all that was asked for reaches out from the trim: bleed, marks, slug line. */
export function reachOf(settings: Pick<PressSettings, 'bleed' | 'marks'>): Pt {
  if (settings.marks.has('slug')) return slugBandOf(settings)
  return settings.marks.size > 0 ? bandOf(settings) : settings.bleed
}
