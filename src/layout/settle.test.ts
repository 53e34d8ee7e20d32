import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { glyphText } from './glyph-text.ts'

describe('references in running text', () => {
  it('name the page that they lead to, before and behind it', () => {
    const { found, laid } = layOut(
      sampleOf(['a word, see {ref: four}', ...lines(20), 'the fourth @four', 'and {ref: one}']),
    )
    expect(found).toEqual([])
    expect(laid.pages).toHaveLength(6)
    expect(linesOf(laid.pages[0])).toContain('a word, see 6')
    expect(linesOf(laid.pages[5])).toContain('and 1')
  })

  it('settle where the number makes a line longer and moves what it leads to', () => {
    // Ten characters a line: with two figures the second line is needed.
    const { found, laid } = layOut(sampleOf([...lines(31), 'abcdefg {ref: end}', ...lines(4), 'end @end']))
    expect(found).toEqual([])
    const page = laid.pages.findIndex((one) => linesOf(one).includes('end'))
    expect(laid.pages.flatMap(linesOf)).toContain(`abcdefg ${page + 1}`)
  })

  it('are links', () => {
    const { laid } = layOut(sampleOf(['see {ref: two}', 'there @two']))
    const links = laid.pages.flatMap(({ marks }) =>
      marks.flatMap(({ mark }) => (mark.kind === 'link' ? [mark] : [])),
    )
    expect(links.map(({ target }) => target)).toEqual([{ kind: 'anchor', anchor: 'two' }])
  })

  it('are a finding where the page has no number', () => {
    const { found } = layOut(sampleOf(['see {ref: two}', 'there @two'], 'bi-page-label: none'))
    expect(found.map((one) => one.split(' ').at(-1))).toEqual(['layout/unnumbered-reference'])
  })
})

/** Paragraphs, four lines of 20 characters a page; `@id` at the end of one gives it an id. */
function sampleOf(paragraphs: readonly string[], page = '') {
  const blocks = paragraphs.map((text, index) => {
    const [words = '', id = index === 0 ? 'one' : `p${index}`] = text.split(' @')
    return `  - { paragraph: ${JSON.stringify(words)}, id: ${id} }\n`
  })
  return {
    content: `languages: { en: { name: E } }\ntitle: T\nblocks:\n${blocks.join('')}`,
    layout:
      '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}',
    theme: `@page { size: 120pt 80pt; margin: 10pt; ${page} } html { font-family: Square; font-size: 10pt; line-height: 15pt }`,
  }
}

function lines(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `line ${index}`)
}

function linesOf(page: ReturnType<typeof layOut>['laid']['pages'][number] | undefined): readonly string[] {
  const byLine = new Map<number, string>()
  for (const { y, mark } of page?.marks ?? [])
    if (mark.kind === 'glyphs')
      byLine.set(y, (byLine.get(y) ?? '') + glyphText(mark).replaceAll('\u200b', ''))
  return [...byLine.values()]
}
