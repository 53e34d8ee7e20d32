import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import { readNumber } from '../../figures/read-number.ts'
import type { DataPoint, Indicator } from './indicators.ts'

/** One indicator divided by another, year by year: missing where either is, and where there is nothing to divide by. */
export function quotients(
  over: Indicator,
  under: Indicator,
  span: Span,
  report: Report,
): readonly DataPoint[] {
  const divisors = new Map(under.points.map(({ period, value }) => [period, value]))
  const periods = new Set([...over.points, ...under.points].map(({ period }) => period))
  const dividends = new Map(over.points.map((point) => [point.period, point]))
  return [...periods]
    .sort((a, b) => a - b)
    .map((period) => {
      const dividend = dividends.get(period)
      const divisor = divisors.get(period) ?? null
      const isKnown = dividend !== undefined && dividend.value !== null && divisor !== null && divisor !== 0
      const value = isKnown ? withinRange((dividend.value ?? 0) / divisor) : null
      if (isKnown && value === null) {
        const message = `\`${over.id}\` by \`${under.id}\` in ${period} is too large or small to be printed`
        report.error('content/bad-number', message, span, 'give one of the two in another unit')
      }
      return { period, value, span: dividend?.span ?? span }
    })
}

/** A quotient has more digits than can be read; its size is held against the same bounds as what is written. */
function withinRange(value: number): number | null {
  return 'value' in readNumber(value.toPrecision(15)) ? value : null
}
