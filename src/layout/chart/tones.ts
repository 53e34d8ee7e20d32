import type { Color } from '../../base/length.ts'

/** A colour over another one: 1 is the first, 0 the second. */
export function mixed(color: Color, ground: Color, share: number): Color {
  const mix = (ink: number, paper: number): number => Math.round(paper + (ink - paper) * share)
  return [mix(color[0], ground[0]), mix(color[1], ground[1]), mix(color[2], ground[2])]
}

/** What a line or dot needs to be seen on its ground (WCAG 2.2, 1.4.11). */
const leastContrast = 3

/** A colour, darkened or lightened just as far as it takes for thin marks to be seen on a ground. */
export function legible(color: Color, ground: Color): Color {
  const end: Color = luminance(ground) > 0.18 ? [0, 0, 0] : [255, 255, 255]
  for (let share = 1; share > 0; share -= 0.02) {
    const one = mixed(color, end, share)
    if (contrast(one, ground) >= leastContrast) return one
  }
  return end
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Color, b: Color): number {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** From 0 to 1 (WCAG 2.2, relative luminance; IEC 61966-2-1). */
function luminance([red, green, blue]: Color): number {
  const linear = (part: number): number => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
