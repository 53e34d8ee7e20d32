import { expect, test } from 'vitest'
import { editionFacts } from './edition-facts.ts'
import { head, sound } from './testing/publication.ts'

test('what a publication says of its edition is plain data, in its languages', () => {
  const yaml = `${head}edition: Third
imprint:
  number: 2
  supersedes: 1
  superseded-by: 2.1
  withdrawn: { en: "Table *2* was\\n  wrong.", zh-Hans: "表2\\u200b有误。" }
  isbn: [{ number: 978-1-4028-9462-6, language: en, format: pdf }, { number: 978-3-16-148410-0 }]
  issn: 0317-8471
  doi: 10.5555/12345678
  legal-deposit: Deposited.
  verify: true
blocks: []
`
  expect(editionFacts(sound(yaml))).toEqual({
    number: '2',
    status: 'withdrawn',
    supersedes: '1',
    supersededBy: '2.1',
    withdrawn: { en: 'Table 2 was wrong.', 'zh-Hans': '表2有误。' },
    isbn: [{ number: '978-1-4028-9462-6', language: 'en', format: 'pdf' }, { number: '978-3-16-148410-0' }],
    issn: '0317-8471',
    doi: '10.5555/12345678',
    legalDeposit: { en: 'Deposited.', 'zh-Hans': 'Deposited.' },
  })
  expect(editionFacts(sound(yaml, ['en'])).withdrawn).toEqual({ en: 'Table 2 was wrong.' })
})

test('a publication that says nothing of its edition stands', () => {
  expect(editionFacts(sound(`${head}blocks: []\n`))).toEqual({ status: 'current' })
})
