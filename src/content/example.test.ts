import { expect, test } from 'vitest'
import { check, head } from '../testing/publication.ts'

test.each([
  ['blocks: [{ list: x }]', 'write it as in `list: [{ en: Water, zh-Hans: 水 }]`'],
  ['blocks: [{ heading: x, level: 4 }]', 'write it as in `level: 2`'],
  ['blocks: [x]', 'write it as in `{ paragraph: { en: Water, zh-Hans: 水 } }`'],
  ['blocks: [{ paragraph: { en: [x], zh-Hans: y } }]', 'write it as in `en: …`'],
  ['blocks: x', 'write it as in `blocks: [{ paragraph: { en: Water, zh-Hans: 水 } }]`'],
  ['', 'write it as in `blocks: [{ paragraph: { en: Water, zh-Hans: 水 } }]`'],
  [
    'blocks: []\nfigures: [{ id: f, value: { x: y }, unit: u, block: b, find: x, label: y }]',
    'write it as in `value: 3.2` or `value: [2009, 2013]`',
  ],
  [
    'blocks: []\nfigures: [{ id: f, value: [1], unit: u, block: b, find: x, label: y }]',
    'write it as in `value: [2009, 2013]`',
  ],
])('%j is answered with how it may be written', (yaml, hint) => {
  expect(check(head + yaml).hints).toEqual([hint])
})

test('what the examples say is what the schema takes', () => {
  const yaml = `${head}blocks:
  - { paragraph: { en: Water, zh-Hans: 水 }, id: clean-water, only: [en, zh-Hans] }
  - { list: [{ en: Water, zh-Hans: 水 }], ordered: true }
print: [en, zh-Hans]
prevailing: en
theme: theme.css
date: 2014-05-26
notices: { prevailing: { en: The English version prevails., zh-Hans: 以英文版为准。 } }
figures: [{ id: rain, value: 3.2, unit: mm, block: clean-water, find: { en: Water, zh-Hans: 水 }, label: Rain }]
terms: [{ text: { en: Water, zh-Hans: 水 }, note: Chinese differs by edition }]
`
  expect(check(yaml).found).toEqual([])
})
