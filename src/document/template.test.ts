import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import type { Publication } from '../content/publication.ts'
import { sampleLayout, samplePublication, sampleText } from '../testing/sample-publication.ts'
import { offsets } from './layout-file.ts'
import { untoken } from './leaf.ts'
import { deepestPartial } from './limits.ts'
import { template } from './template.ts'

test('a passage is written once in each printed language, in order, each text in its own', () => {
  expect(written('{{#passage id="t" class="a b"}}<h1>{{title}}</h1>{{/passage}}')).toBe(
    '<bi-passage id="t" class="a b">' +
      '<bi-version lang="en"><h1>[Title]</h1></bi-version>' +
      '<bi-version lang="zh-Hans"><h1>[标题]</h1></bi-version></bi-passage>',
  )
})

test('a language without any of the texts of a passage has no version', () => {
  const subtitle = sampleText({ en: 'Only' })
  const layout = '{{#passage}}<p>{{#if subtitle}}<em>{{subtitle}}</em>{{/if}}</p>{{/passage}}'
  const version = '<bi-version lang="en"><p><em>[Only]</em></p></bi-version>'
  expect(written(layout, { subtitle })).toBe(`<bi-passage>${version}</bi-passage>`)
  expect(written(layout, { subtitle, isDraft: true })).toBe(
    `<bi-passage>${version}<bi-version lang="zh-Hans"><p><em>[待译]</em></p></bi-version></bi-passage>`,
  )
  const both = '{{#passage}}{{title}}{{#if subtitle}}!{{/if}}{{/passage}}'
  expect(written(both, { subtitle })).toContain('<bi-version lang="zh-Hans">[标题]</bi-version>')
})

test('a draft has the mark of a gap wherever a text is missing that was meant for the language', () => {
  const layout = '{{#passage}}<h2>{{title}}</h2><li class="{{subtitle}}">{{subtitle}}</li>{{/passage}}'
  const chinese = (fields: Partial<Publication>) =>
    /lang="zh-Hans">(.*)<\/bi-version>/.exec(written(layout, fields))?.[1]
  const subtitle = sampleText({ en: 'Only' })
  expect(chinese({ subtitle })).toBe('<h2>[标题]</h2><li class=""></li>')
  expect(chinese({ subtitle, isDraft: true })).toBe('<h2>[标题]</h2><li class="[待译]">[待译]</li>')
  expect(chinese({ subtitle: { ...subtitle, only: ['en'] }, isDraft: true })).toBe(
    '<h2>[标题]</h2><li class=""></li>',
  )
  const both = { ...subtitle, only: ['en', 'zh-Hans'] }
  expect(chinese({ subtitle: both, isDraft: true })).toContain('[待译]</li>')
  const without = '{{#passage}}{{#unless subtitle}}none{{/unless}}{{/passage}}'
  expect(written(without, { subtitle, isDraft: true })).not.toContain('none')
})

test('what languages share is written once, after them, without a language', () => {
  const layout = '{{#passage}}{{title}}{{#axis}}<a href="#x" class="page-number"></a>{{/axis}}{{/passage}}'
  expect(written(layout)).toBe(
    '<bi-passage><bi-version lang="en">[Title]</bi-version><bi-version lang="zh-Hans">[标题]</bi-version>' +
      '<bi-axis><a href="#x" class="page-number"></a></bi-axis></bi-passage>',
  )
})

test('a passage knows its language and its status', () => {
  expect(written('{{#passage}}{{@lang}} {{@status}}{{/passage}}')).toContain('lang="en">en original<')
  expect(findings('{{@lang}}')).toEqual(['layout.hbs:1:3 document/unknown-name'])
  expect(findings('{{#passage}}{{title}}{{#axis}}{{@lang}}{{/axis}}{{/passage}}')).toHaveLength(1)
})

test('a text outside a passage has no language to be printed in', () => {
  expect(findings('<p>\n  {{title}}</p>')).toEqual(['layout.hbs:2:3 document/no-language'])
  expect(findings('{{#passage}}{{#axis}}{{title}}{{/axis}}{{/passage}}')).toEqual([
    'layout.hbs:1:22 document/no-language',
  ])
})

