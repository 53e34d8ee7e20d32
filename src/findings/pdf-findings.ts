import { type Finding, finding, guard, project } from './finding.ts'

/** What would break the rules of PDF/A-3a and PDF/UA-1, and the file itself. */
export const pdfFindings: readonly Finding[] = [
  finding(
    'pdf/heading-level',
    'error',
    'A level of headings is skipped, so that who listens to the document would miss one (ISO 14289-1, 7.4.2).',
    'Make it one of the level that the hint names; how it looks is for the theme to say.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - heading: Rain
  - heading: Clouds
    level: 3
`,
      },
      'publication.yaml:5:14',
    ),
  ),
  finding(
    'pdf/nesting',
    'error',
    'The parts of a list or of the contents stand where they must not (ISO 32000-1, tables 333 to 336).',
    'Let lists hold items, and contents hold entries.',
    project({ 'layout.hbs': '{{#passage}}<li>{{title}}</li>{{/passage}}\n' }, 'publication.yaml:2:14'),
  ),
  finding(
    'pdf/language',
    'error',
    'A text has no language, so that a screen reader cannot know how to speak it.',
    'Give the element or one around it a `lang`.',
    guard(
      'Every text of a publication is in a language; what all of them share has that of the document. This is for programs that paint pages of their own.',
      'pdf',
    ),
  ),
  finding(
    'pdf/page-size',
    'error',
    'A page is smaller or larger than what a reader must be able to show (ISO 19005-3, 6.1.13).',
    'Change the `size` of `@page`: each side is from 3 to 14,400 pt.',
    guard(
      'A theme with such a `size` is refused as `style/value`: this is for programs that paint pages of their own.',
      'pdf',
    ),
  ),
  finding(
    'pdf/attachment-name',
    'error',
    'A source that the PDF embeds has a name with characters that cannot be seen: it could look like another kind of file.',
    'Rename the file.',
    guard('No such file is read: it is found as `read/name` before.', 'pdf'),
  ),
  finding(
    'pdf/character',
    'error',
    'A text holds what is no character, but a mark of encodings (ISO 19005-3, 6.2.11.7.2).',
    'Delete it.',
    guard(
      'Before a page is painted such a character is found as `content/bad-character`, or it is not painted.',
      'pdf',
    ),
  ),
  finding(
    'pdf/private-character',
    'error',
    'A text holds a character of the Private Use Area: only one font knows what it means (ISO 19005-3, 6.2.11.7.3).',
    'Use the character that Unicode has for it.',
    guard(
      'The fonts that come with this program have none of these, so that it is found as `text/missing-glyph`; a font of yours may have some.',
      'pdf',
    ),
  ),
  finding(
    'pdf/missing-glyph',
    'error',
    'A font has no glyph for a character of the text.',
    'Name a font that has it later in `font-family`.',
    guard(
      'It is found as `text/missing-glyph` when the text is set: this checks that nothing slipped through.',
      'pdf',
    ),
  ),
  finding(
    'pdf/font-format',
    'error',
    'A font has CFF outlines, which are not embedded.',
    'Declare the TrueType version of the font, a `.ttf` file.',
    guard('It takes a font file of that kind.', 'pdf'),
  ),
  finding(
    'pdf/font',
    'error',
    'A font cannot be cut down to the characters that are used.',
    'Declare another file of it in `fonts/fonts.yaml`: this one may be damaged.',
    guard('It takes a font file that is damaged just where nothing else looks.', 'pdf'),
  ),
  finding(
    'pdf/title',
    'error',
    'The publication has no title, which a reader shows instead of the file’s name (ISO 14289-1, 7.1).',
    'Give it a `title`.',
    guard(
      'A title that is missing is found as `content/missing-key`, an empty one as `content/empty-text`: this is for programs that paint pages of their own.',
      'pdf',
    ),
  ),
  finding(
    'pdf/link-description',
    'error',
    'A link has no text that could be spoken (ISO 14289-1, 7.18.5).',
    'Give the link a text.',
    guard(
      'A link without a text is described by what it leads to: this is for programs that paint pages of their own.',
      'pdf',
    ),
  ),
  finding(
    'pdf/link-tag',
    'error',
    'A link stands outside the text: a screen reader would not find it.',
    'Keep links out of running heads and generated content.',
    guard('Layout makes links of text alone: this checks that it did.', 'pdf'),
  ),
  finding(
    'pdf/link-target',
    'error',
    'A link leads to something that no reader should follow.',
    'Links begin with `https:`, `http:`, `mailto:` or `tel:`.',
    guard(
      'It is found as `document/link` when the text is read: this checks that nothing slipped through.',
      'pdf',
    ),
  ),
  finding(
    'pdf/anchor',
    'error',
    'A link leads to an id that nothing in the document has.',
    'Correct the id.',
    guard(
      'It is found as `layout/unknown-anchor` when pages are made: this checks that nothing slipped through.',
      'pdf',
    ),
  ),
  finding(
    'audit/text',
    'error',
    'What `--audit` reads back from the PDF is not what the source says.',
    'This is a mistake of the program: please report it with the file.',
    guard('Only a mistake of ours brings it about.', '.'),
  ),
  finding(
    'pdf/table-rows',
    'error',
    'The rows of a table are not equally wide, or two cells stand in one place (ISO 14289-1, 7.5).',
    'Give each row as many cells.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<table><tbody><tr><td>{{title}}</td><td>{{title}}</td></tr><tr><td>{{title}}</td></tr></tbody></table>{{/passage}}\n',
      },
      'publication.yaml:2:14',
    ),
  ),
  finding(
    'pdf/figure-alt',
    'error',
    'A figure has no text for those who do not see it (ISO 14289-1, 7.3).',
    'Say in `alt` what it shows, or that it is decoration.',
    guard(
      'It is found as `content/missing-alt` or `document/picture` before: this checks that nothing slipped through.',
      'pdf',
    ),
  ),
  finding(
    'pdf/note-id',
    'error',
    'A note has no id, or that of another one (ISO 14289-1, 7.9).',
    'Give each note an id of its own.',
    guard(
      'The notes of a publication have ids by their names: this is for programs that paint pages of their own.',
      'pdf',
    ),
  ),
  finding(
    'pdf/picture-color',
    'error',
    'A picture is in CMYK and does not say of which press, and the file is made for sRGB (ISO 19005-3, 6.2.4.3).',
    'Convert the picture to sRGB, or embed the profile of its press.',
    guard('It takes a JPEG in CMYK without a colour profile.', 'pdf'),
  ),
  finding(
    'pdf/picture-tag',
    'error',
    'A picture stands inside a text, not in a figure of its own.',
    'Write it as an `image` block.',
    guard('Layout gives each picture a figure: this checks that it did.', 'pdf'),
  ),
]
