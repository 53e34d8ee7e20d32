import { expect, test } from 'vitest'
import { place, Report } from './base/report.ts'
import { wholeFile } from './base/span.ts'
import { readLayout, readTheme } from './read-layout.ts'
import { memoryWorld } from './testing/memory-world.ts'
import { versions } from './testing/publication.ts'
import { samplePublication } from './testing/sample-publication.ts'

const shipped = {
  'bifolio:templates/base/partials/quote.hbs': 'base quote',
  'bifolio:templates/base/partials/list.hbs': 'base list',
  'bifolio:templates/base/words.yaml': 'contents: { en: Contents, fr: Table }\nnotice: { en: Notice }',
  'bifolio:templates/base/theme.css': '/* base */',
  'bifolio:templates/booklet/layout.yaml': 'extends: base',
  'bifolio:templates/booklet/layout.hbs': 'booklet',
  'bifolio:templates/booklet/theme.css': '/* booklet */',
}

test('what a layout does not have comes from the one that it extends, file by file and word by word', () => {
  const { layout, found } = read('report', {
    'templates/report/layout.yaml': 'extends: booklet',
    'templates/report/partials/quote.hbs': 'own quote',
    'templates/report/partials/extra.hbs': 'own extra',
    'templates/report/words.yaml': 'contents: { fr: Sommaire, de: Inhalt }',
    'templates/report/theme.css': '/* report */',
  })
  expect(found).toEqual([])
  expect(layout?.main.text).toBe('booklet')
  expect([...(layout?.partials ?? [])].map(([name, { text }]) => [name, text])).toEqual([
    ['extra', 'own extra'],
    ['list', 'base list'],
    ['quote', 'own quote'],
  ])
  expect([...(layout?.words ?? [])].map(([name, text]) => [name, versions(text)])).toEqual([
    ['contents', { en: 'Contents', fr: 'Sommaire', de: 'Inhalt' }],
    ['notice', { en: 'Notice' }],
  ])
  expect(layout?.themes.map(({ text }) => text)).toEqual(['/* base */', '/* booklet */', '/* report */'])
})

test('a folder of the project stands on top of the shipped one of its name', () => {
  const { layout, found } = read('booklet', {
    'templates/booklet/partials/quote.hbs': 'own quote',
    'templates/booklet/theme.css': '/* own */',
  })
  expect(found).toEqual([])
  expect(layout?.main.text).toBe('booklet')
  expect(layout?.partials.get('quote')?.text).toBe('own quote')
  expect(layout?.partials.get('list')?.text).toBe('base list')
  expect(layout?.themes.map(({ text }) => text)).toEqual(['/* base */', '/* booklet */', '/* own */'])
})

test('steps are those of the nearest layout.yaml that has any', () => {
  const files = {
    'templates/a/layout.yaml': 'extends: b',
    'templates/b/layout.yaml': 'extends: c\nfit: [{ drop: facts }, { tighten: gaps }]',
    'templates/c/layout.yaml': 'extends: base\nfit: [{ tighten: lines }]',
    'templates/c/layout.hbs': 'c',
  }
  const { layout, found } = read('a', files)
  expect(found).toEqual([])
  expect(layout?.fit).toMatchObject([
    { kind: 'drop', what: 'facts' },
    { kind: 'tighten', name: 'gaps' },
  ])
  expect(layout?.passedOver).toMatchObject([{ kind: 'tighten', name: 'lines' }])
  expect(read('booklet', {}).layout?.fit).toEqual([])
  const none = { ...files, 'templates/a/layout.yaml': 'extends: b\nfit: []' }
  expect(read('a', none).layout?.fit).toEqual([])
})

test('the theme of a publication is read last', () => {
  const files = { ...shipped, 'content/x/own.css': '/* publication */' }
  const { source } = memoryWorld(files)
  const { layout } = read('booklet', files)
  if (layout === null) throw new Error('no layout')
  const publication = samplePublication({ theme: { path: 'content/x/own.css', span: wholeFile('p.yaml') } })
  const files2 = readTheme(layout, publication, source, new Report())
  expect(files2.map(({ text }) => text)).toEqual(['/* base */', '/* booklet */', '/* publication */'])
})

test.each([
  [
    'report',
    { 'templates/report/layout.yaml': 'extends: bookelt' },
    'templates/report/layout.yaml:1:10 layout/unknown',
  ],
  [
    'a',
    { 'templates/a/layout.yaml': 'extends: b', 'templates/b/layout.yaml': 'extends: a' },
    'templates/b/layout.yaml:1:10 layout/cycle',
  ],
  [
    'booklet',
    { 'templates/booklet/layout.yaml': 'extends: booklet' },
    'templates/booklet/layout.yaml:1:10 layout/cycle',
  ],
  [
    'report',
    { 'templates/report/layout.yaml': 'extend: base' },
    'templates/report/layout.yaml:1:1 content/unknown-key',
  ],
  ['base', {}, 'bifolio:templates/base/layout.hbs:1:1 read/missing'],
])('%s: what is wrong with the chain is found at its place', (name, files, expected) => {
  expect(read(name, files).found[0]).toBe(expected)
})

test('five layouts may derive from each other, and no more', () => {
  const chain = (count: number) =>
    Object.fromEntries([
      ['templates/l1/layout.hbs', 'x'],
      ...Array.from({ length: count - 1 }, (_, index) => [
        `templates/l${index + 1}/layout.yaml`,
        `extends: l${index + 2}`,
      ]),
      [`templates/l${count}/theme.css`, ''],
    ])
  expect(read('l1', chain(5)).found).toEqual([])
  expect(read('l1', chain(6)).found).toEqual(['templates/l5/layout.yaml:1:10 layout/long-chain'])
})

function read(name: string, files: Readonly<Record<string, string>>) {
  const report = new Report()
  const { source } = memoryWorld({ ...shipped, ...files })
  const layout = readLayout({ name, span: wholeFile('p.yaml') }, source, report)
  return { layout, found: report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`) }
}
