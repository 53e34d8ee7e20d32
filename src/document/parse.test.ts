import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { sampleLayout, samplePublication, sampleText } from '../testing/sample-publication.ts'
import { type Element, type Node, textOf } from './element.ts'
import { deepestElement } from './limits.ts'
import { parse } from './parse.ts'
import { template } from './template.ts'

test('markup becomes a tree under one root, numbered in document order', () => {
  expect(shown('<section class="a"><p>x<em>y</em></p></section><p/>')).toBe(
    '<html><section class="a"><p>"x"<em>"y"</em></p></section><p></p></html>',
  )
  expect(elementsOf(tree('<p><a href="#x"/></p><p>*</p>')).map(({ index }) => index)).toEqual([0, 1, 2, 3])
  expect(shown('\n<html lang="en">\n<p>x</p></html>')).toBe('<html lang="en"><p>"x"</p></html>')
})

test('texts come back from their tokens with their marks read, in attributes as plain text', () => {
  const title = sampleText({ en: 'A *b* & <c>' })
  expect(shown('{{#passage}}<p data-title="{{title}}">{{title}}</p>{{/passage}}', { title })).toContain(
    '<p data-title="A b & <c>">"A "<em>"b"</em>" & <c>"</p>',
  )
})

test('what stands for a missing text is marked for the theme, in attributes as plain text, and leads nowhere', () => {
  const draft = { title: sampleText({ en: 'A' }), isDraft: true }
  const body =
    '<p data-title="{{title}}">{{title}}</p><pre><code>{{title}}</code></pre><a href="{{title}}">{{words.missing}}</a>'
  const gap = '<span class="gap">"待译"</span>'
  expect(shown(`{{#passage}}{{#if @status}}{{else}}${body}{{/if}}{{/passage}}`, draft)).toContain(
    `<p data-title="待译">${gap}</p><pre><code>${gap}</code></pre><a>"待译"</a>`,
  )
})

test('the first call of a note in a language carries it, the others lead to it', () => {
  const note = { id: 'n', number: 3, text: sampleText({ en: 'N *n*', 'zh-Hans': '注' }), span }
  const title = sampleText({ en: 'a[^n]', 'zh-Hans': '甲[^n]' })
  const twice = '{{#passage}}<p>{{title}}</p>{{/passage}}{{#passage}}<p>{{title}}</p>{{/passage}}'
  const markup = shown(twice, { title, notes: [note] })
  expect(markup).toContain('"a"<bi-note id="note-en-n" number="3">"N "<em>"n"</em></bi-note></p>')
  expect(markup).toContain('"a"<bi-reference class="call" href="#note-en-n">"3"</bi-reference></p>')
  expect(markup).toContain('"甲"<bi-note id="note-zh-Hans-n" number="3">"注"</bi-note></p>')
  expect(markup).toContain('"甲"<bi-reference class="call" href="#note-zh-Hans-n">"3"</bi-reference></p>')
})

test('a reference is a link: to a page, with a title, with a number', () => {
  const target = { title: sampleText({ en: 'T *t*' }), number: 7, isNote: false }
  const targets = new Map([['x', target]])
  const one = (text: string) => {
    const title = sampleText({ en: text })
    return /<p>(.*)<\/p>/.exec(shown('{{#passage}}<p>{{title}}</p>{{/passage}}', { title, targets }))?.[1]
  }
  expect(one('{ref: x}')).toBe('<bi-reference href="#x"></bi-reference>')
  expect(one('{ref: x number}')).toBe('<a href="#x">"7"</a>')
  expect(one('{ref: x title}')).toBe('<a href="#x">"T "<em>"t"</em></a>')
  expect(one('[see {ref: x number}](#y)')).toBe('<a href="#y">"see ""7"</a>')
})

test('in a draft a mark stands for a note or a title that is missing', () => {
  const note = { id: 'n', number: 1, text: sampleText({}), span }
  const targets = new Map([['x', { title: sampleText({}), number: null, isNote: false }]])
  const title = sampleText({ en: '[^n] {ref: x title}' })
  const draft = {
    title,
    notes: [note],
    targets,
    isDraft: true,
    languages: [{ tag: 'en', name: '', status: null }],
  }
  expect(shown('{{#passage}}<p>{{title}}</p>{{/passage}}', draft)).toContain(
    '<bi-note id="note-en-n" number="1"><span class="gap">"not yet"</span></bi-note>" "<a href="#x"><span class="gap">"not yet"</span></a>',
  )
})

