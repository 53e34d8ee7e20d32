import { type Finding, finding, project, steps } from './finding.ts'

/** What is wrong with files as such. */
export const readFindings: readonly Finding[] = [
  finding(
    'read/missing',
    'error',
    'A file that is named is not there.',
    'Check its name and folder; a theme lies beside its publication.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: blue.css
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:8',
    ),
  ),
  finding(
    'read/outside',
    'error',
    'A file that is named lies outside the project’s folder, or a link leads there. Nothing outside is read, so that a publication from somewhere else cannot bring your own files into a PDF.',
    'Copy the file into the project.',
    steps(['bifolio build example'], 'publication.yaml:3:8', {
      'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: ../../../blue.css
blocks: [{ paragraph: Clean water. }]
`,
    }),
  ),
  finding(
    'read/special',
    'error',
    'What is named is no file, but a folder, a device or a pipe.',
    'Name a file.',
    steps(['mkdir content/example/blue.css', 'bifolio build example'], 'publication.yaml:3:8', {
      'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: blue.css
blocks: [{ paragraph: Clean water. }]
`,
    }),
  ),
  finding(
    'read/large',
    'error',
    'A file is larger than any of its kind would be: 16 MB for YAML, 1 MB for a layout or theme, 64 MB for a font or picture; or the pictures of a publication have more than 256 MB together.',
    'Check that it is the right file, or make it smaller.',
    project(
      { 'theme.css': { about: '1 MB of spaces, and one more', make: () => ' '.repeat(1024 * 1024 + 1) } },
      'publication.yaml:3:8',
    ),
  ),
  finding(
    'read/unreadable',
    'error',
    'The disk refuses to read a file, for want of permission or because a link leads to itself.',
    'See that you may read it; the message has the disk’s own word for the reason.',
    steps(['ln -s blue.css content/example/blue.css', 'bifolio build example'], 'publication.yaml:3:8', {
      'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: blue.css
blocks: [{ paragraph: Clean water. }]
`,
    }),
  ),
  finding(
    'read/encoding',
    'error',
    'A layout or theme is not written in UTF-8.',
    'Save the file as UTF-8.',
    project({ 'theme.css': Uint8Array.of(0x2f, 0x2a, 0xe9, 0x2a, 0x2f) }, 'theme.css:1:1'),
  ),
  finding(
    'read/picture',
    'error',
    'A file that is named as a picture is none that can be printed.',
    'Save the picture again, as PNG, JPEG or SVG.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - { image: map.png, alt: A map. }
`,
        'content/example/map.png': 'no picture\n',
      },
      'publication.yaml:4:14',
    ),
  ),
  finding(
    'read/name',
    'error',
    'The name of a file holds a character that nobody sees: a control, or a mark that turns the direction of what follows.',
    'Rename it: letters, digits and hyphens are safe everywhere.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
theme: "blue\\u0085.css"
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:9',
    ),
  ),
]
