import { expect, test } from 'vitest'
import { place } from '../base/report.ts'
import { project } from '../findings/finding.ts'
import { findingsIn } from '../testing/run-example.ts'

const head = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
`
const long = 'a'.repeat(60)

test('of two tables the one that is too wide is named, in each language at its own caption', () => {
  const tables = `blocks:
  - { table: { rows: [[a, b]] }, caption: { en: Rain, zh-Hans: 雨 } }
  - table: { rows: [[${long}, ${long}]] }
    caption: { en: Snow, zh-Hans: 雪 }
`
  expect(wordsOf(head + tables, 'layout/wide-table')).toEqual(['Snow', '雪'])
})

test('a table without a caption is found at its first cell, with the line of the layout', () => {
  const tables = `blocks:
  - { table: { rows: [[a, b]] } }
  - table: { rows: [[${long}, ${long}]] }
`
  const found = of(head + tables, 'layout/wide-table')
  expect([...new Set(found.map(({ span }) => place(span)))]).toEqual([
    'content/example/publication.yaml:5:22',
  ])
  expect(found[0]?.related.map(({ at, note }) => `${at.file.path} ${note}`)).toEqual([
    'bifolio:templates/base/partials/table.hbs the layout writes it here',
  ])
})

test('a row that is taller than the page is found at its first cell, and is not told to break', () => {
  const rows = `blocks:
  - table: { rows: [[short, cell], [Tall, "${'word '.repeat(4000)}"]] }
`
  const [found, ...others] = of(head + rows, 'layout/overfull')
  expect(others).toEqual([])
  expect(found && words(found)).toBe('Tall')
  expect(found?.message).toContain('a row of a table')
  expect(found?.hints.join()).toContain('a row cannot break')
  const offPage = of(head + rows, 'layout/off-page')
  expect(offPage.length).toBeGreaterThan(0)
  for (const { hints } of offPage) expect(hints.join()).toContain('make it shorter')
})

test('what the theme keeps whole and is taller than a page is found at its first words', () => {
  const files = {
    'publication.yaml': `${head}layout: plain\ntheme: theme.css\nblocks: [{ paragraph: Rain }]\n`,
    'layout.hbs': '{{#passage}}<div><p>1. {{title}}</p><p>{{title}}</p><p>{{title}}</p></div>{{/passage}}\n',
    'theme.css': 'div { break-inside: avoid } p { padding-top: 120mm }\n',
  }
  const found = findingsIn(project(files, '')).filter(({ code }) => code === 'layout/broken-box')
  expect(found.map(words)).toEqual(['Water', '水'])
})

test('a picture that its layout writes without a description is found where the author names it', () => {
  const files = {
    'publication.yaml': `${head}layout: plain\nblocks: [{ image: map.png, alt: { en: Map, zh-Hans: 图 } }]\n`,
    'layout.hbs':
      '{{#passage}}<p>{{title}}</p>{{/passage}}{{#each chapters}}{{#each blocks}}{{#across}}<img src="{{path}}"/>{{/across}}{{/each}}{{/each}}\n',
  }
  const [found] = findingsIn(project(files, '')).filter(({ code }) => code === 'document/picture')
  expect(found && words(found)).toBe('map.png')
  expect(found?.related.map(({ at }) => place(at))).toEqual(['templates/plain/layout.hbs:1:86'])
})

function of(yaml: string, code: string) {
  return findingsIn(project({ 'publication.yaml': yaml }, '')).filter((one) => one.code === code)
}

function wordsOf(yaml: string, code: string): readonly string[] {
  return of(yaml, code).map(words)
}

/** The author's words at the place of a finding. */
function words({ span }: ReturnType<typeof findingsIn>[number]): string {
  return span.file.text.slice(span.start, span.end).trim()
}
