import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Lang } from '../base/lang.ts'
import { Report } from '../base/report.ts'
import { check, head, sound, versions } from '../testing/publication.ts'
import { load } from './load.ts'
import { validate } from './validate.ts'

test('what an author leaves out is null or empty', () => {
  const publication = sound(`${head}blocks: []\n`)
  expect(publication).toMatchObject({
    name: 'p',
    layout: { name: 'booklet', span: { start: 0, end: 0 } },
    theme: null,
    isDefault: true,
    isDraft: false,
    prevailing: null,
    subtitle: null,
    date: null,
    isbn: null,
    notices: { prevailing: null, translation: null, attribution: null },
    chapters: [],
    contents: [],
    figures: [],
    terms: [],
  })
})

test('an edition of more languages than can be set beside each other is refused, however they are chosen', () => {
  const tags = 'en fr es pt de it nl sv da'.split(' ')
  const declared = `languages: { ${tags.map((tag) => `${tag}: { name: ${tag} }`).join(', ')} }\ntitle: T\n`
  const many = ['content/many-languages!']
  const codes = (yaml: string, asked: readonly Lang[] | null = null) =>
    check(`${yaml}blocks: []\n`, asked).found
  expect(codes(declared)).toEqual([`1:1 ${many}`])
  expect(codes(`${declared}print: [${tags.join(', ')}]\n`)).toEqual([`3:41 ${many}`])
  expect(codes(`${declared}print: [en]\n`, tags)).toEqual([`1:1 ${many}`])
  expect(codes(`${declared}print: [${tags.slice(1).join(', ')}]\n`)).toEqual([])
  expect(codes(declared, tags.slice(1))).toEqual([])
})

test('a plain text is the same in every language', () => {
  expect(versions(sound(`${head}blocks: []`).title)).toEqual({ en: 'T', 'zh-Hans': 'T' })
})

test('a key with nothing behind it is as good as none', () => {
  expect(sound(`${head}isbn:\nblocks: []`).isbn).toBeNull()
})

test('a text keeps its numbers as they are written', () => {
  expect(versions(sound(`${head}isbn: 007\nplace: 5.20\nblocks: []`).place)).toEqual({
    en: '5.20',
    'zh-Hans': '5.20',
  })
})

test('all that is wrong is found in one run, each at its place', () => {
  const yaml = `${head}titel: x
date: 2014-02-30
prevailing: de
blocks:
  - paragraf: x
  - paragraph: { en: Hello }
    id: a
    nope: 1
  - heading: x
    level: 4
  - heading: x
    quote: y
  - paragraph: { en: '', zh-Hans: 好, xx: y, fr: z }
    id: a
  - list: []
  - word
  - code: x
    id: a b
figures:
  - { id: f, value: 1, unit: u, block: aa, find: x, label: y }
  - { id: f, value: [1], unit: u, block: a, find: x, label: y }
  - { id: g, value: 1, unit: u, block: a, find: { en: hallo, zh-Hans: 好 } }
  - { id: f, value: 1, unit: u, block: a, find: { en: hallo, zh-Hans: 好 }, label: y }
`
  expect([...check(yaml).found].sort()).toEqual(
    [
      '3:1 content/unknown-key!',
      '4:7 content/bad-date!',
      '5:13 content/undeclared-language!',
      '7:5 content/unknown-block!',
      '8:18 content/missing-translation!',
      '10:5 content/unknown-key!',
      '12:12 content/wrong-value!',
      '14:5 content/two-kinds!',
      '15:23 content/empty-text!',
      '15:38 content/unknown-language!',
      '15:45 content/undeclared-language!',
      '16:9 content/duplicate-id!',
      '17:5 content/wrong-value!',
      '18:5 content/wrong-value!',
      '20:9 content/wrong-value!',
      '22:40 content/unknown-block-id!',
      '23:14 content/wrong-value!',
      '24:7 content/missing-key!',
      '25:11 content/duplicate-id!',
      '25:55 content/figure-not-found',
    ].sort(),
  )
})

test('hints name what was meant', () => {
  const { hints } = check(`${head}titel: x\nlayuot: x\nblocks: [{ paragraf: x }]`)
  expect(hints).toEqual(['did you mean `paragraph`?', 'did you mean `title`?', 'did you mean `layout`?'])
})

test('an unknown key of a block is compared with those of its kind', () => {
  const { hints } = check(`${head}blocks: [{ list: [x], orderd: true }]`)
  expect(hints).toEqual(['did you mean `ordered`?'])
})

test('a missing title is said once, and the rest is checked', () => {
  const { found } = check('languages: { en: { name: English } }\nblocks: [{ paragraph: { en: ~ } }]')
  expect(found).toEqual(['1:1 content/missing-key!', '2:25 content/missing-translation!'])
})

test('without languages there is nothing to check', () => {
  expect(check('title: x\nblocks: []')).toMatchObject({
    publication: null,
    found: ['1:1 content/missing-key!'],
  })
  expect(check('languages: {}\ntitle: x\nblocks: []')).toMatchObject({
    publication: null,
    found: ['1:1 content/no-language!'],
  })
})

test('a file that is no map is no publication', () => {
  expect(check('- a\n- b\n')).toMatchObject({ publication: null, found: ['1:1 content/wrong-value!'] })
  expect(check('word')).toMatchObject({ publication: null, found: ['1:1 content/wrong-value!'] })
})

