import { describe, expect, test } from 'vitest'
import { layOut } from '../../testing/documents.ts'
import { makeProject } from '../../testing/project.ts'
import { dump } from '../dump.ts'

const content = `languages: { en: { name: E }, zh-Hans: { name: Z } }
title: { en: T, zh-Hans: 题 }
blocks:
  - chart: { categories: [{ en: rain, zh-Hans: 雨 }], series: [{ label: Water, values: [3] }] }
`
const parts = `<bi-part class="tick" lang="en"></bi-part><bi-part class="mark"></bi-part>`
const chart = `<bi-chart src="{{source}}" alt="{{alt}}">${parts}</bi-chart>`
const across = `{{#across}}${chart}{{/across}}`

function theme(css: string): string {
  return `@page { size: 240pt 200pt; margin: 10pt }
html { font-family: Square; font-size: 8pt; line-height: 10pt; bi-baseline: 8pt } bi-chart { width: 100pt; height: 60pt } ${css}`
}

function laid(layout: string, css = '') {
  const each = `{{#each chapters}}{{#each blocks}}${layout}{{/each}}{{/each}}`
  return layOut({ content, layout: each, theme: theme(css) })
}

function linesOf(layout: string, css = ''): readonly string[] {
  const { laid: pages, found } = laid(layout, css)
  expect(found).toEqual([])
  return dump(pages)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.trim())
}

describe('a chart across the columns', () => {
  const lines = linesOf(across)

  test('is a Figure in each language, whose box is the whole chart', () => {
    expect(lines.filter((line) => line.startsWith('area'))).toEqual([
      'area 10,10 Figure#4:zh-Hans 100x60',
      'area 10,10 Figure#2:en 100x60',
    ])
  })

  test('belongs to the first language with all its marks and words', () => {
    const marks = lines.filter((line) => !line.startsWith('area'))
    expect(marks.length).toBeGreaterThan(5)
    for (const mark of marks) expect(mark).toContain(' Figure#2:en ')
    expect(marks.join('\n')).toMatch(/"rain"[\s\S]*"雨"/)
  })

  test('has margins, a border, padding and a background', () => {
    const box = 'bi-chart { margin: 5pt; border: 1pt solid black; padding: 4pt; background: #eeeeee }'
    const boxed = linesOf(across, box)
    expect(boxed[0]).toBe('rect 15,15 artifact 110x70 #eeeeee')
    expect(boxed).toContain('area 20,20 Figure#2:en 100x60')
  })
})

test('in a passage it speaks the language of its version alone', () => {
  const lines = linesOf(`{{#passage}}${chart}{{/passage}}`, 'bi-chart { width: 90pt }')
  expect(lines.filter((line) => line.startsWith('area'))).toHaveLength(2)
  expect(lines.filter((line) => line.includes('"rain"'))).toEqual([expect.stringContaining(':en ')])
  expect(lines.filter((line) => line.includes('"雨"'))).toEqual([expect.stringContaining(':zh-Hans ')])
})

test('without a description it is decoration', () => {
  const lines = linesOf(`{{#across}}<bi-chart src="{{source}}" alt=""></bi-chart>{{/across}}`)
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect(line).toContain(' artifact ')
})

test('a chart without a height is as high as one on a sheet, in proportion', () => {
  const lines = linesOf(across, 'bi-chart { height: auto; width: 174pt }')
  expect(lines).toContain('area 10,10 Figure#2:en 174x144')
})

describe('what is wrong is found at its place', () => {
  const foundIn = (layout: string, css = ''): readonly string[] => {
    try {
      return laid(layout, css).found
    } catch (problem) {
      return [problem instanceof Error ? problem.message : '']
    }
  }

  test.each([
    ['{{#across}}<bi-chart src="x" alt=""></bi-chart>{{/across}}', 'layout/unknown-chart'],
    ['{{#across}}<bi-chart src="{{source}}"></bi-chart>{{/across}}', 'document/picture'],
    ['{{#across}}<bi-chart alt="{{alt}}"></bi-chart>{{/across}}', 'document/picture'],
    [across.replace('class="mark"', 'class="marks"'), 'style/chart-part'],
    [across.replace('class="mark"', 'class="last"'), 'style/chart-part'],
    [across.replace('<bi-part class="mark">', '<bi-part>'), 'style/chart-part'],
    [across.replace('</bi-chart>', 'words</bi-chart>'), 'style/chart-part'],
    [across.replace('</bi-chart>', '<p>words</p></bi-chart>'), 'style/chart-part'],
  ])('%s', (layout, codes) => {
    const codesFound = foundIn(layout).map((one) => one.split(' ')[1])
    expect(codesFound.join(' ')).toBe(codes)
  })

  test('a chart whose labels leave no room', () => {
    expect(foundIn(across, 'bi-chart { height: 12pt }')).toEqual(['content.yaml:4:27 layout/small-chart'])
  })
})

test('the audit of text neither misses the words of a chart nor finds them odd', () => {
  const project = makeProject({
    'content/a/publication.yaml': `layout: plain\n${content}`,
    'templates/plain/layout.hbs': `{{#passage}}<h1>{{title}}</h1>{{/passage}}{{#each chapters}}{{#each blocks}}${across}{{/each}}{{/each}}`,
    'templates/plain/theme.css':
      'html { font-family: "Source Sans 3", "Noto Sans SC" } bi-chart { height: 60mm }',
  })
  const run = project.build([], { audit: true })
  project.remove()
  expect(run.errors).toBe('')
  expect(run.code).toBe(0)
})
