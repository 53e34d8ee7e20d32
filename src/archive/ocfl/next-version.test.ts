import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { putObject, type TestFiles, testId, testVersion } from '../../testing/ocfl.ts'
import { filesOf, type Inventory } from './inventory.ts'
import { logicalPathProblem } from './names.ts'
import { nextVersion } from './next-version.ts'
import { readInventory, readSoundInventory } from './read-inventory.ts'
import { validateObject } from './validate-object.ts'
import { inventoryFile } from './write-inventory.ts'

/** Editions of few files and fewer contents, so that most of them have come before. */
const name = fc.constantFrom(
  'a.pdf',
  'A.pdf',
  'text/en.txt',
  'text/zh-Hans.txt',
  'source/图.png',
  'source/.x',
)
const edition = fc
  .dictionary(name, fc.constantFrom('', 'one', 'two', 'three\n', 'four'))
  .map((files) => ({ ...files }))
const editions = fc.array(edition, { minLength: 1, maxLength: 6 })

function text(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

test('each version of an object gives back what it was made of, and the object is valid', () => {
  fc.assert(
    fc.property(editions, (all) => {
      const vault = new MemoryVault()
      const inventory = putObject(vault, 'o', all)
      expect(validateObject(vault, 'o')).toEqual([])
      for (const [index, files] of all.entries()) {
        const stored = filesOf(inventory, `v${index + 1}`) ?? new Map<string, string>()
        const read = [...stored].map(([logical, content]) => [logical, text(vault.read(`o/${content}`))])
        expect(Object.fromEntries(read)).toEqual(files)
      }
    }),
  )
})

test('no content is stored twice', () => {
  fc.assert(
    fc.property(editions, (all) => {
      const vault = new MemoryVault()
      putObject(vault, 'o', all)
      const contents = [...vault.files()]
        .filter(([path]) => path.includes('/content/'))
        .map(([, bytes]) => text(bytes))
      expect(contents.sort()).toEqual([...new Set(all.flatMap((files) => Object.values(files)))].sort())
    }),
  )
})

test('an inventory is read as it was written, and written to the same bytes', () => {
  fc.assert(
    fc.property(editions, (all) => {
      const inventory = putObject(new MemoryVault(), 'o', all)
      const { bytes } = inventoryFile(inventory)
      const read = readInventory(bytes)
      expect(read).toEqual({ inventory, problems: [] })
      expect(read.inventory && inventoryFile(read.inventory).bytes).toEqual(bytes)
      expect(readSoundInventory(bytes)).toEqual(inventory)
    }),
  )
})

test('the order in which files come changes no byte', () => {
  fc.assert(
    fc.property(edition, (files) => {
      const reversed: TestFiles = Object.fromEntries(Object.entries(files).reverse())
      const [one, other] = [testVersion(null, files), testVersion(null, reversed)]
      expect(other.inventoryFile).toEqual(one.inventoryFile)
      expect([...other.files]).toEqual([...one.files])
    }),
  )
})

test('a second version stores what is new alone', () => {
  const first = testVersion(null, { 'pdf/a.pdf': 'pdf', 'text/en.txt': 'old', 'text/copy.txt': 'old' })
  expect([...first.files.keys()]).toEqual(['content/pdf/a.pdf', 'content/text/copy.txt'])
  const second = testVersion(first.inventory, { 'pdf/b.pdf': 'pdf', 'text/en.txt': 'new' }, 1)
  expect(second.name).toBe('v2')
  expect([...second.files.keys()]).toEqual(['content/text/en.txt'])
  expect([...(filesOf(second.inventory, 'v2') ?? [])]).toEqual([
    ['pdf/b.pdf', 'v1/content/pdf/a.pdf'],
    ['text/en.txt', 'v2/content/text/en.txt'],
  ])
  expect(filesOf(second.inventory, 'v3')).toBeNull()
})

test('an inventory is the JSON that the specification describes', () => {
  const { inventoryFile: file, sidecarFile } = testVersion(null, { 'a.txt': 'a' })
  expect(text(file.bytes)).toBe(`{
  "digestAlgorithm": "sha512",
  "head": "v1",
  "id": "tag:example.org,2026:guide",
  "manifest": {
    "1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75": [
      "v1/content/a.txt"
    ]
  },
  "type": "https://ocfl.io/1.1/spec/#inventory",
  "versions": {
    "v1": {
      "created": "2026-01-01T00:00:00Z",
      "message": "edition 1",
      "state": {
        "1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75": [
          "a.txt"
        ]
      },
      "user": {
        "address": "mailto:ada@example.org",
        "name": "Ada"
      }
    }
  }
}
`)
  expect(sidecarFile.name).toBe('inventory.json.sha512')
  expect(text(sidecarFile.bytes)).toMatch(/^[0-9a-f]{128} inventory\.json\n$/)
})

test('an object that others began goes on as it began: names of versions, algorithm, folder', () => {
  const begun: Inventory = {
    ...testVersion(null, {}).inventory,
    digestAlgorithm: 'sha256',
    head: 'v08',
    contentDirectory: 'stuff',
  }
  const next = testVersion(begun, { a: 'a' })
  expect(next.name).toBe('v09')
  expect([...next.files.keys()]).toEqual(['stuff/a'])
  expect([...next.inventory.manifest]).toEqual([
    ['ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb', ['v09/stuff/a']],
  ])
  expect(next.sidecarFile.name).toBe('inventory.json.sha256')
  expect(() => testVersion(next.inventory, { a: 'a' })).toThrow('no version can follow `v09` in 2 digits')
})

test('what cannot be a version throws: it was to be checked before', () => {
  expect(() => testVersion(null, { '../a': '' })).toThrow('has `.` or `..`')
  expect(() => testVersion(null, { a: '', 'a/b': '' })).toThrow('`a` is a file and a folder')
  const { inventory } = testVersion(null, {})
  const other = { id: `${testId}-2`, message: '', user: null, files: new Map() }
  expect(() => nextVersion(inventory, other, new Date(0))).toThrow('cannot follow one of')
  expect(logicalPathProblem('../a')).not.toBeNull()
})