test('a language whose entry is wrong makes no further findings', () => {
  const { found } = check('languages: { en: { status: official } }\ntitle: { en: x }\nblocks: []')
  expect(found).toEqual(['1:14 content/missing-key!'])
})

test('an author cannot reach the prototype of anything', () => {
  const { found } = check(
    `${head}__proto__: x\nconstructor: y\nblocks: [{ paragraph: { __proto__: z, en: a, zh-Hans: b } }]`,
  )
  expect(found).toEqual([
    '3:1 content/unknown-key!',
    '4:1 content/unknown-key!',
    '5:25 content/unknown-language!',
  ])
})

test('a missing translation is a warning in a draft, and the version is absent', () => {
  const { publication, found } = check(`${head}blocks: [{ paragraph: { en: a } }]`, null, true)
  expect(found).toEqual(['3:25 content/missing-translation'])
  expect(publication?.isDraft).toBe(true)
  const block = publication?.chapters[0]?.blocks[0]
  expect(block?.kind === 'paragraph' && versions(block.text)).toEqual({ en: 'a' })
})

test('a translation that is not printed may be missing', () => {
  expect(check(`${head}blocks: [{ paragraph: { en: a } }]`, ['en']).found).toEqual([])
})

test('languages are printed as the command asks', () => {
  const yaml = `${head}print: [zh-Hans, en]\nblocks: []`
  const printed = (asked: readonly Lang[] | null) => {
    const { languages, isDefault } = sound(yaml, asked)
    return [languages.map((language) => language.tag).join(), isDefault]
  }
  expect(printed(null)).toEqual(['zh-Hans,en', true])
  expect(printed(['zh-hans', 'EN'])).toEqual(['zh-Hans,en', true])
  expect(printed(['en', 'zh-Hans'])).toEqual(['en,zh-Hans', false])
  expect(printed(['en'])).toEqual(['en', false])
})

test('a language that the command asks for must exist', () => {
  expect(check(`${head}blocks: []`, ['en', 'fr']).found).toEqual(['1:1 content/no-such-language!'])
})

test('tags are canonical however they are written', () => {
  const yaml =
    'languages: { ZH-HANS: { name: 中文 } }\ntitle: { zh-hans: 题 }\nprevailing: zh-Hans\nblocks: []'
  const { prevailing, title } = sound(yaml)
  expect([prevailing, versions(title)]).toEqual(['zh-Hans', { 'zh-Hans': '题' }])
})

test('a term may have an abbreviation in some languages only', () => {
  const { terms } = sound(`${head}blocks: []\nterms: [{ text: Review, abbreviation: { en: R }, note: n }]`)
  expect(terms.map(({ abbreviation, note }) => [versions(abbreviation), note])).toEqual([[{ en: 'R' }, 'n']])
})

test('a theme lies beside its file', () => {
  const report = new Report()
  const loaded = load('content/x/p.yaml', new TextEncoder().encode(`${head}theme: t.css\nblocks: []`), report)
  if (loaded === null) throw new Error('not read')
  const publication = validate(loaded, { name: 'x', languages: null, isDraft: false, row: null }, report)
  expect(publication?.theme?.path).toBe('content/x/t.css')
})

test('a layout and a theme know where they are named, whatever else says the same', () => {
  const yaml = `# layout: leaflet, theme: t.css\n${head}layout: leaflet\ntheme: 't.css'\nblocks: []`
  const { layout, theme } = sound(yaml)
  const named = [layout.span, theme?.span].map((span) => span && yaml.slice(span.start, span.end))
  expect(named).toEqual(['leaflet', 't.css'])
  expect([layout.span.start, theme?.span.start]).toEqual([
    yaml.lastIndexOf('leaflet'),
    yaml.lastIndexOf('t.css'),
  ])
})

test('a layout is a name, not a path', () => {
  expect(check(`${head}layout: ../x\nblocks: []`).found).toEqual(['3:9 content/wrong-value!'])
})

test('whatever stands where something else should is a finding, never a fault of ours', () => {
  const names = fc.constantFrom(
    'paragraph',
    'runIn',
    'heading',
    'list',
    'quote',
    'only',
    'level',
    'id',
    'en',
    'zh-Hans',
    'x',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('', 'x', 'true', '2', 'en', null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(names, tie('tree'), { maxKeys: 4 }),
    ),
  }))
  const keys = fc.constantFrom(
    'languages',
    'title',
    'print',
    'date',
    'blocks',
    'figures',
    'terms',
    'notices',
    'only',
  )
  const valid = {
    languages: { en: { name: 'English' }, 'zh-Hans': { name: '中文' } },
    title: 'T',
    blocks: [{ paragraph: { en: 'a', 'zh-Hans': '一' } }],
  }
  fc.assert(
    fc.property(keys, tree, tree, (key, value, block) => {
      const blocks = [...valid.blocks, block]
      const { found, messages, publication } = check(stringify({ ...valid, blocks, [key]: value }))
      expect(publication !== null || found.length > 0).toBe(true)
      // Nothing of our own tree may be taken for the author's.
      expect(messages.join()).not.toMatch(/`(kind|span|places|isPlain|isNull)` is|key `(kind|span|places)/)
    }),
    { numRuns: 500 },
  )
})
