import { expect, test } from 'vitest'
import { versions } from '../../testing/publication.ts'
import { blockOf, checkSheet, soundSheet } from '../../testing/sheet.ts'
import type { Card } from '../publication.ts'

/** A card as a reader sees it, a line for each language. */
function show({ label, said, period, latest, change, source }: Card): readonly string[] {
  return ['en', 'zh-Hans'].map((lang) =>
    [label, said.prefix, said.numeral, said.word, period, latest, change, source]
      .map((text) => text?.versions.get(lang)?.text ?? '')
      .join('|'),
  )
}

function cardsOf(yaml: string, rows?: string) {
  return blockOf('cards', soundSheet(yaml, rows === undefined ? {} : { rows })).cards
}

const indicators = `indicators:
  people: { label: { en: Population, zh-Hans: 人口 }, unit: people, columns: p_* }
  gdp: { label: { en: GDP, zh-Hans: 国内生产总值 }, unit: usd, columns: g_* }
  head: { label: { en: Per head, zh-Hans: 人均 }, unit: usd, divide: [gdp, people] }
blocks:
  - cards: [people, gdp, head]
`

// The figures and words of FACTSHEET.md: China, San Marino.
test.each([
  [
    'p_1990,p_2023,g_1990,g_2023\n1135185000,1410710000,360857912566,17794781986104\n',
    [
      'Population||1.41|billion|2023||up 24% since 1990|',
      '人口||14.1|亿|2023年||比1990年增长24%|',
      'GDP|US$|17.8|trillion|2023||49 times the 1990 value|',
      '国内生产总值||17.8|万亿美元|2023年||为1990年的49倍|',
      'Per head|US$|12,600||2023||40 times the 1990 value|',
      '人均||1.26|万美元|2023年||为1990年的40倍|',
    ],
  ],
  [
    'p_1990,p_2000,p_2020,p_2023,g_1990,g_2000,g_2020,g_2023\n23475,26799,34770,33860,,1005189645,1541203030,\n',
    [
      'Population||33,900||2023||up 44% since 1990|',
      '人口||3.39|万|2023年||比1990年增长44%|',
      'GDP|US$|1.54|billion|2020|(latest data)|up 53% since 2000|',
      '国内生产总值||15.4|亿美元|2020年|（最新数据）|比2000年增长53%|',
      'Per head|US$|44,300||2020|(latest data)|up 18% since 2000|',
      '人均||4.43|万美元|2020年|（最新数据）|比2000年增长18%|',
    ],
  ],
  [
    'p_2023,g_2023\n5,\n',
    [
      'Population||5||2023|||',
      '人口||5||2023年|||',
      'GDP||No data|||||',
      '国内生产总值||无数据|||||',
      'Per head||No data|||||',
      '人均||无数据|||||',
    ],
  ],
])('a card of an indicator says its last value, and what became of the first: %s', (rows, lines) => {
  const cards = cardsOf(indicators, rows)
  expect(cards.flatMap(show)).toEqual(lines)
  expect(cards.map(({ said }) => said.isMissing)).toEqual(
    lines.filter((_, index) => index % 2 === 0).map((line) => line.includes('No data')),
  )
})

