import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pointsPer } from '../base/length.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { describe as describeIt } from '../describe.ts'
import { plain } from '../document/markdown.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'
import type { Imposed } from '../press/sheet.ts'
import { buildOwn } from '../testing/own-publication.ts'
import { programFolder } from '../testing/project.ts'
import { type HowToPrint, howToPrint } from './how-to-print.ts'
import { instructionLanguages } from './languages.ts'
import { nestedIn, stepsOf } from './steps.ts'

const mm = pointsPer('mm') ?? 0
const wide = { width: 297 * mm, height: 210 * mm }
const tall = { width: 210 * mm, height: 297 * mm }

const usual: HowToPrint = {
  name: 'water-booklet-how',
  copy: 'water-booklet.pdf',
  title: new Map([
    ['en', 'Water'],
    ['zh-Hans', '水'],
  ]),
  settings: { scheme: { kind: 'saddle', up: 2 }, sides: 'both', binding: 'left', marks: new Set() },
  sheet: wide,
  paper: 'A4',
  sheets: 9,
  edge: 'short',
  isTested: false,
}

const schemes: readonly Scheme[] = [
  { kind: 'saddle', up: 2 },
  { kind: 'saddle', up: 4 },
  { kind: 'saddle', up: 8 },
  { kind: 'perfect', up: 2, pages: 16 },
  { kind: 'perfect', up: 4, pages: 32 },
  { kind: 'perfect', up: 8, pages: 16 },
  { kind: 'nup', columns: 2, rows: 2 },
  { kind: 'repeat', columns: 2, rows: 4 },
  { kind: 'cut-stack', columns: 2, rows: 2 },
]

/** All ways to print, each with one that is as long as it can be. */
const ways: readonly HowToPrint[] = schemes.flatMap((scheme) =>
  (['left', 'right'] as const).flatMap((binding) =>
    (['both', 'front'] as const).map((sides) => ({
      ...usual,
      sheet: scheme.kind === 'saddle' && scheme.up !== 4 ? wide : tall,
      settings: { scheme, sides, binding, marks: new Set(sides === 'front' ? (['crop'] as const) : []) },
    })),
  ),
)

describe('half a page says how to print', () => {
  test.each(ways.map((way) => [JSON.stringify(way.settings), way] as const))('%s', (_name, way) => {
    for (const languages of [
      ['en', 'zh-Hans'],
      ['ru', 'fr'],
      ['es', 'en'],
    ]) {
      const title = new Map(languages.map((lang) => [lang, 'Water']))
      const { laid, publication } = buildOwn(howToPrint({ ...way, title }))
      expect(publication.languages.map(({ tag }) => tag)).toEqual(languages)
      const [page, ...others] = [...laid.pages]
      expect(others).toEqual([])
      expect([page?.size.width, page?.size.height].map((length) => (length ?? 0) / mm)).toEqual([210, 297])
      const lowest = Math.max(...(page?.marks ?? []).map(({ y }) => y))
      expect(lowest / mm).toBeLessThan(297 / 2)
    }
  })
})

describe('its steps are those that the sheets need', () => {
  const cases = schemes.flatMap((scheme) => [1, 5, 17, 64].map((pages) => ({ scheme, pages })))

  test.each(cases)('$scheme, $pages pages', ({ scheme, pages }) => {
    for (const binding of ['left', 'right'] as const) {
      const { handling, sheets } = imposedOf(scheme, pages, binding)
      const settings = { scheme, sides: 'both', marks: new Set<never>() } as const
      const [print, ...steps] = stepsOf({ settings, sheets, isTested: false })
      expect(print).toBe('print')
      const folds = handling.flatMap((step) => (step.kind === 'fold' ? [step] : []))
      const nests = handling.flatMap((step) => (step.kind === 'nest' ? [step.sheets] : []))
      const isBound = handling.some(({ kind }) => kind === 'gather')
      // The first fold to the side says which half goes behind, in words and in the simulator.
      expect(folds.filter(({ axis }) => axis === 'vertical').every(({ under }) => under === binding)).toBe(
        true,
      )
      expect(steps.some((step) => step.startsWith('fold'))).toBe(folds.length > 0)
      expect(steps.includes('gather')).toBe(isBound)
      expect(steps.includes('pile')).toBe(handling.some(({ kind }) => kind === 'stack'))
      expect(steps.some((step) => step.startsWith('cut'))).toBe(handling.some(({ kind }) => kind === 'cut'))
      const several = folds.length > 1
      expect(steps.includes('open')).toBe(several)
      if (several) expect(steps[0]).toBe(`fold-${2 ** folds.length}`)
      if (several)
        expect(steps.some((step) => step.startsWith('nest'))).toBe(Math.max(...nestSizes(nests)) > 1)
      if ('up' in scheme) expect(nestedIn(scheme, sheets)).toBe(Math.max(...nestSizes(nests)))
    }
  })
})

