import { expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { glyphText } from './glyph-text.ts'

const content =
  'languages: { en: { name: E, status: official }, fr: { name: F }, zh-Hans: { name: Z, status: original } }\ntitle: { en: head, fr: tête, zh-Hans: 头 }\nblocks: []\n'
const face = 'html { font-family: Square; font-size: 10pt } h2 { font-weight: 400 }'
const layout =
  '{{#passage}}<h2>{{title}}</h2>{{#if @status}}<p class="status">{{@status}}</p>{{/if}}{{/passage}}'

it.each([
  ['', 'head/tête/头', 'official, original'],
  ['bi-arrangement: stacked zh;', '头/head/tête', 'original, official'],
])(
  'a box says a name in each language that has it, in the order in which they stand: %s',
  (arrangement, names, states) => {
    const theme = `${face} @page { size: 300pt 200pt; margin: 20pt; ${arrangement}
      @top-left { content: strings(name, "/") }
      @bottom-right { content: "(" strings(state, ", ") ")" strings(nothing, "!") } }
      h2 { string-set: name content() } .status { string-set: state content() }`
    expect(saidIn(theme)).toEqual([names, `(${states})`])
  },
)

it('a name in each language is for margin boxes alone', () => {
  const { found } = layOut({ content, layout, theme: `${face} h2::before { content: strings(name, " ") }` })
  expect(found).toEqual(['templates/booklet/layout.hbs:1:13 style/content'])
})

/** What each margin box says, its runs of all languages joined. */
function saidIn(theme: string): readonly string[] {
  const { laid, found } = layOut({ content, layout, theme })
  expect(found).toEqual([])
  const said = new Map<number, string>()
  for (const { y, mark, tag } of laid.pages[0]?.marks ?? [])
    if (mark.kind === 'glyphs' && tag === null) said.set(y, (said.get(y) ?? '') + glyphText(mark))
  return [...said.values()]
}
