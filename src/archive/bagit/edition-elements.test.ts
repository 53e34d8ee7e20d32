import { expect, test } from 'vitest'
import { readRecord } from '../ro-crate/record.ts'
import { editionElements } from './edition-elements.ts'

function elements(more: object): readonly string[] {
  const record = {
    id: 'tag:example.org,2024:water',
    number: '2.1',
    title: { en: 'Clean water', id: 'Air bersih' },
    issuer: { en: 'The Office' },
    languages: [
      { tag: 'en', name: 'English' },
      { tag: 'id', name: 'Indonesia' },
    ],
    ...more,
  }
  const read = readRecord(new TextEncoder().encode(JSON.stringify(record)))
  if (read === null) throw new Error('this is a record')
  return editionElements(read).map(({ label, value }) => `${label}: ${value}`)
}

test('a bag says which edition it holds, and when that was made', () => {
  expect(elements({ date: '2024-03-22' })).toEqual([
    'Source-Organization: The Office',
    'External-Description: Clean water / Air bersih, edition 2.1',
    'Bagging-Date: 2024-03-22',
    'External-Identifier: tag:example.org,2024:water#edition-2.1',
    'Bag-Group-Identifier: tag:example.org,2024:water',
    'Bag-Software-Agent: Bifolio',
  ])
})

test.each([[undefined], ['2024'], ['2024-03']])('the date %s is no day of bagging', (date) => {
  expect(elements({ date }).filter((line) => line.startsWith('Bagging-Date'))).toEqual([])
})
