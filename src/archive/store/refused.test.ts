import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { edition, emptyArchive, foundBy, opened, tryAdd, water, wrongWith } from '../../testing/archives.ts'
import { MemoryVault } from '../../testing/memory-vault.ts'
import type { VaultProblem } from '../vault.ts'
import { init } from './init.ts'
import { list, show } from './list.ts'
import { openArchive } from './open.ts'
import { repair } from './repair.ts'
import { verify } from './verify.ts'

function archiveWith(count: number): MemoryVault {
  const vault = emptyArchive()
  for (let number = 1; number <= count; number++) tryAdd(opened(vault), edition(number))
  return vault.again()
}

const codes: Readonly<Record<VaultProblem, string>> = {
  full: 'archive/full: disk full',
  'read-only': 'archive/read-only: the disk takes no changes',
  denied: 'archive/denied: not allowed',
  io: 'archive/disk: the disk failed',
}

describe.each(Object.entries(codes) as [VaultProblem, string][])(
  'a disk that refuses (%s)',
  (code, words) => {
    test.each([0, 1, 2])(
      'from any operation on: %i editions stay, the failure is a finding, the next add works',
      (count) => {
        const start = archiveWith(count)
        const whole = start.again()
        tryAdd(opened(whole), edition(count + 1))
        const outcomes = new Set<string>()
        for (let from = 1; from <= whole.operations.length; from++) {
          const failing = start.again({ fault: { kind: 'fail', from, code } })
          const { added, found } = tryAdd(opened(failing), edition(count + 1))
          const what = `from ${from}: ${whole.operations[from - 1]}`
          // What is stored but not finished counts: it will be.
          const vault = failing.again()
          repair(opened(vault), new Report())
          const stored = versions(vault)
          if (added === null) expect(found, what).toMatchObject([expect.stringContaining(words)])
          if (added === null) expect(found[0]?.includes('nothing was added'), what).toBe(stored === count)
          else expect(stored, what).toBe(count + 1)
          outcomes.add(`${added === null ? 'refused' : 'added'} ${stored - count}`)
          // The same writer once more, on a disk that works again; and another one.
          for (const pid of [1, 2]) {
            const mended = failing.again()
            const next = tryAdd(opened(mended, { pid }), edition(9))
            expect(next.found, what).toEqual([])
            expect(next.added?.version, what).toBe(`v${stored + 1}`)
            expect(wrongWith(opened(mended)), what).toEqual([])
          }
        }
        expect(outcomes).toContain('refused 0')
      },
    )
  },
)

function versions(vault: MemoryVault): number {
  return show(opened(vault), water, new Report())?.length ?? 0
}

test('a disk that has no room says so, and adds nothing', () => {
  const start = archiveWith(1)
  const size = [...start.files().values()].reduce((sum, { length }) => sum + length, 0)
  const kinds = new Set<string>()
  for (let room = size; room < size + 6000; room += 50) {
    const vault = start.again({ fault: { kind: 'room', bytes: room } })
    const { added, found } = tryAdd(opened(vault), edition(2))
    kinds.add(added === null ? 'full' : 'added')
    if (added === null)
      expect(found).toMatchObject([expect.stringMatching(/^archive\/full: disk full: nothing was added /)])
    const next = vault.again()
    if (added === null) expect(tryAdd(opened(next), edition(2)).found).toEqual([])
    else repair(opened(next), new Report())
    expect(wrongWith(opened(next))).toEqual([])
  }
  expect(kinds).toEqual(new Set(['full', 'added']))
})

test('an archive on a disk that takes no changes can be read and verified', () => {
  const vault = archiveWith(2).again({ fault: { kind: 'fail', from: 1, code: 'read-only' } })
  const report = new Report()
  expect(list(opened(vault), report)).toMatchObject([{ id: water, head: 'v2' }])
  expect(verify(opened(vault), null, () => {}, report)?.damages).toEqual([])
  expect(foundBy(report)).toEqual(['archive/not-logged: the log could not be written'])
})

describe('an archive', () => {
  const clock = (): Date => new Date('2024-03-31T08:09:10Z')
  const tried = (vault: MemoryVault): readonly string[] => {
    const report = new Report()
    init(vault, 'editions', clock, report)
    return foundBy(report)
  }

  test('is made in an empty folder only, and once', () => {
    const vault = new MemoryVault()
    expect(tried(vault)).toEqual([])
    const before = vault.files()
    expect(tried(vault)).toEqual(['archive/exists: there is an archive already'])
    expect(vault.files()).toEqual(before)
    expect(tried(new MemoryVault({ 'notes.txt': 'mine' }))).toEqual([
      'archive/not-empty: the folder is not empty: it has `notes.txt`',
    ])
    // It lost its first file, and is an archive all the same.
    const lost = archiveWith(1)
    lost.drop('README.txt')
    expect(tried(lost)).toMatchObject([expect.stringMatching(/^archive\/not-empty: /)])
  })

  test('is not made through a link', () => {
    const vault = new MemoryVault()
    vault.plant('store', { kind: 'link' })
    expect(tried(vault)).toEqual(['archive/not-empty: the folder is not empty: it has `store`'])
    expect(vault.operations).toEqual([])
  })

  test.each(['store', 'work', 'log', 'log/log.ndjson'])('is not written to through a link: %s', (path) => {
    const vault = archiveWith(1)
    vault.drop(path)
    vault.plant(path, { kind: 'link' })
    const report = new Report()
    const writer = { host: 'press', pid: 1, thread: 0, isRunning: () => false, pause: () => {} }
    const archive = openArchive(vault, { name: 'editions', writer, clock }, report)
    const found = archive ? tryAdd(archive, edition(2)).found : foundBy(report)
    expect(found).toMatchObject([expect.stringMatching(/^archive\/(?:none|denied): /)])
  })

  test('is none where there is nothing of one', () => {
    const report = new Report()
    const writer = { host: 'press', pid: 1, thread: 0, isRunning: () => false, pause: () => {} }
    expect(
      openArchive(new MemoryVault({ 'a.txt': 'x' }), { name: 'editions', writer, clock }, report),
    ).toBeNull()
    expect(report.diagnostics).toMatchObject([
      {
        code: 'archive/none',
        span: { file: { path: 'editions' } },
        hints: [expect.stringContaining('archive init editions')],
      },
    ])
  })
})

test('an archive whose inventory is damaged takes no new edition of it, and loses none', () => {
  const vault = archiveWith(1)
  const path = [...vault.files().keys()].find((one) => one.endsWith('water/inventory.json')) ?? ''
  vault.set(path, 'x')
  expect(tryAdd(opened(vault), edition(2)).found).toEqual([
    `archive/damaged: the inventory of \`${water}\` is damaged: nothing was added`,
  ])
  expect(versions(vault)).toBe(1)
})
