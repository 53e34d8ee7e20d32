import { describe, expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { edition, emptyArchive, foundBy, opened, tryAdd, water, wrongWith } from '../../testing/archives.ts'
import type { MemoryVault } from '../../testing/memory-vault.ts'
import { get } from './get.ts'
import { list, show } from './list.ts'
import { repair } from './repair.ts'
import { type Verified, verify } from './verify.ts'

const rain = 'tag:example.org,2024:rain'

function archive(): MemoryVault {
  const vault = emptyArchive()
  for (const number of [1, 2, 3]) tryAdd(opened(vault), edition(number))
  tryAdd(opened(vault), edition(1), rain)
  return vault.again()
}

const whole = archive()
const paths = [...whole.files().keys()]

interface Said {
  readonly verified: Verified | null
  readonly found: readonly string[]
  /** Where the findings lie. */
  readonly places: readonly string[]
}

function verified(vault: MemoryVault, id: string | null = null): Said {
  const report = new Report()
  const result = verify(opened(vault), id, () => {}, report)
  const places = report.diagnostics.map(({ span }) => span.file.path.replace(/^editions\//, ''))
  return { verified: result, found: foundBy(report), places }
}

/** The archive with one file changed; null: removed. */
function damaged(path: string, change: (bytes: Uint8Array) => Uint8Array | null): MemoryVault {
  const vault = whole.again()
  const bytes = change(vault.files().get(path) ?? new Uint8Array())
  if (bytes === null) vault.drop(path)
  else vault.set(path, bytes)
  return vault
}

/** One bit of one byte, somewhere in the file. */
function flipped(bytes: Uint8Array, place: number, bit: number): Uint8Array {
  const at = Math.floor(place * (bytes.length - 1))
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
}

const harms: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array | null])[] = [
  ['flipped at the beginning', (bytes) => flipped(bytes, 0, 0)],
  ['flipped in the middle', (bytes) => flipped(bytes, 0.5, 5)],
  ['flipped at the end', (bytes) => flipped(bytes, 1, 1)],
  ['cut by a byte', (bytes) => bytes.subarray(0, -1)],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['emptied', () => new Uint8Array()],
  ['removed', () => null],
]

describe.each(harms)('a file that is %s', (_, harm) => {
  test.each(paths)('is named: %s', (path) => {
    const { places, verified: result } = verified(damaged(path, harm))
    expect(places).toContain(path)
    // And nothing else but what it may be a part of.
    expect(new Set(places)).toEqual(new Set([path, ...places.filter((place) => isAbout(place, path))]))
    expect(result?.damages.length).toBeGreaterThan(0)
  })

  test.each(paths.filter((path) => /\/v\d\/content\//.test(path)))(
    'harms only the editions that have it: %s',
    (path) => {
      const vault = damaged(path, harm)
      const object = verified(vault).verified?.objects.find(({ harmed }) => harmed.length > 0)
      const harmed = object?.harmed ?? []
      const id = object?.id ?? ''
      for (const version of [...harmed, ...(object?.whole ?? [])]) {
        const got = get(opened(vault), id, version, new Report())
        expect(got === null, version).toBe(harmed.includes(version))
      }
      expect(harmed.length).toBeGreaterThan(0)
    },
  )

  test.each(paths.filter((path) => path.includes('inventory.json')))('loses no edition: %s', (path) => {
    const vault = damaged(path, harm)
    const { verified: result } = verified(vault)
    expect(result?.objects.flatMap((object) => object.harmed)).toEqual([])
    const report = new Report()
    expect(list(opened(vault), report).map(({ id, head }) => [id, head])).toEqual([
      [rain, 'v1'],
      [water, 'v3'],
    ])
    expect(show(opened(vault), water, report)?.length).toBe(3)
    for (const version of ['v1', 'v2', 'v3'])
      expect(get(opened(vault), water, version, report)?.files.size).toBe(3)
    expect(foundBy(report)).toEqual([])
  })

  test.each(paths.filter((path) => path.startsWith('store/')))('is left as it is by repair: %s', (path) => {
    const vault = damaged(path, harm)
    const before = vault.files()
    repair(opened(vault), new Report())
    const after = new Map([...vault.files()].filter(([one]) => one !== 'log/log.ndjson'))
    expect(after).toEqual(new Map([...before].filter(([one]) => one !== 'log/log.ndjson')))
  })
})

/** An inventory and its sidecar vouch for each other; a damage of the log may only be seen in the next line. */
function isAbout(place: string, path: string): boolean {
  return place.replace(/\.sha512$/, '') === path.replace(/\.sha512$/, '')
}

test('nothing is found in an archive that is whole, and progress is told', () => {
  const seen: number[] = []
  const report = new Report()
  const result = verify(
    opened(whole.again()),
    null,
    ({ files, objects, ofObjects }) => {
      expect(objects).toBeLessThanOrEqual(ofObjects)
      seen.push(files)
    },
    report,
  )
  expect(foundBy(report)).toEqual([])
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  const files = paths.filter((path) => path.startsWith('store/') && path.split('/').length > 5).length
  expect(result).toMatchObject({ files, damages: [] })
  expect(seen.at(-1)).toBe(files)
})

test('one publication is verified by itself', () => {
  const path = paths.find((one) => one.includes('rain') && one.includes('/content/')) ?? ''
  const vault = damaged(path, () => null)
  expect(verified(vault, water).found).toEqual([])
  expect(verified(vault, rain).places).toEqual([path])
})

test('a publication that is gone as a whole is named', () => {
  const vault = whole.again()
  const folder =
    paths
      .find((one) => one.includes('rain'))
      ?.split('/')
      .slice(0, 2)
      .join('/') ?? ''
  vault.drop(folder)
  const { found, verified: result } = verified(vault)
  expect(found).toMatchObject([expect.stringContaining('archive/missing')])
  expect(result?.objects.find(({ id }) => id === rain)).toMatchObject({ whole: [], harmed: ['v1'] })
  // It is not begun anew as if it had never been.
  expect(tryAdd(opened(vault), edition(1), rain).found).toMatchObject([
    expect.stringContaining('archive/missing'),
  ])
})

test.each([
  'x',
  'store/x',
  'store/880/x',
  'log/x',
  ...['x', 'v1/x', 'v1/content/x', 'v1/content/pdf/x', 'v4/content/x'].map((path) => `object/${path}`),
])('a file that no edition has is named: %s', (path) => {
  const vault = whole.again()
  const object =
    paths
      .find((one) => one.includes('water'))
      ?.split('/')
      .slice(0, 5)
      .join('/') ?? ''
  const place = path.replace(/^object/, object)
  vault.set(place, 'extra')
  expect(verified(vault)).toMatchObject({
    places: [place],
    found: [expect.stringContaining('archive/extra')],
  })
})

test('a link is named, wherever it is, and never followed', () => {
  const object =
    paths
      .find((one) => one.includes('water'))
      ?.split('/')
      .slice(0, 5)
      .join('/') ?? ''
  for (const path of [
    'store/x',
    `${object}/x`,
    `${object}/v1/content/edition.json`,
    `${object}/inventory.json`,
    'x',
    'README.txt',
  ]) {
    const vault = whole.again()
    vault.drop(path)
    vault.plant(path, { kind: 'link' })
    const { places } = verified(vault)
    expect(places, path).toContain(path)
  }
})

test('a consistent forgery passes OCFL and is found by the log', () => {
  const vault = emptyArchive()
  tryAdd(opened(vault), edition(1))
  const forged = emptyArchive()
  tryAdd(opened(forged), { ...edition(1), 'pdf/water.pdf': 'another PDF' })
  for (const path of vault.files().keys()) if (path.startsWith('store/')) vault.drop(path)
  for (const [path, bytes] of forged.files()) if (path.startsWith('store/')) vault.set(path, bytes)
  const { found } = verified(vault)
  expect(found).toMatchObject([
    expect.stringMatching(/^archive\/changed: .*v?inventory\.json` is not the inventory that the log says/),
    expect.stringMatching(/^archive\/changed: .*v1\/inventory\.json` is not/),
  ])
})

test('what verifications found stays in the log', () => {
  const vault = damaged(paths.find((one) => one.endsWith('content/edition.json')) ?? '', () => null)
  verified(vault)
  const log = new TextDecoder().decode(vault.read('log/log.ndjson') ?? undefined)
  expect(log.trimEnd().split('\n').at(-1)).toMatch(
    /"action":"verify","id":null,"objects":2,"files":\d+,"problems":\["missing store/,
  )
  expect(wrongWith(opened(whole.again()))).toEqual([])
})
