import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Vault, VaultError } from '../archive/vault.ts'
import { MemoryVault } from '../testing/memory-vault.ts'
import { diskVault, vaultErrorOf } from './disk-vault.ts'

const above = mkdtempSync(join(tmpdir(), 'bifolio-vault-'))
const root = join(above, 'root')
afterAll(() => rmSync(above, { recursive: true }))
beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'folder'), { recursive: true })
  writeFileSync(join(root, 'file'), 'content')
  writeFileSync(join(root, 'folder/below'), 'below')
  writeFileSync(join(above, 'secret'), 'secret')
})

const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString()
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (problem) {
    if (problem instanceof VaultError) return problem.code
    throw problem
  }
  return 'none'
}

// The disk in memory is worth its tests only if it behaves as the real one.
describe.each<readonly [string, () => Vault]>([
  ['the disk', () => diskVault(root)],
  ['memory', () => new MemoryVault({ file: 'content', 'folder/below': 'below' })],
])('a vault in %s', (_, make) => {
  test('lists, tells kinds, reads', () => {
    const vault = make()
    expect(vault.list('')).toEqual([
      { name: 'file', kind: 'file' },
      { name: 'folder', kind: 'folder' },
    ])
    expect([vault.list('file'), vault.list('none'), vault.list('file/x')]).toEqual([null, null, null])
    const kinds = ['', 'file', 'folder', 'none', 'file/x', 'none/x'].map((path) => vault.kindOf(path))
    expect(kinds).toEqual(['folder', 'file', 'folder', null, null, null])
    expect(
      ['file', 'folder/below', 'folder', 'none', 'file/x'].map((path) => text(vault.read(path))),
    ).toEqual(['content', 'below', null, null, null])
  })

  test('sorts by code unit', () => {
    const vault = make()
    for (const name of ['b', 'B', 'a', 'é', 'z', '中']) vault.write(`folder/${name}`, bytes(''))
    expect(vault.list('folder')?.map(({ name }) => name)).toEqual(['B', 'a', 'b', 'below', 'z', 'é', '中'])
  })

  test('gives digests', () => {
    const vault = make()
    expect(vault.digest('file', 'md5')).toBe('9a0364b9e99bb480dd25e1f0284c8555')
    expect(vault.digest('file', 'sha1')).toBe('040f06fd774092478d450774f5ba30c5da78acc8')
    expect(vault.digest('none', 'sha512')).toBeNull()
    expect(vault.digest('folder', 'sha512')).toBeNull()
  })

  test('makes folders, one level, again and again', () => {
    const vault = make()
    vault.makeFolder('new')
    vault.makeFolder('new')
    vault.makeFolder('new/below')
    expect(vault.kindOf('new/below')).toBe('folder')
    expect(refusal(() => vault.makeFolder('none/below'))).toBe('io')
    expect(refusal(() => vault.makeFolder('file'))).toBe('io')
  })

  test('writes files that were not there, and no others', () => {
    const vault = make()
    vault.write('folder/new', bytes('new'))
    expect(text(vault.read('folder/new'))).toBe('new')
    expect(refusal(() => vault.write('file', bytes('x')))).toBe('io')
    expect(refusal(() => vault.write('folder', bytes('x')))).toBe('io')
    expect(refusal(() => vault.write('none/x', bytes('x')))).toBe('io')
    expect(refusal(() => vault.write('file/x', bytes('x')))).toBe('io')
    expect(text(vault.read('file'))).toBe('content')
  })

  test('appends, and makes the file where there is none', () => {
    const vault = make()
    vault.append('file', bytes('+1'))
    vault.append('new', bytes('a'))
    vault.append('new', bytes('b'))
    expect([text(vault.read('file')), text(vault.read('new'))]).toEqual(['content+1', 'ab'])
    expect(refusal(() => vault.append('folder', bytes('x')))).toBe('io')
  })

  test('renames files over files and folders to new names', () => {
    const vault = make()
    vault.rename('file', 'folder/below')
    expect([vault.kindOf('file'), text(vault.read('folder/below'))]).toEqual([null, 'content'])
    vault.rename('folder', 'moved')
    expect(text(vault.read('moved/below'))).toBe('content')
    vault.makeFolder('empty')
    expect(refusal(() => vault.rename('moved', 'empty'))).toBe('io')
    expect(refusal(() => vault.rename('moved/below', 'empty'))).toBe('io')
    vault.write('file', bytes(''))
    expect(refusal(() => vault.rename('moved', 'file'))).toBe('io')
    expect(refusal(() => vault.rename('none', 'x'))).toBe('io')
    expect(refusal(() => vault.rename('file', 'none/x'))).toBe('io')
  })

  test('gives second names, of which a name can have but one', () => {
    const vault = make()
    expect(vault.link('file', 'lock')).toBe(true)
    expect(vault.link('folder/below', 'lock')).toBe(false)
    expect(vault.link('file', 'folder')).toBe(false)
    vault.remove('file')
    expect(text(vault.read('lock'))).toBe('content')
    expect(refusal(() => vault.link('none', 'x'))).toBe('io')
    expect(refusal(() => vault.link('folder', 'x'))).toBe('io')
  })

  test('removes files and empty folders, and says nothing where there is none', () => {
    const vault = make()
    expect(refusal(() => vault.remove('folder'))).toBe('io')
    vault.remove('folder/below')
    vault.remove('folder')
    vault.remove('none')
    expect(vault.list('')?.map(({ name }) => name)).toEqual(['file'])
  })

  test('syncs folders', () => {
    const vault = make()
    expect([refusal(() => vault.sync('')), refusal(() => vault.sync('folder'))]).toEqual(['none', 'none'])
    expect(refusal(() => vault.sync('none'))).toBe('io')
  })

  test.each([
    '../secret',
    '/etc/passwd',
    'folder/../../secret',
    './file',
    'folder//below',
    'folder/',
    'a\\b',
    'a\0b',
  ])('never leaves its root: %j', (path) => {
    const vault = make()
    for (const act of [
      () => vault.read(path),
      () => vault.kindOf(path),
      () => vault.list(path),
      () => vault.write(path, bytes('x')),
      () => vault.remove(path),
      () => vault.rename('file', path),
      () => vault.link('file', path),
    ])
      expect(act).toThrow('not a path in a vault')
  })
})

