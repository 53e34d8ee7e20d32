import { decimalOf, numberOf, toDecimals, toSignificant } from './decimal.ts'

/** Rounds once to so many significant figures, half away from zero on the number as written; never minus zero. */
export function roundTo(value: number, significant: number): number {
  return numberOf(toSignificant(decimalOf(value), significant))
}

/** Rounds once to so many decimals, half away from zero on the number as written: 1.005 to 1.01; never minus zero. */
export function roundToDecimals(value: number, decimals: number): number {
  return numberOf(toDecimals(decimalOf(value), decimals))
}
