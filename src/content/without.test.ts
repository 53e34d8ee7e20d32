import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { levelsOf, planOf } from './fit-plan.ts'
import type { FitStep } from './layout-settings.ts'
import { load } from './load.ts'
import type { Publication } from './publication.ts'
import { validate } from './validate.ts'
import { type Piece, without } from './without.ts'

/** Blocks by name; those that others name are not left out. */
const blocks = {
  heading: '{ heading: { en: One, fr: Un }, level: 2, id: heading }',
  first: '{ paragraph: { en: "a[^x]", fr: "b[^x]" }, id: first }',
  table: '{ table: { rows: [[{ en: c, fr: d }]] }, caption: { en: T, fr: U }, id: table }',
  runIn: '{ paragraph: { en: "e[^y]", fr: "f[^y]" }, runIn: { en: R, fr: S }, id: run-in }',
  other: '{ table: { rows: [[{ en: g, fr: h }]] }, caption: { en: V, fr: W }, id: other }',
  plain: '{ table: { rows: [[{ en: i, fr: j }]] }, id: plain }',
  last: '{ quote: { en: "k[^y]", fr: "l[^y]" }, id: last }',
}

function publicationOf(written: readonly string[], more = ''): Publication {
  const yaml = `languages: { en: { name: E }, fr: { name: F } }
title: T
notes: { x: { en: m, fr: n }, y: { en: o, fr: p } }
${more}blocks:
${written.map((block) => `  - ${block}\n`).join('')}`
  const report = new Report()
  const loaded = load('content.yaml', new TextEncoder().encode(yaml), report)
  const publication =
    loaded && validate(loaded, { name: 'x', languages: null, isDraft: false, row: null }, report)
  const wrong = report.diagnostics.filter(({ code }) => code !== 'content/unused-note')
  expect(wrong.map(({ message }) => message)).toEqual([])
  if (!publication) throw new Error('it can be read')
  return publication
}

/** A publication without its places in the file. */
function unplaced(publication: Publication): unknown {
  const shown = (_key: string, value: unknown): unknown => {
    if (value instanceof Map) return [...value]
    const isPlace = _key === 'span' || _key === 'file' || _key === 'places'
    return isPlace ? null : value
  }
  return JSON.parse(JSON.stringify(publication, shown))
}

test.each(Object.keys(blocks))('without %s it is as if that had never been written', (name) => {
  const whole = publicationOf(Object.values(blocks))
  const index = Object.keys(blocks).indexOf(name)
  const piece = whole.chapters[0]?.blocks[index]
  if (piece === undefined) throw new Error('it is a block')
  const written = publicationOf(Object.values(blocks).filter((_, at) => at !== index))
  expect(unplaced(without(whole, new Set([piece])))).toEqual(unplaced(written))
})

test('without nothing it is what it was', () => {
  const whole = publicationOf(Object.values(blocks))
  expect(unplaced(without(whole, new Set()))).toEqual(unplaced(whole))
})

const facts = (priority: string, ...priorities: readonly (number | null)[]) =>
  `{ facts: [${priorities
    .map((one, index) => {
      const last = one === null ? '' : `, priority: ${one}`
      return `{ figure: { en: "${index}", fr: "${index}" }, text: { en: a, fr: b }${last} }`
    })
    .join(', ')}], id: f${priority === '' ? '' : `, priority: ${priority}`} }`

function stepsFor(publication: Publication, steps: readonly FitStep[]): readonly string[] {
  return planOf(publication, steps).map((one) => (one.kind === 'tighten' ? one.name : one.words))
}

const dropFacts: FitStep = { kind: 'drop', what: 'facts' }

test('single facts and whole blocks of them go in one order of priorities; a block without facts is gone', () => {
  const words = (...args: Parameters<typeof facts>) =>
    stepsFor(publicationOf([facts(...args)]), [dropFacts]).map((step) => step.replace(/`f-?(.*?)`/, '$1'))
  expect(words('', null, null)).toEqual([])
  expect(words('2', 3, 1)).toHaveLength(2)
  expect(words('2', 3, 1)[1]).toBe('the facts  (priority 2)')
  expect(words('4', 3, 1)).toHaveLength(2)
  expect(words('4', 3, null)).toHaveLength(2)
  expect(words('3', 3, null).map((step) => step.split(' ')[1])).toEqual(['fact', 'facts'])
})

test('of equal priorities the last of the document goes first, a kind at a time', () => {
  const quote = (id: string, priority: number) =>
    `{ quote: { en: a, fr: b }, id: ${id}, priority: ${priority} }`
  const text = (id: string, priority: number) =>
    `{ paragraph: { en: a, fr: b }, id: ${id}, priority: ${priority} }`
  const publication = publicationOf(
    [quote('a', 2), text('b', 1), quote('c', 1), quote('d', 2), '{ quote: { en: a, fr: b } }'],
    'remarks: [{ text: { en: r, fr: s }, priority: 3 }, { en: r, fr: s }]\n',
  )
  const names = stepsFor(publication, [
    { kind: 'drop', what: 'quote' },
    { kind: 'drop', what: 'paragraph' },
    { kind: 'drop', what: 'quote' },
    { kind: 'drop', what: 'remarks' },
  ])
  expect(names.map((name) => name.replace(/.*`(.*)`.*/, '$1')).slice(0, 4)).toEqual(['c', 'd', 'a', 'b'])
  expect(names).toHaveLength(5)
})

test('each level has what the one before had, but for one step; both languages lose the same', () => {
  const publication = publicationOf([facts('', 1, 2, null), ...Object.values(blocks)])
  const span = { file: publication.file, start: 0, end: 0 }
  const steps: readonly FitStep[] = [{ kind: 'tighten', name: 'gaps', span }, dropFacts]
  const levels = [...levelsOf(publication, planOf(publication, steps))]
  const counts = levels.map(({ publication: { chapters } }) => {
    const [first] = chapters[0]?.blocks ?? []
    return first?.kind === 'facts' ? first.facts.map(({ text }) => text.versions.size) : null
  })
  expect(counts).toEqual([[2, 2, 2], [2, 2, 2], [2, 2], [2]])
  expect(levels.map(({ steps: { length } }) => length)).toEqual([0, 1, 2, 3])
  expect(levels.map(({ tightened }) => [...tightened])).toEqual([[], ['gaps'], ['gaps'], ['gaps']])
  // A level that only tightens prints the very same words.
  expect(levels[1]?.publication).toBe(levels[0]?.publication)
  const pieces: ReadonlySet<Piece> = new Set()
  expect(without(publication, pieces).remarks).toEqual([])
})
