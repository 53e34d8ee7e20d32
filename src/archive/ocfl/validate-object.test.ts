import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { putObject } from '../../testing/ocfl.ts'
import { validateObject } from './validate-object.ts'

type Fields = Record<string, unknown>

/** What JSON.parse gives of an inventory, to be changed by a test. */
interface Loose extends Fields {
  manifest: Fields
  versions: Record<string, Fields>
}

const digest = createHash('sha512').update('a').digest('hex')

/** An object of one version with one file `a`. */
function object(): MemoryVault {
  const vault = new MemoryVault()
  putObject(vault, 'o', [{ a: 'a' }])
  return vault
}

/** The same with another inventory, its digest beside it, in the root and in the version. */
function withInventory(change: (inventory: Loose) => unknown): MemoryVault {
  const vault = object()
  const inventory: Loose = JSON.parse(new TextDecoder().decode(vault.read('o/inventory.json') ?? undefined))
  const changed = change(inventory) ?? inventory
  const text = typeof changed === 'string' ? changed : JSON.stringify(changed)
  const sidecar = `${createHash('sha512').update(text).digest('hex')} inventory.json\n`
  for (const folder of ['o', 'o/v1']) {
    vault.set(`${folder}/inventory.json`, text)
    vault.set(`${folder}/inventory.json.sha512`, sidecar)
  }
  return vault
}

function codes(vault: MemoryVault): readonly string[] {
  return [...new Set(validateObject(vault, 'o').map(({ code }) => code))].sort()
}

function v1(inventory: Loose): Fields {
  return inventory.versions.v1 ?? {}
}

test('an object that nobody changed is valid', () => {
  expect(codes(withInventory(() => undefined))).toEqual([])
})

