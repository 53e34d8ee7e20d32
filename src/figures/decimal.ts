/**
 * A number by its decimal digits: ±0.d₁d₂d₃… × 10^point. No zeros at either end of `digits`; zero has no digits.
 * Powers of ten and rounding are exact on it, as they are not on binary fractions (1.005 × 100 = 100.49999999999999).
 */
export interface Decimal {
  readonly isNegative: boolean
  readonly digits: string
  readonly point: number
}

/** The shortest decimal that is this number (ECMA-262 6.1.6.1.20): what the author wrote, up to 15 digits. */
export function decimalOf(value: number): Decimal {
  if (!Number.isFinite(value)) throw new Error(`expected a finite number, got ${value}`)
  if (Number.isSafeInteger(value)) {
    const digits = String(Math.abs(value))
    return trimmed(value < 0, digits, digits.length)
  }
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return trimmed(value < 0, mantissa.replace('.', ''), Number(exponent) + 1)
}

export function numberOf({ isNegative, digits, point }: Decimal): number {
  // `Number` rounds decimals correctly; a product of two numbers need not.
  return digits === '' ? 0 : Number(`${isNegative ? '-' : ''}0.${digits}e${point}`)
}

/** Divided by a power of ten. */
export function inPowers(decimal: Decimal, power: number): Decimal {
  const { isNegative, digits, point } = decimal
  return digits === '' || power === 0 ? decimal : { isNegative, digits, point: point - power }
}

/** Rounded to so many decimals (below zero: to tens, hundreds), half away from zero; what rounds to zero has no sign. */
export function toDecimals(decimal: Decimal, decimals: number): Decimal {
  const { isNegative, digits, point } = decimal
  const kept = point + decimals
  if (kept >= digits.length) return decimal
  if (kept < 0) return trimmed(false, '', 0)
  if (Number(digits[kept]) < 5) return trimmed(isNegative, digits.slice(0, kept), point)
  // Nines at the end become zeros, which are not written; the digit before them is one more.
  let end = kept
  while (end > 0 && digits[end - 1] === '9') end--
  if (end === 0) return { isNegative, digits: '1', point: point + 1 }
  return { isNegative, digits: `${digits.slice(0, end - 1)}${Number(digits[end - 1]) + 1}`, point }
}

/** Rounded to so many significant digits, at least 1. */
export function toSignificant(decimal: Decimal, significant: number): Decimal {
  return toDecimals(decimal, significant - decimal.point)
}

/** How many decimals it takes to write it in full. */
export function decimalsIn({ digits, point }: Decimal): number {
  return digits === '' ? 0 : Math.max(0, digits.length - point)
}

/** Its digits before and after the decimal mark, without sign; `decimals` must be enough for all of them. */
export function places({ digits, point }: Decimal, decimals: number): readonly [whole: string, part: string] {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const part = digits === '' ? '' : `${'0'.repeat(Math.max(0, -point))}${digits.slice(Math.max(0, point))}`
  return [whole, part.padEnd(decimals, '0')]
}

function trimmed(isNegative: boolean, digits: string, point: number): Decimal {
  let [from, to] = [0, digits.length]
  while (to > 0 && digits[to - 1] === '0') to--
  if (to === 0) return { isNegative: false, digits: '', point: 0 }
  while (digits[from] === '0') from++
  return { isNegative, digits: digits.slice(from, to), point: point - from }
}
