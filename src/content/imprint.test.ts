import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, head, sound, versions } from '../testing/publication.ts'
import { readDoi, readIsbn, readIssn } from './check-digits.ts'
import { noImprint } from './imprint.ts'

const imprintOf = (lines: string, more = '') => `${head}${more}imprint:\n${lines}blocks: []\n`

test('a publication that says nothing of its edition has an imprint that says nothing', () => {
  expect(sound(`${head}edition: Second\nblocks: []\n`).imprint).toEqual(noImprint)
})

test('an imprint stands beside the words of the edition', () => {
  const { edition, imprint } = sound(
    imprintOf(
      `  number: 2
  supersedes: 1
  isbn:
    - { number: 978-1-4028-9462-6, language: en, format: print }
    - { number: 978-3-16-148410-0, language: zh-hans, format: print }
    - { number: 9780306406157, format: pdf }
  issn: 03178471
  doi: 10.5555/a<b>#c
  legal-deposit: { en: Deposited., zh-Hans: 已缴送。 }
`,
      'edition: { en: Second, zh-Hans: 第二 }\n',
    ),
  )
  expect(versions(edition)).toEqual({ en: 'Second', 'zh-Hans': '第二' })
  expect(imprint).toMatchObject({
    number: '2',
    status: 'current',
    supersedes: '1',
    supersededBy: null,
    withdrawn: null,
    issn: '0317-8471',
    doi: '10.5555/a<b>#c',
    doiLink: 'https://doi.org/10.5555/a%3Cb%3E%23c',
    verification: null,
  })
  expect(imprint.isbnLines.map(({ format, number }) => [format, versions(number)])).toEqual([
    ['print', { en: '978-1-4028-9462-6', 'zh-Hans': '978-3-16-148410-0' }],
    ['pdf', { en: '9780306406157', 'zh-Hans': '9780306406157' }],
  ])
  expect(versions(imprint.legalDeposit)).toEqual({ en: 'Deposited.', 'zh-Hans': '已缴送。' })
})

test('the ISBN of a language that is not printed is known and not printed', () => {
  const yaml = imprintOf('  isbn: [{ number: 978-1-4028-9462-6, language: en }]\n')
  const { imprint } = sound(yaml, ['zh-Hans'])
  expect(imprint.isbnLines).toEqual([])
  expect(imprint.isbns).toEqual([{ number: '978-1-4028-9462-6', language: 'en', format: null }])
})

describe('what has become of an edition', () => {
  test.each([
    ['it stands', '  number: 1\n', 'current'],
    ['another has taken its place', '  superseded-by: 2\n', 'superseded'],
    ['it was withdrawn', '  withdrawn: { en: Wrong., zh-Hans: 有误。 }\n', 'withdrawn'],
    ['both', '  superseded-by: 2\n  withdrawn: { en: Wrong., zh-Hans: 有误。 }\n', 'withdrawn'],
  ])('%s', (_, lines, status) => {
    expect(sound(imprintOf(lines)).imprint.status).toBe(status)
  })

  test('why it was withdrawn is said in each language', () => {
    expect(check(imprintOf('  withdrawn: { en: Wrong. }\n')).found).toEqual([
      '4:16 content/missing-translation!',
    ])
  })

  test('it cannot take its own place', () => {
    expect(check(imprintOf('  number: 2\n  superseded-by: 2\n')).found).toEqual(['5:18 content/own-place!'])
  })

  test('its number is one that can be cited and named on the command line', () => {
    for (const number of ['v2', '"2 a"', '../2', '-1'])
      expect(check(imprintOf(`  number: ${number}\n`)).found).toEqual([
        `4:${number.startsWith('"') ? 12 : 11} content/wrong-value!`,
      ])
    for (const number of ['2', '2.1', '2024-rev']) sound(imprintOf(`  number: ${number}\n`))
  })
})

