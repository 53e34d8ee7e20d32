import { type Finding, finding, project } from './finding.ts'

const publication = (imprint: string) => ({
  'publication.yaml': `languages: { en: { name: English } }
title: Water
imprint:
${imprint}blocks: [{ paragraph: Clean water. }]
`,
})

/** What is wrong with what libraries and readers are told of an edition. */
export const imprintFindings: readonly Finding[] = [
  finding(
    'content/bad-isbn',
    'error',
    'An ISBN is not one: its last digit, which follows from the others, is wrong, or it has not thirteen digits. ISBNs of ten digits are no longer given, and each has one of thirteen.',
    'Compare it with the letter of the agency; the hint gives the digit that would be right behind the others.',
    project(publication('  isbn: 978-1-4028-9462-7\n'), 'publication.yaml:4:9'),
  ),
  finding(
    'content/bad-issn',
    'error',
    'An ISSN is not one: it has not eight digits, or the last, which follows from the others and may be an X, is wrong.',
    'Compare it with the letter of the centre; the hint gives the digit that would be right behind the others.',
    project(publication('  issn: 0317-8472\n'), 'publication.yaml:4:9'),
  ),
  finding(
    'content/bad-doi',
    'error',
    'A DOI is not written as one. It begins with 10 and the number of who registered it; an address that leads to it is none itself.',
    'Write it as in `doi: 10.5555/12345678`: the address is made of it where it is printed.',
    project(publication('  doi: https://doi.org/10.5555/12345678\n'), 'publication.yaml:4:8'),
  ),
  finding(
    'content/two-isbns',
    'error',
    'The same text in the same form has two ISBNs, or they are given in words as well, by an `isbn` outside of `imprint`.',
    'Say of which `language` or `format` each is, or delete one.',
    project(
      publication('  isbn: [{ number: 978-1-4028-9462-6 }, { number: 978-3-16-148410-0 }]\n'),
      'publication.yaml:4:51',
    ),
  ),
  finding(
    'content/own-place',
    'error',
    'An edition is said to take its own place, or to have given it to itself.',
    'Name the other edition: the one before, or the one after.',
    project(publication('  number: 2\n  supersedes: 2\n'), 'publication.yaml:5:15'),
  ),
]
