import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repair } from '../archive/store/repair.ts'
import { verify } from '../archive/store/verify.ts'
import type { VaultProblem } from '../archive/vault.ts'
import { Report } from '../base/report.ts'
import {
  type ArchiveProject,
  inKept,
  makeArchiveProject,
  type Ran,
  usualAdd,
} from '../testing/archive-project.ts'
import { foundBy, opened, wrongWith } from '../testing/archives.ts'
import { MemoryVault } from '../testing/memory-vault.ts'
import { archiveAdd } from './archive-add.ts'
import { archiveRepair } from './archive-check.ts'
import { archiveDiff } from './archive-diff.ts'
import { archiveExport } from './archive-export.ts'
import { archiveGet } from './archive-get.ts'
import { archiveImport } from './archive-import.ts'
import { archiveInit } from './archive-init.ts'
import { archiveList, archiveShow } from './archive-list.ts'
import type { ArchiveSurroundings } from './archive-open.ts'
import { archiveRebuild } from './archive-rebuild.ts'
import { archiveVerify } from './archive-verify.ts'
import { archiveWithdraw } from './archive-withdraw.ts'
import { diskVault } from './disk-vault.ts'
import { verifyCommand } from './verify-command.ts'

let project: ArchiveProject
/** The archive `kept` on a disk that can be told to fail. */
let disk: MemoryVault

