import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { glyphText } from './glyph-text.ts'

/** A note of three lines in English and of one in Chinese, 10 pt each; the foot of the text stands at 110. */
const notes = { en: 'a note of so many words that it takes three of its lines', zh: '短注' }

describe('the notes of the lanes', () => {
  it('begin level, below rules at the height of the highest', () => {
    const { rules, texts } = pageOf({ en: 'one[^n]', zh: '一[^n]' })
    expect(rules).toEqual([76, 76])
    expect(texts('短注')).toEqual(texts('a note of so many'))
  })

  it('rest on the foot of their own lane where its text goes deeper than that', () => {
    // Five lines of nine characters, 15 pt each, from 10.
    const { rules, texts } = pageOf({ en: 'one[^n]', zh: `一[^n]${'一二三四五六七八九十'.repeat(4)}` })
    expect(rules).toEqual([76, 96])
    expect(texts('短注')).toEqual([108])
  })

  it('go level where the text of the lane ends exactly there', () => {
    // Four lines, and the margin of 6 pt above the rule.
    const { rules } = pageOf({ en: 'one[^n]', zh: `一[^n]${'一二三四五六七八九十'.repeat(3)}` })
    expect(rules).toEqual([76, 76])
  })
})

/** Heights of the rules on the only page, and of the baselines of texts. */
function pageOf({ en, zh }: { readonly en: string; readonly zh: string }) {
  const { laid, found } = layOut({
    content: `languages: { en: { name: E }, zh-Hans: { name: Z } }
title: T
notes: { n: { en: ${notes.en}, zh-Hans: ${notes.zh} } }
blocks: [{ paragraph: { en: '${en}', zh-Hans: '${zh}' } }]
`,
    layout:
      '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}',
    theme: `@page { size: 240pt 120pt; margin: 10pt; @footnote { margin-top: 6pt; border-top: 1pt solid black; padding-top: 3pt } }
:root { font-family: Square; font-size: 10pt; line-height: 15pt; bi-baseline: 12pt }
bi-note { font-size: 8pt; line-height: 10pt; bi-baseline: 8pt; padding-left: 8pt }`,
  })
  expect(found).toEqual([])
  expect(laid.pages).toHaveLength(1)
  const marks = laid.pages[0]?.marks ?? []
  return {
    rules: marks.flatMap(({ mark, y }) => (mark.kind === 'rect' ? [y] : [])),
    texts: (begin: string) =>
      marks.flatMap(({ mark, y }) =>
        mark.kind === 'glyphs' && glyphText(mark).startsWith(begin) ? [y] : [],
      ),
  }
}