test('a picture across all columns has the words of each language, and the place where its author names it', () => {
  const alt = sampleText({ en: 'A *b*', 'zh-Hans': '甲' })
  const image = {
    kind: 'image' as const,
    priority: null,
    id: 'i',
    number: null,
    path: 'a/b*c*.png',
    source: null,
    alt,
    caption: null,
    width: null,
    span,
  }
  const chapters = [{ id: 'c', part: null, heading: null, blocks: [image] }]
  const layout =
    '{{#each chapters}}{{#each blocks}}{{#across}}<img src="{{path}}" alt="{{alt}}"/>{{/across}}{{/each}}{{/each}}'
  expect(shown(layout, { chapters })).toContain('<img src="a/b*c*.png" alt:en="A b" alt:zh-Hans="甲"></img>')
  const img = elementsOf(tree(layout, { chapters })).find(({ name }) => name === 'img')
  expect(img?.span).toBe(span)
})

test('marks are text in preformatted text and in code', () => {
  const title = sampleText({ en: '*a*' })
  expect(
    shown('{{#passage}}<pre> {{title}} </pre><p><code>{{title}}</code></p>{{/passage}}', { title }),
  ).toContain('<pre>" ""*a*"" "</pre><p><code>"*a*"</code></p>')
})

test('a link in a link leads where the outer one does', () => {
  const title = sampleText({ en: '[*a*](#b)' })
  expect(shown('{{#passage}}<a href="#c">{{title}}</a>{{/passage}}', { title })).toContain(
    '<a href="#c"><em>"a"</em></a>',
  )
})

test('an element is in the language and the passage around it', () => {
  const root = tree(
    '<div>{{#passage id="t"}}<p>{{title}}</p>{{#axis}}<p/>{{/axis}}{{/passage}}</div><p lang="zh-hans"/>',
  )
  expect(elementsOf(root).map(({ name, lang, unit }) => [name, lang, unit])).toEqual([
    ['html', null, null],
    ['div', null, null],
    ['bi-passage', null, 't'],
    ['bi-version', 'en', 't'],
    ['p', 'en', 't'],
    ['bi-version', 'zh-Hans', 't'],
    ['p', 'zh-Hans', 't'],
    ['bi-axis', null, 't'],
    ['p', null, 't'],
    ['p', 'zh-Hans', null],
  ])
})

test('a text that says the same in every language is in the language that it is printed in', () => {
  const both = sampleText({ en: 'GPS' }).versions.get('en')
  const title = {
    kind: 'text' as const,
    versions: new Map(
      both
        ? [
            ['en', both],
            ['zh-Hans', both],
          ]
        : [],
    ),
    only: null,
  }
  const leaves = elementsOf(tree('{{#passage}}<p>{{title}}</p>{{/passage}}', { title })).flatMap(
    ({ children }) => children.flatMap((child) => (child.kind === 'text' ? [child.leaf.lang] : [])),
  )
  expect(leaves).toEqual(['en', 'zh-Hans'])
})

test('an element of the layout stands at its tag, a mark at its place in the content, literal text at its tag', () => {
  const title = sampleText({ en: 'a *b*' })
  const root = tree('{{#passage}}\n  <p>Title: {{title}}</p>{{/passage}}', { title })
  const [, passage, version, paragraph, mark] = elementsOf(root)
  expect([passage, version, paragraph, mark].map((element) => element && place(element.span))).toEqual([
    'layout.hbs:1:1',
    'layout.hbs:1:1',
    'layout.hbs:2:3',
    'content.yaml:1:5',
  ])
  const [literal] = paragraph?.children ?? []
  expect(literal?.kind === 'text' && place(literal.leaf.span)).toBe('layout.hbs:2:3')
  expect(paragraph?.attrs.has('bi-at')).toBe(false)
})

test('white space beside blocks is dropped, and between words, links and spans kept', () => {
  expect(shown('\n<div>\n <p> <em>a</em> <em>b</em> </p>\n <p>c</p>\n</div>\n')).toBe(
    '<html><div><p><em>"a"</em>" "<em>"b"</em></p><p>"c"</p></div></html>',
  )
  expect(shown('<p>a <em> b</em></p><pre>\n a\n</pre>')).toBe(
    '<html><p>"a "<em>" b"</em></p><pre>"\n a\n"</pre></html>',
  )
})

