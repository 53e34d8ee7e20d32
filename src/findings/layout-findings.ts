import { blackSquare } from './example-project.ts'
import { type Finding, finding, project } from './finding.ts'

/** What goes wrong when pages are made. */
export const layoutFindings: readonly Finding[] = [
  finding(
    'layout/no-page',
    'error',
    'The layout writes nothing that is printed.',
    'Write a passage in it.',
    project({ 'layout.hbs': '<section></section>\n' }, 'layout.hbs:1:1'),
  ),
  finding(
    'layout/no-column',
    'error',
    'A text stands outside of all passages: no column is its own.',
    'Put it into `{{#passage}}`, or into `{{#axis}}` inside one where all languages share it.',
    project({ 'layout.hbs': '<p>Water</p>\n{{#passage}}<p>{{title}}</p>{{/passage}}\n' }, 'layout.hbs:1:1'),
  ),
  finding(
    'layout/nested-passage',
    'error',
    'A `<bi-passage>` stands inside another one.',
    'Close the outer one before the next begins; write passages with `{{#passage}}`.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p><bi-passage></bi-passage>{{/passage}}\n' },
      'layout.hbs:1:29',
    ),
  ),
  finding(
    'layout/unknown-anchor',
    'error',
    'A link leads to an id that nothing in the document has.',
    'Correct it as the hint says.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - { heading: Rain, id: rain }
  - paragraph: See [above](#rian).
`,
      },
      'publication.yaml:5:20',
    ),
  ),
  finding(
    'layout/overfull',
    'warning',
    'Something that must not be broken is higher than a page, and is cut off at its foot.',
    'Allow a break in it, make it smaller, or give the page less margin.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'p { padding-top: 290mm }\n',
      },
      'publication.yaml:2:14',
    ),
  ),
  finding(
    'layout/no-fit',
    'error',
    'The publication is longer than the pages that its `fit` allows, also after the last step of its layout.',
    'Shorten it by as much as the message says, or do what the hints say.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
fit: 1
blocks:
  - paragraph: Clean water.
    priority: 1
  - paragraph: Rain.
    id: rain
`,
        'layout.hbs':
          '{{#each chapters}}{{#each blocks}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
        'templates/plain/layout.yaml': 'fit: [{ drop: paragraph }]\n',
        'theme.css': 'p { padding-top: 300mm }\n',
      },
      'publication.yaml:5:6',
    ),
  ),
  finding(
    'layout/lost-reference',
    'error',
    'A text refers to something that was dropped to make room for the rest.',
    'Reword the text so that it does without, or let what it refers to stay: take its `priority` away.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
fit: 1
blocks:
  - paragraph: 'See page {ref: rain}.'
  - paragraph: Rain.
    id: rain
    priority: 1
`,
        'layout.hbs':
          '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
        'templates/plain/layout.yaml': 'fit: [{ drop: paragraph }]\n',
        'theme.css': 'p { padding-top: 150mm }\n',
      },
      'publication.yaml:7:26',
    ),
  ),
  finding(
    'layout/unknown-step',
    'error',
    'A step of a layout tightens what the theme knows nothing of.',
    'Correct the name, or write `@media (bi-fit: name)` in the theme.',
    project(
      {
        'templates/plain/layout.yaml': 'fit: [{ tighten: gasp }]\n',
        'templates/plain/theme.css':
          'html { font-family: "Source Serif 4", "Noto Serif SC" }\n@media (bi-fit: gaps) { p { margin-top: 0 } }\n',
      },
      'templates/plain/layout.yaml:1:18',
    ),
  ),
  finding(
    'layout/unused-step',
    'warning',
    'Rules of the theme wait for a step that the layout never takes.',
    'Add the step to `fit:` in the `layout.yaml`, or delete the rules.',
    project(
      {
        'templates/plain/layout.yaml': 'fit: [{ drop: remarks }]\n',
        'theme.css': '@media (bi-fit: gaps) { p { margin-top: 0 } }\n',
      },
      'theme.css:1:8',
    ),
  ),
  finding(
    'layout/off-page',
    'error',
    'A text begins beyond the edge of its page, or runs off it: nobody would see what stands there.',
    'Where it begins off the page, look at the margins, insets and indents that the theme gives it; where it runs off, shorten its longest word or give it more room.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'p { text-indent: -60mm }\n',
      },
      'publication.yaml:2:14',
    ),
  ),
  finding(
    'layout/running-head',
    'warning',
    'The texts at the head or foot of a page do not fit side by side.',
    'Give the publication a shorter title, or the theme’s margin boxes a smaller size.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': '@page { @top-left { content: "A report about clean water"; font-size: 60pt } }\n',
      },
      'theme.css:1:21',
    ),
  ),
  finding(
    'layout/too-many-pages',
    'error',
    'There are more than 5,000 pages. More often than not the theme leaves no room on them.',
    'Look at the size and margins of the page, and at forced breaks.',
    project(
      {
        'publication.yaml': {
          about: 'a publication with the layout `plain` and 5,001 paragraphs',
          make: () => `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
blocks:
${'  - paragraph: Clean water.\n'.repeat(5001)}`,
        },
        'layout.hbs':
          '{{#each chapters}}{{#each blocks}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
        'theme.css': 'bi-passage { break-before: page }\n',
      },
      'layout.hbs:1:35',
    ),
  ),
  finding(
    'layout/broken-box',
    'warning',
    'Something that the theme wants on one page is taller than a page.',
    'Make it shorter, or allow page breaks in it.',
    project(
      {
        'layout.hbs': '{{#passage}}<div><p>{{title}}</p><p>{{title}}</p><p>{{title}}</p></div>{{/passage}}\n',
        'theme.css': 'div { break-inside: avoid } p { padding-top: 120mm }\n',
      },
      'publication.yaml:2:14',
    ),
  ),
  finding(
    'layout/negative-margin',
    'warning',
    'A negative margin above or below would pull boxes over each other: the columns could not stay level.',
    'Take less margin on what stands before it.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n', 'theme.css': 'p { margin-top: -3pt }\n' },
      'layout.hbs:1:13',
    ),
  ),
  finding(
    'layout/page-reset',
    'warning',
    'Something restarts the numbers of the pages, but stands in the middle of one.',
    'Let it begin a page.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'bi-passage { counter-reset: page }\n',
      },
      'layout.hbs:2:1',
    ),
  ),
  finding(
    'layout/coarse-picture',
    'warning',
    'A picture has so few pixels for its size on paper that they could be seen.',
    'Take a picture of more pixels, or make it smaller.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<p>{{title}}</p>{{/passage}}{{#across}}<img src="map.png" width="150mm" alt=""/>{{/across}}\n',
        'map.png': blackSquare,
      },
      'layout.hbs:1:52',
    ),
  ),
  finding(
    'layout/wide-grid',
    'warning',
    'The columns of a grid are together wider than the place that it stands in.',
    'Give `grid-template-columns` less, or let one of them take what is left: `minmax(0, 1fr)`.',
    project(
      {
        'layout.hbs': '<section>{{#passage}}<p>{{title}}</p>{{/passage}}</section>\n',
        'theme.css': 'section { display: grid; grid-template-columns: 100mm 100mm }\n',
      },
      'layout.hbs:1:1',
    ),
  ),
  finding(
    'layout/subgrid',
    'error',
    'More stands in a subgrid than it covers rows or columns of the grid around it.',
    'Let it cover as many as the hint says.',
    project(
      {
        'layout.hbs':
          '<section><div>{{#passage}}<p>{{title}}</p>{{/passage}}{{#passage}}<p>Water</p>{{/passage}}</div></section>\n',
        'theme.css': 'section, div { display: grid }\ndiv { grid-template-rows: subgrid }\n',
      },
      'layout.hbs:1:10',
    ),
  ),
  finding(
    'layout/wide-table',
    'warning',
    'A table is wider than its column: nothing in its cells may be broken.',
    'Let words be hyphenated, take a smaller size or less padding, or fewer columns.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<table><tbody><tr><td>{{title}}</td><td>Groundwater</td></tr></tbody></table>{{/passage}}\n',
        'theme.css': 'td { font-size: 36pt; hyphens: none }\n',
      },
      'publication.yaml:2:14',
    ),
  ),
  finding(
    'layout/lost-note',
    'error',
    'A note is called in a box that the theme takes out of the flow: there is no foot of a column for it.',
    'Call the note in a passage, or leave its box in the flow.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
blocks: [{ paragraph: 'Clean water.[^may]' }]
notes: { may: In May. }
`,
        'layout.hbs': `{{#passage}}<p>{{title}}</p>{{/passage}}
{{#each chapters}}{{#each blocks}}
{{#passage class="aside"}}<p>{{text}}</p>{{/passage}}
{{/each}}{{/each}}
`,
        'theme.css': '.aside { position: absolute; top: 10mm; left: 10mm }\n',
      },
      'publication.yaml:5:36',
    ),
  ),
  finding(
    'layout/unnumbered-reference',
    'warning',
    'A text refers to a page that has no number.',
    'Refer to its title instead, or number the page.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: theme.css
blocks:
  - paragraph: 'See page {ref: water}.'
  - { paragraph: Clean water., id: water }
`,
        'theme.css': '@page { bi-page-label: none }\n',
      },
      'publication.yaml:5:26',
    ),
  ),
  finding(
    'layout/unsettled-reference',
    'warning',
    'The number of a page moves the very text that it leads to, over and over.',
    'Reword the sentence a little.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: plain
theme: theme.css
blocks:
  - paragraph: 'Cleanwater {ref: rain}'
  - { paragraph: Rain., id: rain }
`,
        'layout.hbs': `{{#each chapters}}{{#each blocks}}
{{#passage id=id}}<p>{{text}}</p>{{/passage}}
{{/each}}{{/each}}
`,
        // In two lines of 14 letters each, page viii pushes the second paragraph to page ix, and page ix does not.
        'theme.css': `@page { size: 104pt 50pt; margin: 10pt; bi-page-label: lower-roman }
html { font-family: "Noto Sans Mono"; font-size: 10pt; line-height: 15pt; text-align: start }
html { counter-reset: page 8; widows: 1; orphans: 1 }
`,
      },
      'publication.yaml:6:28',
    ),
  ),
]
