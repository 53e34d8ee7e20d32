import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'
import { treeOf } from '../testing/read-pdf.ts'

let project: Project | null = null
afterEach(() => {
  project?.remove()
  project = null
})

const marks = { em: '*npm*', strong: '**npm**', code: '`npm`' }

/** A text in each place where it stands in a link: in a paragraph by its own mark, in a heading by the contents. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph': (text) =>
    paragraph(`See [${text}](https://example.org/).`, `见[${text}](https://example.org/)。`),
  'a whole link in a paragraph': (text) =>
    paragraph(`[${text} ci](https://example.org/)`, `[${text}](#first)`),
  'a heading of level 1': (text) => heading(`A ${text} x`, `甲${text}乙`, 1),
  'a heading of level 2': (text) => heading(`A ${text} x`, `甲${text}乙`, 2),
  'a heading of level 3': (text) => heading(`A [${text}](#first) x`, `甲[${text}](#first)乙`, 3),
  'a run-in heading': (text) =>
    `${paragraph('It goes on.', '正文在此。')}\n    runIn: { en: "The ${text} way.", zh-Hans: "${text}之法。" }`,
}

const cases = Object.keys(places).flatMap((where) => Object.keys(marks).map((mark) => [mark, where] as const))

describe('a link with a mark inside it', () => {
  test.each(cases)('is built and says its text: %s in %s', { timeout: 20_000 }, (mark, where) => {
    const block = places[where]?.(Object.entries(marks).find(([name]) => name === mark)?.[1] ?? '')
    const made = makeProject({ 'content/hello/publication.yaml': `${head}  - ${block}\n` })
    project = made
    expect(made.build([], { audit: true })).toMatchObject({ code: 0, errors: '' })
    const tree = treeOf(readFileSync(join(made.folder, 'output/hello.pdf')))
    const holders = tree.filter((line) => / link\b/.test(line)).map((line) => /^ *(\w+)/.exec(line)?.[1])
    expect(holders.length).toBeGreaterThan(0)
    expect(new Set(holders)).toEqual(new Set(['Link']))
    // Code is a tag of its own, in the heading or paragraph and in the link.
    const isNested = tree.some((line, index) => /^ *Link/.test(tree[index - 1] ?? '') && /^ *Code/.test(line))
    expect(isNested).toBe(mark === 'code')
  })
})

const head = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Hello, zh-Hans: 你好 }
blocks:
  - heading: { en: One, zh-Hans: 一 }
    id: first
  - heading: { en: Two, zh-Hans: 二 }
    level: 2
`

function paragraph(en: string, zh: string): string {
  return `paragraph: { en: "${en}", zh-Hans: "${zh}" }`
}

function heading(en: string, zh: string, level: number): string {
  return `heading: { en: "${en}", zh-Hans: "${zh}" }\n    level: ${level}`
}
