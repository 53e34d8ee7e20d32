import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { putObject } from '../../testing/ocfl.ts'
import { checkOwnForm } from './own-form.ts'
import { inspectObject } from './validate-object.ts'

const editions = [
  { 'pdf/guide.pdf': 'pdf one', 'text/en.txt': 'a text', 'text/zh-Hans.txt': '文' },
  { 'pdf/guide.pdf': 'pdf two', 'text/en.txt': 'a text', 'text/zh-Hans.txt': '文' },
  { 'pdf/guide.pdf': 'pdf two', 'text/en.txt': 'another text', 'text/zh-Hans.txt': '' },
]

function sound(): MemoryVault {
  const vault = new MemoryVault()
  putObject(vault, 'o', editions)
  return vault
}

const files = [...sound().files()]

/** The verdicts that name a file; that of an inventory's digest names the inventory, as nobody can tell which of the two it is. */
function naming(vault: MemoryVault, path: string): readonly string[] {
  const names = [path, path.replace(/\.sha512$/, '')]
  return inspectObject(vault, 'o')
    .verdicts.filter((found) => names.includes(found.path))
    .map(({ code }) => code)
}

/** A sidecar with its digest in lower case. */
function lowered(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/^\w+/, (digits) => digits.toLowerCase())
}

test('there is something to damage, and nothing is wrong with it', () => {
  expect(files).toHaveLength(15)
  expect(inspectObject(sound(), 'o').verdicts).toEqual([])
})

test('any bit of any file that is turned is found, and the file named', () => {
  const place = fc.nat(files.length - 1).chain((index) => {
    const size = files[index]?.[1].length ?? 0
    return fc.record({ index: fc.constant(index), at: fc.nat(Math.max(0, size - 1)), bit: fc.nat(7) })
  })
  fc.assert(
    fc.property(place, ({ index, at, bit }) => {
      const [path, bytes] = files[index] ?? ['', new Uint8Array()]
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      fc.pre(changed.length > 0)
      const vault = sound()
      vault.set(path, changed)
      // The digits of a digest may be capitals: that is for `checkOwnForm` to say.
      const isSame = path.endsWith('.sha512') && lowered(changed) === lowered(bytes)
      if (isSame) expect(naming(vault, path)).toEqual([])
      else expect(naming(vault, path).some((code) => code.startsWith('E'))).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test.each(files.map(([path]) => path))('%s: cut, lengthened or removed it is found, and named', (path) => {
  const bytes = new Map(files).get(path) ?? new Uint8Array()
  const longer = new Uint8Array([...bytes, 0x20])
  const changes = bytes.length > 0 ? [bytes.slice(0, -2), new Uint8Array(), longer] : [longer]
  for (const changed of changes) {
    const vault = sound()
    vault.set(path, changed)
    expect(naming(vault, path).some((code) => code.startsWith('E'))).toBe(true)
  }
  const vault = sound()
  vault.drop(path)
  const { verdicts } = inspectObject(vault, 'o')
  const isOwn = /^o\/v\d\/inventory\.json$/.test(path)
  expect(verdicts.filter((found) => found.path === path || (isOwn && found.code === 'W010'))).not.toEqual([])
  expect(verdicts.some(({ code }) => code.startsWith('E'))).toBe(true)
})

test.each([
  ['o/x', 'E001'],
  ['o/.DS_Store', 'E001'],
  ['o/0=ocfl_object_1.0', 'E003'],
  ['o/inventory.json.sha256', 'E001'],
  ['o/v4', 'E001'],
  ['o/x/y', 'E001'],
  ['o/extensions/x', 'E067'],
  ['o/v1/x', 'E015'],
  ['o/v1/inventory.json.md5', 'E015'],
  ['o/v2/content/x', 'E023'],
  ['o/v2/content/pdf/guide.pdf~', 'E023'],
  ['o/v2/content/new/x', 'E023'],
  ['o/v4/content/x', 'E023'],
])('a file %s that was put there is found: %s', (path, code) => {
  const vault = sound()
  vault.set(path, 'x')
  const { verdicts } = inspectObject(vault, 'o')
  expect(verdicts.map((found) => found.code)).toContain(code)
  expect(verdicts.some((found) => path.startsWith(found.path))).toBe(true)
})

test('two files that changed places are both found', () => {
  const vault = sound()
  const [one, other] = ['o/v1/content/pdf/guide.pdf', 'o/v1/content/text/en.txt']
  const bytes = vault.read(one) ?? ''
  vault.set(one, vault.read(other) ?? '')
  vault.set(other, bytes)
  expect(naming(vault, one)).toEqual(['E092'])
  expect(naming(vault, other)).toEqual(['E092'])
})

test('what survives is named: the versions that need no damaged file', () => {
  const vault = sound()
  expect(inspectObject(vault, 'o').whole).toEqual(['v1', 'v2', 'v3'])
  vault.set('o/v2/content/pdf/guide.pdf', 'spoilt')
  expect(inspectObject(vault, 'o').whole).toEqual(['v1'])
  vault.set('o/inventory.json', '{}')
  expect(inspectObject(vault, 'o').whole).toEqual(['v1'])
  vault.drop('o/v3')
  expect(inspectObject(vault, 'o').whole).toEqual(['v1'])
  vault.drop('o/inventory.json')
  vault.drop('o/v2/inventory.json')
  expect(inspectObject(vault, 'o').whole).toEqual(['v1'])
  vault.drop('o/v1/inventory.json')
  expect(inspectObject(vault, 'o')).toMatchObject({ inventory: null, whole: [] })
})

test('of the files that are no content, each byte is known: nothing else passes for what was written', () => {
  const written = files.filter(([path]) => !path.includes('/content/'))
  const inventory = inspectObject(sound(), 'o').inventory
  if (inventory === null) throw new Error('the object has no inventory')
  expect(checkOwnForm(sound(), 'o', inventory)).toEqual([])
  for (const [path, bytes] of written) {
    const capital = new TextDecoder().decode(bytes).replace(/[a-z]/, (letter) => letter.toUpperCase())
    for (const changed of [bytes.slice(0, -1), `${new TextDecoder().decode(bytes)}\n`, capital, null]) {
      const vault = sound()
      if (changed === null) vault.drop(path)
      else vault.set(path, changed)
      expect(checkOwnForm(vault, 'o', inventory).map((found) => found.path)).toEqual([path])
    }
  }
  for (const path of [
    'o/logs/x',
    'o/extensions/0005-mutable-head/x',
    'o/v1/x/y',
    'o/x',
    'o/v1/content/x/y',
  ]) {
    const vault = sound()
    vault.set(path, 'x')
    expect(checkOwnForm(vault, 'o', inventory).map((found) => found.path)).toEqual([path])
  }
})
