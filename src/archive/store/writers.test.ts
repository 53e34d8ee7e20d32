import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import {
  bytesOf,
  edition,
  emptyArchive,
  foundBy,
  opened,
  type Tried,
  tryAdd,
  water,
  wrongWith,
} from '../../testing/archives.ts'
import { Killed, type MemoryVault } from '../../testing/memory-vault.ts'
import { add } from './add.ts'
import { list, show } from './list.ts'
import { repair } from './repair.ts'

function archiveWith(count: number): MemoryVault {
  const vault = emptyArchive()
  for (let number = 1; number <= count; number++) tryAdd(opened(vault), edition(number))
  return vault.again()
}

function versionsOf(vault: MemoryVault, id = water): number {
  return show(opened(vault), id, new Report())?.length ?? 0
}

/**
 * A disk on which, when the writer who uses it is at an operation, another does all his work in between; then the first one
 * goes on. `Vault` is synchronous, so that this is every way in which two can meet at that operation.
 */
function disturbed(start: MemoryVault, at: number, other: (vault: MemoryVault) => void): MemoryVault {
  const vault: MemoryVault = start.again({
    before: (_, number) => {
      if (number === at && !isIn) {
        isIn = true
        other(vault)
      }
    },
  })
  let isIn = false
  return vault
}

function operations(start: MemoryVault, act: (vault: MemoryVault) => void): number {
  const vault = start.again()
  act(vault)
  return vault.operations.length
}

