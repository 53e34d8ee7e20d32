import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditText } from './audit.ts'
import { place, Report } from './base/report.ts'
import { type Built, build } from './build.ts'
import { diskWorld } from './cli/disk.ts'
import { openWorkshop } from './read.ts'
import { memoryWorld } from './testing/memory-world.ts'
import { programFolder } from './testing/project.ts'

const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
const workshop = openWorkshop(disk.source, new Report())
const path = 'content/audited/publication.yaml'
const head = 'languages: { en: { name: English } }\ntitle: T\ntheme: own.css\n'
const notes = 'notes: { a: A note., b: "Another, with `some  code` in it." }\n'
const target = '  - heading: Target\n    id: t\n'

/** A publication with these paragraphs, and a chapter to refer to. */
function saying(...paragraphs: readonly string[]): string {
  const blocks = paragraphs.map((text) => `  - paragraph: ${JSON.stringify(text)}\n`)
  return `${head}blocks:\n${target}${blocks.join('')}${notes}`
}

function built(content: string, theme = ''): Built {
  const { source } = memoryWorld({ [path]: content, 'content/audited/own.css': theme }, disk.source)
  const report = new Report()
  const request = { path, name: 'audited', languages: null, isDraft: false, row: null, date: null } as const
  const made = build({ ...request, media: 'screen', profile: 'archive' }, source, workshop, report)
  if (!made) throw new Error(report.diagnostics.map(({ message }) => message).join('; '))
  return made
}

/** What is found when a PDF is held against a publication, its own or another. */
function found(bytes: Uint8Array, { manuscript }: Built): readonly string[] {
  const report = new Report()
  auditText(bytes, manuscript, report)
  return report.diagnostics.map(({ span, message }) => `${place(span).replace(path, '')} ${message}`)
}

function readBack(content: string, theme = ''): readonly string[] {
  const made = built(content, theme)
  return found(made.bytes, made)
}

const ragged = 'p, bi-note { text-align: start }'
const justified = 'p, bi-note { text-align: justify; hyphens: auto }'
const long = 'and so on for as many words as it takes to reach the second line and the third one as well'

describe.each([
  ['ragged', ragged],
  ['justified', justified],
])('%s: what was written is what is read back', (_, theme) => {
  test.each([
    ['a note in mid sentence', `First word[^a] second[^b] third, ${long}.`],
    ['a note called again', `One[^a] two[^a] three[^a]four ${long}[^b] ${long}.`],
    ['a note inside emphasis', `See *one[^a] two* and **three[^b]** ${long}.`],
    ['the page of a reference', `See page {ref: t} for ${long} {ref: t}, and {ref: t title}.`],
    [
      'the page of a reference in a link',
      `See [the words on {ref: t} there](#t) ${long} [{ref: t title}](#t).`,
    ],
    [
      'a note in a link, first and again',
      `See [one[^a] two](#t) ${long} [three[^a] four](#t), [five[^b]](#t).`,
    ],
    ['code in a line', `Say \`one  two\` \`three\`and \`four five\`[^a] six, ${long} \`seven eight\` nine.`],
  ])('%s', (_name, text) => {
    expect(readBack(saying(text, text), theme)).toEqual([])
  })

  test('any mixture of words, notes, code, references and links', { timeout: 60_000 }, () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/)
    const inline = fc.constantFrom(
      '[^a]',
      '[^b]',
      '`x y`',
      '{ref: t}',
      '{ref: t title}',
      '*some[^a] more*',
      '[a link[^b]](#t)',
    )
    const piece = fc.tuple(fc.oneof({ weight: 4, arbitrary: word }, inline), fc.constantFrom(' ', ' ', ', '))
    const paragraph = fc.array(piece, { minLength: 1, maxLength: 60 }).map((all) => all.flat().join(''))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 5, maxLength: 20 }), (paragraphs) => {
        // Both notes are called, whatever the others do.
        expect(
          readBack(saying('Both[^a] of[^b] them.', ...paragraphs.map((text) => `A ${text.trim()}`)), theme),
        ).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

test('what joins words or lets them be divided is no text', () => {
  expect(readBack(saying('2014–\u20602017, hu\u00adman, a\u200bb'))).toEqual([])
})

test('lines of the source are joined as each language joins them', () => {
  const content = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: T, zh-Hans: 题 }
blocks:
  - paragraph:
      en: |-
        the first
        “second”
        \`code\`
        line
      zh-Hans: |-
        第一行“引号”
        “第二行”——
        \`代码\`接着
        word
        第三行[^a]
        第四行
notes: { a: { en: n, zh-Hans: 注 } }
`.replace('line\n', 'line[^a]\n')
  expect(readBack(content)).toEqual([])
})

describe('the theme', () => {
  const code = `${head}blocks:\n  - code: |\n      one:  \n        two   three\n      \tfour\tfive\n\n      six\n`

  test('keeps the spaces of code, and of what it says', () => {
    expect(readBack(code)).toEqual([])
    expect(readBack(code, 'pre { white-space: normal }')).toEqual([])
    expect(readBack(saying('two  spaces   three'), 'p { white-space: pre-wrap }')).toEqual([])
  })

  test('may leave out the number of a note', () => {
    expect(readBack(saying('one[^a] two'), 'bi-note::footnote-call { content: none }')).toEqual([])
  })
})

describe('a mistake is found at its place in the source', () => {
  const original = ['one two', 'a note[^a] in mid sentence', 'some `code here` there', 'last']
  const differing = (...paragraphs: readonly string[]): readonly string[] =>
    found(built(saying(...paragraphs)).bytes, built(saying(...original)))

  test('nothing where there is none', () => {
    expect(differing(...original)).toEqual([])
  })

  test('a space that is lost behind a note, and beside and in code', () => {
    expect(differing('one two', 'a note[^a]in mid sentence', 'some`code here` there', 'last')).toEqual([
      ':8:28 the PDF says `a note￼in mid sentence` where the source says `a note￼ in mid sentence`',
      ':9:23 the PDF says `somecode here there` where the source says `some code here there`',
    ])
    expect(differing('one two', original[1] ?? '', 'some `codehere` there', 'last')).toEqual([
      ':9:28 the PDF says `some codehere there` where the source says `some code here there`',
    ])
  })

  test('a text that is lost, doubled or changed does not hide the next', () => {
    expect(differing('a note[^a] in mid sentence', 'some `code here` there', 'LAST')).toEqual([
      ':7:17 the PDF says `` where the source says `one two`',
      ':10:17 the PDF says `LAST` where the source says `last`',
    ])
    expect(differing('one two', ...original)).toEqual([
      ':7:24 the PDF says `one two` where the source says ``',
    ])
  })

  test('kept spaces are compared one by one', () => {
    const code = (line: string): string => `${head}blocks:\n  - code: |\n      a\n${line}\n`
    expect(found(built(code('        b')).bytes, built(code('         b')))).toEqual([
      ':7:10 the PDF says `a  b` where the source says `a   b`',
    ])
  })

  test('spaces and tabs in a row are compared as one stretch', () => {
    const code = (line: string): string => `${head}blocks:\n  - code: |\n      a\n      ${line}\n`
    const tabs = '\t \t\t '.repeat(8)
    expect(readBack(code(`${tabs}b`))).toEqual([])
    expect(found(built(code(`${tabs}b`)).bytes, built(code(`${tabs}c`)))).toHaveLength(1)
  })
})
