import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagElements, bagFiles, bagVault } from '../../testing/bags.ts'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { oneLine } from './bag-info.ts'
import { alike } from './names.ts'
import { isBagError } from './problem.ts'
import { readBag } from './read-bag.ts'
import { validateBag } from './validate-bag.ts'

const sound = readBag(bagVault(), 'bag')
const files = [...bagVault().files()].map(([path, bytes]) => [path.slice('bag/'.length), bytes] as const)

test('a bag that was written has no problem, and its files and elements are read back', () => {
  expect(validateBag(bagVault(), 'bag')).toEqual([])
  expect(sound.problems).toEqual([])
  expect(sound.bag?.version).toBe('1.0')
  expect(sound.bag?.files).toEqual(new Map([...bagFiles].sort(([a], [b]) => (a < b ? -1 : 1))))
  expect(sound.bag?.elements.slice(0, -1)).toEqual(
    bagElements.map(({ label, value }) => ({ label, value: oneLine(value) })),
  )
  expect(sound.bag?.others).toEqual([])
})

test('what was read is written as the same bag', () => {
  const { bag } = sound
  if (bag === null) throw new Error('the bag is valid')
  expect(bagVault(bag.files, bag.elements).files()).toEqual(bagVault().files())
})

test('so it is with any names and contents', () => {
  const name = fc
    .string({
      unit: fc.constantFrom('a', 'B', '%', '0', 'A', ' ', '~', '*', '.', '水', 'é', '#', ':'),
      minLength: 1,
    })
    .filter((one) => one !== '.' && one !== '..')
  const paths = fc
    .uniqueArray(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    .map((all) => all.map((parts, index) => [...parts.map((part) => `${part}-`), String(index)].join('/')))
    .filter((all) => !all.some((path) => /^[A-Za-z]:/.test(path)) && alike(all).length === 0)
  fc.assert(
    fc.property(paths, fc.uint8Array(), (all, bytes) => {
      const written = new Map(all.map((path) => [path, Uint8Array.from([...bytes, ...Buffer.from(path)])]))
      const { bag, problems } = readBag(bagVault(written, []), 'bag')
      expect(problems).toEqual([])
      expect(bag?.files).toEqual(new Map([...written].sort(([a], [b]) => (a < b ? -1 : 1))))
    }),
  )
})

/** What the errors of a bag name. */
function named(vault: MemoryVault): readonly string[] {
  return validateBag(vault, 'bag')
    .filter(isBagError)
    .map(({ path }) => path)
}

test('any bit that is turned is found and its file named, or changes nothing that is read', () => {
  const place = fc.nat(files.length - 1).chain((index) => {
    const size = files[index]?.[1].length ?? 0
    return fc.record({ index: fc.constant(index), at: fc.nat(Math.max(0, size - 1)), bit: fc.nat(7) })
  })
  fc.assert(
    fc.property(place, ({ index, at, bit }) => {
      const [path, bytes] = files[index] ?? ['', new Uint8Array()]
      fc.pre(bytes.length > 0)
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      const vault = bagVault()
      vault.set(`bag/${path}`, changed)
      // Of the tag manifest nothing has a digest: its lines are for other files, or cannot be read.
      if (path !== 'tagmanifest-sha512.txt') expect(named(vault)).toContain(path)
      else if (named(vault).length === 0) expect(readBag(vault, 'bag').bag?.files).toEqual(sound.bag?.files)
    }),
    { numRuns: 400 },
  )
})

test.each(files.map(([path]) => path))('%s: cut, lengthened or removed it is found, and named', (path) => {
  const bytes = new Map(files).get(path) ?? new Uint8Array()
  const vault = bagVault()
  vault.set(`bag/${path}`, new Uint8Array([...bytes, 0x41]))
  expect(named(vault)).not.toEqual([])
  if (path !== 'tagmanifest-sha512.txt') expect(named(vault)).toContain(path)
  vault.drop(`bag/${path}`)
  const problems = validateBag(vault, 'bag')
  if (path === 'tagmanifest-sha512.txt') expect(problems.map(({ rule }) => rule)).toEqual(['unlisted'])
  else expect(problems.filter(isBagError).map((one) => one.path)).toContain(path)
})

test.each([
  ['data/new', 'error'],
  ['data/text/.DS_Store', 'error'],
  ['new', 'warning'],
  ['meta/new.xml', 'warning'],
])('a file %s that was put there is named', (path, severity) => {
  const vault = bagVault()
  vault.set(`bag/${path}`, 'x')
  expect(validateBag(vault, 'bag')).toContainEqual(
    expect.objectContaining({ rule: 'unlisted', path, severity }),
  )
})

test('nothing of a bag that is not valid is given', () => {
  const vault = bagVault()
  vault.set('bag/data/text/en.txt', 'another')
  const { bag, problems } = readBag(vault, 'bag')
  expect(bag).toBeNull()
  expect(problems.filter(isBagError).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'changed data/text/en.txt',
    'oxum bag-info.txt',
  ])
})

test('a file that is changed after it was examined is not given', () => {
  class Changing extends MemoryVault {
    override read(path: string): Uint8Array | null {
      const bytes = super.read(path)
      return path === 'bag/data/pdf/guide.pdf' ? Buffer.from('another') : bytes
    }
    override digest(...[path, algorithm]: Parameters<MemoryVault['digest']>): string | null {
      return bagVault().digest(path, algorithm)
    }
    override size(path: string): number | null {
      return bagVault().size(path)
    }
  }
  const vault = new Changing(Object.fromEntries(bagVault().files()))
  expect(readBag(vault, 'bag')).toMatchObject({
    bag: null,
    problems: [{ rule: 'changed', path: 'data/pdf/guide.pdf' }],
  })
})

test('files beside the payload are named, as they are left out', () => {
  const vault = bagVault()
  vault.set('bag/meta/mets.xml', '<mets/>')
  expect(readBag(vault, 'bag').bag?.others).toEqual(['meta/mets.xml'])
})