test('plain words are escaped, and a text is a token that needs no escaping, in attributes too', () => {
  const name = '<&"'
  expect(written('<p class="{{name}}">{{name}}</p>', { name })).toBe(
    '<p class="&lt;&amp;&quot;">&lt;&amp;&quot;</p>',
  )
  const title = sampleText({ en: '<&"' })
  expect(written('{{#passage}}<p class="{{title}}"></p>{{/passage}}', { title })).toContain('class="[<&"]"')
})

test('null and empty lists are nothing, and null has null fields', () => {
  expect(written('{{#if date}}a{{else}}b{{/if}}{{#if date.day}}c{{/if}}{{#if chapters}}d{{/if}}')).toBe('b')
  expect(written('{{#each chapters}}a{{else}}b{{/each}}{{#with date}}c{{else}}d{{/with}}')).toBe('bd')
  expect(written('{{#unless date}}a{{/unless}}{{#unless title}}b{{/unless}}')).toBe('a')
})

test('each, with, is, lookup and partials see what Handlebars says they see', () => {
  const languages = '{{#each languages}}{{@index}}{{tag}}{{#unless @last}},{{/unless}}{{/each}}'
  expect(written(languages)).toBe('0en,1zh-Hans')
  expect(written('{{#each languages as |one at|}}{{at}}{{one.tag}}{{../name}} {{/each}}')).toBe(
    '0ensample 1zh-Hanssample ',
  )
  expect(written('{{#with notices}}{{#if (is @root.name "a" "sample")}}{{../name}}{{/if}}{{/with}}')).toBe(
    'sample',
  )
  expect(written('{{#each languages}}{{> (lookup this "tag") at=@index}}{{/each}}', {}, twoPartials)).toBe(
    '0en.1中文.',
  )
  expect(written('{{lookup languages.[0] "tag"}}{{languages.length}}')).toBe('en2')
})

const twoPartials = { en: '{{at}}{{tag}}.', 'zh-Hans': '{{at}}{{name}}.' }

test.each([
  ['<p>\n{{titel}}', 'layout.hbs:2:3 document/unknown-name', 'did you mean `title`?'],
  [
    '{{#each languages}}{{words}}{{/each}}',
    'layout.hbs:1:22 document/unknown-name',
    'it stands at the root: write `@root.words`',
  ],
  ['{{words.mising}}', 'layout.hbs:1:3 document/unknown-name', 'did you mean `missing`?'],
  [
    '{{title.en}}',
    'layout.hbs:1:3 document/unknown-name',
    'print it inside a passage: its language is that of the passage',
  ],
  [
    '{{name.constructor}}',
    'layout.hbs:1:3 document/unknown-name',
    'print the value itself, without `.constructor`',
  ],
  ['{{constructor}}', 'layout.hbs:1:3 document/unknown-name', 'known here: name, layout, theme, '],
  ['{{__proto__}}', 'layout.hbs:1:3 document/unknown-name', 'known here: name, layout, theme, '],
  [
    '{{lookup this "constructor"}}',
    'layout.hbs:1:1 document/unknown-name',
    'known here: name, layout, theme, ',
  ],
  ['{{@rot}}', 'layout.hbs:1:3 document/unknown-name', 'did you mean `root`?'],
  ['{{chapters}}', 'layout.hbs:1:1 document/not-a-text', 'go through it with `{{#each …}}`'],
  ['{{#each name}}{{/each}}', 'layout.hbs:1:1 document/not-a-list', 'for one value, write `{{#with …}}`'],
  ['a\n  {{#fi title}}{{/fi}}', 'layout.hbs:2:6 document/unknown-helper', 'did you mean `if`?'],
  ['{{log name}}', 'layout.hbs:1:3 document/unknown-helper', 'known here: is, lookup'],
  ['{{#if}}{{/if}}', 'layout.hbs:1:1 document/arguments', 'write `{{#if value}}…{{/if}}`'],
  ['{{if title}}', 'layout.hbs:1:1 document/arguments', 'write `{{#if value}}…{{/if}}`'],
  [
    '{{#passage ide="x"}}{{/passage}}',
    'layout.hbs:1:1 document/arguments',
    'write `{{#passage id=id class="…"}}…{{/passage}}`',
  ],
  [
    '{{#passage}}{{else}}{{/passage}}',
    'layout.hbs:1:1 document/arguments',
    'write `{{#passage id=id class="…"}}…{{/passage}}`',
  ],
  ['{{#if title as |x|}}{{x}}{{/if}}', 'layout.hbs:1:1 document/arguments', 'write `{{#if value}}…{{/if}}`'],
  ['<p>{{> hed}}', 'layout.hbs:1:4 document/missing-partial', 'did you mean `head`?'],
  [
    '{{{name}}}',
    'layout.hbs:1:1 document/unescaped',
    'write `{{…}}`: texts bring their own emphasis and links',
  ],
  [
    '{{&name}}',
    'layout.hbs:1:1 document/unescaped',
    'write `{{…}}`: texts bring their own emphasis and links',
  ],
  [
    '{{#*inline "x"}}{{/inline}}',
    'layout.hbs:1:1 document/unsupported',
    'put it into the folder of partials, as a file of its own',
  ],
  [
    '{{* x}}',
    'layout.hbs:1:1 document/unsupported',
    'put it into the folder of partials, as a file of its own',
  ],
  ['{{> @partial-block}}', 'layout.hbs:1:1 document/no-block', 'it is there in a partial'],
  [
    '{{#passage}}{{#across}}{{/across}}{{/passage}}',
    'layout.hbs:1:13 document/nested-across',
    'end the passage',
  ],
  [
    '{{#across}}{{#passage}}{{/passage}}{{/across}}',
    'layout.hbs:1:12 document/nested-passage',
    'put it behind',
  ],
  ['{{#axis}}{{/axis}}', 'layout.hbs:1:1 document/axis-outside', 'put it into `{{#passage}}…{{/passage}}`'],
  ['{{#passage class=title}}{{/passage}}', 'layout.hbs:1:1 document/not-a-text', 'write `class="…"`'],
])('%s is a finding at its place', (main, found, hint) => {
  const report = new Report()
  template(samplePublication(), sampleLayout(main, { head: '' }), report)
  const [first] = report.diagnostics
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)).toEqual([found])
  expect(first?.hints[0]?.slice(0, hint.length)).toBe(hint)
})

