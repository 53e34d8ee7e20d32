import type { Color } from '../../base/length.ts'
import { colorNames } from './color-names.ts'

/** A colour and how opaque it is, from 0 to 1. */
export interface SvgColor {
  readonly color: Color
  readonly opacity: number
}

/** Reads a colour of sRGB (CSS Color 4, 5 and 6): a name, digits, `rgb()` or `hsl()`; null: it is none of these. */
export function readColor(text: string): SvgColor | null {
  const written = text.trim().toLowerCase()
  if (written === 'transparent') return { color: [0, 0, 0], opacity: 0 }
  const digits = colorNames.get(written)
  if (digits !== undefined) return fromDigits(digits)
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(written)) return fromDigits(written.slice(1))
  const [, name = '', inside = ''] = /^(rgba?|hsla?)\(([^()]*)\)$/.exec(written) ?? []
  if (name === '') return null
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '')
  if (parts.length < 3 || parts.length > 4) return null
  return name.startsWith('rgb') ? fromLevels(parts) : fromHue(parts)
}

function fromDigits(digits: string): SvgColor {
  const size = digits.length > 4 ? 2 : 1
  const levels = Array.from({ length: digits.length / size }, (_, index) => {
    const level = digits.slice(index * size, (index + 1) * size)
    return Number.parseInt(size === 1 ? level + level : level, 16)
  })
  const [red = 0, green = 0, blue = 0, alpha = 255] = levels
  return { color: [red, green, blue], opacity: alpha / 255 }
}

function fromLevels(parts: readonly string[]): SvgColor | null {
  const [red, green, blue] = parts.slice(0, 3).map((part) => numberOf(part, 255))
  const opacity = numberOf(parts[3] ?? '1', 1)
  if (red == null || green == null || blue == null || opacity === null) return null
  const level = (value: number): number => Math.round(clamped(value, 255))
  return { color: [level(red), level(green), level(blue)], opacity: clamped(opacity, 1) }
}

/** CSS Color 4, 7.1. */
function fromHue([first = '', second = '', third = '', fourth = '1']: readonly string[]): SvgColor | null {
  const hue = numberOf(first.replace(/deg$/, ''), 360)
  const [saturation, lightness, opacity] = [numberOf(second, 1), numberOf(third, 1), numberOf(fourth, 1)]
  if (hue === null || saturation === null || lightness === null || opacity === null) return null
  if (!second.endsWith('%') || !third.endsWith('%')) return null
  const [s, l] = [clamped(saturation, 1), clamped(lightness, 1)]
  const level = (shift: number): number => {
    const k = (((shift + hue / 30) % 12) + 12) % 12
    return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return { color: [level(0), level(8), level(4)], opacity: clamped(opacity, 1) }
}

/** A number, or a share of the whole; null: it is neither. */
function numberOf(text: string, whole: number): number | null {
  const [, number, percent] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%?)$/.exec(text) ?? []
  if (number === undefined) return null
  return percent === '%' ? (Number(number) / 100) * whole : Number(number)
}

function clamped(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
