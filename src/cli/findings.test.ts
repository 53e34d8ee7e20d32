import { afterEach, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'

const hello = `languages:
  en: { name: English }
  zh-Hans: { name: 中文 }
title: { en: Hello, zh-Hans: 你好 }
blocks:
  - heading: { en: Two columns, zh-Hans: 左右两栏 }
  - paragraph: { en: Each page says it twice., zh-Hans: 每一页都说两遍。 }
    id: twice
`
const path = 'content/hello/publication.yaml'
const block = '  - paragraph: { en: More., zh-Hans: 更多。 }\n'

let project: Project | null = null
afterEach(() => {
  project?.remove()
  project = null
})

test.each([
  ['an id that is given twice', `${hello}${block}    id: twice\n`, '10:9', 'content/duplicate-id'],
  [
    'a language that is misspelt where it is declared',
    hello.replace('zh-Hans: { name', 'zh-Hanz: { name'),
    '3:3',
    'content/unknown-language',
  ],
  [
    'a language that is misspelt in a text',
    hello.replace('zh-Hans: 你好', 'zh-Hanz: 你好'),
    '4:21',
    'content/unknown-language',
  ],
  [
    'a block that is limited to a language that is none',
    `${hello}${block}    only: [fr]\n`,
    '10:12',
    'content/undeclared-language',
  ],
  ['a bracket that is not closed', hello.replace('你好 }', '你好'), '4:8', 'content/yaml'],
  ['a text that needs quotes', hello.replace('Each page', 'Each [page], now'), '7:27', 'content/yaml'],
  [
    'a level of headings that is skipped',
    `${hello}  - heading: { en: More, zh-Hans: 更多 }\n    level: 3\n`,
    '9:20',
    'pdf/heading-level',
  ],
])('%s is said once, where its author wrote it', (_, yaml, place, code) => {
  project = makeProject({ [path]: yaml })
  const { code: exit, errors } = project.build(['hello'], { json: true })
  const found = errors
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const [line, column] = place.split(':').map(Number)
  expect(exit).toBe(1)
  expect(found).toMatchObject([{ code, path, line, column }])
})
