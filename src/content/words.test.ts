import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { load } from './load.ts'
import { words } from './words.ts'

function read(yaml: string) {
  const report = new Report()
  const loaded = load('words.yaml', new TextEncoder().encode(yaml), report)
  if (loaded === null) throw new Error('not read')
  const found = words(loaded, report)
  return { found, findings: report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`) }
}

test('words are texts by name, in any languages', () => {
  const { found, findings } = read('contents: { en: Contents, zh-Hans: 目录 }\nline-1: "—"\n')
  expect(findings).toEqual([])
  expect([...found.keys()]).toEqual(['contents', 'line-1'])
  expect(found.get('contents')?.versions.get('zh-Hans')?.text).toBe('目录')
  expect(found.get('contents')?.versions.size).toBe(2)
  expect(found.get('line-1')?.versions.get('fr')?.text).toBe('—')
})

test('what is wrong is found, and the rest is there', () => {
  const { found, findings } = read('a b: x\nc: [x]\nd: { xx: y }\ne: { en: ok }\n')
  expect(findings).toEqual([
    'words.yaml:2:1 content/wrong-value',
    'words.yaml:1:1 content/bad-name',
    'words.yaml:3:6 content/unknown-language',
  ])
  expect(found.get('e')?.versions.get('en')?.text).toBe('ok')
})
