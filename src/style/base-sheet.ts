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
ul ul { list-style-type: circle }
ul ul ul { list-style-type: square }
ol { list-style-type: decimal }
pre { white-space: pre }
em { font-style: italic }
strong { font-weight: 700 }
sup { vertical-align: super; font-size: 70% }
sub { vertical-align: sub; font-size: 70% }
table { display: table }
thead { display: table-header-group; break-after: avoid }
tbody { display: table-row-group }
tr { display: table-row; break-inside: avoid }
th, td { display: table-cell; padding: 2pt 4pt }
th { font-weight: 600 }
caption { display: table-caption; break-after: avoid }
figure { break-inside: avoid }
bi-note { display: block; text-indent: 0; text-align: start; text-wrap: wrap; font-style: normal; font-weight: 400 }
bi-note::footnote-call { content: attr(number); vertical-align: super; font-size: 65% }
bi-note::footnote-marker { content: attr(number) }
bi-reference:not(:empty) { vertical-align: super; font-size: 65% }
@page { size: A4; margin: 20mm }
@page { @footnote { margin-top: 9pt; border-top: 0.5pt solid black; padding-top: 4.5pt; bi-rule-length: 60pt } }
`,
}