describe('numbers that are wrong', () => {
  test.each([
    ['  isbn: 978-1-4028-9462-7\n', '4:9 content/bad-isbn!', 'the last one is `6`: `978-1-4028-9462-6`'],
    ['  isbn: 0-306-40615-2\n', '4:9 content/bad-isbn!', 'write it with thirteen: `978-0-306-40615-7`'],
    ['  isbn: 0-306-40615-3\n', '4:9 content/bad-isbn!', 'its own check digit is `2`'],
    ['  isbn: 080442957X\n', '4:9 content/bad-isbn!', 'write it with thirteen: `9780804429573`'],
    ['  isbn: 978-1-4028-9462\n', '4:9 content/bad-isbn!', 'write its thirteen digits'],
    ['  isbn: 979-0-060-11561-5\n', '4:9 content/bad-isbn!', 'write its thirteen digits'],
    ['  isbn: 5901234123457\n', '4:9 content/bad-isbn!', 'an ISBN begins with 978 or 979'],
    ['  isbn: ISBN 978-1-4028-9462-6\n', '4:9 content/bad-isbn!', 'write its thirteen digits'],
    ['  issn: 0317-8472\n', '4:9 content/bad-issn!', 'the last one is `1`: `0317-8471`'],
    ['  issn: 2434-5610\n', '4:9 content/bad-issn!', 'the last one is `X`: `2434-561X`'],
    ['  issn: 317-8471\n', '4:9 content/bad-issn!', 'write its eight digits'],
    ['  doi: doi:10.5555/12345678\n', '4:8 content/bad-doi!', 'write it alone: `10.5555/12345678`'],
    ['  doi: 11.5555/12345678\n', '4:8 content/bad-doi!', 'write it as in `10.5555/12345678`'],
    ['  verify: example.org\n', '4:11 content/bad-link!', 'write `verify: true`'],
  ])('%s', (lines, place, hint) => {
    const { found, hints } = check(imprintOf(lines))
    expect(found).toEqual([place])
    expect(hints.join('\n')).toContain(hint)
  })

  test('all of them are told in one run, and the rest is kept', () => {
    const { publication, found } = check(
      imprintOf('  number: 3\n  isbn: 978-1-4028-9462-7\n  issn: 0317-8472\n  doi: x\n'),
    )
    expect(found).toHaveLength(3)
    expect(publication?.imprint).toMatchObject({ number: '3', isbns: [], issn: null, doi: null })
  })
})

test.each([
  ['[{ number: 978-1-4028-9462-6 }, { number: 978-3-16-148410-0 }]', '4:51'],
  ['[{ number: 978-1-4028-9462-6 }, { number: 978-3-16-148410-0, language: en }]', '4:51'],
  [
    '[{ number: 978-1-4028-9462-6, format: pdf }, { number: 978-3-16-148410-0, language: en, format: pdf }]',
    '4:64',
  ],
])('two ISBNs of the same are refused: %s', (isbn, at) => {
  expect(check(imprintOf(`  isbn: ${isbn}\n`)).found).toEqual([`${at} content/two-isbns!`])
})

test('an ISBN in words and one that is checked are two', () => {
  const yaml = imprintOf('  isbn: 978-1-4028-9462-6\n', 'isbn: 978-1-4028-9462-6 (print)\n')
  expect(check(yaml).found).toEqual(['5:9 content/two-isbns!'])
})

// The check digits of ISO 2108 and ISO 3297 find any digit that was mistyped, and two neighbours that changed places.
const digitsOf = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })

test('of the ten last digits one makes an ISBN', () => {
  fc.assert(
    fc.property(fc.constantFrom('978', '9791', '9798'), digitsOf(9), (prefix, more) => {
      const digits = (prefix + more.join('')).slice(0, 12)
      const good = [...'0123456789'].filter((last) => readIsbn(digits + last).kind === 'identifier')
      expect(good).toHaveLength(1)
      const sum = [...digits, ...good].reduce((so, digit, at) => so + Number(digit) * (at % 2 ? 3 : 1), 0)
      expect(sum % 10).toBe(0)
    }),
  )
})

test('a mistyped digit of an ISSN is found, and so are two that changed places', () => {
  fc.assert(
    fc.property(digitsOf(7), fc.nat(6), fc.integer({ min: 1, max: 9 }), (seven, at, by) => {
      const digits = seven.join('')
      const good = [...'0123456789X'].filter((last) => readIssn(digits + last).kind === 'identifier')
      expect(good).toHaveLength(1)
      const [last = ''] = good
      const wrong = seven.with(at, ((seven[at] ?? 0) + by) % 10).join('')
      expect(readIssn(wrong + last).kind).toBe('problem')
      const swapped = seven.with(0, seven[1] ?? 0).with(1, seven[0] ?? 0)
      if (seven[0] !== seven[1]) expect(readIssn(swapped.join('') + last).kind).toBe('problem')
    }),
  )
})

test('the hint for a wrong digit leads to a number that is accepted', () => {
  fc.assert(
    fc.property(digitsOf(10), (more) => {
      const read = readIsbn(`978${more.join('')}`)
      const right = read.kind === 'problem' ? /: `([\d-]+)`/.exec(read.hint)?.[1] : read.text
      expect(readIsbn(right ?? '').kind).toBe('identifier')
    }),
  )
})

// Of the registry of EAN and of the DOI Handbook.
test.each([
  '10.1000/182',
  '10.1038/nphys1170',
  '10.1002/0470841559.ch1',
  '10.1016.12.31/nature.S0735-1097(98)2000/12',
])('%s is a DOI', (doi) => {
  expect(readDoi(doi)).toEqual({ kind: 'identifier', text: doi })
})

test('the digits are unknown until the sources are read', () => {
  const address = 'https://example.org/verify/'
  const { verification } = sound(imprintOf(`  verify: ${address}\n`)).imprint
  expect(verification).toEqual({ address, digits: '0000 0000 0000 0000', link: `${address}0000000000000000` })
  expect(sound(imprintOf('  verify: true\n')).imprint.verification).toMatchObject({
    address: null,
    link: null,
  })
  expect(sound(imprintOf('  verify: false\n')).imprint.verification).toBeNull()
})
