import { expect, test } from 'vitest'
import { reporting } from '../testing/edition.ts'
import { stateOf } from './state.ts'

const passages =
  '{"format":"bifolio-passages-1","passages":[{"id":"a","kind":"paragraph","path":[],"texts":{"en":"A"}}]}'

function read(files: Readonly<Record<string, string>>) {
  const { report, lines } = reporting()
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const)
  return { state: stateOf({ files: new Map(bytes) }, 'edition 1', report), found: lines() }
}

test('an edition says its passages, and where they stand where that is known', () => {
  expect(read({ 'text/passages.json': passages })).toMatchObject({
    state: { passages: [{ id: 'a', texts: new Map([['en', 'A']]) }], layout: null },
    found: [],
  })
})

test('one without passages cannot be compared', () => {
  for (const files of [{}, { 'text/passages.json': '{}' }]) {
    const { state, found } = read(files)
    expect(state).toBeNull()
    expect(found).toEqual([expect.stringMatching(/^error archive\/no-passages: /)])
  }
})