beforeAll(() => {
  project = makeArchiveProject()
  project.run((around) => archiveExport('water', '1', { ...inKept, bag: 'bag' }, around))
  project.run((around) => archiveGet('water', '2', { ...inKept, out: 'got' }, around))
  const kept = join(project.folder, 'kept')
  const names = readdirSync(kept, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  disk = new MemoryVault(
    Object.fromEntries(files.map((path) => [path.slice(kept.length + 1), readFileSync(path)])),
  )
})

afterAll(() => project.remove())

/** Folders of archives are the vault's, all others the disk's. */
function vaults(vault: MemoryVault): (folder: string) => MemoryVault | ReturnType<typeof diskVault> {
  return (folder) => (/kept$|empty$/.test(folder) ? vault : diskVault(folder))
}

type Command = (around: ArchiveSurroundings) => number

const by = 'Ada <ada@example.org>'

const writing: readonly (readonly [name: string, run: Command])[] = [
  ['add', (around) => archiveAdd('water', { ...usualAdd, edition: '3', by }, around)],
  [
    'withdraw',
    (around) => archiveWithdraw('water', '1', { ...inKept, reason: 'A wrong figure', by }, around),
  ],
  ['repair', (around) => archiveRepair(inKept, around)],
]

const reading: readonly (readonly [name: string, run: Command])[] = [
  ['list', (around) => archiveList('water', inKept, around)],
  ['show', (around) => archiveShow('water', '1', inKept, around)],
  ['get', (around) => archiveGet('water', '1', { ...inKept, out: 'out/get' }, around)],
  ['diff', (around) => archiveDiff('water', ['1', '2'], inKept, around)],
  ['rebuild', (around) => archiveRebuild('water', '1', inKept, around)],
  ['export', (around) => archiveExport('water', '1', { ...inKept, bag: 'out/bag' }, around)],
  ['import of what is there', (around) => archiveImport('bag', inKept, around)],
  ['verify of a file', (around) => verifyCommand('got/pdf/water.pdf', inKept, around)],
]

function run(command: Command, vault: MemoryVault): Ran {
  return project.run(command, { openVault: vaults(vault) })
}

/** All files, each by its digest: to compare them byte by byte takes a test framework long. */
function digests(vault: MemoryVault): readonly string[] {
  return [...vault.files()].map(
    ([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`,
  )
}

const codes: readonly VaultProblem[] = ['full', 'read-only', 'denied', 'io']
const findings = { full: 'full', 'read-only': 'read-only', denied: 'denied', io: 'disk' } as const

describe.each(writing)('%s', (_, command) => {
  test.each(codes)('says that the disk is ill, and leaves what was stored as it was: %s', (code) => {
    const vault = disk.again({ fault: { kind: 'fail', from: 1, code } })
    const ran = run(command, vault)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain(`[archive/${findings[code]}]`)
    expect(digests(vault)).toEqual(digests(disk))
  })
})

test.each(codes)(
  'an add or an import that fails at any operation leaves old or new, and the next one works: %s',
  (code) => {
    const empty = new MemoryVault()
    expect(run((around) => archiveInit('empty', {}, around), empty).code).toBe(0)
    const into: Command = (around) => archiveImport('bag', { archive: 'empty', by }, around)
    const whole = empty.again()
    expect(run(into, whole).code).toBe(0)
    const total = whole.operations.length
    for (let from = 1; from <= total; from += 7) {
      const vault = empty.again({ fault: { kind: 'fail', from, code } })
      const ran = run(into, vault)
      const isStored = vault.paths().some((path) => path.endsWith('/v1'))
      // What is not stored is never said to be.
      if (ran.code === 0) expect(isStored).toBe(true)
      else expect(ran.errors).toMatch(/\[archive\/(full|read-only|denied|disk)\]/)
      const next = vault.again()
      expect(run(into, next).code).toBe(0)
      // What was stored, and not finished, is a matter for `repair` once its writer is gone.
      repair(opened(next, { host: hostname() }), new Report())
      expect(wrongWith(opened(next))).toEqual([])
    }
    expect(total).toBeGreaterThan(60)
  },
)

describe.each(reading)('%s', (_, command) => {
  test('needs no disk that can be written', () => {
    for (const name of ['get', 'bag'])
      rmSync(join(project.folder, 'out', name), { recursive: true, force: true })
    const vault = disk.again({ fault: { kind: 'fail', from: 1, code: 'read-only' } })
    const ran = run(command, vault)
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(vault.operations).toEqual([])
  })
})

test('verify finds all whole on a disk that takes no changes, and says that the log could not say so', async () => {
  const vault = disk.again({ fault: { kind: 'fail', from: 1, code: 'read-only' } })
  const ran = await project.runLater((around) => archiveVerify(undefined, inKept, around), {
    openVault: vaults(vault),
  })
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('all whole')])
  expect(ran.errors).toContain('[archive/not-logged]')
})

test('init on an ill disk makes no archive, and the next one does', () => {
  const total = ((): number => {
    const vault = new MemoryVault()
    run((around) => archiveInit('empty', {}, around), vault)
    return vault.operations.length
  })()
  for (let from = 1; from <= total; from++) {
    const vault = new MemoryVault({}, { fault: { kind: 'fail', from, code: 'io' } })
    const ran = run((around) => archiveInit('empty', {}, around), vault)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain('[archive/disk]')
    const next = vault.again()
    const report = new Report()
    const again = run((around) => archiveInit('empty', {}, around), next)
    // README.txt, which makes it one, may have been in its place before the disk failed.
    if (again.code !== 0) expect(again.errors).toContain('[archive/exists]')
    verify(opened(next), null, () => {}, report)
    expect(foundBy(report)).toEqual([])
  }
})

test.each(codes)('an export onto a disk that is ill leaves nothing: %s', (code) => {
  const whole = new MemoryVault()
  const bag: Command = (around) => archiveExport('water', '1', { ...inKept, bag: 'out/x' }, around)
  const onto = (vault: MemoryVault): Ran =>
    project.run(bag, { openVault: (folder) => (/out$/.test(folder) ? vault : diskVault(folder)) })
  expect(onto(whole).code).toBe(0)
  const total = whole.operations.length
  // The last one syncs the folder after the bag is in its place.
  for (let from = 1; from < total; from += 11) {
    const vault = new MemoryVault({}, { fault: { kind: 'fail', from, code } })
    const ran = onto(vault)
    // A full disk renames what was written before it was full.
    if (ran.code === 0) {
      expect([code, digests(vault)]).toEqual(['full', digests(whole)])
      continue
    }
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain('nothing was written')
    expect(vault.kindOf('x')).toBeNull()
    if (code === 'full') expect(vault.paths()).toEqual([])
  }
  expect(existsSync(join(project.folder, 'out/x'))).toBe(false)
})

test('a clock that goes backwards is a warning, and the order stays', () => {
  const vault = disk.again()
  for (const [index, [name, command]] of writing.slice(0, 2).entries()) {
    const time = new Date(Date.UTC(2001 - index, 0, 1))
    const ran = project.run(command, { openVault: vaults(vault), time })
    expect([name, ran.code, ran.errors]).toEqual([name, 0, expect.stringContaining('[archive/clock]')])
  }
  const listed = run((around) => archiveList('water', { ...inKept, json: true }, around), vault)
  expect(listed.out.match(/"version":"v\d"/g)).toEqual(['"version":"v1"', '"version":"v2"', '"version":"v3"'])
  expect(wrongWith(opened(vault))).toEqual([])
})
