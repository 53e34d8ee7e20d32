import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Changes, countsOf, isEmpty, isRenamed, passageOf } from './changes.ts'
import { changedUnits, compare } from './compare.ts'
import type { LayoutFacts, Passage, PassageKind, Passages, State } from './passages.ts'

type Texts = Readonly<Record<string, string>>

function passage(id: string, texts: Texts, kind: PassageKind = 'paragraph', isNumbered = false): Passage {
  return { id, kind, isNumbered, path: [], texts: new Map(Object.entries(texts)), only: null }
}

function state(passages: Passages, layout: LayoutFacts | null = null): State {
  return { passages, layout }
}

/** Each change in a line: `+ id`, `- id`, `old>id` with its languages, `~` where it moved. */
function lines({ passages }: Changes): readonly string[] {
  return passages.map((change) => {
    const { before, after, isMoved, texts } = change
    const name =
      before === null ? `+ ${after?.id}` : after === null ? `- ${before.id}` : nameOf(before.id, after.id)
    const langs =
      before !== null && after !== null && texts.length > 0 ? ` ${texts.map(({ lang }) => lang)}` : ''
    return `${name}${isMoved ? ' ~' : ''}${langs}`
  })
}

function nameOf(before: string, after: string): string {
  return before === after ? after : `${before}>${after}`
}

const [rain, review, treaty] = [
  { en: 'It rained on all the days of the review.', zh: '审议期间天天下雨。' },
  {
    en: 'China passed its second review in October 2013 at Geneva.',
    zh: '2013年10月，中国在日内瓦通过了审议。',
  },
  { en: 'China has joined 26 conventions of human rights.', zh: '中国已加入26项人权公约。' },
] as const

describe('passages with names', () => {
  it('are the same in the same state', () => {
    const one = state([passage('a', rain), passage('b', review)], { pages: 2, places: new Map() })
    const changes = compare(one, one)
    expect(isEmpty(changes)).toBe(true)
    expect(lines(changes)).toEqual([])
  })

  it('are added, removed and changed', () => {
    const before = state([passage('a', rain), passage('b', review)])
    const after = state([
      passage('b', { ...review, en: review.en.replace('second', 'third') }),
      passage('c', treaty),
    ])
    expect(lines(compare(before, after))).toEqual(['- a', 'b en', '+ c'])
  })

  it('are moved as few as can be', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => passage(id, { en: `Text of ${id}.` }))
    const [a, ...others] = all
    if (a === undefined) throw new Error('there is a first')
    expect(lines(compare(state(all), state([...others, a])))).toEqual(['a ~'])
  })

  it('are recognised by what they say where they were given another name', () => {
    const before = state([passage('a', rain), passage('china-passed', review)])
    const shorter = { ...review, en: review.en.replace('China passed', 'The country passed') }
    const changes = compare(before, state([passage('a', rain), passage('the-country-passed', shorter)]))
    expect(lines(changes)).toEqual(['china-passed>the-country-passed en'])
    expect(changes.passages.map(isRenamed)).toEqual([true])
  })

  it('are not recognised by a text that is hardly alike', () => {
    expect(lines(compare(state([passage('a', rain)]), state([passage('b', treaty)])))).toEqual(['- a', '+ b'])
  })

  it('keep their names where nothing else is left of them', () => {
    expect(lines(compare(state([passage('a', rain)]), state([passage('a', treaty)])))).toEqual(['a en,zh'])
  })

  it('lose them to a text that stood there before under another', () => {
    const before = state([passage('same-words', review), passage('same-words-2', treaty)])
    const after = state([
      passage('same-words', rain),
      passage('same-words-2', review),
      passage('same-words-3', treaty),
    ])
    expect(lines(compare(before, after))).toEqual([
      '+ same-words',
      'same-words>same-words-2',
      'same-words-2>same-words-3',
    ])
  })

  it('may become something else of the same words', () => {
    const changes = compare(state([passage('a', rain)]), state([passage('a', rain, 'quote')]))
    expect(lines(changes)).toEqual(['a'])
  })
})

