import { type Files, type Finding, finding, guard, steps } from './finding.ts'

/** A publication with an output whose settings are these. */
function output(settings: string, layout = 'booklet'): Files {
  return {
    'publication.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
outputs:
  handout: { ${settings} }
layout: ${layout}
blocks:
  - paragraph: { en: Clean water., zh-Hans: 干净的水。 }
`,
  }
}

const built = ['bifolio build example']

/** Where the settings above say how pages are put on sheets, if they begin with it. */
const scheme = 'publication.yaml:4:22'

/** What goes wrong between pages and the sheets that they are printed on. */
export const pressFindings: readonly Finding[] = [
  finding(
    'press/nothing',
    'error',
    'There are no pages to put on sheets.',
    'Give the publication a text.',
    guard('Every publication has a page: this is for programs that impose pages of their own.', 'press'),
  ),
  finding(
    'press/paper-too-small',
    'error',
    'The pages do not go on the paper at the scale that was asked for, however it is turned.',
    'Take a larger paper, fewer pages on a side, or the scale `fit`.',
    steps(built, scheme, output('impose: saddle, paper: a5, scale: exact')),
  ),
  finding(
    'press/too-many-places',
    'error',
    'More places are asked for than a side has room for, or than can be made at once.',
    'Put fewer pages on a side, or take a larger paper.',
    steps(built, scheme, output('impose: nup=16x16, paper: a6, scale: fit, gutter: 10mm')),
  ),
  finding(
    'press/signature',
    'error',
    'A signature has so many pages that no number of its sheets has them: a sheet has twice as many as a side.',
    'Take a multiple of four, of eight with four pages on a side, of sixteen with eight.',
    guard(
      'What a file or a command line says of signatures is checked where it is read: this is for programs that impose pages of their own.',
      'press',
    ),
  ),
  finding(
    'press/edge',
    'warning',
    'Pages reach into the edge of the paper that the printer leaves white. What stands there is not printed.',
    'Print them smaller, as the scale `fit` does, or take a larger paper. Where nothing stands so near the edge of a page, nothing is lost.',
    steps(built, scheme, output('impose: saddle, paper: a3, scale: exact, edge: 5mm')),
  ),
  finding(
    'press/mixed-sizes',
    'warning',
    'Pages that are cut together are of several sizes. The smaller ones keep a blank border.',
    'Give all pages one `size` in the theme.',
    steps(built, scheme, {
      ...output('impose: saddle', 'plain'),
      'layout.hbs':
        '<div class="cover">{{#passage}}<h1>{{title}}</h1>{{/passage}}</div>\n{{#passage}}<p>{{title}}</p>{{/passage}}\n',
      'templates/plain/theme.css': `html { font-family: "Source Serif 4", "Noto Serif SC" }
.cover { page: cover }
@page cover { size: 150mm 210mm }
`,
    }),
  ),
  finding(
    'press/bleed',
    'warning',
    'There is no room for the bleed: around the pages on the paper, or between pages that are cut apart.',
    'Take a larger paper, or a gutter that is twice as wide as the bleed.',
    steps(built, scheme, output('impose: saddle, paper: a3, scale: exact, bleed: 3mm, edge: 0mm')),
  ),
  finding(
    'press/creep',
    'warning',
    'So many sheets are nested in one another that the inner pages are moved far into the spine.',
    'Bind the book in signatures, as `impose: perfect` has them, or name the paper’s thickness if it is thinner.',
    steps(built, scheme, output('impose: saddle, up: 8, caliper: 2mm')),
  ),
  finding(
    'press/marks',
    'warning',
    'Marks were asked for, and around the pages there is no room for them. They stand where there is some.',
    'Take a larger paper, or print without marks.',
    steps(built, scheme, output('impose: saddle, paper: a3, scale: exact, marks: crop, edge: 0mm')),
  ),
  finding(
    'press/small-type',
    'warning',
    'Pages are printed so much smaller that a language’s smallest type can hardly be read.',
    'Take the variant of the layout that is made for small pages, where the hint names one, or a larger paper.',
    steps(built, 'publication.yaml:2:14', {
      ...output('impose: saddle, paper: a4', 'plain'),
      'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
      'templates/plain/theme.css':
        'html { font-family: "Source Serif 4", "Noto Serif SC"; font-size: 9pt; line-height: 12pt }\n',
    }),
  ),
]
