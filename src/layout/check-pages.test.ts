import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { mostPages } from './check-pages.ts'

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

  it('reports a document without a page', () => {
    expect(codes('', '{{#each chapters}}{{/each}}')).toContain('layout/no-page')
  })

  it('stops at more pages than any book has', { timeout: 30_000 }, () => {
    const many = `${content.replace('  - paragraph: a word\n    id: one\n', '')}${'  - paragraph: a\n'.repeat(mostPages + 1)}`
    expect(codes('bi-passage { break-before: page }', layout, many)).toEqual(['layout/too-many-pages'])
  })
})