describe('on the disk', () => {
  test('a file of several pieces has the digest that it has as a whole', () => {
    const large = Buffer.alloc(3_500_001, 'piece')
    writeFileSync(join(root, 'large'), large)
    const whole = createHash('sha512').update(large).digest('hex')
    expect(diskVault(root).digest('large', 'sha512')).toBe(whole)
  })

  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['ELOOP', 'denied'],
    ['EIO', 'io'],
    ['EMFILE', 'io'],
    ['ENOTEMPTY', 'io'],
  ])('%s of the system is the problem %s', (code, kind) => {
    const found = vaultErrorOf('a/b', Object.assign(new Error(), { code }))
    expect(found).toMatchObject({ code: kind, path: 'a/b', message: expect.stringMatching(/^`a\/b`: [a-z]/) })
  })

  test('an error that is none of the system’s stays what it is', () => {
    const mistake = new TypeError('x')
    expect(vaultErrorOf('a', mistake)).toBe(mistake)
  })

  test('links are told and never followed, in the last place or on the way', () => {
    symlinkSync(join(above, 'secret'), join(root, 'link'))
    symlinkSync(above, join(root, 'up'))
    symlinkSync('nowhere', join(root, 'dangling'))
    const vault = diskVault(root)
    expect(['link', 'up', 'dangling'].map((path) => vault.kindOf(path))).toEqual(['link', 'link', 'link'])
    expect(vault.list('')?.filter(({ kind }) => kind === 'link')).toHaveLength(3)
    expect(vault.list('up')).toBeNull()
    const acts = [
      () => vault.read('link'),
      () => vault.digest('link', 'sha512'),
      () => vault.append('link', bytes('x')),
      () => vault.append('dangling', bytes('x')),
      () => vault.remove('link'),
      () => vault.rename('link', 'x'),
      () => vault.read('up/secret'),
      () => vault.kindOf('up/secret'),
      () => vault.list('up/root'),
      () => vault.write('up/new', bytes('x')),
      () => vault.makeFolder('up/new'),
      () => vault.makeFolder('up'),
      () => vault.remove('up/secret'),
      () => vault.rename('file', 'up/new'),
      () => vault.link('file', 'up/new'),
      () => vault.sync('up/root'),
    ]
    expect(acts.map(refusal)).toEqual(acts.map(() => 'denied'))
    expect(refusal(() => vault.write('dangling', bytes('x')))).toBe('io')
    expect(vault.link('file', 'dangling')).toBe(false)
    expect(readFileSync(join(above, 'secret'), 'utf8')).toBe('secret')
  })

  test('a pipe is neither read nor waited for', () => {
    execFileSync('mkfifo', [join(root, 'pipe')])
    const vault = diskVault(root)
    expect(vault.kindOf('pipe')).toBe('other')
    expect(vault.read('pipe')).toBeNull()
    expect(refusal(() => vault.append('pipe', bytes('x')))).toBe('io')
  })

  test('the root may be reached by a link, and must be there', () => {
    rmSync(join(above, 'door'), { force: true })
    symlinkSync(root, join(above, 'door'))
    expect(text(diskVault(join(above, 'door')).read('file'))).toBe('content')
    expect(refusal(() => diskVault(join(above, 'none')))).toBe('io')
  })

  test('a name that no disk takes is none', () => {
    const vault = diskVault(root)
    expect(vault.kindOf('x'.repeat(300))).toBeNull()
    expect(vault.read('x'.repeat(300))).toBeNull()
    expect(refusal(() => vault.write('x'.repeat(300), bytes('')))).toBe('io')
  })
})
