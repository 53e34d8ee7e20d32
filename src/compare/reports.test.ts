import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { passagesOf } from '../passages.ts'
import { sound } from '../testing/publication.ts'
import { compare } from './compare.ts'
import type { LayoutFacts, Passage, Passages, State } from './passages.ts'
import { layoutAsJson, passagesAsJson, readLayout, readPassages } from './passages-json.ts'
import { changesAsHtml } from './report-html.ts'
import { changesAsJson } from './report-json.ts'
import { changesAsText } from './report-text.ts'

const names = { before: 'edition 1', after: 'edition 2' }

function sample(name: string, layout: LayoutFacts): State {
  const yaml = readFileSync(new URL(`samples/${name}.yaml`, import.meta.url), 'utf8')
  return { passages: passagesOf(sound(yaml)), layout }
}

function pages(count: number, places: Readonly<Record<string, number>>): LayoutFacts {
  return { pages: count, places: new Map([['en', new Map(Object.entries(places))]]) }
}

const before = sample(
  'before',
  pages(2, { wells: 1, reach: 1, quality: 1, cost: 1, 'who-paid': 1, thanks: 2 }),
)
const after = sample(
  'after',
  pages(3, { wells: 1, thanks: 1, reach: 1, quality: 1, cost: 2, 'who-paid-what': 2 }),
)

describe('the changes of a small publication', () => {
  const changes = compare(before, after)

  it('for a terminal', async () => {
    await expect(changesAsText(changes, names)).toMatchFileSnapshot('samples/changes.txt')
  })

  it('for machines', async () => {
    await expect(changesAsJson(changes, names)).toMatchFileSnapshot('samples/changes.json')
  })

  it('for a browser', async () => {
    await expect(changesAsHtml(changes, names)).toMatchFileSnapshot('samples/changes.html')
  })

  it('tell what was only moved together', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const all = ids.map(
      (id): Passage => ({
        id,
        kind: 'paragraph',
        isNumbered: false,
        path: ['Chapter'],
        texts: new Map([['en', `Text of ${id}.`]]),
        only: null,
      }),
    )
    const moved = compare(
      { passages: all, layout: null },
      { passages: [...all.slice(2), ...all.slice(0, 2)], layout: null },
    )
    expect(changesAsText(moved, names).split('\n').slice(4)).toEqual([
      'Chapter',
      '',
      '  a … b (2 passages): moved',
      '',
    ])
    expect(changesAsHtml(moved, names)).toContain('<bdi>a … b (2 passages): moved</bdi>')
  })

  it('are said to be none where there are none', () => {
    const none = compare(before, before)
    expect(changesAsText(none, names)).toBe('edition 1 → edition 2\n\nno differences\n')
    expect(changesAsHtml(none, names)).toContain('<p>No differences.</p>')
    expect(JSON.parse(changesAsJson(none, names))).toMatchObject({ passages: [], counts: { changed: 0 } })
  })
})