const changes: readonly (readonly [string, string, (inventory: Loose) => unknown])[] = [
  ['no JSON', 'E033', () => '{'],
  ['no JSON object', 'E033', () => []],
  ['a key twice', 'E033', (it) => JSON.stringify(it).replace('"id"', '"id":"x:y","id"')],
  ['another key', 'E102', (it) => ({ ...it, more: 1 })],
  ['no id', 'E036', ({ id, ...rest }) => rest],
  ['no type', 'E036', ({ type, ...rest }) => rest],
  ['no digestAlgorithm', 'E036', ({ digestAlgorithm, ...rest }) => rest],
  ['no head', 'E036', ({ head, ...rest }) => rest],
  ['an id that is no text', 'E037', (it) => ({ ...it, id: 1 })],
  ['the type of OCFL 2', 'E038', (it) => ({ ...it, type: 'https://ocfl.io/2.0/spec/#inventory' })],
  ['the type of OCFL 1.0', 'E038', (it) => ({ ...it, type: 'https://ocfl.io/1.0/spec/#inventory' })],
  ['md5 for content', 'E025', (it) => ({ ...it, digestAlgorithm: 'md5' })],
  ['a head that is not there', 'E040', (it) => ({ ...it, head: 'v2' })],
  ['a content folder with a slash', 'E017', (it) => ({ ...it, contentDirectory: 'a/b' })],
  ['a content folder above', 'E018', (it) => ({ ...it, contentDirectory: '..' })],
  ['a content folder without a name', 'E108', (it) => ({ ...it, contentDirectory: '' })],
  ['no manifest', 'E041', ({ manifest, ...rest }) => rest],
  ['a manifest that is a list', 'E106', (it) => ({ ...it, manifest: [] })],
  ['a manifest of texts', 'E092', (it) => ({ ...it, manifest: { [digest]: 'v1/content/a' } })],
  ['no path for a digest', 'E092', (it) => ({ ...it, manifest: { [digest]: [] } })],
  ['a path above', 'E099', (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', 'v1/../../b'] } })],
  [
    'a path with a backslash',
    'E099',
    (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', 'v1/..\\b'] } }),
  ],
  ['an absolute path', 'E100', (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', '/etc/passwd'] } })],
  ['a path in no version', 'E042', (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', 'logs/a'] } })],
  ['a path twice', 'E101', (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', 'v1/content/a'] } })],
  [
    'a file and folder',
    'E101',
    (it) => ({ ...it, manifest: { [digest]: ['v1/content/a', 'v1/content/a/b'] } }),
  ],
  [
    'a digest in capitals too',
    'E096',
    (it) => ({ ...it, manifest: { ...it.manifest, [digest.toUpperCase()]: ['v1/content/b'] } }),
  ],
  [
    'content that no version has',
    'E107',
    (it) => ({ ...it, manifest: { ...it.manifest, ff: ['v1/content/b'] } }),
  ],
  ['no versions', 'E043', ({ versions, ...rest }) => rest],
  ['versions that are a list', 'E044', (it) => ({ ...it, versions: [] })],
  ['not one version', 'E008', (it) => ({ ...it, versions: {} })],
  ['a version without a number', 'E046', (it) => ({ ...it, versions: { ...it.versions, v: v1(it) } })],
  ['a version zero', 'E046', (it) => ({ ...it, versions: { ...it.versions, v0: v1(it) } })],
  [
    'a version that has no folder',
    'E046',
    (it) => ({ ...it, head: 'v2', versions: { ...it.versions, v2: v1(it) } }),
  ],
  ['versions from 2', 'E009', (it) => ({ ...it, versions: { v2: v1(it) } })],
  ['a gap in the versions', 'E010', (it) => ({ ...it, versions: { ...it.versions, v3: v1(it) } })],
  ['a version named otherwise', 'E012', (it) => ({ ...it, versions: { ...it.versions, v02: v1(it) } })],
  ['a version that is a text', 'E047', (it) => ({ ...it, versions: { v1: 'x' } })],
  ['a version with another key', 'E102', (it) => void Object.assign(v1(it), { more: 1 })],
  ['no date', 'E048', (it) => void delete v1(it).created],
  ['no state', 'E048', (it) => void delete v1(it).state],
  ['a date without a time', 'E049', (it) => void Object.assign(v1(it), { created: '2026-01-01' })],
  ['a time without a zone', 'E049', (it) => void Object.assign(v1(it), { created: '2026-01-01T00:00:00' })],
  ['the 30th of February', 'E049', (it) => void Object.assign(v1(it), { created: '2026-02-30T00:00:00Z' })],
  ['the 25th hour', 'E049', (it) => void Object.assign(v1(it), { created: '2026-02-03T24:00:00Z' })],
  ['a state that is a list', 'E050', (it) => void Object.assign(v1(it), { state: [] })],
  [
    'a digest that the manifest has not',
    'E050',
    (it) => void Object.assign(v1(it), { state: { ff: ['a'] } }),
  ],
  [
    'a digest in other case',
    'E050',
    (it) => void Object.assign(v1(it), { state: { [digest.toUpperCase()]: ['a'] } }),
  ],
  ['a state of texts', 'E051', (it) => void Object.assign(v1(it), { state: { [digest]: 'a' } })],
  ['a logical path above', 'E052', (it) => void Object.assign(v1(it), { state: { [digest]: ['a/../b'] } })],
  ['an absolute logical path', 'E053', (it) => void Object.assign(v1(it), { state: { [digest]: ['/a'] } })],
  ['a logical path twice', 'E095', (it) => void Object.assign(v1(it), { state: { [digest]: ['a', 'a'] } })],
  [
    'a logical file and folder',
    'E095',
    (it) => void Object.assign(v1(it), { state: { [digest]: ['a', 'a/b'] } }),
  ],
  ['a message that is no text', 'E094', (it) => void Object.assign(v1(it), { message: 1 })],
  ['a user that is a text', 'E054', (it) => void Object.assign(v1(it), { user: 'Ada' })],
  ['a user without a name', 'E054', (it) => void Object.assign(v1(it), { user: { address: 'a:b' } })],
  [
    'a user with another key',
    'E102',
    (it) => void Object.assign(v1(it), { user: { name: 'A', address: 'a:b', age: 1 } }),
  ],
  ['fixity that is a list', 'E111', (it) => ({ ...it, fixity: [] })],
  ['fixity without digests', 'E057', (it) => ({ ...it, fixity: { md5: 'x' } })],
  ['fixity without paths', 'E057', (it) => ({ ...it, fixity: { md5: { ff: 'x' } } })],
  ['a wrong md5', 'E093', (it) => ({ ...it, fixity: { md5: { ff: ['v1/content/a'] } } })],
  ['an md5 of no file', 'E093', (it) => ({ ...it, fixity: { md5: { ff: ['v1/content/b'] } } })],
  [
    'an md5 in capitals too',
    'E097',
    (it) => ({ ...it, fixity: { md5: { ff: ['v1/content/a'], FF: ['v1/content/a'] } } }),
  ],
  ['zeros before the numbers', 'W001', (it) => ({ ...it, versions: { v01: v1(it) } })],
  ['an id that is no URI', 'W005', (it) => ({ ...it, id: 'a b' })],
  ['no message', 'W007', (it) => void delete v1(it).message],
  ['no user', 'W007', (it) => void delete v1(it).user],
  ['a user without an address', 'W008', (it) => void Object.assign(v1(it), { user: { name: 'Ada' } })],
  [
    'an address that is no URI',
    'W009',
    (it) => void Object.assign(v1(it), { user: { name: 'A', address: 'a@b' } }),
  ],
]

test.each(changes)('an inventory with %s: %s', (_, code, change) => {
  expect(codes(withInventory(change))).toContain(code)
})

test('a digest of an algorithm that is not known is not judged', () => {
  expect(codes(withInventory((it) => ({ ...it, fixity: { crc32: { ff: ['v1/content/a'] } } })))).toEqual([])
})

test.each([
  ['md5', '0cc175b9c0f1b6a831c399e269772661'],
  ['sha1', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
  ['sha256', 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
  ['sha512/256', '455e518824bc0601f9fb858ff5c37d417d67c2f8e0df2babe4808858aea830f8'],
  [
    'blake2b-512',
    '333fcb4ee1aa7c115355ec66ceac917c8bfd815bf7587d325aec1864edd24e34d5abe2c6b1b5ee3face62fed78dbef802f2a85cb91d455a8f5249d330853cb3c',
  ],
])('the %s of `a` is right', (name, value) => {
  const fixity = (hex: string) => ({ [name]: { [hex]: ['v1/content/a'] } })
  expect(codes(withInventory((it) => ({ ...it, fixity: fixity(value) })))).toEqual([])
  expect(codes(withInventory((it) => ({ ...it, fixity: fixity(value.replace(/.$/, '0')) })))).toEqual([
    'E093',
  ])
})

test.each<readonly [string, readonly string[], (vault: MemoryVault) => void]>([
  ['no declaration', ['E003'], (it) => it.drop('o/0=ocfl_object_1.1')],
  ['two declarations', ['E003'], (it) => it.set('o/0=ocfl_object_1.0', 'ocfl_object_1.0\n')],
  ['a declaration of another kind', ['E006'], (it) => it.set('o/0=bagit_1.0', 'bagit_1.0\n')],
  ['a declaration without its line', ['E007'], (it) => it.set('o/0=ocfl_object_1.1', 'ocfl_object_1.1')],
  ['a sidecar without a name', ['E061'], (it) => it.set('o/inventory.json.sha512', 'ff\n')],
  ['a sidecar of another digest', ['E060'], (it) => it.set('o/inventory.json.sha512', 'ff inventory.json\n')],
  ['tabs in the sidecar', [], (it) => it.set('o/inventory.json.sha512', sidecarOf(it).replace(' ', '\t \t'))],
  [
    'a sidecar in capitals',
    [],
    (it) =>
      it.set(
        'o/inventory.json.sha512',
        sidecarOf(it).replace(/^\w+/, (hex) => hex.toUpperCase()),
      ),
  ],
  ['a sidecar without a line feed', [], (it) => it.set('o/inventory.json.sha512', sidecarOf(it).trim())],
  ['a link', ['E090'], (it) => it.plant('o/link', { kind: 'link' })],
  ['a link in the content', ['E090'], (it) => it.plant('o/v1/content/link', { kind: 'link' })],
  [
    'a link to the content',
    ['E090', 'E092', 'W003'],
    (it) => {
      it.drop('o/v1/content/a')
      it.plant('o/v1/content/a', { kind: 'link' })
    },
  ],
  [
    'a version that is a link',
    ['E046', 'E090', 'E092'],
    (it) => {
      it.drop('o/v1')
      it.plant('o/v1', { kind: 'link' })
    },
  ],
  ['a pipe in a version', ['E089'], (it) => it.plant('o/v1/pipe', { kind: 'other' })],
  ['an empty folder', ['E001'], (it) => it.plant('o/empty', folder())],
  ['an empty folder in the content', ['E024'], (it) => it.plant('o/v1/content/empty', folder())],
  ['an empty folder in a version', ['W002'], (it) => it.plant('o/v1/empty', folder())],
  ['a folder of logs', [], (it) => it.set('o/logs/any/file', 'x')],
  ['an extension that is registered', [], (it) => it.set('o/extensions/0005-mutable-head/x', 'x')],
  ['an extension that is not', ['W013'], (it) => it.set('o/extensions/x/x', 'x')],
  [
    'a version without an inventory',
    ['W010'],
    (it) => {
      it.drop('o/v1/inventory.json')
      it.drop('o/v1/inventory.json.sha512')
    },
  ],
])('an object with %s: %j', (_, expected, change) => {
  const vault = object()
  change(vault)
  expect(codes(vault)).toEqual(expected)
})

function sidecarOf(vault: MemoryVault): string {
  return new TextDecoder().decode(vault.read('o/inventory.json.sha512') ?? undefined)
}

function folder() {
  return { kind: 'folder', names: new Map(), synced: new Map() } as const
}

test('a folder that is not there is no object', () => {
  expect(codes(new MemoryVault())).toEqual(['E003', 'E063'])
})

test('what the disk refuses is said of the file, and the rest is looked at', () => {
  const vault = object()
  const broken = Object.assign(Object.create(vault), {
    list: (path: string) => vault.list(path),
    read: (path: string) => vault.read(path),
    digest: (path: string) => vault.digest(path === 'o/v1/content/a' ? 'o/v1/content' : path, 'sha512'),
  })
  expect(validateObject(broken, 'o').map(({ code, path }) => `${code} ${path}`)).toEqual([
    'E092 o/v1/content/a',
  ])
})
