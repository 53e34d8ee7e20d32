import { describe, expect, it } from 'vitest'
import { Report } from '../base/report.ts'
import { layOut } from '../testing/documents.ts'
import { checkPage, mostPages } from './check-pages.ts'

const content = `languages: { en: { name: English } }
title: T
blocks:
  - paragraph: a word
    id: one
`
const layout =
  '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}'
const page =
  '@page { size: 120pt 80pt; margin: 10pt } section, p { font-family: Square; font-size: 10pt; line-height: 15pt }'

function codes(theme: string, from = layout, text = content): readonly string[] {
  return layOut({ content: text, layout: from, theme: `${page} ${theme}` }).found.map(
    (found) => found.split(' ').at(-1) ?? '',
  )
}

describe('checkPages', () => {
  it('lets pass what stands on its page', () => {
    expect(codes('')).toEqual([])
  })

  it('reports text that the theme puts off the page, to each side', () => {
    for (const rule of ['margin-left: -500pt', 'margin-left: 500pt', 'text-indent: -500pt'])
      expect(codes(`p { ${rule} }`)).toContain('layout/off-page')
  })

  it('reports a text that begins on its page and runs off it', () => {
    // 120 pt wide, letters of 5 pt from 10 pt on: 22 reach the edge and no farther.
    const word = (letters: number, rest = ''): string =>
      content.replace('a word', `${'a'.repeat(letters)}${rest}`)
    const off = ['text/overfull', 'layout/off-page']
    expect(codes('', layout, word(22))).toEqual(['text/overfull'])
    expect(codes('', layout, word(23))).toEqual(off)
    expect(codes('p { text-indent: 5pt }', layout, word(22))).toEqual(off)
    // The blank behind a word that ends its line hangs.
    expect(codes('', layout, word(22, ' b'))).toEqual(['text/overfull'])
  })

  it('tells a text that is too long from one that the theme misplaces', () => {
    const hints = (theme: string, letters: number): readonly string[] => {
      const text = content.replace('a word', 'a'.repeat(letters))
      const { manuscript, laid } = layOut({ content: text, layout, theme: `${page} ${theme}` })
      const report = new Report()
      for (const one of laid.pages) checkPage(one, 0, manuscript.structure.tags, manuscript.root.span, report)
      return report.diagnostics.flatMap((found) => found.hints)
    }
    expect(hints('', 23)).toEqual([expect.stringContaining('shorten')])
    expect(hints('p { text-indent: 500pt }', 3)).toEqual([expect.stringContaining('margins')])
  })

  it('reports a document without a page', () => {
    expect(codes('', '{{#each chapters}}{{/each}}')).toContain('layout/no-page')
  })

  it('stops at more pages than any book has', { timeout: 30_000 }, () => {
    const many = `${content.replace('  - paragraph: a word\n    id: one\n', '')}${'  - paragraph: a\n'.repeat(mostPages + 1)}`
    expect(codes('bi-passage { break-before: page }', layout, many)).toEqual(['layout/too-many-pages'])
  })
})