test.each([
  ['<p>{{#if title}}\n{{#each chapters}}</p>{{/each}}', 'layout.hbs:1:4', '`{{#if}}` is not closed'],
  ['<p>{{#if title}}{{/each}}', 'layout.hbs:1:7', '`{{#if}}` is closed by `{{/each}}`'],
  ['<p>\n</p>{{/if}}', 'layout.hbs:2:5', '`{{/if}}` cannot stand here'],
  ['<p>\n  {{x}}}', 'layout.hbs:2:6', '`}}}` cannot stand here'],
  ['<p>{{title', 'layout.hbs:1:6', 'the expression is not complete'],
])('%s is a syntax error at its place', (main, at, message) => {
  const report = new Report()
  expect(template(samplePublication(), sampleLayout(main), report)).toBeNull()
  expect(report.diagnostics.map((found) => [found.code, place(found.span), found.message])).toEqual([
    ['document/layout-syntax', at, message],
  ])
})

test('one run shows all findings, each in its own file', () => {
  const partials = { head: '\n{{nmae}}', foot: '{{#if}', unused: '{{> nothing}}' }
  const report = new Report()
  template(samplePublication(), sampleLayout('{{titel}}{{> head}}{{> foot}}{{subtitel}}', partials), report)
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`).sort()).toEqual([
    'foot.hbs:1:6 document/layout-syntax',
    'head.hbs:2:3 document/unknown-name',
    'layout.hbs:1:3 document/unknown-name',
    'layout.hbs:1:32 document/unknown-name',
  ])
})

test('a partial that calls itself without end is one finding, however often it does', () => {
  const partials = { loop: 'x{{> loop}}{{> loop}}' }
  const report = new Report()
  const markup = template(samplePublication(), sampleLayout('{{> loop}}', partials), report)
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)).toEqual([
    'loop.hbs:1:2 document/endless-partial',
  ])
  expect(markup?.text).toBe('x'.repeat(deepestPartial))
})

test('a layout that multiplies the publication by itself is stopped', () => {
  const terms = Array.from({ length: 60 }, () => ({ text: sampleText({}), abbreviation: null, note: null }))
  const levels = 5
  const main = '{{#each @root.terms}}'.repeat(levels) + '{{/each}}'.repeat(levels)
  expect(findings(main, { terms })).toEqual(['layout.hbs:1:1 document/endless-layout'])
})

test.each([
  '{{../title}}',
  '{{..}}',
  '{{#each languages}}{{../../name}}{{/each}}',
  '{{#if (is ../name 1)}}{{/if}}',
])('%s leads beyond the root, where nothing is', (main) => {
  expect(findings(main)).toEqual([`layout.hbs:1:${main.search(/\.\./) + 1} document/unknown-name`])
})

test('a word of the layout is missed where it is printed in a language that it lacks, once', () => {
  const layout = sampleLayout(
    '{{#passage}}{{title}}{{words.missing}}{{#if words.only}}{{words.only}}{{/if}}{{/passage}}' +
      '{{#passage}}{{title}}{{words.only}}{{lookup words "only"}}{{/passage}}',
  )
  const only = sampleText({ en: 'Only' })
  const words = new Map([...layout.words, ['only', only]])
  const missed = (main: string, isDraft = false) => {
    const report = new Report()
    const file = { path: 'layout.hbs', text: main }
    template(samplePublication({ isDraft }), { ...layout, main: file, words }, report)
    return report.diagnostics
  }
  for (const isDraft of [false, true]) {
    expect(missed(layout.main.text, isDraft)).toEqual([
      {
        severity: 'warning',
        code: 'document/missing-word',
        message: 'the layout prints its word `only` in `zh-Hans`, but has none',
        span: only.versions.get('en')?.span,
        hints: ['add `zh-Hans:` here'],
        related: [expect.objectContaining({ note: 'it is printed here' })],
      },
    ])
  }
  expect(missed('{{#passage}}{{title}}{{#if words.only}}{{words.only}}{{/if}}{{/passage}}')).toEqual([])
})

test('a nested passage is a finding', () => {
  expect(findings('{{#passage}}{{title}}{{#passage}}{{/passage}}{{/passage}}')).toEqual([
    'layout.hbs:1:22 document/nested-passage',
  ])
})

test('each opening tag bears its place, whatever stands around it', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<br/>',
    '<div class="{{name}}">',
    '<h2\n id="x">',
    ' ',
    '\n',
    '  \n',
    '\r\n',
    '\t',
    'a < b',
    '中文😀',
    '{{name}}',
    '{{~name~}}',
    '{{!-- <p> --}}',
    '{{#if name}}',
    '{{else}}',
    '{{/if}}',
    '{{~#if name~}}',
    '{{~/if~}}',
    '\\{{name}}',
    '\\\\{{name}}',
    '{{> part}}',
    '<bi-axis>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const layout = sampleLayout(pieces.join(''), { part: ' <li>\n<a href="#x">{{name}}' })
      const markup = template(samplePublication(), layout, new Report())
      for (const [, tag, at] of (markup?.text ?? '').matchAll(/(<[a-z0-9-]+) bi-at="(\d+)"/g)) {
        const span = markup?.places[Number(at)]
        expect(span?.file.text.slice(span.start, span.end)).toBe(tag)
      }
    }),
    { numRuns: 500 },
  )
})

test('the stamps change nothing else: a layout writes what plain Handlebars writes', () => {
  const main =
    '<ul>\n  {{#each languages}}\n    <li>{{tag}}</li>\n  {{/each}}\n\n{{!x}}\n{{> part}}\n</ul> {{~name}}\n'
  const handlebars = Handlebars.create()
  handlebars.registerPartial('part', '<p>\n</p>\n')
  const expected = handlebars.compile(main, { preventIndent: true })(samplePublication())
  expect(written(main, {}, { part: '<p>\n</p>\n' })).toBe(expected)
})

test('a block is printed as it stands, or as the partial of its name, which may print it inside', () => {
  const main = '<a/>{{#> cover}}<b>{{name}}</b>{{/cover}}<c/>'
  expect(written(main)).toBe('<a/><b>sample</b><c/>')
  expect(written(main, {}, { cover: '<p>{{name}}</p>' })).toBe('<a/><p>sample</p><c/>')
  expect(written(main, {}, { cover: '<p>{{> @partial-block}}</p>' })).toBe('<a/><p><b>sample</b></p><c/>')
})

test('a block inside a block, and inside a list, has its own scope', () => {
  const main =
    '{{#> outer}}{{#each languages}}{{#> inner}}<i>{{tag}}{{@index}}</i>{{/inner}}{{/each}}{{/outer}}'
  expect(written(main)).toBe('<i>en0</i><i>zh-Hans1</i>')
  const inner = '<b>{{#if @first}}{{> @partial-block}}{{/if}}{{tag}}</b>'
  expect(written(main, {}, { inner, outer: '<o>{{> @partial-block}}</o>' })).toBe(
    '<o><b><i>en0</i>en</b><b>zh-Hans</b></o>',
  )
})

test('what stands across all columns is of no language; its alt holds the words of each', () => {
  expect(written('{{#across id="x" class="y"}}<img src="a" alt="{{title}}"/>{{/across}}')).toBe(
    '<bi-across id="x" class="y"><img src="a" alt="[Title][标题]"/></bi-across>',
  )
  expect(findings('{{#across}}<p>{{title}}</p>{{/across}}')).toEqual(['layout.hbs:1:15 document/no-language'])
})

test('layouts are run as Handlebars runs them', () => {
  const statement = fc.constantFrom(
    'x',
    ' ',
    '\n',
    '{{name}}',
    '{{isDraft}}',
    '{{languages.length}}',
    '{{~name~}}',
    '{{!c}}',
    '{{#if isDefault}}y{{else}}n{{/if}}',
    '{{#unless isDefault}}y{{/unless}}',
    '{{#each languages}}{{tag}}{{@index}}{{@first}}{{@last}}{{../name}}{{@root.name}}{{/each}}',
    '{{#each languages}}{{#if tag}}{{../name}}{{/if}}{{/each}}',
    '{{#each languages as |one at|}}{{one.tag}}{{at}}{{#each @root.languages as |two|}}{{one.name}}{{two.tag}}{{@../index}}{{/each}}{{/each}}',
    '{{#with layout}}{{name}}{{../name}}{{/with}}',
    '{{#with layout}}{{#with ..}}{{name}}{{/with}}{{/with}}',
    '{{> part}}',
    '  {{> part}}\n',
    '{{> part name="z"}}',
    '{{#each languages}}{{> part}}{{/each}}',
    '{{> part layout}}',
    '{{#> held}}d{{name}}{{/held}}',
    '{{#> lost}}d{{name}}{{/lost}}',
    '{{#> lost layout}}d{{name}}{{/lost}}',
    '{{#each languages}}\n  {{#> held}}\n  {{tag}}{{@index}}\n  {{/held}}\n{{/each}}\n',
  )
  const partials = { part: '<p>{{name}}</p>\n', held: '<i>{{> @partial-block}}</i>' }
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const main = statements.join('')
      const handlebars = Handlebars.create()
      for (const [name, text] of Object.entries(partials)) handlebars.registerPartial(name, text)
      const expected = handlebars.compile(main, { preventIndent: true })(samplePublication())
      // What is false is printed as nothing here.
      expect(written(main, {}, partials)).toBe(expected.replaceAll('false', ''))
    }),
    { numRuns: 500 },
  )
})

test('a position of Handlebars is an offset of the file, whatever ends its lines', () => {
  const file = { path: 'a', text: 'a\r\nbb\rc\n\nd' }
  const at = offsets(file)
  expect([1, 2, 3, 4, 5].map((line) => file.text[at({ line, column: 0 })])).toEqual([
    'a',
    'b',
    'c',
    '\n',
    'd',
  ])
})

/** The markup without the stamps, each token as its text in brackets. */
function written(
  main: string,
  fields: Partial<Publication> = {},
  partials: Record<string, string> = {},
): string {
  const report = new Report()
  const markup = template(samplePublication(fields), sampleLayout(main, partials), report)
  expect(report.diagnostics).toEqual([])
  const text = (markup?.text ?? '').replace(/ bi-at="\d+"/g, '')
  return untoken(text, markup?.leaves ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.text}]`))
    .join('')
}

function findings(main: string, fields: Partial<Publication> = {}): string[] {
  const report = new Report()
  template(samplePublication(fields), sampleLayout(main), report)
  return report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)
}
