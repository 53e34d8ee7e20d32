import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import type { Tag } from '../document/structure.ts'
import type { Placed } from '../layout/page.ts'
import { page, run, tag, testFaces } from '../testing/pdf.ts'
import { SmallType } from './small-type.ts'
import { floorOf } from './type-floors.ts'

const { latin, han } = testFaces()
const file = { path: 'content.yaml', text: 'first\nsecond\nthird\n' }

/** A paragraph on a line of its own, from 1. */
function paragraph(lang: string, line: number): Tag {
  const start = ['first\n', 'second\n'].slice(0, line - 1).join('').length
  return { ...tag('P', lang, null), span: { file, start, end: start + 1 } }
}

function set(text: string, size: number, of: number | null): Placed {
  return { x: 0, y: 20, mark: run(/\p{Script=Han}/u.test(text) ? han : latin, text, size), tag: of }
}

/** `line:column message` of what is found on a page at a scale. */
function found(tags: readonly Tag[], marks: readonly Placed[], scale: number): readonly string[] {
  const report = new Report()
  const smallType = new SmallType(tags)
  smallType.page(page(marks), scale)
  smallType.report(null, report)
  return report.diagnostics.map(({ span, message }) => `${place(span)} ${message}`)
}

test('each language is named once, where its smallest text stands', () => {
  const tags = [paragraph('en', 1), paragraph('en', 2), paragraph('zh-Hans', 3)]
  const marks = [set('a', 10, 0), set('b', 8, 1), set('c', 8, 0), set('水', 10.5, 2)]
  expect(found(tags, marks, 0.6)).toEqual([
    'content.yaml:2:1 text in `en` is printed at `4.8 pt`; below `7 pt` it is hard to read',
    'content.yaml:3:1 text in `zh-Hans` is printed at `6.3 pt`; below `7.875 pt` it is hard to read',
  ])
})

test('Chinese has a higher floor than Latin and Cyrillic letters', () => {
  expect(['zh', 'zh-Hans', 'zh-Hant-HK', 'ja', 'ko'].map(floorOf)).toEqual(Array(5).fill(7.875))
  expect(['en', 'ru', 'fr', 'es-MX', 'jam', 'kok'].map(floorOf)).toEqual(Array(6).fill(7))
  const tags = [paragraph('en', 1), paragraph('zh-Hans', 2)]
  const marks = [set('a', 10, 0), set('水', 10, 1)]
  expect(found(tags, marks, 0.75)).toEqual([
    'content.yaml:2:1 text in `zh-Hans` is printed at `7.5 pt`; below `7.875 pt` it is hard to read',
  ])
})

test('type on its floor is large enough, and what is below it does not look as if it stood on it', () => {
  expect(found([paragraph('en', 1)], [set('a', 10, 0)], 0.7)).toEqual([])
  expect(found([paragraph('en', 1)], [set('a', 10, 0)], 0.69999)).toEqual([
    'content.yaml:1:1 text in `en` is printed at `6.999 pt`; below `7 pt` it is hard to read',
  ])
})

test('what scaling did not make small is not its business', () => {
  const marks = [set('a', 6.5, 0), set('', 8, 0), set('b', 20, 0)]
  expect(found([paragraph('en', 1)], marks, 0.5)).toEqual([])
  expect(found([paragraph('en', 1)], [set('a', 5, 0)], 1)).toEqual([])
})

test('running heads are in no language, and not judged', () => {
  expect(found([paragraph('en', 1)], [set('a', 8, null)], 0.5)).toEqual([])
})

test('a hint names the layout that is set for the size, or else what to do without one', () => {
  const hints = (layout: string | null): readonly string[] => {
    const report = new Report()
    const smallType = new SmallType([paragraph('en', 1)])
    smallType.page(page([set('a', 10, 0)]), 0.5)
    smallType.report(layout, report)
    return report.diagnostics.flatMap((one) => one.hints)
  }
  expect(hints('booklet-a5')).toEqual([
    'take the layout for smaller pages: `booklet-a5`',
    'or print it at its own size (`scale` `exact`) or on larger `paper`',
  ])
  expect(hints(null)).toEqual(['print it at its own size (`scale` `exact`) or on larger `paper`'])
})
