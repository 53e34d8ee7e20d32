import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { sampleLayout, samplePublication } from '../testing/sample-publication.ts'
import type { Element, Node } from './element.ts'
import { sortOf } from './elements.ts'
import { parse } from './parse.ts'
import { type Structure, structure } from './structure.ts'
import { template } from './template.ts'

const languages = ['en', 'zh-Hans']

test('each language has a Part of its own, with its passages in document order', () => {
  const layout =
    '{{#passage id="a"}}<h1>{{title}}</h1>{{/passage}}{{#passage id="b"}}<p>{{title}}</p>{{/passage}}'
  expect(outline(layout)).toEqual([
    'Document en',
    ' Part en',
    '  H1 en a',
    '  P en b',
    ' Part zh-Hans',
    '  H1 zh-Hans a',
    '  P zh-Hans b',
  ])
})

test('what holds passages is repeated in each Part that it has something for', () => {
  const both = '{{#passage}}<p>{{title}}</p>{{/passage}}'
  const layout = `<section><div>${both}</div><article><p lang="zh-Hans">一</p></article></section>`
  expect(outline(layout)).toEqual([
    'Document en',
    ' Part en',
    '  Sect en',
    '   Div en',
    '    P en',
    ' Part zh-Hans',
    '  Sect zh-Hans',
    '   Div zh-Hans',
    '    P zh-Hans',
    '   Sect zh-Hans',
    '    P zh-Hans',
  ])
  expect(read('<section><div></div></section>').tags).toHaveLength(3)
})

test('a list is a list in each language, with markers', () => {
  const { tags, of, markers } = read('<ul>{{#passage id="i"}}<li>{{title}}</li>{{/passage}}</ul>')
  expect(tags.slice(2, 6).map(({ role, parent }) => [role, parent])).toEqual([
    ['L', 1],
    ['LI', 2],
    ['Lbl', 3],
    ['LBody', 3],
  ])
  expect(markers.size).toBe(2)
  for (const [index, marker] of markers) expect(of.get(index)).toBe(marker + 1)
})

test('the contents are a TOC with an item for each passage', () => {
  const entry = '{{#passage}}<p><a href="#a">{{title}}</a></p>{{/passage}}'
  const part = (lang: string) => [
    ` Part ${lang}`,
    `  TOC ${lang}`,
    `   TOCI ${lang}`,
    `    P ${lang}`,
    `     Link ${lang}`,
  ]
  expect(outline(`<nav>${entry}</nav>`)).toEqual(['Document en', ...part('en'), ...part('zh-Hans')])
})

test('what languages share is read once, in the first language, after its version', () => {
  const layout =
    '{{#passage id="a"}}{{#axis}}<a href="#b"></a>{{/axis}}<p>{{title}}</p>{{/passage}}<p>2014</p>'
  expect(outline(layout)).toEqual([
    'Document en',
    ' Part en',
    '  P en a',
    '  P en a',
    '   Link en a',
    '  P en',
    ' Part zh-Hans',
    '  P zh-Hans a',
  ])
})

test('words inside a line go with it, code, links and other languages have tags', () => {
  const layout =
    '<p lang="en">a <em>b <strong>c</strong></em> <code>d</code> <a href="#x">e</a> <span lang="zh-Hans">中</span></p>' +
    '<pre lang="en"><code>f</code></pre><blockquote lang="en">g</blockquote><div lang="en">h<p>i</p></div>'
  expect(outline(layout)).toEqual([
    'Document en',
    ' Part en',
    '  P en',
    '   Code en',
    '   Link en',
    '   Span zh-Hans',
    '  P en',
    '   Code en',
    '  BlockQuote en',
    '   P en',
    '  Div en',
    '   P en',
    '   P en',
    ' Part zh-Hans',
  ])
  const { of, tags } = read(layout)
  const roles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((index) => tags[of.get(index) ?? -1]?.role)
  expect(roles).toEqual(['P', 'P', 'P', 'Code', 'Link', 'Span', 'Code', 'Code', 'P', 'P', 'P'])
})

test('a table is a table in each language, its rows those that the language has', () => {
  const row = (id: string, cells: string, lang = '') =>
    `{{#passage id="${id}"}}${lang}<tr>${cells}</tr>{{/passage}}`
  const head = row('h', '<th scope="col" colspan="2">{{title}}</th>')
  const body = row('r', '<th scope="row">{{title}}</th><td rowspan="2">{{title}}</td>')
  const only = '<bi-passage id="o"><bi-version lang="en"><tr><td>x</td></tr></bi-version></bi-passage>'
  const layout = `<table>{{#passage}}<caption>{{title}}</caption>{{/passage}}<thead>${head}</thead><tbody>${body}${only}</tbody></table>`
  const part = (lang: string) => [
    ` Part ${lang}`,
    `  Table ${lang}`,
    `   Caption ${lang}`,
    `   THead ${lang}`,
    `    TR ${lang} h`,
    `     TH ${lang} h`,
    `   TBody ${lang}`,
    `    TR ${lang} r`,
    `     TH ${lang} r`,
    `     TD ${lang} r`,
  ]
  expect(outline(layout)).toEqual([
    'Document en',
    ...part('en'),
    '    TR en o',
    '     TD en o',
    ...part('zh-Hans'),
  ])
  const cells = read(layout).tags.filter(({ role }) => role === 'TH' || role === 'TD')
  expect(cells.slice(0, 3).map(({ scope, columns, rows }) => [scope, columns, rows])).toEqual([
    ['Column', 2, 1],
    ['Row', 1, 1],
    [null, 1, 2],
  ])
})

