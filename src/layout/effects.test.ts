import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { PngPicture } from '../picture/picture.ts'
import type { Longhand } from '../style/longhands.ts'
import { layOut } from '../testing/documents.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import { dump } from './dump.ts'
import { lay } from './lay.ts'

/** One of each kind that a property may act on. */
const subjects = [
  'container',
  'table',
  'passage',
  'across',
  'block',
  'row',
  'cell',
  'text',
  'picture',
  'placed',
]

/** A value that would be seen, for each property that has to do with boxes, lines or pages. */
const values: Partial<Record<Longhand, string>> = {
  page: 'other',
  'break-before': 'page',
  'break-after': 'page',
  width: '60pt',
  height: '250pt',
  'min-height': '300pt',
  'max-width': '30pt',
  'max-height': '10pt',
  top: '50pt',
  left: '50pt',
  'margin-top': '31pt',
  'margin-bottom': '31pt',
  'margin-left': '13pt',
  'margin-right': '13pt',
  'padding-top': '31pt',
  'padding-bottom': '31pt',
  'padding-left': '13pt',
  'padding-right': '13pt',
  'border-top-style': 'solid',
  'border-left-style': 'solid',
  'background-color': '#cccccc',
  'column-rule-style': 'solid',
  'vertical-align': 'middle',
  'line-height': '20pt',
  'text-align': 'end',
  'text-indent': '9pt',
  color: '#cccccc',
}

const content = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: ${'Words and more 人 words. '.repeat(20)}, zh-Hans: ${'人权白皮书事业进步发展国家'.repeat(5)} }
`

const layout = `<div>{{#passage}}<p>{{title}}</p>{{/passage}}</div>
<div class="container">{{#passage class="passage"}}<p>0</p><p class="block">{{title}}</p>{{/passage}}
{{#passage}}<p>a <em class="text">{{title}}</em> b<br/>c</p>{{/passage}}
{{#passage}}<p>{{title}}</p>{{/passage}}</div>
<table class="table"><tbody>{{#passage}}<tr class="row"><td class="cell"><p>1<br/>one more and more</p></td><td>2<br/>3<br/>4</td></tr>{{/passage}}
{{#passage}}<tr><td>1</td><td>2</td></tr>{{/passage}}</tbody></table>
<div class="placed">{{languages.length}}<br/>99999</div>
{{#across class="across"}}<p>{{languages.length}}<br/>9</p><img class="picture" src="a.png" alt=""/>{{/across}}
<div>{{#passage}}<p>{{title}}</p>{{/passage}}</div>
`

const theme = `@page { size: 400pt 500pt; margin: 30pt }
html { font-family: Square; font-size: 10pt; line-height: 14pt }
.across, .placed { text-align: center } .across { background: #eeeeee } .placed { position: absolute; right: 20pt; top: 10pt; border-bottom: 1pt solid }
`

const picture: PngPicture = {
  kind: 'png',
  path: 'a.png',
  width: 100,
  height: 200,
  pixelsPerInch: null,
  orientation: 1,
  profile: null,
  header: { width: 100, height: 200, bits: 8, colorType: 0, isInterlaced: false },
  palette: null,
  clear: null,
  data: new Uint8Array(),
}

const plain = pagesWith('').pages

describe.each(subjects)('of a %s', (subject) => {
  test.each(Object.entries(values))('%s: %s is seen, or is said to have no effect', (name, value) => {
    const { pages, found } = pagesWith(`.${subject} { ${name}: ${value} }`)
    const isSaid = found.some((one) => one.endsWith('style/no-effect'))
    expect(pages !== plain).toBe(!isSaid)
  })
})

function pagesWith(css: string) {
  const { manuscript, found } = layOut({ content, layout, theme: theme + css })
  const pictures = new Map([['a.png', picture]])
  return { pages: dump(lay({ ...manuscript, pictures }, squareWorkshop(), new Report())), found }
}
