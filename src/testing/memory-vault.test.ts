import { expect, test } from 'vitest'
import { VaultError, type VaultProblem } from '../archive/vault.ts'
import { type Fault, Killed, MemoryVault } from './memory-vault.ts'

const bytes = new TextEncoder().encode('four')

/** What a writer does: a folder, a file beside, its name, a line. */
function write(vault: MemoryVault): void {
  vault.makeFolder('a')
  vault.sync('')
  vault.write('a/new', bytes)
  vault.rename('a/new', 'a/file')
  vault.sync('a')
  vault.append('log', bytes)
  vault.sync('')
}

function paths(vault: MemoryVault): string {
  return [...vault.files()].map(([path, content]) => `${path}:${content.length}`).join(' ')
}

test('operations are counted, reading is none', () => {
  const vault = new MemoryVault()
  write(vault)
  vault.read('log')
  vault.list('a')
  vault.digest('log', 'sha256')
  expect(vault.operations).toEqual([
    'makeFolder a',
    'sync ',
    'write a/new',
    'rename a/new -> a/file',
    'sync a',
    'append log',
    'sync ',
  ])
})

test('a process that is killed at an operation has not done it, and does no other', () => {
  const at = (number: number): MemoryVault => {
    const vault = new MemoryVault({}, { fault: { kind: 'stop', at: number } })
    expect(() => write(vault)).toThrow(Killed)
    expect(() => vault.read('log')).toThrow(Killed)
    expect(() => vault.remove('log')).toThrow(Killed)
    return vault.again()
  }
  const left = [1, 2, 3, 4, 5, 6, 7].map((number) => paths(at(number)))
  expect(left).toEqual(['', '', '', 'a/new:4', 'a/file:4', 'a/file:4', 'a/file:4 log:4'])
})

test('a torn operation leaves half of its bytes, of which none is synced', () => {
  const vault = new MemoryVault({ log: 'old' }, { fault: { kind: 'stop', at: 3, torn: true } })
  expect(() => write(vault)).toThrow(Killed)
  expect(paths(vault.again())).toBe('a/new:2 log:3')
  const other = new MemoryVault({ log: 'old' }, { fault: { kind: 'stop', at: 6, torn: true } })
  expect(() => write(other)).toThrow(Killed)
  expect(paths(other.again())).toBe('a/file:4 log:5')
  expect(paths(other.powerCut('pessimistic'))).toBe('a/file:4 log:3')
})

test('after a power cut only what was synced is sure', () => {
  const vault = new MemoryVault()
  vault.makeFolder('a')
  vault.write('a/x', bytes)
  expect(vault.powerCut('pessimistic').paths()).toEqual([])
  expect(vault.powerCut('optimistic').paths()).toEqual(['a', 'a/x'])
  vault.sync('')
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a'])
  vault.sync('a')
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a', 'a/x'])
  vault.rename('a/x', 'y')
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a', 'a/x'])
  expect(vault.powerCut((path) => path === 'y').paths()).toEqual(['a', 'a/x', 'y'])
  vault.sync('a')
  // The name is gone where it was, and not yet sure where it is.
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a'])
  vault.sync('')
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a', 'y'])
  vault.remove('y')
  expect(vault.powerCut('pessimistic').paths()).toEqual(['a', 'y'])
})

test('what is done to the disk after a power cut is not done to the one before', () => {
  const vault = new MemoryVault({ x: 'x' })
  const after = vault.powerCut('optimistic')
  after.append('x', bytes)
  vault.again().remove('x')
  expect(paths(vault)).toBe('x:1')
  expect(paths(after)).toBe('x:5')
})

test('a full disk still renames, syncs and removes; a disk that fails does nothing', () => {
  const answers = (fault: Fault): readonly (VaultProblem | 'done')[] => {
    const vault = new MemoryVault({ a: '1', b: '2' }, { fault })
    const acts = [
      () => vault.makeFolder('f'),
      () => vault.write('c', bytes),
      () => vault.append('a', bytes),
      () => vault.link('a', 'd'),
      () => vault.rename('b', 'e'),
      () => vault.sync(''),
      () => vault.remove('e'),
    ]
    return acts.map((act) => {
      try {
        act()
        return 'done'
      } catch (problem) {
        if (!(problem instanceof VaultError)) throw problem
        return problem.code
      }
    })
  }
  const [full, io, readOnly, done] = ['full', 'io', 'read-only', 'done'] as const
  expect(answers({ kind: 'fail', from: 1, code: 'full' })).toEqual([full, full, full, full, done, done, done])
  expect(answers({ kind: 'fail', from: 3, code: 'io' })).toEqual([done, done, io, io, io, io, io])
  expect(answers({ kind: 'fail', from: 1, code: 'read-only' })).toEqual(Array(7).fill(readOnly))
  expect(answers({ kind: 'room', bytes: 6 })).toEqual([done, done, full, done, done, done, done])
})

test('a disk has room again for what was removed', () => {
  const vault = new MemoryVault({ a: 'four' }, { fault: { kind: 'room', bytes: 6 } })
  expect(() => vault.write('b', bytes)).toThrow(VaultError)
  vault.remove('a')
  vault.write('b', bytes)
  expect(paths(vault)).toBe('b:4')
})

test('another writer may come in before any operation', () => {
  const told: string[] = []
  const vault = new MemoryVault({}, { before: (operation, number) => told.push(`${number} ${operation}`) })
  write(vault)
  expect(told.slice(0, 3)).toEqual(['1 makeFolder a', '2 sync ', '3 write a/new'])
})
