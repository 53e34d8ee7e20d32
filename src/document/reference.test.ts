import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { load } from '../content/load.ts'
import { droppable } from '../content/schema.ts'
import { words } from '../content/words.ts'
import { sound } from '../testing/publication.ts'
import { context, type Fields, isFields, isText } from './context.ts'
import { attributes, elements } from './elements.ts'
import { shapes } from './fields.ts'
import { helpers } from './helpers.ts'

const templates = join(dirname(fileURLToPath(import.meta.url)), '../../templates')

/** The reference of layouts, made from the tables that read them and from the layouts that are shipped. */
function layoutReference(): string {
  return [
    '# Layouts',
    'This page is made from the tables that read layouts; `npm run goldens` writes it anew.',
    ...introduction,
    '## What a layout sees',
    'A text is printed inside a passage, in the language at hand. A field that an author left out is null, and `{{#if}}` finds nothing in it; a name that is not in these tables is a finding.',
    ...shapes.flatMap(({ name, about, fields }) => [
      `### ${name}`,
      `${capital(about)}.`,
      table(
        ['field', 'type', 'what it is'],
        fields.map((field) => [code(field.name), code(field.type), field.about]),
      ),
    ]),
    'Inside a passage `@lang` is the language at hand and `@status` its status; inside `{{#each}}` there are `@index`, `@first` and `@last`.',
    '## Helpers',
    table(
      ['helper', 'what it does'],
      [...helpers.values()].map(({ usage, about }) => [code(usage), about]),
    ),
    '## Elements',
    table(
      ['element', 'what it is'],
      [...elements].map(([name, { about }]) => [code(name), about]),
    ),
    '## Attributes',
    'Those that begin with `data-` are free.',
    table(
      ['attribute', 'what it is'],
      [...attributes].map(([name, about]) => [code(name), about]),
    ),
    ...['booklet', 'base'].flatMap(shipped),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

const introduction = [
  'A layout is a folder in `templates/`. It says in which order and with what emphasis a publication is printed; how it looks is for its theme to say.',
  table(
    ['file', 'what it is'],
    [
      ['`layout.hbs`', 'the whole document: Handlebars around the elements below'],
      [
        '`partials/*.hbs`',
        'its parts, called by `{{> name}}`; a block of the text is printed by the partial of its kind',
      ],
      ['`words.yaml`', 'what the layout itself says, in each language'],
      ['`theme.css`', 'how it looks: see [theme.md](theme.md)'],
      [
        '`layout.yaml`',
        '`extends: name`, for a layout that derives from another; `fit:`, what is done where room is short',
      ],
    ],
  ),
  '## Deriving',
  'A layout that extends another takes from it whatever file it does not have: `layout.hbs`, each partial, each word in each language. Its theme is read after that of the other one. Up to five layouts may derive from each other.',
  'A folder of the project stands in the same way on top of the one of the same name that is shipped: a project’s `templates/booklet/partials/quote.hbs` replaces this one partial, a `templates/booklet/theme.css` is read after the shipped theme, and all else stays.',
  'What stands between `{{#> name}}` and `{{/name}}` is a block: a layout that has a `partials/name.hbs` prints that in its place. Such a partial may print what it replaces by `{{> @partial-block}}`.',
  '```handlebars\n{{! templates/report/partials/cover.hbs, beside a layout.yaml that says extends: booklet }}\n<section class="cover report">{{#passage}}<p>{{series}}</p>{{/passage}}</section>\n{{> @partial-block}}\n```',
  '## Keeping to a number of pages',
  'A publication with `fit: 1` is to have one page. Its layout says in `layout.yaml` what may be done for that, in order; the steps are those of the nearest `layout.yaml` that has any:',
  '```yaml\nfit:\n  - tighten: gaps    # the rules of the theme in @media (bi-fit: gaps) hold from now on\n  - drop: remarks    # remarks that have a priority go, the lowest first, one by one\n  - drop: facts      # the same of facts, single ones and whole blocks of them\n```',
  `A step comes on top of those before, and no more are taken than are needed. What may be dropped: ${droppable.map(code).join(', ')}; only what its author gave a \`priority\` goes, in all languages at once, and of equal priorities the last of the document first. Tables, pictures and notes that stay are numbered anew; a reference that is left over to what was dropped is an error. Nothing is scaled: no size is ever smaller than the theme makes it at some step. Where the last step is not enough, the finding \`layout/no-fit\` says by how many millimetres, and what would help; \`bifolio build --report fit\` tells which steps were taken.`,
]

/** The blocks, partials and words of a shipped layout. */
function shipped(name: string): readonly string[] {
  const folder = join(templates, name)
  const files = readdirSync(join(folder, 'partials')).sort()
  const partials = files.map((file) => [
    code(file.replace('.hbs', '')),
    firstComment(readFileSync(join(folder, 'partials', file), 'utf8')),
  ])
  const own = readdirSync(folder)
  const main = own.includes('layout.hbs') ? readFileSync(join(folder, 'layout.hbs'), 'utf8') : ''
  const blocks = [...main.matchAll(/\{\{! (.*?) \}\}\n\{\{#> ([a-z-]+)\}\}/g)].map(
    ([, about = '', block = '']) => [code(block), about],
  )
  const said = own.includes('words.yaml') ? wordsIn(join(folder, 'words.yaml')) : []
  return [
    `## The layout \`${name}\``,
    ...(blocks.length > 0 ? ['Its blocks:', table(['block', 'what it is'], blocks)] : []),
    'Its partials:',
    table(['partial', 'what it prints'], partials),
    ...(said.length > 0 ? ['Its words:', table(['word', 'in English', 'languages'], said)] : []),
  ]
}

function wordsIn(path: string): readonly (readonly string[])[] {
  const report = new Report()
  const loaded = load(path, readFileSync(path), report)
  const found = loaded === null ? [] : [...words(loaded, report)]
  expect(report.diagnostics).toEqual([])
  return found.map(([name, { versions }]) => [
    code(name),
    versions.get('en')?.text ?? '',
    [...versions.keys()].join(', '),
  ])
}

function firstComment(text: string): string {
  const comment = /^\{\{! (.*?) \}\}/.exec(text)?.[1]
  if (comment === undefined) throw new Error(`a shipped partial begins with what it prints: ${text}`)
  return comment
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

test('the reference of layouts says what the tables say', async () => {
  await expect(layoutReference()).toMatchFileSnapshot('../../docs/layout.md')
})

test('what the reference says that a layout sees is what it is given, no less and no more', () => {
  const yaml = `languages: { en: { name: English, status: original }, zh-Hans: { name: 中文 } }
theme: t.css
title: T
date: 2014-05-26
notices: { prevailing: P }
imprint: { isbn: 978-1-4028-9462-6, verify: true }
notes: { n: N }
blocks:
  - part: P
  - heading: H
  - { heading: S, level: 2 }
  - { paragraph: "text[^n]", runIn: R, id: p }
  - list: [one, { item: two, list: [three] }]
  - { quote: Q, source: S }
  - code: C
  - { image: p.png, alt: A, caption: C, width: 50% }
  - { image: { en: e.png, zh-Hans: z.png }, decorative: true }
  - { table: { head: [a, b], rows: [[c, d]] }, caption: C }
  - { callout: [one, two], title: T, priority: 1 }
  - { cards: [rain, f] }
  - { chart: rain, table: true }
  - { chart: [rain, sun] }
  - { facts: [f], title: F }
  - { timeline: [{ date: 2013-10, text: t }], title: T }
  - { indicators: [rain], caption: C }
indicators:
  rain: { label: Rain, unit: { word: mm }, values: { 1990: 812, 2000: 790 } }
  sun: { label: Sun, unit: { word: mm }, values: { 1990: 12, 2000: ~ } }
remarks: [R]
link: https://example.org/
fit: 2
figures: [{ id: f, value: [1, 2], unit: u, block: p, find: text, label: L, display: D, period: 2014, qualifier: over, source: S, change: C }]
terms: [{ text: t, abbreviation: a, note: n }]
`
  const seen = new Set<string>()
  check(context(sound(yaml), new Map()), 'publication', seen)
  expect([...seen].sort()).toEqual(shapes.map(({ name }) => name).sort())
})

/** Holds a value against the shape that is said of it. */
function check(value: Fields, name: string, seen: Set<string>): void {
  const found = name === 'block' ? String(value.kind) : name
  const shape = shapes.find((one) => one.name === found)
  if (shape === undefined) throw new Error(`there is no shape ${found}`)
  seen.add(found)
  expect([found, ...Object.keys(value).sort()]).toEqual([
    found,
    ...shape.fields.map((field) => field.name).sort(),
  ])
  for (const field of shape.fields) checkValue(value[field.name], field.type, seen)
}

function checkValue(value: unknown, type: string, seen: Set<string>): void {
  if (type.endsWith('?')) {
    if (value !== null) checkValue(value, type.slice(0, -1), seen)
  } else if (type.endsWith('[]')) {
    if (!Array.isArray(value)) throw new Error(`no list where ${type} is said`)
    for (const item of value) checkValue(item, type.slice(0, -2), seen)
  } else if (type === 'text') expect(isText(value)).toBe(true)
  else if (type === 'word') expect(typeof value).toBe('string')
  else if (type === 'number') expect(typeof value).toBe('number')
  else if (type === 'flag') expect(typeof value).toBe('boolean')
  else if (isFields(value)) {
    if (type !== 'words') check(value, type, seen)
  } else throw new Error(`no object where ${type} is said`)
}
