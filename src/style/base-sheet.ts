import type { SourceFile } from '../base/span.ts'

const blocks =
  'html section article nav div p h1 h2 h3 h4 h5 h6 blockquote ul ol pre bi-passage bi-version bi-axis'
const inlines = 'code em strong span a br'

/** The elements that a theme may name. `bi-margin` stands for the margin boxes of a page in their language. */
export const elementNames: ReadonlySet<string> = new Set([
  ...blocks.split(' '),
  ...inlines.split(' '),
  'li',
  'bi-margin',
])

/** What holds before any theme speaks: the least that the elements mean. */
export const baseSheet: SourceFile = {
  path: 'bifolio:base.css',
  text: `${blocks.replaceAll(' ', ', ')}, bi-margin { display: block }
li { display: list-item }
ol { list-style-type: decimal }
pre { white-space: pre }
em { font-style: italic }
strong { font-weight: 700 }
@page { size: A4; margin: 20mm }
`,
}
