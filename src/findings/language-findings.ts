import { type Finding, finding, project } from './finding.ts'

/** What is wrong with the languages of a publication, and with texts that lack one. */
export const languageFindings: readonly Finding[] = [
  finding(
    'content/missing-translation',
    'error or warning',
    'A text lacks a language that the publication prints. In a draft that is a warning, and the page shows a mark in its place.',
    'Add the text, or name the languages that it is meant for with `only`; `--draft` builds without it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
blocks:
  - paragraph: { en: Clean water. }
`,
      },
      'publication.yaml:4:18',
    ),
  ),
  finding(
    'content/unused-text',
    'warning',
    'A text in a language is left out, as the `only` of its block does not name the language.',
    'Add the language to `only`, or delete the text.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Water, zh-Hans: 水 }
blocks:
  - paragraph: { en: Clean water., zh-Hans: 干净的水。 }
    only: [en]
`,
      },
      'publication.yaml:4:36',
    ),
  ),
  finding(
    'content/no-language',
    'error',
    'A publication names no language at all.',
    'Name those that its texts are in, each with its own name.',
    project(
      {
        'publication.yaml': `languages: {}
title: Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:1:1',
    ),
  ),
  finding(
    'content/unknown-language',
    'error',
    'A language tag is none that is known, by BCP 47 or to this program.',
    'Correct it as the hint says.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, zh-Hanz: { name: 中文 } }
title: Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:1:37',
    ),
  ),
  finding(
    'content/undeclared-language',
    'error',
    'A text or setting names a language that is not among the publication’s `languages`.',
    'Add it there, or correct the tag.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: { en: Water, fr: Eau }
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:21',
    ),
  ),
  finding(
    'content/duplicate-language',
    'error',
    '`print` names one language twice.',
    'Delete one of the two.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
print: [en, en]
title: Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:13',
    ),
  ),
  finding(
    'content/no-such-language',
    'error',
    'The command line asks for a language that the publication does not have.',
    'Ask for one that it has, or add the language to the file.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:1:1',
      { languages: ['fr'] },
    ),
  ),
  finding(
    'content/many-languages',
    'error',
    'One edition prints more languages than columns can stand side by side.',
    'Name fewer in `print`, or with `--languages`, and build an edition of each group.',
    project(
      {
        'publication.yaml': `languages:
  { en: { name: A }, fr: { name: B }, es: { name: C }, pt: { name: D }, de: { name: E },
    it: { name: F }, nl: { name: G }, sv: { name: H }, da: { name: I } }
title: Water
layout: plain
blocks: []
`,
        'layout.hbs': `{{#passage}}<p>{{title}}</p>{{/passage}}
`,
      },
      'publication.yaml:1:1',
    ),
  ),
]
