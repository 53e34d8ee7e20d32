import type { SourceFile } from '../base/span.ts'
import { elements } from '../document/elements.ts'

/** The elements that a theme may name. `bi-margin` stands for the margin boxes of a page in their language. */
export const elementNames: ReadonlySet<string> = new Set([...elements.keys(), 'bi-margin'])

const blocks = [...elements].filter(([, { sort }]) => sort !== 'inline').map(([name]) => name)

/** What holds before any theme speaks: the least that the elements mean. */
export const baseSheet: SourceFile = {
  path: 'bifolio:base.css',
  text: `${blocks.join(', ')}, bi-margin { display: block }
li { display: list-item }
ul { list-style-type: disc }
ol { list-style-type: decimal }
pre { white-space: pre }
em { font-style: italic }
strong { font-weight: 700 }
@page { size: A4; margin: 20mm }
`,
}