test.each([
  ['{ label: L, display: { en: 137, zh-Hans: 137个 } }', ['L||137|||||', 'L||137|个||||'], true],
  ['{ label: L, display: 81% }', ['L||81%|||||', 'L||81%|||||'], true],
  [
    '{ label: L, display: { en: "US$800,000", zh-Hans: 80万美元 } }',
    ['L|US$|800,000|||||', 'L||80|万美元||||'],
    false,
  ],
  ['{ label: L, display: sixth }', ['L||sixth|||||', 'L||sixth|||||'], true],
  [
    '{ label: L, value: 800000, unit: usd, period: { from: 2014, to: 2017 } }',
    ['L|US$|800,000||2014–2017|||', 'L||80|万美元|2014—2017年|||'],
    false,
  ],
  [
    '{ label: L, value: 1234567, precision: { significant: 2 } }',
    ['L||1.2|million||||', 'L||120|万||||'],
    false,
  ],
  ['{ label: L, value: 3.14159, precision: 2, source: S }', ['L||3.14|||||S', 'L||3.14|||||S'], true],
  [
    '{ label: L, value: 20, qualifier: { en: over, zh-Hans: 超过 } }',
    ['L|over\u00a0|20|||||', 'L|超过|20|||||'],
    false,
  ],
  [
    '{ label: L, value: 12, period: 2020, change: { from: 10, since: 2010 } }',
    ['L||12||2020||up 20% since 2010|', 'L||12||2020年||比2010年增长20%|'],
    true,
  ],
  [
    '{ label: L, value: 12, change: { en: more, zh-Hans: 更多 } }',
    ['L||12||||more|', 'L||12||||更多|'],
    true,
  ],
  [
    '{ label: L, value: 12, unit: { word: { en: mm, zh-Hans: 毫米 } } }',
    ['L||12|mm||||', 'L||12|毫米||||'],
    false,
  ],
  ['{ label: L, value: 45.5, unit: percent }', ['L||45.5%|||||', 'L||45.5%|||||'], true],
  [
    '{ label: L, value: 5, unit: { prefix: €, word: { en: a day, zh-Hans: 每天 } } }',
    ['L|€|5|a day||||', 'L|€|5|每天||||'],
    false,
  ],
  ['{ label: L, value: 0 }', ['L||0|||||', 'L||0|||||'], true],
])('a card by hand: %s', (written, lines, isCommon) => {
  const [card] = cardsOf(`blocks:\n  - cards:\n      - ${written}\n`)
  expect(card && show(card)).toEqual(lines)
  expect(card?.said.isCommon).toBe(isCommon)
})

test('a figure of the list may stand on a card, and in a row of facts', () => {
  const sheet = soundSheet(`figures:
  - { id: states, value: 137, unit: state, block: p, find: 137 states, label: took part, display: { en: 137, zh-Hans: 137个 } }
  - { id: share, value: 81, unit: percent, block: p, find: 81, label: of all, period: 2013, source: S }
blocks:
  - { paragraph: 137 states 81, id: p }
  - cards: [states, share]
  - facts: [share, states, { figure: { en: over 20, zh-Hans: 20多个 }, text: fields, priority: 2, id: f }]
    title: Facts
    priority: 5
`)
  const { cards, id } = blockOf('cards', sheet)
  expect(cards.flatMap(show)).toEqual([
    'took part||137|||||',
    'took part||137|个||||',
    'of all||81%||2013|||S',
    'of all||81%||2013年|||S',
  ])
  expect(cards.map((card) => card.id)).toEqual([`${id}-states`, `${id}-share`])
  const facts = blockOf('facts', sheet)
  expect(facts).toMatchObject({ id: 'facts', priority: 5 })
  expect(facts.facts.map((fact) => [fact.id, versions(fact.figure)['zh-Hans'], fact.priority])).toEqual([
    ['facts-share', '81', null],
    ['facts-states', '137个', null],
    ['facts-f', '20多个', 2],
  ])
  for (const one of [...cards, ...facts.facts]) expect(sheet.targets.has(one.id)).toBe(true)
})

test.each([
  ['cards: [rian]', '8:13 content/unknown-indicator'],
  ['cards: []', '8:5 content/wrong-value'],
  ['cards: [{ label: L }]', '8:22 content/missing-key'],
  ['cards: [{ value: 5 }]', '8:15 content/missing-key'],
  ['cards: [{ label: L, value: x }]', '8:32 content/bad-number'],
  ['cards: [{ label: L, value: 5, unti: usd }]', '8:35 content/unknown-key'],
  ['cards: [{ label: L, value: 5, unit: dollars }]', '8:41 content/wrong-value'],
  ['cards: [{ label: L, value: 5, period: { from: 2014, to: 2013 } }]', '8:61 content/bad-period'],
  ['facts: [rian]', '8:13 content/unknown-figure'],
  ['facts: [rain]\n    priority: 0', '9:15 content/wrong-value'],
])('what is wrong in `%s` is found at its place', (block, place) => {
  const figures =
    'figures:\n  - { id: rain, value: 1, unit: mm, block: p, find: a, label: L }\nindicators:\n  rains: { label: R, values: { 1990: 1 } }\nblocks:\n  - '
  const paragraph = '  - { paragraph: a, id: p }\n'
  expect(checkSheet(`${figures}${block}\n${paragraph}`).found[0]).toBe(place)
})