describe.each([0, 1])('two writers of one publication that has %i editions', (count) => {
  const start = archiveWith(count)

  test('one adds while the other is at any operation: nothing is lost, who loses is told', () => {
    const seen = new Set<string>()
    for (let at = 1; at <= operations(start, (vault) => tryAdd(opened(vault), edition(5))); at++) {
      const tried: Tried[] = []
      const vault = disturbed(start, at, (disk) => {
        tried.push(tryAdd(opened(disk, { pid: 2, othersRun: true }), edition(6)))
      })
      tried.push(tryAdd(opened(vault, { pid: 1, othersRun: true }), edition(5)))
      const added = tried.filter(({ added: one }) => one !== null)
      for (const { added: one, found } of tried) {
        if (one === null)
          expect(found).toMatchObject([
            expect.stringMatching(/^archive\/busy: busy: another writer .*: nothing was added$/),
          ])
      }
      expect(versionsOf(vault), `at ${at}`).toBe(count + added.length)
      expect(added.length).toBeGreaterThan(0)
      seen.add(tried.map(({ added: one }) => (one === null ? 'busy' : 'added')).join(' '))
      repair(opened(vault), new Report())
      expect(wrongWith(opened(vault)), `at ${at}`).toEqual([])
    }
    expect(seen).toEqual(new Set(['added added', 'busy added']))
  })

  test('one is taken for dead while he is at any operation: nothing is lost all the same', () => {
    const seen = new Set<string>()
    for (let at = 1; at <= operations(start, (vault) => tryAdd(opened(vault), edition(5))); at++) {
      const tried: Tried[] = []
      const vault = disturbed(start, at, (disk) => {
        // He cannot see that the first one runs.
        for (const number of [6, 8])
          tried.push(tryAdd(opened(disk, { pid: 2, othersRun: false }), edition(number)))
      })
      tried.push(tryAdd(opened(vault, { pid: 1, othersRun: true }), edition(5)))
      const stored = versionsOf(vault)
      // The first one may have stored his edition and have been kept from finishing it: then he is told so.
      const told = tried.filter(
        ({ added, found }) => added !== null || found.some((one) => one.includes('is stored')),
      )
      expect(stored, `at ${at}: ${JSON.stringify(tried)}`).toBe(count + told.length)
      expect(tried[0]?.added, `at ${at}`).not.toBeNull()
      seen.add(tried.map(({ added }) => (added === null ? 'lost' : 'added')).join(' '))
      repair(opened(vault), new Report())
      const next = tryAdd(opened(vault), edition(7))
      expect(next.added?.version, `at ${at}`).toBe(`v${stored + 1}`)
      expect(wrongWith(opened(vault)), `at ${at}`).toEqual([])
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})

const ids = Array.from({ length: 8 }, (_, index) => `tag:example.org,2024:paper-${index}`)

test.each([3, 8, 14, 20, 26])(
  'eight writers of eight publications, each at his operation %i when the next begins',
  (at) => {
    const vault = nested(emptyArchive(), at, (disk, index) => {
      expect(
        tryAdd(opened(disk, { pid: 10 + index, othersRun: true }), edition(1), ids[index]).added,
      ).not.toBeNull()
    })
    repair(opened(vault), new Report())
    expect(list(opened(vault), new Report()).map(({ id }) => id)).toEqual(ids)
    expect(wrongWith(opened(vault))).toEqual([])
  },
)

test.each([1, 2, 3, 8, 14, 20, 26])(
  'eight writers of one publication, each at his operation %i when the next begins',
  (at) => {
    const tried: Tried[] = []
    const vault = nested(archiveWith(1), at, (disk, index) => {
      tried.push(tryAdd(opened(disk, { pid: 10 + index, othersRun: true }), edition(10 + index)))
    })
    const added = tried.filter(({ added: one }) => one !== null).length
    expect(tried.length).toBe(8)
    expect(added).toBeGreaterThan(0)
    expect(versionsOf(vault)).toBe(1 + added)
    repair(opened(vault), new Report())
    expect(wrongWith(opened(vault))).toEqual([])
  },
)

/** Eight writers on one disk; each begins when the one before is at an operation of his own. */
function nested(
  start: MemoryVault,
  at: number,
  act: (vault: MemoryVault, index: number) => void,
): MemoryVault {
  let running = 0
  const counts: number[] = []
  const vault: MemoryVault = start.again({
    before: () => {
      const own = counts.length - 1
      counts[own] = (counts[own] ?? 0) + 1
      if (counts[own] === at && running < 8) begin()
    },
  })
  const begin = (): void => {
    counts.push(0)
    running += 1
    act(vault, running - 1)
    counts.pop()
  }
  begin()
  // Those whose turn never came do it now.
  while (running < 8) begin()
  return vault
}

describe('a version that was begun behind another', () => {
  const addBehind = (vault: MemoryVault, behind: string | null): Tried => {
    const report = new Report()
    const version = { id: water, message: 'edition 9', user: null, files: bytesOf(edition(9)) }
    const added = add(opened(vault), version, { evenIfUnchanged: true, behind }, report)
    return { added, found: foundBy(report) }
  }

  test.each([
    [0, 'v1'],
    [1, null],
    [2, 'v1'],
  ] as const)('is refused where the archive has %i by now, and not %o', (count, behind) => {
    const vault = archiveWith(count)
    const has = count === 0 ? 'nothing' : `v${count}`
    expect(addBehind(vault, behind)).toEqual({
      added: null,
      found: [
        `archive/busy: busy: another writer has meanwhile stored \`${has}\` of \`${water}\`: nothing was added`,
      ],
    })
    expect(versionsOf(vault)).toBe(count)
    expect(wrongWith(opened(vault))).toEqual([])
  })

  test.each([
    [0, null],
    [1, 'v1'],
  ] as const)('is stored where it still has %i', (count, behind) => {
    expect(addBehind(archiveWith(count), behind).added?.version).toBe(`v${count + 1}`)
  })
})

describe('a lock', () => {
  /** An archive in which a writer was killed while he had the lock. */
  const locked = (host: string): MemoryVault => {
    const start = archiveWith(1)
    const whole = start.again()
    tryAdd(opened(whole), edition(2))
    const at = whole.operations.findIndex((operation) => operation.startsWith('link ')) + 2
    const killed = start.again({ fault: { kind: 'stop', at } })
    expect(() => tryAdd(opened(killed, { host, pid: 7 }), edition(2))).toThrow(Killed)
    return killed.again()
  }

  test('of a process that runs is respected, and its owner is named', () => {
    const vault = locked('press')
    expect(tryAdd(opened(vault, { othersRun: true }), edition(2)).found).toEqual([
      `archive/busy: busy: another writer (\`press\`, process 7, since 2024-03-31T08:09:10Z) is adding to \`${water}\`: nothing was added`,
    ])
    // Others are not in his way.
    expect(tryAdd(opened(vault, { othersRun: true }), edition(1), ids[0]).found).toEqual([])
  })

  test('of a process that has ended goes, with all that it left', () => {
    const vault = locked('press')
    expect(tryAdd(opened(vault), edition(2)).added?.version).toBe('v2')
    expect(wrongWith(opened(vault))).toEqual([])
  })

  test.each([
    ['2024-03-31T09:09:10Z', false],
    ['2024-03-31T09:09:11Z', true],
    // The clock of one of the two is wrong.
    ['2024-03-31T07:09:10Z', false],
    ['2024-03-31T07:09:09Z', true],
  ])('of another computer counts for an hour: at %s it is old: %s', (time, isOld) => {
    const vault = locked('elsewhere')
    expect(tryAdd(opened(vault, { time }), edition(2)).added !== null).toBe(isOld)
  })

  test('that nobody can read is nobody’s', () => {
    const vault = archiveWith(1)
    vault.set(`work/${'0'.repeat(64)}.lock`, '{')
    expect(tryAdd(opened(vault, { othersRun: true }), edition(2)).found).toEqual([])
    expect(wrongWith(opened(vault))).toEqual([])
  })
})

test('what work/ holds of others that run is left alone', () => {
  const vault = archiveWith(1)
  vault.set('work/elsewhere~7~0~20240331T080000Z/staged/v2/x', 'x')
  vault.set('work/press~8~0~20240331T080000Z/staged/v2/x', 'x')
  repair(opened(vault, { othersRun: true }), new Report())
  expect(vault.list('work')?.length).toBe(2)
  repair(opened(vault), new Report())
  expect(vault.list('work')?.map(({ name }) => name)).toEqual(['elsewhere~7~0~20240331T080000Z'])
})
