import { type Files, type Finding, finding, guard, project } from './finding.ts'

/** A font that the theme names first, and one that has all that the first one lacks. */
const waterSerif: Files = {
  'fonts.yaml': `- { family: Water Serif, licence: OFL-1.1, faces: [{ file: fonts/water.ttf }] }
- family: Source Serif 4
  licence: OFL-1.1
  faces: [{ file: "npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf" }]
`,
  'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: plain
blocks: []
`,
  'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
  'templates/plain/theme.css': 'html { font-family: "Water Serif", "Source Serif 4" }\n',
}

/** What is wrong with fonts, or with a text for which there is none. */
export const textFindings: readonly Finding[] = [
  finding(
    'fonts/shape',
    'error',
    'A declaration in `fonts.yaml` is not complete.',
    'A family has `family`, `licence` and a list of `faces`; a face has `file`, `weight` and, if italic, `style: italic`.',
    project(
      { 'fonts.yaml': '- family: Water Serif\n  faces: [{ file: fonts/water.ttf }]\n' },
      'fonts.yaml:1:3',
    ),
  ),
  finding(
    'fonts/unreadable',
    'error',
    'The file of a font that is needed cannot be read.',
    'Install the package that it comes from, or correct its path.',
    project(waterSerif, 'fonts.yaml:1:52'),
  ),
  finding(
    'fonts/broken',
    'error',
    'The file of a font is no TrueType font, or damaged.',
    'Fetch it again, or declare another: a whole TrueType font, a `.ttf` file.',
    project({ ...waterSerif, 'fonts/water.ttf': 'no font\n' }, 'fonts.yaml:1:52'),
  ),
  finding(
    'text/no-face',
    'error',
    'None of the font families that the theme names for a text is declared.',
    'Declare one in `fonts/fonts.yaml`, or name one in the theme that is.',
    project({ 'theme.css': ':root { font-family: Helvetica }\n' }, 'bifolio:fonts/fonts.yaml:3:1'),
  ),
  finding(
    'text/missing-glyph',
    'error',
    'No font of the text has this character: it would leave a hole, or an empty box.',
    'Name a font family that has it in the theme, after the others, or write another character.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: Water in cuneiform is 𒀀.
`,
      },
      'publication.yaml:4:38',
    ),
  ),
  finding(
    'text/direction',
    'error',
    'A text runs from right to left, which this program does not set yet.',
    'Leave the language out with `--languages`, and set it in another program.',
    project(
      {
        'publication.yaml': `languages: { he: { name: עברית } }
title: Mayim
layout: plain
blocks: []
`,
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
      },
      'publication.yaml:2:8',
    ),
  ),
  finding(
    'text/overfull',
    'warning',
    'A line is wider than its column: nothing in it may be broken.',
    'Shorten the text, allow hyphens in the theme, or widen the column.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Waterwaterwaterwater
layout: plain
theme: theme.css
blocks: []
`,
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'p { font-size: 44pt; hyphens: none }\n',
      },
      'publication.yaml:2:8',
    ),
  ),
  finding(
    'fonts/restricted',
    'error',
    'The font itself says that it must not be embedded in a document (OpenType, `fsType`).',
    'Declare another one, or get the edition of it whose licence allows it.',
    guard('It takes a font whose maker forbids it.', 'findings'),
  ),
  finding(
    'fonts/unknown-key',
    'error',
    'A family or face in `fonts.yaml` has a key that means nothing.',
    'Correct it as the hint says, or delete it.',
    project(
      {
        'fonts.yaml': `- family: Source Serif 4
  licence: OFL-1.1
  faces:
    - wait: 400
      file: "npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"
`,
      },
      'fonts.yaml:4:7',
    ),
  ),
  finding(
    'fonts/duplicate-face',
    'error',
    'Two faces of one family have the same weight and style: only the first could ever be chosen.',
    'Delete one of the two, or correct its weight or style.',
    project(
      {
        'fonts.yaml': `- family: Source Serif 4
  licence: OFL-1.1
  faces:
    - file: "npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"
    - file: "npm:@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"
`,
      },
      'fonts.yaml:5:7',
    ),
  ),
]