test('a picture is a Figure for each language that describes it, and decoration has no tag', () => {
  const shared =
    '<figure>{{#across id="f"}}<img src="a" alt="{{title}}"/>{{/across}}{{#passage}}<figcaption>{{title}}</figcaption>{{/passage}}</figure>'
  const own =
    '{{#passage id="g"}}<img src="b" alt="{{title}}"/>{{/passage}}{{#across}}<img src="c" alt=""/>{{/across}}'
  expect(outline(shared + own)).toEqual([
    'Document en',
    ...['en', 'zh-Hans'].flatMap((lang) => [
      ` Part ${lang}`,
      `  Div ${lang}`,
      `   Figure ${lang} f`,
      `   Caption ${lang}`,
      `  Figure ${lang} g`,
    ]),
  ])
  const { figures, tags } = read(shared + own)
  expect([...figures.values()].map((ids) => ids.map((id) => tags[id]?.alt))).toEqual([
    ['Title', '标题'],
    ['Title'],
    ['标题'],
  ])
})

test('a note stands in the paragraph that calls it, behind its call, with an id of its own', () => {
  const layout =
    '<p lang="en">a <em><bi-note id="note-en-n" number="1">b <em>c</em></bi-note></em> d <bi-reference href="#x"/></p>'
  expect(outline(layout)).toEqual([
    'Document en',
    ' Part en',
    '  P en',
    '   Reference en',
    '    Lbl en',
    '   Note en',
    '    Lbl en',
    '   Reference en',
    '    Link en',
    ' Part zh-Hans',
  ])
  const { calls, markers, of, tags } = read(layout)
  const [[index = -1, call = -1] = []] = [...calls]
  expect(
    [call, markers.get(index), of.get(index)].map((id) => tags[tags[id ?? -1]?.parent ?? -1]?.role),
  ).toEqual(['Reference', 'Note', 'P'])
  expect(tags[of.get(index) ?? -1]?.id).toBe('note-en-n')
})

test('parents come before their children, and what bears text has a tag of its own language in the right Part', () => {
  fc.assert(
    fc.property(blocks(), (markup) => {
      const root = tree(markup)
      const { tags, of, markers } = structure(root, languages)
      for (const [id, tag] of tags.entries()) expect(tag.parent ?? -1).toBeLessThan(id)
      for (const element of textBearing(root)) {
        const tag = tags[of.get(element.index) ?? -1]
        expect(tag?.lang).toBe(element.lang ?? 'en')
        expect(['Document', 'Part', 'Sect', 'Div', 'L', 'LI', 'TOC']).not.toContain(tag?.role)
      }
      // Blocks in document order have their tags in the reading order of their Part.
      for (const lang of languages) {
        const ids = textBearing(root)
          .filter((element) => (element.lang ?? 'en') === lang && sortOf(element.name) === 'block')
          .map(({ index }) => of.get(index) ?? -1)
        expect(ids).toEqual([...ids].sort((a, b) => a - b))
      }
      expect([...of.values(), ...markers.values()].every((id) => id < tags.length)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

/** Markup of blocks in two languages, in one, and in none. */
function blocks(): fc.Arbitrary<string> {
  const inline = fc.constantFrom(
    'a',
    '<em>b</em>',
    '<a href="#c">d <strong>e</strong></a>',
    '<code>f</code>',
    '<br/>',
  )
  const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
  const { block } = fc.letrec<{ block: string; list: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 4 },
      line.map((text) => `<p>${text}</p>`),
      line.map((text) => `<pre>${text}</pre>`),
      fc
        .tuple(fc.constantFrom('section', 'div', 'blockquote', 'h2'), tie('list'))
        .map(([name, inside]) => (name === 'h2' ? `<h2>x</h2>${inside}` : `<${name}>${inside}</${name}>`)),
      line.map((text) => `<ul><li>${text}</li></ul>`),
      line.map((text) => `<div>${text}</div>`),
    ),
    list: fc.array(tie('block'), { maxLength: 3 }).map((parts) => parts.join('')),
  }))
  const passage = fc
    .tuple(block, block)
    .map(
      ([en, zh]) =>
        `<bi-passage><bi-version lang="en">${en}</bi-version><bi-version lang="zh-Hans">${zh}</bi-version></bi-passage>`,
    )
  const top = fc.oneof(
    passage,
    passage.map((inside) => `<section>${inside}</section>`),
    block,
  )
  return fc.array(top, { maxLength: 5 }).map((parts) => parts.join(''))
}

function read(main: string): Structure {
  return structure(tree(main), languages)
}

function outline(main: string): string[] {
  const { tags } = read(main)
  const depth = (id: number | null): number => (id === null ? -1 : 1 + depth(tags[id]?.parent ?? null))
  return tags.map(
    ({ role, lang, unit }, id) => `${' '.repeat(depth(id))}${role} ${lang}${unit === null ? '' : ` ${unit}`}`,
  )
}

function tree(main: string): Element {
  const report = new Report()
  const markup = template(samplePublication(), sampleLayout(main), report)
  const root = markup && parse(markup, report)
  expect(report.diagnostics).toEqual([])
  if (root === null) throw new Error('the markup is broken')
  return root
}

function textBearing(node: Node): Element[] {
  if (node.kind === 'text') return []
  const bears = node.children.some((child) => child.kind === 'text' && child.leaf.text.trim() !== '')
  return [...(bears ? [node] : []), ...node.children.flatMap(textBearing)]
}
