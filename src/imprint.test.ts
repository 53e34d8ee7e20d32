import { describe, expect, test } from 'vitest'
import { auditText } from './audit.ts'
import { Report } from './base/report.ts'
import { type Built, build, type Request } from './build.ts'
import { textOf } from './document/element.ts'
import { keepWorkshop } from './read.ts'
import { chapterRequest, chapterSource, reporting, withProgram } from './testing/edition.ts'

// The imprint as the shipped layouts print it.

const open = keepWorkshop()
const others = ['zh-Hans', 'fr', 'es', 'ru'] as const

const yaml = (layout: string, imprint: string, more = '') => `languages:
${['en', ...others].map((lang) => `  ${lang}: { name: ${lang} }\n`).join('')}print: [en, zh-Hans]
layout: ${layout}
title: T
${more}imprint:
${imprint}blocks: [{ paragraph: P, id: p }]
`

const all = `  number: 2
  supersedes: 1
  superseded-by: 3
  withdrawn: Wrong.
  isbn: [{ number: 978-1-4028-9462-6, language: en, format: print }, { number: 978-3-16-148410-0, format: pdf }]
  issn: 0317-8471
  doi: 10.5555/a<b>&c
  legal-deposit: Deposited.
  verify: https://example.org/verify/
`

function built(text: string, request: Partial<Request> = {}): Built {
  return withProgram((behind) => {
    const source = chapterSource(behind, { [chapterRequest.path]: text })
    const { report, lines } = reporting()
    const made = build({ ...chapterRequest, ...request }, source, open(source, report), report)
    expect(lines()).toEqual([])
    if (!made) throw new Error('what is without findings is built')
    return made
  })
}

/** The lines of the imprint in a language. */
function linesIn({ manuscript }: Built, lang: string): readonly string[] {
  const found: string[] = []
  const visit = (element: Built['manuscript']['root'], isInside: boolean): void => {
    const isImprint = isInside || element.attrs.get('class') === 'imprint'
    if (isImprint && element.name === 'p' && element.lang === lang)
      found.push(textOf(element).replaceAll('\u200b', ''))
    for (const child of element.children) if (child.kind === 'element') visit(child, isImprint)
  }
  visit(manuscript.root, false)
  return found
}

describe.each(['booklet', 'booklet-a5'])('in the layout %s', (layout) => {
  test('all that is said of the edition stands in the imprint, the ISBN of a language with it', () => {
    const made = built(yaml(layout, all))
    const digits = (made.verification ?? '').slice(0, 16).replace(/.{4}(?=.)/g, '$& ')
    expect(linesIn(made, 'en')).toEqual([
      'Edition2',
      'Replacesedition 1',
      'Replaced byedition 3',
      'WithdrawnWrong.',
      'ISBN978-1-4028-9462-6 (print)',
      'ISBN978-3-16-148410-0 (PDF)',
      'ISSN0317-8471',
      'DOIhttps://doi.org/10.5555/a%3Cb%3E&c',
      'Legal depositDeposited.',
      `Verification${digits}`,
    ])
    expect(linesIn(made, 'zh-Hans').slice(0, 5)).toEqual([
      '版本2',
      '取代第1版',
      '取代者第3版',
      '撤回Wrong.',
      '书号978-3-16-148410-0（PDF）',
    ])
  })

  test.each(others)('the text that is read back is what was written, beside %s as well', (other) => {
    const made = built(yaml(layout, all), { languages: ['en', other] })
    const report = new Report()
    auditText(made.bytes, made.manuscript, report)
    expect(report.diagnostics).toEqual([])
    expect(linesIn(made, other)).toHaveLength(9)
    const figures = made.laid.tags.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ lang }) => lang)).toEqual(['en', other])
    expect(new Set(figures.map(({ alt }) => alt)).size).toBe(2)
  })

  test('the words of the edition stand in place of its number', () => {
    expect(linesIn(built(yaml(layout, '  number: 2\n', 'edition: Second\n')), 'en')).toEqual([
      'EditionSecond',
    ])
  })
})

test('a copy with bars has a name of its own', () => {
  const text = yaml('booklet', all)
  expect(built(text).file).toBe('water.pdf')
  const changed = new Map([['en', new Set(['p'])]])
  expect(built(text, { changed }).file).toBe('water.changes.pdf')
})

test('where nothing is compared the bytes are the same', () => {
  const text = yaml('booklet', all)
  expect(Buffer.compare(built(text, { changed: null }).bytes, built(text).bytes)).toBe(0)
})
