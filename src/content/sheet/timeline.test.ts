import fc from 'fast-check'
import { expect, test } from 'vitest'
import { versions } from '../../testing/publication.ts'
import { blockOf, checkSheet, soundSheet } from '../../testing/sheet.ts'

test('events have their date in words, and a mark on a scale of years', () => {
  const sheet = soundSheet(`blocks:
  - timeline:
      - { date: 2013-10, text: { en: review, zh-Hans: 审议 } }
      - { date: 2013-12-31, text: { en: election, zh-Hans: 选举 } }
      - { from: 2014, to: 2016, text: { en: term, zh-Hans: 任期 } }
      - { date: 2015, text: { en: year, zh-Hans: 年 } }
    title: { en: Events, zh-Hans: 事件 }
    priority: 4
`)
  const timeline = blockOf('timeline', sheet)
  expect(timeline).toMatchObject({ id: 'events', source: 'events', priority: 4 })
  expect(timeline.events.map(({ date }) => Object.values(versions(date)))).toEqual([
    ['October 2013', '2013年10月'],
    ['31 December 2013', '2013年12月31日'],
    ['2014–2016', '2014—2016年'],
    ['2015', '2015年'],
  ])
  expect(timeline.events.map(({ alt }) => versions(alt)['zh-Hans'])).toEqual([
    '2013年10月：审议',
    '2013年12月31日：选举',
    '2014—2016年：任期',
    '2015年：年',
  ])
  const tracks = [timeline.source, ...timeline.events.map(({ source }) => source)].map((source) =>
    sheet.charts.get(source),
  )
  for (const track of tracks) expect(track).toMatchObject({ kind: 'track', from: 2013, to: 2016 })
  expect(tracks.map((track) => (track?.kind === 'track' ? track.event : undefined))).toEqual([
    null,
    { precision: 'month', from: 2013 + 273 / 365, to: 2013 + 304 / 365 },
    { precision: 'day', from: 2013 + 364 / 365, to: 2014 },
    { precision: 'years', from: 2014, to: 2017 },
    { precision: 'years', from: 2015, to: 2016 },
  ])
})

test('a scale of many years labels round ones', () => {
  const sheet = soundSheet('blocks:\n  - timeline: [{ date: 1951, text: a }, { date: 2013, text: b }]\n')
  const track = sheet.charts.get(blockOf('timeline', sheet).source)
  expect(track?.kind === 'track' && track.years.map(({ year }) => year)).toEqual([
    1960, 1970, 1980, 1990, 2000, 2010,
  ])
})

test('days follow each other without gap or overlap, through leap years', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (first) => {
      const iso = [0, 1].map((days) =>
        new Date(first.getTime() + days * 86_400_000).toISOString().slice(0, 10),
      )
      const sheet = soundSheet(
        `blocks:\n  - timeline: [${iso.map((date) => `{ date: ${date}, text: a }`).join(', ')}]\n`,
      )
      const [one, other] = blockOf('timeline', sheet).events.map(({ source }) => {
        const track = sheet.charts.get(source)
        return track?.kind === 'track' ? track.event : null
      })
      expect(one?.to).toBeCloseTo(other?.from ?? 0, 9)
      expect((one?.to ?? 0) - (one?.from ?? 0)).toBeCloseTo(1 / 365.5, 4)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['{ date: 2013-13, text: a }', '4:24 content/bad-date'],
  ['{ date: 2013-02-29, text: a }', '4:24 content/bad-date'],
  ['{ date: May, text: a }', '4:24 content/bad-date'],
  ['{ from: 2014, text: a }', '4:36 content/bad-period'],
  ['{ date: 2014, from: 2014, to: 2015, text: a }', '4:58 content/bad-period'],
  ['{ from: 2014, to: 2014, text: a }', '4:34 content/bad-period'],
  ['{ text: a, date: 1066 }, { text: b, date: 2014 }', '4:33 content/chart-limit'],
  ['{ date: 2014 }', '4:18 content/missing-key'],
])('what is wrong in `%s` is found at its place', (events, place) => {
  const { found } = checkSheet(`blocks:\n  - timeline: [${events}, { date: 2014, text: z }]\n`)
  expect(found).toEqual([place])
})
