import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { build } from '../build.ts'
import { glyphText } from '../layout/glyph-text.ts'
import { audit } from '../pdf/audit.ts'
import { openWorkshop } from '../read.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { pngFile } from '../testing/pictures.ts'
import { makeProject, type Project, programFolder } from '../testing/project.ts'
import { diskWorld } from './disk.ts'

let project: Project | null = null
afterEach(() => {
  project?.remove()
  project = null
})

const path = 'content/hello/publication.yaml'
const gap = '【尚未翻译】'

function built(content: string, draft: boolean) {
  project?.remove()
  project = makeProject({ [path]: content })
  const run = project.build([], { draft, audit: true })
  const read = () =>
    readFileSync(join(project?.folder ?? '', 'output', draft ? 'hello.draft.pdf' : 'hello.pdf'))
  return { run, read }
}

/** What the margin boxes of the last page say, from left to right. */
function furnitureOf(content: string, isDraft: boolean): string {
  const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
  const { source } = memoryWorld({ [path]: content }, disk.source)
  const report = new Report()
  const request = {
    path,
    name: 'hello',
    languages: null,
    isDraft,
    row: null,
    profile: 'archive',
    media: 'screen',
    date: null,
  } as const
  const built = build(request, source, openWorkshop(source, report), report)
  const marks = [...(built?.laid.pages ?? [])].at(-1)?.marks ?? []
  expect(report.diagnostics).toEqual([])
  return marks
    .flatMap(({ mark, tag, x }) => (mark.kind === 'glyphs' && tag === null ? [{ mark, x }] : []))
    .sort((a, b) => a.x - b.x)
    .map(({ mark }) => glyphText(mark))
    .join('')
}

/** The codes in what a run says of its findings. */
function codesIn(errors: string): readonly string[] {
  return Array.from(errors.matchAll(/\[([a-z]+\/[a-z-]+)\]/g), ([, code]) => code ?? '')
}

/** Roles of the paragraphs that are nothing but a gap, outside the contents. */
function gapsIn(bytes: Uint8Array): readonly string[] {
  return audit(bytes)
    .filter(({ text, isContents }) => !isContents && text.includes(gap))
    .map(({ role, lang }) => `${role} ${lang}`)
}

const blocks: readonly [kind: string, block: string, gaps: readonly string[]][] = [
  ['a heading of level 1', 'heading: { en: One }', ['H1 zh-Hans']],
  ['a heading of level 2', 'heading: { en: One }\n    level: 2', ['H2 zh-Hans']],
  ['a paragraph', 'paragraph: { en: One. }', ['P zh-Hans']],
  ['a list item', 'list:\n      - { en: One }\n      - { en: Two, zh-Hans: 二 }', ['LBody zh-Hans']],
  ['a numbered list item', 'list:\n      - { en: One }\n    ordered: true', ['LBody zh-Hans']],
  ['a quotation', 'quote: { en: One. }', ['P zh-Hans']],
  ['the source of a quotation', 'quote: { en: One., zh-Hans: 一。 }\n    source: { en: Two }', ['P zh-Hans']],
  ['code', 'code: { en: one }', ['P zh-Hans']],
  ['a run-in heading', 'paragraph: { en: One., zh-Hans: 一。 }\n    runIn: { en: Two. }', ['P zh-Hans']],
  [
    'the paragraph of a run-in heading',
    'paragraph: { en: One. }\n    runIn: { en: Two., zh-Hans: 二。 }',
    ['P zh-Hans'],
  ],
]

describe('bifolio build --draft', () => {
  test.each(blocks)('marks what is missing and is built: %s', { timeout: 20_000 }, (_, block, gaps) => {
    const content = `${head}  - ${block}\n`
    expect(built(content, false).run.code).toBe(1)
    const { run, read } = built(content, true)
    expect(run.errors).not.toContain('error')
    expect(run.errors).toContain('content/missing-translation')
    expect(run.code).toBe(0)
    expect(gapsIn(read())).toEqual(gaps)
  })

  test('puts words in the place of a picture that one language does not have yet', {
    timeout: 20_000,
  }, () => {
    const picture = `image: { en: map.png }\n    alt: { en: A map, zh-Hans: 地图 }\n    caption: { en: One, zh-Hans: 一 }`
    project?.remove()
    project = makeProject({ [path]: `${head}  - ${picture}\n    width: 1mm\n` })
    project.write('content/hello/map.png', pngFile({ width: 9, height: 9 }))
    const { code, errors } = project.build([])
    expect([code, codesIn(errors)]).toEqual([1, ['content/missing-translation']])
    const run = project.build([], { draft: true, audit: true })
    expect([run.code, codesIn(run.errors)]).toEqual([0, ['content/missing-translation']])
    expect(gapsIn(readFileSync(join(project.folder, 'output/hello.draft.pdf')))).toEqual(['P zh-Hans'])
  })

  test('leaves the PDF that is finished where it is', { timeout: 20_000 }, () => {
    const finished = built(`${head}  - paragraph: { en: One., zh-Hans: 一。 }\n`, false)
    const before = finished.read()
    project?.write(path, `${head}  - paragraph: { en: Two. }\n`)
    expect(project?.build([], { draft: true }).code).toBe(0)
    expect(finished.read()).toEqual(before)
  })

  test('marks no gap for a language that the text is not meant for', () => {
    const { run, read } = built(`${head}  - paragraph: { en: One. }\n    only: [en]\n`, true)
    expect(run).toMatchObject({ code: 0, errors: '' })
    expect(gapsIn(read())).toEqual([])
  })

  test('says in the foot that it is a draft, in each language, before the status', () => {
    const status = head.replace('name: English', 'name: English, status: original')
    expect(furnitureOf(status, false)).toContain('English: original')
    expect(furnitureOf(status, false)).not.toMatch(/DRAFT|草稿/)
    expect(furnitureOf(status, true)).toMatch(/DRAFT English: original.*草稿/)
    expect(furnitureOf(head, true)).toMatch(/DRAFT.*草稿/)
  })
})

const head = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Hello, zh-Hans: 你好 }
blocks:
  - heading: { en: Start, zh-Hans: 开始 }
    id: start
`
