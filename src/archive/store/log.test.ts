import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { edition, emptyArchive, opened, tryAdd, wrongWith } from '../../testing/archives.ts'
import type { MemoryVault } from '../../testing/memory-vault.ts'
import { checkLog, verifications } from './check-log.ts'
import { readLog } from './log.ts'
import { repair } from './repair.ts'
import { verify } from './verify.ts'

const path = 'log/log.ndjson'

function archive(): MemoryVault {
  const vault = emptyArchive()
  for (const number of [1, 2, 3]) tryAdd(opened(vault), edition(number))
  return vault
}

function text(vault: MemoryVault): string {
  return new TextDecoder().decode(vault.read(path) ?? undefined)
}

function lines(vault: MemoryVault): readonly string[] {
  return text(vault)
    .trimEnd()
    .split('\n')
    .map((line) => `${line}\n`)
}

/** The lines that are wrong; line 0 is the whole log. */
function wrongLines(log: readonly string[] | string): readonly number[] {
  const vault = archive()
  vault.set(path, typeof log === 'string' ? log : log.join(''))
  return checkLog(opened(vault))
    .problems.map(({ line }) => line)
    .sort((one, other) => one - other)
}

test('each line has the SHA-256 of the line before, as `sed -n 2p log.ndjson | sha256sum` gives it', () => {
  const vault = archive()
  const all = lines(vault)
  const digests = all.map((line) => createHash('sha256').update(line).digest('hex'))
  expect(readLog(vault).map(({ previous }) => previous)).toEqual([null, ...digests.slice(0, -1)])
  expect(checkLog(opened(vault))).toEqual({ lines: 4, head: digests.at(-1), problems: [] })
  expect(readLog(vault).map(({ event }) => event.action)).toEqual(['init', 'store', 'store', 'store'])
})

describe('what was done to a log is found', () => {
  const [init = '', one = '', two = '', three = ''] = lines(archive())

  test.each([
    ['a line is missing', [init, two, three], [0, 2, 3]],
    ['the first is missing', [one, two, three], [1, 2, 3]],
    ['the last is missing', [init, one, two], [0]],
    ['two lines changed places', [init, two, one, three], [2, 3, 4]],
    ['a line stands twice', [init, one, two, two, three], [4, 5]],
    ['a word was changed', [init, one.replace('"v1"', '"v9"'), two, three], [0, 2, 3]],
    ['a line was put in', [init, one, 'x\n', two, three], [3, 4, 5]],
    ['it is empty', [], [0, 0, 0]],
  ] as const)('%s', (_, log, expected) => {
    expect(wrongLines(log)).toEqual(expected)
  })

  test('it is missing', () => {
    const vault = archive()
    vault.drop(path)
    expect(checkLog(opened(vault)).problems.map(({ message }) => message)).toContain('the log is missing')
  })
})

test('a line that was cut off anywhere stays, is closed and said, and what it would have said is said', () => {
  const start = archive()
  const all = lines(start)
  const last = all.at(-1) ?? ''
  for (let length = 1; length < last.length; length++) {
    const vault = start.again()
    const cut = [...all.slice(0, -1), last.slice(0, length)].join('')
    vault.set(path, cut)
    expect(
      checkLog(opened(vault)).problems.map(({ line }) => line),
      `${length}`,
    ).toContain(4)
    const done = repair(opened(vault), new Report())
    expect(done?.[0], `${length}`).toBe('the end of the log was put in order')
    expect(text(vault).startsWith(cut), `${length}`).toBe(true)
    expect(wrongWith(opened(vault)), `${length}`).toEqual([])
    expect(repair(opened(vault), new Report()), `${length}`).toEqual([])
  }
})

test('a log that is gone is begun anew, and says so from then on', () => {
  const vault = archive()
  vault.drop(path)
  tryAdd(opened(vault), edition(4))
  expect(readLog(vault).map(({ event }) => event.action)).toEqual([
    'begin-anew',
    'store',
    'store',
    'store',
    'store',
  ])
  expect(checkLog(opened(vault)).problems).toEqual([
    { kind: 'chain', line: 1, message: 'what the log said before is lost' },
  ])
})

test('verify says what is wrong with a log, at its place', () => {
  const vault = archive()
  vault.set(path, text(vault).replace('"v2"', '"v7"'))
  const report = new Report()
  verify(opened(vault), null, () => {}, report)
  expect(report.diagnostics.map(({ code, span }) => [code, span.file.path])).toEqual([
    ['archive/log', 'editions/log/log.ndjson'],
    ['archive/log', 'editions/log/log.ndjson'],
    ['archive/log', 'editions/log/log.ndjson'],
  ])
})

test('past verifications are data', () => {
  const vault = archive()
  verify(opened(vault, { time: '2025-01-02T03:04:05Z' }), null, () => {}, new Report())
  const damaged = [...vault.files().keys()].find((one) => one.endsWith('v2/content/edition.json')) ?? ''
  vault.set(damaged, 'x')
  verify(opened(vault, { time: '2026-01-02T03:04:05Z' }), null, () => {}, new Report())
  expect(verifications(opened(vault))).toEqual([
    { action: 'verify', id: null, objects: 1, files: 16, problems: [], time: '2025-01-02T03:04:05Z' },
    {
      action: 'verify',
      id: null,
      objects: 1,
      files: 16,
      problems: [`damaged ${damaged}`],
      time: '2026-01-02T03:04:05Z',
    },
  ])
})
