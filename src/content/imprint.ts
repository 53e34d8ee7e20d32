import type { Lang } from '../base/lang.ts'
import type { Text } from './publication.ts'

/** What libraries and readers need to know of an edition; what its author left out is null or empty. */
export interface Imprint {
  /** As people count editions: `2`, `2.1`. */
  readonly number: string | null
  /** What has become of it: it stands, another has taken its place, or nobody is to rely on it any more. */
  readonly status: 'current' | 'superseded' | 'withdrawn'
  /** The number of the edition whose place it takes. */
  readonly supersedes: string | null
  /** The number of the edition that has taken its place. */
  readonly supersededBy: string | null
  /** Why it was withdrawn. */
  readonly withdrawn: Text | null
  /** A line for each form, with the ISBN of each language. */
  readonly isbnLines: readonly IsbnLine[]
  /** All of them, those of languages that are not printed as well. */
  readonly isbns: readonly Isbn[]
  readonly issn: string | null
  /** `10.5555/12345678`. */
  readonly doi: string | null
  /** Where a DOI leads to. */
  readonly doiLink: string | null
  readonly legalDeposit: Text | null
  /** Null: the colophon does not tell how the edition is recognised. */
  readonly verification: Verification | null
}

export type IsbnFormat = 'print' | 'pdf' | 'epub' | 'web'

export interface Isbn {
  /** Thirteen digits, divided as its author divides them. */
  readonly number: string
  /** Null: the text in all languages has it. */
  readonly language: Lang | null
  /** Null: all forms have it. */
  readonly format: IsbnFormat | null
}

/** What a colophon says of the ISBNs of one form. */
export interface IsbnLine {
  readonly format: IsbnFormat | null
  /** The ISBN of each language that has one. */
  readonly number: Text
}

/** How an edition is recognised by what it says: see `verification.ts`. */
export interface Verification {
  /** Where it is looked up: the digits follow. */
  readonly address: string | null
  /** In groups of four; zeros before the sources are read. */
  readonly digits: string
  /** The address with the digits, to be printed as a code. */
  readonly link: string | null
}

/** Of a publication that says nothing of it. */
export const noImprint: Imprint = {
  number: null,
  status: 'current',
  supersedes: null,
  supersededBy: null,
  withdrawn: null,
  isbnLines: [],
  isbns: [],
  issn: null,
  doi: null,
  doiLink: null,
  legalDeposit: null,
  verification: null,
}

/** Hexadecimal digits that are printed: of a thousand million editions no two are alike by chance. */
export const shortDigits = 16

/** How the edition is recognised by these hexadecimal digits. */
export function verificationBy(digits: string, address: string | null): Verification {
  return {
    address,
    digits: digits.replace(/.{4}(?=.)/g, '$& '),
    link: address === null ? null : address + digits,
  }
}
