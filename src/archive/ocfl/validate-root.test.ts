import { expect, test } from 'vitest'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { putObject } from '../../testing/ocfl.ts'
import { defaultLayout, objectPath } from './layout.ts'
import { rootFiles } from './root-files.ts'
import { surveyRoot, validateRoot } from './validate-root.ts'

const ids = ['tag:example.org,2026:a', 'tag:example.org,2026:b']
const [first = '', second = ''] = ids.map((id) => objectPath(id))

/** A storage root with two objects. */
function root(): MemoryVault {
  const vault = new MemoryVault()
  for (const [path, bytes] of rootFiles(defaultLayout)) vault.set(`store/${path}`, bytes)
  for (const id of ids) putObject(vault, `store/${objectPath(id)}`, [{ a: id }], id)
  return vault
}

function found(vault: MemoryVault): readonly string[] {
  return validateRoot(vault, 'store').map(({ code, path }) => `${code} ${path}`)
}

test('a storage root as it is written is valid, empty or with objects', () => {
  expect(found(root())).toEqual([])
  const empty = new MemoryVault()
  for (const [path, bytes] of rootFiles(defaultLayout)) empty.set(`store/${path}`, bytes)
  expect(found(empty)).toEqual([])
})

test('a root may be the root of the vault', () => {
  const vault = new MemoryVault()
  for (const [path, bytes] of rootFiles(defaultLayout)) vault.set(path, bytes)
  putObject(vault, first, [{ a: 'a' }], ids[0])
  expect(validateRoot(vault, '')).toEqual([])
  expect(surveyRoot(vault, '')).toMatchObject({ objects: [first], layout: defaultLayout, specVersion: '1.1' })
})

test('progress is told of each object before it is read', () => {
  const told: string[] = []
  validateRoot(root(), 'store', (object, index, count) => told.push(`${index + 1} of ${count}: ${object}`))
  const [one, other] = [first, second].sort()
  expect(told).toEqual([`1 of 2: store/${one}`, `2 of 2: store/${other}`])
})

const folder = () => ({ kind: 'folder', names: new Map(), synced: new Map() }) as const
const config = 'store/extensions/0003-hash-and-id-n-tuple-storage-layout/config.json'

test.each<readonly [string, readonly string[], (vault: MemoryVault) => void]>([
  ['no declaration', ['E069 store'], (it) => it.drop('store/0=ocfl_1.1')],
  ['two', ['E076 store'], (it) => it.set('store/0=ocfl_1.0', 'ocfl_1.0\n')],
  [
    'a later one',
    ['E069 store', 'E079 store/0=ocfl_2.0'],
    (it) => {
      it.drop('store/0=ocfl_1.1')
      it.set('store/0=ocfl_2.0', 'ocfl_2.0\n')
    },
  ],
  ['one without its line', ['E080 store/0=ocfl_1.1'], (it) => it.set('store/0=ocfl_1.1', '')],
  [
    'a layout that says nothing',
    ['E070 store/ocfl_layout.json'],
    (it) => it.set('store/ocfl_layout.json', '{}'),
  ],
  [
    'a layout that is no JSON',
    ['E070 store/ocfl_layout.json'],
    (it) => it.set('store/ocfl_layout.json', 'x'),
  ],
  [
    'a layout of nobody’s',
    ['E071 store/ocfl_layout.json'],
    (it) => it.set('store/ocfl_layout.json', '{"extension":"x","description":""}'),
  ],
  ['a layout that cannot be', [`E071 ${config}`], (it) => it.set(config, '{}')],
  ['another file in the root', [], (it) => it.set('store/ocfl_1.1.md', 'x')],
  ['a link in the root', ['E090 store/link'], (it) => it.plant('store/link', { kind: 'link' })],
  ['a file among extensions', ['E112 store/extensions/x'], (it) => it.set('store/extensions/x', 'x')],
  ['an extension of nobody’s', ['W016 store/extensions/x'], (it) => it.set('store/extensions/x/x', 'x')],
  ['a file on the way', ['E072 store/3c0/x'], (it) => it.set('store/3c0/x', 'x')],
  ['an empty folder', ['E073 store/3c0'], (it) => it.plant('store/3c0', folder())],
  ['a link on the way', ['E090 store/3c0/ff4'], (it) => it.plant('store/3c0/ff4', { kind: 'link' })],
  [
    'an object without its declaration',
    [`E003 store/${first}/0=ocfl_object_1.1`],
    (it) => it.drop(`store/${first}/0=ocfl_object_1.1`),
  ],
  [
    'an object of which a version is left',
    [`E063 store/${first}/inventory.json`, `E003 store/${first}/0=ocfl_object_1.1`],
    (it) => {
      for (const name of ['inventory.json', 'inventory.json.sha512', '0=ocfl_object_1.1'])
        it.drop(`store/${first}/${name}`)
    },
  ],
])('a root with %s: %j', (_, expected, change) => {
  const vault = root()
  change(vault)
  expect(found(vault)).toEqual(expected)
})

test('an object that is not where its id says, or is there twice, is named', () => {
  const vault = root()
  putObject(vault, 'store/000/x', [{ a: 'a' }], ids[0])
  const twice = [`store/${first}`, 'store/000/x'].sort()[1]
  expect(found(vault)).toEqual(expect.arrayContaining(['E083 store/000/x', `E037 ${twice}`]))
})

test('an object of a later specification than the root is named', () => {
  const vault = root()
  vault.drop('store/0=ocfl_1.1')
  vault.set('store/0=ocfl_1.0', 'ocfl_1.0\n')
  expect([...found(vault)].sort()).toEqual([first, second].map((path) => `E081 store/${path}`).sort())
})
