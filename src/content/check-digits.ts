/** An identifier in its parts, as its author wrote it; or what is wrong with it, and what to do about that. */
export type Identifier =
  | { readonly kind: 'identifier'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: string; readonly hint: string }

const usualIsbn = 'write its thirteen digits as in `978-1-4028-9462-6`'
const mistyped = 'or another digit is mistyped'

/** Checks an ISBN of thirteen digits (ISO 2108:2017); those of ten are no longer given, and each has one of thirteen. */
export function readIsbn(written: string): Identifier {
  const text = written.trim()
  const digits = text.replace(/[- ]/g, '')
  if (!/^[\dXx]+([- ][\dXx]+)*$/.test(text) || !/^\d*[\dXx]$/.test(digits))
    return problem('has signs that no ISBN has', usualIsbn)
  if (digits.length === 10) return problem('is an ISBN of ten digits', isbnOfTen(text, digits))
  if (digits.length !== 13 || !/^\d+$/.test(digits))
    return problem(`has ${digits.length} digits, and an ISBN has thirteen`, usualIsbn)
  if (digits.startsWith('9790')) return problem('is the number of printed music, an ISMN', usualIsbn)
  if (!/^97[89]/.test(digits)) return problem('begins as no ISBN does', 'an ISBN begins with 978 or 979')
  const check = eanCheck(digits.slice(0, 12))
  return check === digits.at(-1) ? good(text) : problem(...wrongCheck(text, check))
}

/** Checks an ISSN: eight digits in two groups, the last of them a check digit (ISO 3297:2022). */
export function readIssn(written: string): Identifier {
  const text = written.trim()
  if (!/^\d{4}-?\d{3}[\dXx]$/.test(text))
    return problem('is no ISSN', 'write its eight digits in two groups, as in `0317-8471`')
  const digits = text.replace('-', '').toUpperCase()
  const check = weightedCheck(digits.slice(0, 7), 8)
  if (check !== digits.at(-1)) return problem(...wrongCheck(text, check))
  return good(`${digits.slice(0, 4)}-${digits.slice(4)}`)
}

/** Checks the form of a DOI (DOI Handbook, 2.2; ISO 26324): whether it is registered only its registry knows. */
export function readDoi(written: string): Identifier {
  const text = written.trim()
  const bare = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  if (!/^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{C}]{1,200}$/u.test(bare))
    return problem('is no DOI', 'write it as in `10.5555/12345678`: 10, a number, a stroke, a name')
  if (bare !== text) return problem('is the address of a DOI', `write it alone: \`${bare}\``)
  return good(text)
}

function good(text: string): Identifier {
  return { kind: 'identifier', text }
}

function problem(what: string, hint: string): Identifier {
  return { kind: 'problem', problem: what, hint }
}

function wrongCheck(text: string, check: string): readonly [what: string, hint: string] {
  const right = text.slice(0, -1) + check
  return [
    'has a wrong check digit',
    `behind these digits the last one is \`${check}\`: \`${right}\`; ${mistyped}`,
  ]
}

/** How an ISBN of ten digits is written with thirteen: 978 before it, and another check digit. */
function isbnOfTen(text: string, digits: string): string {
  const check = weightedCheck(digits.slice(0, 9), 10)
  if (check !== digits.at(-1)?.toUpperCase())
    return `its own check digit is \`${check}\`, ${mistyped}; with thirteen digits it would begin with 978`
  const separator = /[- ]/.exec(text)?.[0] ?? ''
  return `write it with thirteen: \`978${separator}${text.slice(0, -1)}${eanCheck(`978${digits.slice(0, 9)}`)}\``
}

/** Weights 1 and 3 in turn, to a multiple of ten (ISO 2108:2017, Annex C). */
function eanCheck(digits: string): string {
  const sum = [...digits].reduce((so, digit, index) => so + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Weights that fall by one from `first`, to a multiple of eleven; ten is X (ISO 3297:2022, Annex A). */
function weightedCheck(digits: string, first: number): string {
  const sum = [...digits].reduce((so, digit, index) => so + Number(digit) * (first - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