describe('passages that are counted', () => {
  const items = (...texts: readonly string[]): Passages =>
    texts.map((text, index) => passage(`list-${index + 1}`, { en: text }, 'item', true))
  const rows = (...cells: readonly (readonly string[])[]): Passages =>
    cells.flatMap((row, index) =>
      row.map((text, column) => passage(`t-row-${index + 1}/${column + 1}`, { en: text }, 'cell', true)),
    )

  it('are those that say the same, whatever their number', () => {
    expect(lines(compare(state(items('Yes', 'No')), state(items('Perhaps', 'Yes', 'No'))))).toEqual([
      '+ list-1',
    ])
  })

  it('are changed where they stand between the same neighbours', () => {
    const changes = compare(
      state(items('Yes', 'No', 'Never')),
      state(items('Perhaps', 'Yes', 'Not now', 'Never')),
    )
    expect(lines(changes)).toEqual(['+ list-1', 'list-2>list-3 en'])
  })

  it('go together as rows', () => {
    const before = state(rows(['Rain', '5'], ['Snow', '5'], ['Hail', '7']))
    const after = state(rows(['Rain', '5'], ['Wind', '5'], ['Snow', '5'], ['Hail', '8']))
    expect(lines(compare(before, after))).toEqual(['+ t-row-2/1', '+ t-row-2/2', 't-row-3/2>t-row-4/2 en'])
  })

  it('keep their columns where one is put in', () => {
    const before = state(rows(['Rain', '5', '6'], ['Snow', '7', '8']))
    const after = state(rows(['Rain', '4', '5', '6'], ['Snow', '6', '7', '8']))
    expect(lines(compare(before, after))).toEqual(['+ t-row-1/2', '+ t-row-2/2'])
  })
})

describe('a translation', () => {
  const lagOf = (before: Texts, after: Texts) =>
    compare(state([passage('a', before)]), state([passage('a', after)])).passages[0]?.lag

  it('lags where one language alone has changed', () => {
    expect(lagOf(review, { ...review, en: review.en.replace('second', 'third') })).toEqual({
      changed: ['en'],
      unchanged: ['zh'],
      missing: [],
      stale: [],
      isMinor: false,
    })
  })

  it('does not where all have', () => {
    expect(lagOf(review, treaty)).toBeNull()
  })

  it('hardly does where marks and capitals changed', () => {
    expect(
      lagOf(review, { ...review, en: 'China passed its second review, in October 2013, at Geneva!' }),
    ).toMatchObject({
      isMinor: true,
    })
    expect(lagOf({ en: 'up 3.5 %', zh: '多' }, { en: 'up 35 %', zh: '多' })).toMatchObject({ isMinor: false })
    expect(lagOf({ en: 'in US$', zh: '元' }, { en: 'in €', zh: '元' })).toMatchObject({ isMinor: false })
  })

  it('lags where it still has the old number, though its words changed too', () => {
    const lag = lagOf({ en: '800,000 came', zh: '来了80万人' }, { en: '900,000 came', zh: '共来了80万人' })
    expect(lag).toMatchObject({ changed: ['en', 'zh'], unchanged: [], isMinor: false })
    expect(lag?.stale.map(({ lang, figure, changedTo }) => [lang, figure.text, changedTo.text])).toEqual([
      ['zh', '80万', '900,000'],
    ])
  })

  it('is missing from what is new in one language', () => {
    const all = passage('a', rain)
    const changes = compare(state([all]), state([all, passage('b', { en: treaty.en })]))
    expect(changes.passages[0]?.lag).toMatchObject({ changed: ['en'], missing: ['zh'], isMinor: false })
    const meant = { ...passage('b', { en: treaty.en }), only: ['en'] }
    expect(compare(state([all]), state([all, meant])).passages[0]?.lag).toBeNull()
  })

  it('that is new everywhere is said once, and is no change of a passage', () => {
    const before = state([passage('a', { en: rain.en }), passage('b', { en: review.en })])
    const after = state([passage('b', review), passage('a', rain)])
    const changes = compare(before, after)
    expect(changes.languages).toEqual({ added: ['zh'], removed: [] })
    expect(changes.passages.flatMap(({ texts }) => texts)).toEqual([])
    expect(countsOf(changes)).toMatchObject({ moved: 1, changed: 0, lagging: 0 })
  })
})

describe('pages', () => {
  const facts = (pages: number, places: Readonly<Record<string, number>>): LayoutFacts => ({
    pages,
    places: new Map([['en', new Map(Object.entries(places))]]),
  })

  it('are compared passage by passage, those in a row together', () => {
    const passages = ['a', 'b', 'c', 'd'].map((id) => passage(id, { en: `Text of ${id}.` }))
    const before = state(passages, facts(3, { a: 1, b: 1, c: 2, d: 3 }))
    const after = state(passages, facts(4, { a: 1, b: 2, c: 3 }))
    expect(compare(before, after).layout).toEqual({
      before: 3,
      after: 4,
      shifts: [{ lang: 'en', first: 'b', last: 'c', units: 2, before: 1, after: 2 }],
      printed: [{ lang: 'en', id: 'd', isNow: false }],
    })
  })
})

