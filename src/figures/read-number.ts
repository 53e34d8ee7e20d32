/** A number, or why it is none that can be printed, in the words of a finding, and what to do. */
export type ReadNumber = { readonly value: number } | { readonly reason: string; readonly hint: string }

/**
 * Reads a number as data gives it: a sign, digits with a point, an exponent; nothing that a spreadsheet adds for the
 * eye. Spaces around it do not count. An empty text is for the caller: it is a missing value, not a wrong one.
 */
export function readNumber(text: string): ReadNumber {
  const bare = text.trim()
  const match = /^([-\u2212]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([-+]?\d{1,4}))?$/.exec(bare)
  if (match === null) return { reason: reasonFor(bare), hint: plainDigits }
  const [, sign = '', digits = '', exponent = '0'] = match
  const significant = digits.replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
  const magnitude = Number(`${digits}e${exponent}`)
  if (significant.length > mostDigits) {
    return {
      reason: `it has ${significant.length} significant digits`,
      hint: `round it to ${mostDigits} at most`,
    }
  }
  if (magnitude >= mostMagnitude) return { reason: 'it is 10^15 or more', hint: 'give it in a larger unit' }
  if (significant !== '' && magnitude < leastMagnitude) {
    return { reason: 'it is nearer to zero than 10^-15', hint: 'give it in a smaller unit, or write `0`' }
  }
  return { value: sign === '' || significant === '' ? magnitude : -magnitude }
}

const plainDigits =
  'write plain digits, with a point before decimals: `1234.5`; leave it empty where it is missing'

/** A binary double holds any decimal of 15 digits so that it can be got back (IEEE 754: floor(52 × log10 2)). */
const mostDigits = 15

/** Beyond it the whole numbers of a double are no longer all decimals of 15 digits, and no language here has words. */
const mostMagnitude = 1e15

/** As many digits after the point as before it: what is smaller is a slip of the exponent. */
const leastMagnitude = 1e-15

function reasonFor(bare: string): string {
  if (bare === '') return 'it is empty'
  if (/^[-+\u2212]?(?:inf|infinity|∞)$/i.test(bare)) return 'it is infinite'
  if (/^[-+]?nan$/i.test(bare) || /^#/.test(bare)) return 'it is the mark of a failed calculation'
  if (/%$/.test(bare)) return 'it has a percent sign'
  if (/^0[xob]/i.test(bare)) return 'it is not decimal'
  if (/[^\x20-\x7e]/.test(bare) && /^[\p{Nd}.,\s]+$/u.test(bare))
    return 'it has other digits or spaces than ASCII'
  if (/^[-+\u2212]?[\d.,' ]+$/.test(bare)) return reasonForMarks(bare)
  return 'it is text'
}

/** Of what has digits and marks only. */
function reasonForMarks(bare: string): string {
  if (bare.includes(',')) return 'it has a comma'
  if (bare.split('.').length > 2) return 'it has two points'
  if (/[ ']/.test(bare)) return 'it has marks between its digits'
  return bare.startsWith('+') ? 'it has a plus' : 'it is text'
}