test.each([
  ['<p>\n<dvi/></p>', 'layout.hbs:2:1 document/unknown-element', 'did you mean `div`?'],
  ['<p><html/></p>', 'layout.hbs:1:4 document/unknown-element', 'it stands around everything else'],
  [
    '<p style="x"/>',
    'layout.hbs:1:1 document/unknown-attribute',
    'give it a class, and write the style in the theme',
  ],
  [
    '<p/><a href="javascript:x">a</a>',
    'layout.hbs:1:5 document/link',
    'links lead to http, https, mailto and tel addresses, and `#` with the id of a passage',
  ],
  ['<p lang="xx"/>', 'layout.hbs:1:1 document/unknown-language', 'use a BCP 47 tag, as `en` or `zh-Hans`'],
  [
    '{{#passage id="a"}}{{title}}{{/passage}}{{#passage id="a"}}{{title}}{{/passage}}',
    'layout.hbs:1:41 document/duplicate-id',
    'a passage that repeats another, such as a line of the contents, has no id of its own',
  ],
])('%s is a finding at its place', (main, found, hint) => {
  const report = new Report()
  expect(read(main, report)).not.toBeNull()
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)).toEqual([found])
  expect(report.diagnostics[0]?.hints[0]).toBe(hint)
})

test.each([
  ['<div>\n<p>a</div>', 'layout.hbs:2:1', '`<p>` is not closed'],
  ['<div>\n<p>a', 'layout.hbs:2:1', '`<p>` is not closed'],
  ['<div>\n<p>a</p></em></div>', 'layout.hbs:2:1', '`</em>` closes nothing'],
  ['<div>\n<p>a & b</p></div>', 'layout.hbs:2:1', 'an `&` that is no entity'],
  ['<p/>\n<p>&bogus;</p>', 'layout.hbs:2:1', 'an unknown `&…;`'],
  ['<p class=a>', 'layout.hbs:1:1', 'the value of an attribute has no quotes'],
  ['<p class>', 'layout.hbs:1:1', 'an attribute has no value'],
])('broken markup such as %s is one finding at the place of its tag', (main, at, message) => {
  const report = new Report()
  expect(read(main, report)).toBeNull()
  expect(report.diagnostics.map((found) => [found.code, place(found.span), found.message])).toEqual([
    ['document/markup', at, message],
  ])
})

test('elements stand as deep as the limit in each other, and no deeper', () => {
  const nested = (depth: number) => `${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}`
  const report = new Report()
  read(nested(deepestElement - 1), report)
  expect(report.diagnostics).toEqual([])
  const root = read(nested(10_000), report)
  expect(report.diagnostics[0]?.code).toBe('document/too-deep')
  expect(root && textOf(root)).toBe('x')
})

test('no text is lost or reordered between a publication and its tree', () => {
  const words = fc.array(fc.constantFrom('a', '<', '&', '"', '文', ']]>', '&amp;', '{{', '“'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
      const terms = texts.map((text) => ({
        text: sampleText({ en: text.join('') }),
        abbreviation: null,
        note: null,
      }))
      const root = tree('{{#each terms}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}', { terms })
      expect(textOf(root)).toBe(texts.flat().join(''))
    }),
  )
})

function read(
  main: string,
  report: Report,
  fields: Parameters<typeof samplePublication>[0] = {},
): Element | null {
  const markup = template(samplePublication(fields), sampleLayout(main), report)
  return markup && parse(markup, report)
}

const span = { file: { path: 'p.yaml', text: 'note' }, start: 0, end: 4 }

function tree(main: string, fields: Parameters<typeof samplePublication>[0] = {}): Element {
  const report = new Report()
  const root = read(main, report, fields)
  expect(report.diagnostics).toEqual([])
  if (root === null) throw new Error('the markup is broken')
  return root
}

function shown(main: string, fields: Parameters<typeof samplePublication>[0] = {}): string {
  return show(tree(main, fields))
}

function show(node: Node): string {
  if (node.kind === 'text') return `"${node.leaf.text}"`
  const attrs = Array.from(node.attrs, ([name, value]) => ` ${name}="${value}"`).join('')
  return `<${node.name}${attrs}>${node.children.map(show).join('')}</${node.name}>`
}

function elementsOf(node: Node): Element[] {
  return node.kind === 'text' ? [] : [node, ...node.children.flatMap(elementsOf)]
}
