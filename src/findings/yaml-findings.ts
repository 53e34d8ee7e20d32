import { type Finding, finding, project } from './finding.ts'

/** What is wrong with a YAML file before anyone asks what it says. */
export const yamlFindings: readonly Finding[] = [
  finding(
    'content/not-utf-8',
    'error',
    'The file is not written in UTF-8, the only encoding in which all languages can stand side by side.',
    'Save the file as UTF-8; most editors have it in their “save as”.',
    project(
      { 'publication.yaml': Uint8Array.of(0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xc3, 0x28) },
      'publication.yaml:1:8',
    ),
  ),
  finding(
    'content/bad-character',
    'error',
    'The file holds a control character, a mark that turns the direction of a text, half of a surrogate pair or a noncharacter. No text may hold these: nobody sees them, and they end up in a file by mistake.',
    'Delete the character, or the escape that stands for it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: "Wa\\u0007ter"
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:9',
    ),
  ),
  finding(
    'content/yaml',
    'error or warning',
    'This is no YAML. Mostly a bracket or quote is not closed, a line is not indented like its neighbours, or a text needs quotes because it holds `: `.',
    'Look at the place and at what stands right before it; the hint says what may be meant.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water: a report
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:8',
    ),
  ),
  finding(
    'content/nothing',
    'error',
    'The file is empty, or holds nothing but comments.',
    'Write its content, or delete the file.',
    project(
      {
        'publication.yaml': `# to be written
`,
      },
      'publication.yaml:1:1',
    ),
  ),
  finding(
    'content/bad-key',
    'error',
    'What stands before a colon is no plain word, but a list or a map.',
    'Write a word before the colon; texts and lists stand after it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
[subtitle]: A report
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:1',
    ),
  ),
  finding(
    'content/duplicate-key',
    'error',
    'One key stands twice in a map, or one language twice in a text: of two values only one can be printed.',
    'Delete one of the two, or rename it.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
title: Clean water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:1',
    ),
  ),
  finding(
    'content/unknown-alias',
    'error',
    'A `*name` repeats what `&name` marks, but nothing further up is marked so.',
    'Write `&name` before what it shall repeat, or put a text that begins with an asterisk in quotes.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: *water
`,
      },
      'publication.yaml:4:16',
    ),
  ),
  finding(
    'content/cycle',
    'error',
    'A `*name` stands inside the very part that it repeats, which would go on for ever.',
    'Write the text out, or mark a smaller part with `&name`.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: &title { en: Water, zh-Hans: *title }
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:37',
    ),
  ),
  finding(
    'content/many-aliases',
    'error',
    'Aliases repeat so much that the file would grow beyond measure when it is read.',
    'Write the texts out; an alias is for a text that two or three places share.',
    project(
      {
        'publication.yaml': {
          about: 'a title that is marked by `&water`, and 10,001 terms that repeat it by `*water`',
          make: () => `languages: { en: { name: English } }
title: &water Water
blocks: [{ paragraph: Clean water. }]
terms:
${'  - text: *water\n'.repeat(10_001)}`,
        },
      },
      'publication.yaml:10005:11',
    ),
  ),
  finding(
    'content/many-documents',
    'error',
    'A line `---` begins a second YAML document in the same file.',
    'Keep one document in a file: delete the line, or move what follows into a file of its own.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: Clean water. }]
---
title: Rain
`,
      },
      'publication.yaml:4:1',
    ),
  ),
  finding(
    'content/directive',
    'error',
    'A line that begins with `%` is an instruction to the reader of YAML. A content file has none.',
    'Delete the line; a text that begins with `%` needs quotes.',
    project(
      {
        'publication.yaml': `%YAML 1.1
---
languages: { en: { name: English } }
title: Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:1:1',
    ),
  ),
  finding(
    'content/unknown-tag',
    'error',
    'A word with `!` before a value tells a reader of YAML how to take it. Here all values are texts, so there is nothing to tell.',
    'Delete the tag; a text that begins with an exclamation mark needs quotes.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: !upper Water
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:2:8',
    ),
  ),
  finding(
    'content/too-deep',
    'error',
    'Maps and lists stand in each other deeper than any content needs.',
    'Look for brackets that are opened over and over, or for indentation that grows by mistake.',
    project(
      {
        'publication.yaml': {
          about: 'a hundred and two opening brackets, and as many that close',
          make: () => `${'['.repeat(102)}${']'.repeat(102)}\n`,
        },
      },
      'publication.yaml:1:102',
    ),
  ),
  finding(
    'content/too-large',
    'error',
    'The file is larger than the longest report would be, or a publication’s files are so together.',
    'Divide it into several publications.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
chapters: [one.yaml, two.yaml]
`,
        'content/example/one.yaml': {
          about: '8 MB of a comment, and a paragraph',
          make: () => `# ${'x'.repeat(8 * 1024 * 1024)}\nblocks: [{ paragraph: Clean water. }]\n`,
        },
        'content/example/two.yaml': {
          about: 'the same again',
          make: () => `# ${'x'.repeat(8 * 1024 * 1024)}\nblocks: [{ paragraph: Clean water. }]\n`,
        },
      },
      'content/example/two.yaml:1:1',
    ),
  ),
  finding(
    'content/line-end',
    'error',
    'The lines of a file end with a carriage return alone, as on computers before 2001: for YAML and CSS it is one single line.',
    'Save it with the line ends of today: LF or CRLF.',
    project(
      {
        'publication.yaml':
          'languages: { en: { name: English } }\rtitle: Water\rblocks: [{ paragraph: Clean water. }]\r',
      },
      'publication.yaml:1:37',
    ),
  ),
]
