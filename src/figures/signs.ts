import type { Lang } from '../base/lang.ts'
import { conventionOf } from './convention.ts'
import { type Decimal, decimalsIn } from './decimal.ts'
import { printDecimal } from './number.ts'

/** Stands for a value that is missing, which is not zero. */
export const missingSign = '..'

/** Stands for a value that is not zero but nearer to it than the grain: `<0.1`, or `>−0.1` from below. */
export function belowGrain(value: number, grain: Decimal, lang: Lang): string {
  const convention = conventionOf(lang)
  const isNegative = value < 0
  const words = printDecimal(
    { ...grain, isNegative },
    decimalsIn(grain),
    convention,
    convention.groupsInWords,
  )
  return `${isNegative ? '>' : '<'}${words}`
}
