import { expect, test } from 'vitest'
import { allFindings } from '../findings/catalogue.ts'
import { explainCommand } from './explain-command.ts'

function explain(code?: string) {
  const printed = { out: '', errors: '' }
  const exit = explainCommand(
    code,
    { write: (text: string) => (printed.out += text) },
    { write: (text: string) => (printed.errors += text) },
  )
  return { exit, ...printed }
}

test('an entry says what is wrong, what to do, and shows an example', () => {
  expect(explain('content/bad-date')).toEqual({
    exit: 0,
    errors: '',
    out: `content/bad-date (error)

A date is not written as a year, year and month, or day, or there is no such day.

What to do: Write \`2014\`, \`2014-05\` or \`2014-05-26\`: it is put into words in each language.

Example:

  content/example/publication.yaml
    languages: { en: { name: English } }
    title: Water
    date: May 26, 2014
    blocks: [{ paragraph: Clean water. }]

  $ bifolio build example

It is found at content/example/publication.yaml:3:7.
`,
  })
})

test('a code may be copied with its brackets', () => {
  expect(explain('[content/bad-date]')).toEqual(explain('content/bad-date'))
})

test('every entry can be told, and nothing in it is obeyed by a terminal', () => {
  const told = allFindings.map(({ code }) => explain(code))
  expect(told.filter(({ exit, out }) => exit !== 0 || out.length < 100)).toEqual([])
  expect(told.map(({ out }) => out).join('')).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
})

test.each([
  ['content/duplicat-id', 'did you mean `content/duplicate-id`?'],
  ['duplicate-id', 'known here: content/duplicate-id, document/duplicate-id'],
  [
    'read/xyzzyxyz',
    'known here: read/missing, read/outside, read/special, read/large, read/unreadable, read/encoding',
  ],
])('an unknown code gets a hint: %s', (code, hint) => {
  const { exit, out, errors } = explain(code)
  expect([exit, out]).toEqual([2, ''])
  expect(errors).toContain(`no finding has the code \`${code}\` [cli/usage]`)
  expect(errors).toContain(`hint: ${hint}`)
})

test('without a code all are listed, by where they come from', () => {
  const { exit, out } = explain()
  expect(exit).toBe(0)
  expect(out).toContain('Reading files\n  read/missing\n')
  for (const { code } of allFindings) expect(out).toContain(`  ${code}\n`)
})