describe('of any two states', () => {
  const word = fc.constantFrom(
    'rain ',
    'snow ',
    'wind ',
    'the ',
    '5 ',
    '雨',
    '雪',
    '。',
    '<script>',
    '\u202eabc',
    '\ud800',
    '🌧️',
  )
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
  const texts = fc
    .record({ en: text, 'zh-Hans': text, ar: text }, { requiredKeys: ['en'] })
    .map((versions) => new Map(Object.entries(versions)))
  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f/1', 'f/2', 'list-1', 'list-2', 'list-3'),
    texts,
    kind: fc.constantFrom<PassageKind>('paragraph', 'heading'),
  })
  const any = fc
    .uniqueArray(one, { selector: ({ id }) => id, maxLength: 10 })
    .map(
      (all): State =>
        state(all.map((made) => ({ ...made, isNumbered: made.id.startsWith('list'), path: [], only: null }))),
    )

  /** What a change says, in no order and without what has a direction. */
  const facts = ({ passages }: Changes, isTurned: boolean) =>
    passages
      .map(({ before, after, isMoved, texts }) => {
        const ids = [before?.id ?? null, after?.id ?? null]
        const said = texts.map(({ lang, before, after, isMinor, edits, figures }) => {
          const words = edits.map(({ kind, text }) => `${kind} ${text}`)
          const numbers = figures.map(({ before, after }) => [before?.value ?? null, after?.value ?? null])
          if (!isTurned) return { lang, sides: [before, after], isMinor, words: words.sort(), numbers }
          const other = words.map((line) =>
            line.replace(/^(?:removed|added)/, (kind) => (kind === 'added' ? 'removed' : 'added')),
          )
          return {
            lang,
            sides: [after, before],
            isMinor,
            words: other.sort(),
            numbers: numbers.map(([a, b]) => [b, a]),
          }
        })
        const inOrder = said.sort((a, b) => (a.lang < b.lang ? -1 : 1))
        return JSON.stringify([isTurned ? ids.reverse() : ids, isMoved, inOrder])
      })
      .sort()

  it('the changes are those from the second to the first, the other way round', () => {
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(facts(compare(before, after), false)).toEqual(facts(compare(after, before), true))
      }),
    )
  })

  it('each passage is reported once, and in a language once', () => {
    fc.assert(
      fc.property(any, any, (before, after) => {
        const { passages } = compare(before, after)
        for (const side of ['before', 'after'] as const) {
          const ids = passages.flatMap((change) => change[side]?.id ?? [])
          expect(new Set(ids).size).toBe(ids.length)
        }
        for (const { texts } of passages)
          expect(new Set(texts.map(({ lang }) => lang)).size).toBe(texts.length)
      }),
    )
  })

  it('the second is the first with its changes', () => {
    fc.assert(
      fc.property(any, any, (before, after) => {
        const { passages, languages } = compare(before, after)
        const common = (lang: string) => !languages.added.includes(lang) && !languages.removed.includes(lang)
        const said = (all: Passages) =>
          all
            .flatMap(({ texts }) =>
              [...texts].flatMap(([lang, one]) => (common(lang) && one !== '' ? [`${lang} ${one}`] : [])),
            )
            .sort()
        const gone = passages.flatMap(({ texts }) =>
          texts.flatMap(({ lang, before }) =>
            before === null || !common(lang) ? [] : [`${lang} ${before}`],
          ),
        )
        const come = passages.flatMap(({ texts }) =>
          texts.flatMap(({ lang, after }) => (after === null || !common(lang) ? [] : [`${lang} ${after}`])),
        )
        const kept = said(before.passages)
        for (const text of gone) expect(kept.splice(kept.indexOf(text), 1)).toEqual([text])
        expect([...kept, ...come].sort()).toEqual(said(after.passages))
      }),
    )
  })

  it('there are none from one to itself', () => {
    fc.assert(
      fc.property(any, (same) => {
        expect(isEmpty(compare(same, same))).toBe(true)
      }),
    )
  })

  it('change bars stand at what says something else', () => {
    const after = state([
      passage('a', { ...rain, en: 'It snowed on all the days of the review.' }),
      passage('b/run-in', treaty),
    ])
    const units = changedUnits(compare(state([passage('a', rain), passage('c', review)]), after))
    expect([...units].map(([lang, ids]) => [lang, [...ids]])).toEqual([
      ['en', ['a', 'b']],
      ['zh', ['b']],
    ])
  })
})

it('texts are looked at so often as grows with their number', () => {
  const readsOf = (count: number): number => {
    let reads = 0
    const counted = (id: string, en: string, isNumbered: boolean): Passage => ({
      ...passage(id, {}, 'paragraph', isNumbered),
      get texts() {
        reads++
        return new Map([['en', en]])
      },
    })
    const make = (shift: number): Passages =>
      Array.from({ length: count }, (_, index) => {
        const number = index + shift
        const words = `Passage ${number} tells of ${number * 7919} things and ${number % 13} others`
        return counted(`${index % 2 === 0 ? 'p' : 'paragraph-'}${index}`, words, index % 2 === 1)
      })
    const changes = compare(state(make(0)), state(make(count / 10)))
    expect(changes.passages.map(passageOf).length).toBeGreaterThan(count / 10)
    return reads
  }
  expect(readsOf(10_000) / readsOf(1000)).toBeLessThan(12)
})
