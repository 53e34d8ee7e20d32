import { type Finding, finding, project } from './finding.ts'

/** What is wrong where one thing names another: notes, references, figures. */
export const referenceFindings: readonly Finding[] = [
  finding(
    'content/unknown-block-id',
    'error',
    'A figure says that it stands in a block that there is not.',
    'Name the `id` of the block that it stands in.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: It rained 3.2 mm., id: rain }]
figures:
  - { id: a, value: 3.2, unit: mm, block: rian, find: 3.2 mm, label: Rain }
`,
      },
      'publication.yaml:5:43',
    ),
  ),
  finding(
    'content/figure-not-found',
    'warning',
    'The words by which a figure is to be found are not in its block: the text was changed, or the figure.',
    'Copy the words from the text as it is now, and look whether the value still holds.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: It rained 3.4 mm., id: rain }]
figures:
  - { id: a, value: 3.2, unit: mm, block: rain, find: 3.2 mm, label: Rain }
`,
      },
      'publication.yaml:5:55',
    ),
  ),
  finding(
    'content/unknown-note',
    'error',
    'A text calls a note that there is not.',
    'Correct its name, write the note under `notes`, or put a backslash before brackets that call nothing.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: 'Clean water.[^rain] Rain.[^rian]' }]
notes: { rain: In May. }
`,
      },
      'publication.yaml:3:51',
    ),
  ),
  finding(
    'content/unused-note',
    'warning',
    'No text calls a note, so that it is printed nowhere.',
    'Call it in a text, or delete it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: Clean water. }]
notes: { rain: In May. }
`,
      },
      'publication.yaml:4:10',
    ),
  ),
  finding(
    'content/calls-differ',
    'warning',
    'One language of a text calls a note, or refers to something, and another does not: its readers would miss it.',
    'Put it there as well, or give each language a block of its own with `only`.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
blocks:
  - paragraph: { en: 'Rain.[^may]', zh-Hans: 雨。 }
  - paragraph: { en: 'More.[^may]', zh-Hans: '更多。[^may]' }
notes: { may: { en: In May., zh-Hans: 五月。 } }
`,
      },
      'publication.yaml:4:46',
    ),
  ),
  finding(
    'content/call-place',
    'error',
    'A note is called, or something is referred to, where that cannot be: in a title, a heading that the contents repeat, another note.',
    'Put it into the text.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - heading: 'Rain, see {ref: water}'
  - { paragraph: Clean water., id: water }
`,
      },
      'publication.yaml:4:25',
    ),
  ),
  finding(
    'content/bad-reference',
    'error',
    'What stands in braces after `ref:` is no reference.',
    'Write `{ref: id}`, `{ref: id title}` or `{ref: id number}`; for plain braces put a backslash before them.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: 'See page {ref: the water}.'
`,
      },
      'publication.yaml:4:26',
    ),
  ),
  finding(
    'content/unknown-reference',
    'error',
    'A text refers to an id that nothing has, or in a language to a note that is not called in it.',
    'Correct the id as the hint says.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: 'See page {ref: wtaer}.'
  - { paragraph: Clean water., id: water }
`,
      },
      'publication.yaml:4:32',
    ),
  ),
  finding(
    'content/unprinted-reference',
    'error',
    'A text refers to something that exists only in languages that are not printed.',
    'Name the languages of this text in its `only`, or refer to something else.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, fr: { name: Français } }
print: [en]
title: Water
blocks:
  - paragraph: 'See page {ref: eau}.'
  - { paragraph: { fr: Eau. }, id: eau, only: [fr] }
`,
      },
      'publication.yaml:5:32',
    ),
  ),
  finding(
    'content/reference-form',
    'error',
    'A text asks for the number or title of something that has none.',
    'Refer to its page, or give it a caption.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: 'See {ref: water number}.'
  - { paragraph: Clean water., id: water }
`,
      },
      'publication.yaml:4:27',
    ),
  ),
]