describe('passages as a file', () => {
  it('are readable, a line each', async () => {
    await expect(passagesAsJson(before.passages)).toMatchFileSnapshot('samples/passages.json')
  })

  const text = fc.string({ unit: 'binary' })
  const anyPassages = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1 }),
      kind: fc.constantFrom<Passage['kind']>('paragraph', 'cell', 'run-in'),
      isNumbered: fc.boolean(),
      path: fc.array(text),
      texts: fc
        .dictionary(fc.constantFrom('en', 'zh-Hans', 'ar'), text)
        .map((texts) => new Map(Object.entries(texts))),
      only: fc.option(fc.constant(['en'])),
    }),
    { selector: ({ id }) => id },
  )

  it('are read as they were written', () => {
    fc.assert(
      fc.property(anyPassages, (passages: Passages) => {
        const json = passagesAsJson(passages)
        expect(readPassages(json)).toEqual({ ok: true, value: passages })
        expect(new TextDecoder().decode(new TextEncoder().encode(json))).toBe(json)
      }),
    )
    const layout = {
      pages: 2,
      places: new Map([
        [
          'en',
          new Map([
            ['a', 1],
            ['b', 2],
          ]),
        ],
      ]),
    }
    expect(readLayout(layoutAsJson(layout))).toEqual({ ok: true, value: layout })
  })

  it.each([
    ['', 'it is not of the form `bifolio-passages-1`'],
    ['[]', 'it is not of the form `bifolio-passages-1`'],
    ['{"format":"bifolio-passages-2","passages":[]}', 'it is not of the form `bifolio-passages-1`'],
    ['{"format":"bifolio-passages-1"}', 'it has no list `passages`'],
    ['{"format":"bifolio-passages-1","passages":[{"id":"a"}]}', 'passage 1 is not of its form'],
    [
      '{"format":"bifolio-passages-1","passages":[{"id":"a","kind":"cell","path":[],"texts":{"<b>":"x"}}]}',
      'passage 1 is not of its form',
    ],
    [passagesAsJson(twice('a')), 'the id `a` stands twice'],
  ])('%j is refused', (json, reason) => {
    expect(readPassages(json)).toEqual({ ok: false, reason })
  })

  it.each([
    ['{"format":"bifolio-layout-1","pages":1.5,"places":{}}', 'it lacks `pages` or `places`'],
    [
      '{"format":"bifolio-layout-1","pages":1,"places":{"en":{"a":"1"}}}',
      'the page of `a` is no number of a page',
    ],
    ['{"format":"bifolio-layout-1","pages":1,"places":{"?":{}}}', 'the places of `?` are not of their form'],
    ['null', 'it is not of the form `bifolio-layout-1`'],
  ])('%j is no layout', (json, reason) => {
    expect(readLayout(json)).toEqual({ ok: false, reason })
  })
})

function twice(id: string): Passages {
  const one: Passage = { id, kind: 'cell', isNumbered: false, path: [], texts: new Map(), only: null }
  return [one, one]
}

describe('hostile texts', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x>',
    '\u202eab\u2066',
    '\ud800x',
    '\0\x1b[31m',
    '🌧️ &amp;',
    '</style>',
    "'",
  ]
  const word = fc.constantFrom(...hostile, 'rain ', '雨')
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(''))
  const any = fc.array(fc.record({ en: text, ar: text, path: text }), { maxLength: 5 }).map((all): State => {
    const passages = all.map(
      ({ en, ar, path }, index): Passage => ({
        id: `p${index}${hostile[index] ?? ''}`,
        kind: 'paragraph',
        isNumbered: false,
        path: [path],
        texts: new Map(Object.entries({ en, ar })),
        only: null,
      }),
    )
    return { passages, layout: null }
  })

  it('are text, and nothing else, in HTML', () => {
    fc.assert(
      fc.property(any, any, text, (one, other, name) => {
        const html = changesAsHtml(compare(one, other), { before: name, after: name })
        const seen = elementsIn(html)
        expect(seen.texts).not.toMatch(/\p{Cs}/u)
        expect([...seen.names].filter((element) => !known.has(element))).toEqual([])
        expect([...seen.attributes].filter((attribute) => !knownAttributes.has(attribute))).toEqual([])
      }),
    )
  })

  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const changes = compare(one, other)
        const json = changesAsJson(changes, names)
        expect(new TextDecoder().decode(new TextEncoder().encode(json))).toBe(json)
        const read = JSON.parse(json)
        for (const [index, { texts }] of changes.passages.entries()) {
          for (const [at, { before, after }] of texts.entries())
            expect(read.passages[index].texts[at]).toMatchObject({ before, after })
        }
      }),
    )
  })

  it('do nothing to a terminal', () => {
    fc.assert(
      fc.property(any, any, text, (one, other, name) => {
        const report = changesAsText(compare(one, other), { before: name, after: name })
        expect(report).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
      }),
    )
  })
})

const known = new Set(
  'html head meta title style body main h1 h2 h3 ul li a p section bdi ins del'.split(' '),
)
const knownAttributes = new Set(
  'lang charset http-equiv content name id class dir href aria-labelledby'.split(' '),
)

/** What a parser sees in a report: it is XML but for its first line and its void elements. */
function elementsIn(html: string) {
  const seen = { names: new Set<string>(), attributes: new Set<string>(), texts: '' }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    seen.names.add(name)
    for (const attribute of Object.keys(attributes)) seen.attributes.add(attribute)
  })
  parser.on('text', (text) => {
    seen.texts += text
  })
  parser.write(html.replace('<!doctype html>\n', '').replace(/(<meta [^>]*)>/g, '$1/>')).close()
  return seen
}
