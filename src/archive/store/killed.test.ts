import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import {
  edition,
  emptyArchive,
  foundBy,
  opened,
  someone,
  someTime,
  tryAdd,
  water,
  wrongWith,
} from '../../testing/archives.ts'
import { Killed, MemoryVault } from '../../testing/memory-vault.ts'
import { validateRoot } from '../ocfl/validate-root.ts'
import { get } from './get.ts'
import { init } from './init.ts'
import { show } from './list.ts'
import { repair } from './repair.ts'
import { withdraw } from './withdraw.ts'

/** What a writer does that is killed, and on which disk. */
interface Case {
  readonly name: string
  readonly before: () => MemoryVault
  readonly act: (vault: MemoryVault) => void
}

const rain = 'tag:example.org,2024:rain'

function archiveWith(count: number): MemoryVault {
  const vault = emptyArchive()
  for (let number = 1; number <= count; number++) tryAdd(opened(vault), edition(number))
  return vault.again()
}

/** An archive whose last writer was killed behind its commit. */
function unfinished(): MemoryVault {
  const vault = archiveWith(1)
  const whole = vault.again()
  tryAdd(opened(whole), edition(2))
  const at = whole.operations.findIndex((operation) => /^rename .*inventory\.json/.test(operation)) + 1
  const killed = vault.again({ fault: { kind: 'stop', at } })
  expect(() => tryAdd(opened(killed, { pid: 7 }), edition(2))).toThrow(Killed)
  return killed.again()
}

const cases: readonly Case[] = [
  {
    name: 'the first edition',
    before: () => archiveWith(0),
    act: (vault) => tryAdd(opened(vault), edition(1)),
  },
  { name: 'the second', before: () => archiveWith(1), act: (vault) => tryAdd(opened(vault), edition(2)) },
  { name: 'the third', before: () => archiveWith(2), act: (vault) => tryAdd(opened(vault), edition(3)) },
  {
    name: 'another publication',
    before: () => archiveWith(1),
    act: (vault) => tryAdd(opened(vault), edition(1), rain),
  },
  {
    name: 'a withdrawal',
    before: () => archiveWith(2),
    act: (vault) => {
      withdraw(opened(vault), { id: water, version: 'v1', reason: 'wrong', user: someone }, new Report())
    },
  },
  {
    name: 'an edition behind one that was killed',
    before: unfinished,
    act: (vault) => tryAdd(opened(vault), edition(3)),
  },
  {
    name: 'a repair',
    before: unfinished,
    act: (vault) => {
      repair(opened(vault), new Report())
    },
  },
]

/** What an archive holds: of each publication the versions, and the digests of their files. */
function stateOf(vault: MemoryVault): string {
  const archive = opened(vault, { pid: 99 })
  const report = new Report()
  const states = [water, rain].map((id) => {
    const versions = vault.list('store')?.length === 0 ? [] : (show(archive, id, report) ?? [])
    return versions.map(({ version }) => {
      const files = get(archive, id, version, report)?.files ?? new Map<string, Uint8Array>()
      return [
        version,
        ...[...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
      ]
    })
  })
  return JSON.stringify(states)
}

/** Each operation, and halves of those that write. */
function killsOf({ operations }: MemoryVault): readonly { readonly at: number; readonly torn: boolean }[] {
  return operations.flatMap((operation, index) => {
    const at = index + 1
    return /^(?:write|append) /.test(operation)
      ? [
          { at, torn: false },
          { at, torn: true },
        ]
      : [{ at, torn: false }]
  })
}

/** Disks as a next process may find them. */
function outcomes(killed: MemoryVault, at: number): readonly (readonly [string, MemoryVault])[] {
  const mixed = [1, 2].map((salt): readonly [string, MemoryVault] => {
    const keeps = (path: string): boolean =>
      (createHash('sha256').update(`${salt} ${at} ${path}`).digest()[0] ?? 0) % 2 === 0
    return [`a power cut that keeps some (${salt})`, killed.powerCut(keeps)]
  })
  return [
    ['a kill', killed.again()],
    ['a power cut that keeps all', killed.powerCut('optimistic')],
    ['a power cut that keeps nothing', killed.powerCut('pessimistic')],
    ...mixed,
  ]
}

describe.each(cases)('killed at any operation of the disk: $name', ({ before, act }) => {
  const start = before()
  const undisturbed = start.again()
  act(undisturbed)
  const count = undisturbed.operations.length
  const repaired = start.again()
  repair(opened(repaired, { pid: 98 }), new Report())
  // What had been killed before counts as old, finished or not.
  const old = [stateOf(start), stateOf(repaired)]
  const states = [...old, stateOf(undisturbed)]
  const kills = killsOf(undisturbed)

  test('there are operations to be killed at, and the two states differ', () => {
    expect(count).toBeGreaterThan(10)
    expect(wrongWith(opened(undisturbed, { pid: 2 }))).toEqual([])
  })

  test.each(['by repair', 'by the next writer'] as const)(
    'then put in order %s: old or new',
    { timeout: 60_000 },
    (how) => {
      for (const { at, torn } of kills) {
        const killed = start.again({ fault: { kind: 'stop', at, torn } })
        expect(() => act(killed)).toThrow(Killed)
        for (const [outcome, vault] of outcomes(killed, at)) {
          const what = `${outcome} at ${at}${torn ? ', torn' : ''}: ${undisturbed.operations[at - 1]}`
          const archive = opened(vault, { pid: 2 })
          const report = new Report()
          if (how === 'by repair') {
            expect(repair(archive, report), what).not.toBeNull()
            expect(foundBy(report), what).toEqual([])
            expect(states, what).toContain(stateOf(vault))
            expect(wrongWith(archive), what).toEqual([])
            expect(repair(archive, report), what).toEqual([])
          }
          const next = tryAdd(archive, edition(9))
          expect(next.found, what).toEqual([])
          expect(next.added, what).not.toBeNull()
          expect(wrongWith(archive), what).toEqual([])
        }
      }
    },
  )

  test('what was said to be done outlasts a power cut', () => {
    const vault = undisturbed.powerCut('pessimistic')
    expect(stateOf(vault)).toBe(stateOf(undisturbed))
    expect(validateRoot(vault, 'store')).toEqual([])
  })
})

test('an init that is killed at any operation can be done again', { timeout: 60_000 }, () => {
  const whole = new MemoryVault()
  const clock = (): Date => new Date(someTime)
  init(whole, 'editions', clock, new Report())
  for (const { at, torn } of killsOf(whole)) {
    const killed = new MemoryVault({}, { fault: { kind: 'stop', at, torn } })
    expect(() => init(killed, 'editions', clock, new Report())).toThrow(Killed)
    for (const [outcome, vault] of outcomes(killed, at)) {
      const report = new Report()
      const what = `${outcome} at ${at}: ${whole.operations[at - 1]}`
      if (vault.kindOf('README.txt') === null) init(vault, 'editions', clock, report)
      expect(foundBy(report), what).toEqual([])
      expect(changed(vault.files(), whole.files()), what).toEqual([])
      expect(tryAdd(opened(vault), edition(1)).found, what).toEqual([])
      expect(wrongWith(opened(vault)), what).toEqual([])
    }
  }
})

/** The paths of files that differ, or that only one of two disks has; what lies in `work/` is no part of an archive. */
function changed(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter((path) => !path.startsWith('work/'))
  return paths.filter((path) => Buffer.compare(one.get(path) ?? none, other.get(path) ?? none) !== 0)
}

const none = new Uint8Array()
