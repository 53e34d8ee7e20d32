import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Lexer } from 'yaml'
import { Report } from '../base/report.ts'
import { withLock } from '../cli/lock.ts'
import { Allowance } from '../content/allowance.ts'
import { findBad } from '../content/decode.ts'
import { load } from '../content/load.ts'
import { tooDeepToParse } from '../document/depth.ts'
import { markdown } from '../document/markdown.ts'
import { Exhausted, State } from '../document/state.ts'
import { template } from '../document/template.ts'
import { check, head } from '../testing/publication.ts'
import { sampleLayout, sampleLeaf, samplePublication } from '../testing/sample-publication.ts'

// Each limit with its value written out: a test that took the constant of the source would pass with any.

afterEach(() => {
  vi.restoreAllMocks()
})

function codes(find: (report: Report) => unknown): readonly string[] {
  const report = new Report()
  find(report)
  return report.diagnostics.map(({ code }) => code)
}

test('a publication has at most 16 MiB', () => {
  const loaded = (length: number) =>
    codes((report) => load('p.yaml', new Uint8Array(length).fill(0x20), report))
  expect(loaded(16 * 1024 * 1024)).toEqual(['content/nothing'])
  expect(loaded(16 * 1024 * 1024 + 1)).toEqual(['content/too-large'])
})

test('a publication has at most a million words and signs of YAML', () => {
  const text = `- "${'word '.repeat(20)}"\n- &a b\n`
  const count = [...new Lexer().lex(text)].length
  const loaded = (left: number) => {
    const allowance = new Allowance()
    allowance.takeTokens(1_000_000 - left)
    return codes((report) => load('p.yaml', new TextEncoder().encode(text), report, allowance))
  }
  expect(loaded(count)).toEqual([])
  expect(loaded(count - 1)).toEqual(['content/too-large'])
})

test('a publication names at most 1,000 chapter files', () => {
  const naming = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `${index}.yaml`)
    const files = Object.fromEntries(names.map((name) => [name, 'blocks: [{ paragraph: x }]']))
    return check(`${head}chapters: [${names}]`, null, false, files).found
  }
  expect(naming(1000)).toEqual([])
  expect(naming(1001)).toEqual(['3:1 content/wrong-value!'])
})

test('ten unreadable characters are named', () => {
  expect(findBad('\u0001'.repeat(10))).toHaveLength(10)
  expect(findBad('\u0001'.repeat(11))).toHaveLength(10)
})

test('a table has at most 100 columns, and a cell covers at most 100 columns or rows', () => {
  const columns = (count: number) =>
    check(
      `${head}blocks: [{ table: { columns: [${Array(count).fill('left')}], rows: [[${Array(count).fill('a')}]] } }]`,
    ).found
  expect(columns(100)).toEqual([])
  expect(columns(101)).toEqual(['3:21 content/wrong-value!'])
  const covering = (count: number) =>
    check(`${head}blocks: [{ table: { rows: [[{ cell: a, columns: ${count} }]] } }]`).found
  expect(covering(100)).toEqual([])
  expect(covering(101)).toEqual(['3:49 content/wrong-value!'])
})

test('parentheses in the target of a link stand at most 32 deep', () => {
  const isLink = (depth: number) =>
    markdown(
      sampleLeaf(`[a](https://example.org/${'('.repeat(depth - 1)}${')'.repeat(depth - 1)})`),
      new Report(),
    ).some((inline) => inline.kind === 'mark' && inline.name === 'a')
  expect(isLink(32)).toBe(true)
  expect(isLink(33)).toBe(false)
})

test('a layout is parsed where its blocks and calls stand at most 500 deep', () => {
  for (const opening of ['{{#if a}}', '(']) {
    expect(tooDeepToParse(opening.repeat(500))).toBeNull()
    expect(tooDeepToParse(opening.repeat(501))).not.toBeNull()
  }
})

test('a partial is called in at most 199 blocks', () => {
  const inside = (count: number, text: string) =>
    '{{#if (is 1 1)}}'.repeat(count) + text + '{{/if}}'.repeat(count)
  const called = (blocks: number) => {
    const partials = {
      a: inside(80, '{{> b}}'),
      b: inside(80, '{{> c}}'),
      c: inside(blocks - 160, '{{> d}}'),
      d: 'd',
    }
    const report = new Report()
    const markup = template(samplePublication(), sampleLayout('{{> a}}', partials), report)
    return [markup?.text, ...report.diagnostics.map(({ code }) => code)]
  }
  expect(called(199)).toEqual(['d'])
  expect(called(200)).toEqual(['', 'document/endless-partial'])
})

test('partials call each other at most 50 deep', () => {
  const chain = (length: number) => {
    const partials = Object.fromEntries(
      Array.from({ length }, (_, index) => [`p${index}`, index + 1 < length ? `{{> p${index + 1}}}` : 'end']),
    )
    const report = new Report()
    return template(samplePublication(), sampleLayout('{{> p0}}', partials), report)?.text
  }
  expect(chain(50)).toBe('end')
  expect(chain(51)).toBe('')
})

test('a layout takes at most five million steps', () => {
  const state = new State([], new Report())
  for (let step = 0; step < 5_000_000; step++) state.step()
  expect(() => state.step()).toThrow(Exhausted)
})

test('a build waits five seconds for another', () => {
  const { lock, remove } = held()
  let waits = 0
  const waiting = vi.spyOn(Atomics, 'wait').mockImplementation((_array, _index, _value, pause = 0) => {
    waits += pause
    if (waits === until) rmSync(lock)
    return 'timed-out'
  })
  let until = 5_000
  expect(withLock(lock, () => {})).toBeUndefined()
  writeFileSync(lock, 'elsewhere 1\n')
  waits = 0
  until = 5_050
  expect(() => withLock(lock, () => {})).toThrow('another build')
  expect(waits).toBe(5_000)
  waiting.mockRestore()
  remove()
})

test('a lock counts as left behind after a minute', () => {
  const { lock, remove } = held()
  vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out')
  const now = 1_800_000_000
  vi.spyOn(Date, 'now').mockReturnValue(now * 1000)
  utimesSync(lock, now - 60, now - 60)
  expect(() => withLock(lock, () => {})).toThrow('another build')
  utimesSync(lock, now - 61, now - 61)
  expect(withLock(lock, () => {})).toBeUndefined()
  remove()
})

/** A lock of a build on another machine, in a folder of its own. */
function held(): { readonly lock: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bifolio-'))
  const lock = join(folder, 'lock')
  writeFileSync(lock, 'elsewhere 1\n')
  return { lock, remove: () => rmSync(folder, { recursive: true }) }
}