test('each step has its file, and each file is a step', () => {
  const files = readdirSync(join(programFolder, 'templates/how-to-print/steps'))
  const named = new Set(
    ways.flatMap(({ settings }) =>
      [1, 9].flatMap((sheets) =>
        [false, true].flatMap((isTested) => stepsOf({ settings, sheets, isTested })),
      ),
    ),
  )
  expect(files.map((file) => file.replace('.yaml', '')).sort()).toEqual([...named].sort())
})

test('it fills in what is printed', () => {
  const built = buildOwn(howToPrint({ ...usual, sheets: 3, paper: 'letter' }))
  const [print] = built.publication.chapters
  const said = print?.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])) ?? []
  const inEnglish = said.map(({ versions }) => {
    const leaf = versions.get('en')
    return leaf ? plain(leaf) : ''
  })
  expect(inEnglish).toEqual([
    'File: water-booklet.pdf. Paper: letter, sheets: 3.',
    'Choose “both sides”, “flip on short edge” and “actual size” (100%).',
  ])
  expect(built.file).toBe('water-booklet-how.pdf')
})

test('of one side it names the files of both', () => {
  const settings = { ...usual.settings, sides: 'back' as const }
  const { publication } = buildOwn(howToPrint({ ...usual, copy: 'water-booklet-back.pdf', settings }))
  const said = publication.chapters.slice(0, 2).map(({ blocks }) => {
    const [, file] = blocks
    const leaf = file?.kind === 'paragraph' ? file.text.versions.get('en') : undefined
    return leaf ? plain(leaf) : ''
  })
  expect(said).toEqual([
    'File: water-booklet-front.pdf. Paper: A4, sheets: 9.',
    'File: water-booklet-back.pdf.',
  ])
})

test.each([
  ['a5 for small paper', { width: 148 * mm, height: 105 * mm }, [210, 148]],
  ['letter for legal', { width: 612, height: 1008 }, [216, 279]],
  ['letter for tabloid', { width: 1224, height: 792 }, [216, 279]],
  ['A4 for A3', { width: 297 * mm, height: 420 * mm }, [210, 297]],
] as const)('stands on %s', (_name, sheet, expected) => {
  const { laid } = buildOwn(howToPrint({ ...usual, sheet }))
  const [page] = [...laid.pages]
  expect([page?.size.width, page?.size.height].map((length) => Math.round((length ?? 0) / mm))).toEqual(
    expected,
  )
})

test('the same copy has the same instruction, byte for byte', () => {
  const digests = [1, 2].map(() =>
    createHash('sha256')
      .update(buildOwn(howToPrint(usual)).bytes)
      .digest('hex'),
  )
  expect(digests[0]).toBe(digests[1])
})

test.each([
  [
    ['en', 'zh-Hans'],
    ['en', 'zh-Hans'],
  ],
  [['ar', 'en'], ['en']],
  [['de', 'ja'], ['en']],
  [
    ['zh-Hant', 'fr-CA'],
    ['zh-Hans', 'fr'],
  ],
  [
    ['pt', 'es-419'],
    ['en', 'es'],
  ],
  [[], []],
])('readers of %j read %j', (languages, expected) => {
  expect(instructionLanguages(languages)).toEqual(expected)
})

test('a title stands in the language that reads it', () => {
  const title = new Map([
    ['fr-CA', 'Eau'],
    ['de', 'Wasser'],
  ])
  const { publication, laid } = buildOwn(howToPrint({ ...usual, title }))
  const description = describeIt(publication, { date: null }, [])
  expect([...description.titles]).toEqual([
    ['fr', 'Eau'],
    ['en', 'Eau'],
  ])
  expect(laid.pages.length).toBe(1)
})

function imposedOf(scheme: Scheme, pages: number, binding: 'left' | 'right'): Imposed {
  const settings: PressSettings = {
    scheme,
    paper: null,
    duplex: 'long',
    sides: 'both',
    binding,
    blanks: 'end',
    caliper: 0,
    gutter: 0,
    edge: 0,
    scale: 'exact',
    marks: new Set(),
    bleed: 0,
  }
  const page = { name: '', label: '', size: { width: 300, height: 400 } }
  const facts = Array.from({ length: pages }, () => page)
  const imposed = impose(facts, settings, null, wholeFile('handout'), new Report())
  if (imposed === null) throw new Error('these pages can be imposed')
  return imposed
}

/** How many sheets lie in one another. */
function nestSizes(nests: readonly (readonly number[])[]): readonly number[] {
  return nests.flat()
}
