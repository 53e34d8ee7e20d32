import { blackSquare } from './example-project.ts'
import { type Finding, finding, project } from './finding.ts'

/** What is wrong with a publication that is good YAML: its keys, values and blocks. */
export const contentFindings: readonly Finding[] = [
  finding(
    'content/unknown-key',
    'error',
    'A publication has no such key. Mostly a word is misspelt.',
    'Correct it as the hint says, or delete the line.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
isuer: The institute
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:1',
    ),
  ),
  finding(
    'content/missing-key',
    'error',
    'Something must stand here and does not: a publication has languages, a title and blocks, a figure has an id, and so on.',
    'Add the line; the hint shows how it is written.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:1:1',
    ),
  ),
  finding(
    'content/wrong-value',
    'error',
    'A value is of the wrong kind: a list where one text is meant, a number beyond those that are allowed, and the like.',
    'Write it as the hint shows.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - heading: Rain
    level: 4
`,
      },
      'publication.yaml:5:12',
    ),
  ),
  finding(
    'content/empty-text',
    'error',
    'A text is there, but nothing stands in it.',
    'Write it, or delete the line.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
subtitle: ""
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:12',
    ),
  ),
  finding(
    'content/bad-date',
    'error',
    'A date is not written as a year, year and month, or day, or there is no such day.',
    'Write `2014`, `2014-05` or `2014-05-26`: it is put into words in each language.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
date: May 26, 2014
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:7',
    ),
  ),
  finding(
    'content/unknown-block',
    'error',
    'A block is of no kind that there is: its first key names none.',
    'Correct the key as the hint says.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragrph: Clean water.
`,
      },
      'publication.yaml:4:5',
    ),
  ),
  finding(
    'content/two-kinds',
    'error',
    'One block says that it is of two kinds. Mostly the `- ` is missing that begins the second.',
    'Begin a block of its own with `- `.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - heading: Rain
    paragraph: Clean water.
`,
      },
      'publication.yaml:5:5',
    ),
  ),
  finding(
    'content/duplicate-id',
    'error',
    'Two blocks or figures have one id, so that a link or a figure cannot tell which is meant.',
    'Give the second another one.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: Clean water.
    id: water
  - paragraph: Rain.
    id: water
`,
      },
      'publication.yaml:7:9',
    ),
  ),
  finding(
    'content/bad-name',
    'error',
    'A word of a layout’s `words.yaml` has a name by which no layout can ask for it.',
    'Use letters, digits and hyphens.',
    project(
      {
        'words.yaml': `table of contents: { en: Contents, zh-Hans: 目录 }
`,
      },
      'words.yaml:1:1',
    ),
  ),
  finding(
    'content/path',
    'error',
    'A file is named by an absolute path, an address or with backslashes. Files are named by their path from the folder of the file that names them, and none but the project’s are read.',
    'Copy the file into the project, and write its path with slashes, as `pictures/map.png`.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ image: https://example.org/map.png, decorative: true }]
`,
      },
      'publication.yaml:3:19',
    ),
  ),
  finding(
    'content/duplicate-chapter',
    'error',
    '`chapters` names one file twice, in one spelling or in two, or the publication itself: its text would be printed twice.',
    'Delete one of the two lines.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
chapters: [one.yaml, one.yaml]
`,
        'content/example/one.yaml': 'blocks: [{ paragraph: Clean water. }]\n',
      },
      'publication.yaml:3:22',
    ),
  ),
  finding(
    'content/empty-part',
    'error',
    'A part begins, and no chapter follows that could belong to it.',
    'Put a chapter behind it, or delete it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: Clean water.
  - part: Rain
`,
      },
      'publication.yaml:5:11',
    ),
  ),
  finding(
    'content/missing-alt',
    'error',
    'A picture has no text for those who do not see it.',
    'Say in `alt` what it shows, or `decorative: true` if it says nothing.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - { image: map.png, width: 20mm }
`,
        'content/example/map.png': blackSquare,
      },
      'publication.yaml:4:14',
    ),
  ),
  finding(
    'content/uneven-rows',
    'error',
    'A row of a table has more or fewer columns than the others.',
    'Add cells or take them away; a cell that covers several says `columns: 2`.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - table:
      rows: [[Rain, 3 mm], [Snow]]
`,
      },
      'publication.yaml:5:29',
    ),
  ),
  finding(
    'content/row-span',
    'error',
    'A cell covers more rows than the table has below it.',
    'Write as many `rows` as there are.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - table:
      rows: [[{ cell: Rain, rows: 3 }, 3 mm], [4 mm]]
`,
      },
      'publication.yaml:5:23',
    ),
  ),
  finding(
    'content/overlapping-cells',
    'error',
    'A cell of several columns goes over a cell that reaches down from a row above.',
    'Let one of the two cover less: the hint says how many columns are free.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - table:
      rows:
        - [Rain, 3 mm, { cell: May, rows: 2 }]
        - [Snow, { cell: 4 mm, columns: 2 }]
`,
      },
      'publication.yaml:7:26',
    ),
  ),
  finding(
    'content/same-output',
    'error',
    'Two outputs have names that differ in capitals only. On many disks they would be one file, the second written over the first.',
    'Rename one of the two.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
outputs:
  leaflet: { impose: saddle }
  Leaflet: { impose: perfect }
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:5:3',
    ),
  ),
  finding(
    'content/unused-setting',
    'error',
    'A setting of an output says nothing there: one for folded sheets where none are folded, two that say the same, or one for sheets in a file for reading.',
    'Leave it out, or add what it belongs to, as the hint says.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
outputs:
  handout: { impose: nup=2x1, signature: 16 }
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:4:42',
    ),
  ),
]
