import { expect, test } from 'vitest'
import { readRecord } from '../archive/ro-crate/record.ts'
import { statusPath } from '../archive/store/status.ts'
import { chapterRequest, chapterSource, editionSettings, reporting, withProgram } from '../testing/edition.ts'
import { bagOf, editionInBag } from './bag.ts'
import { editionOf } from './edition.ts'

const made = withProgram((behind) => {
  const { report } = reporting()
  const edition = editionOf(chapterRequest, editionSettings, chapterSource(behind), report)
  if (edition === null) throw new Error('a chapter is an edition')
  return edition.files
})

/** The payload of a bag. */
function payloadOf(bag: ReadonlyMap<string, Uint8Array> | null): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...(bag ?? [])].flatMap(([path, bytes]) => (path.startsWith('data/') ? [[path.slice(5), bytes]] : [])),
  )
}

const paths = (files: ReadonlyMap<string, Uint8Array>): readonly string[] => [...files.keys()]

test('a bag has the files of an edition, and gives the edition back', () => {
  const { report, lines } = reporting()
  const payload = payloadOf(bagOf({ files: made }, 'edition 1', report))
  expect(paths(payload)).toEqual(paths(made))
  const given = editionInBag({ files: payload }, 'bag', report)
  expect(given?.record).toEqual(readRecord(made.get('edition.json') ?? new Uint8Array()))
  expect(lines()).toEqual([])
})

test('notices of the archive are no part of a bag', () => {
  const { report } = reporting()
  const noticed = new Map([...made, [statusPath, new TextEncoder().encode('{}')] as const])
  const [plain, other] = [made, noticed].map((files) => bagOf({ files }, 'edition 1', report))
  expect(paths(other ?? new Map())).toEqual(paths(plain ?? new Map()))
  for (const [path, bytes] of plain ?? [])
    expect(Buffer.compare(bytes, other?.get(path) ?? bytes), path).toBe(0)
})

test('an edition that was stored before there were RO-Crates gets one in its bag', () => {
  const { report } = reporting()
  const before = new Map([...made].filter(([path]) => path !== 'ro-crate-metadata.json'))
  expect(paths(payloadOf(bagOf({ files: before }, 'edition 1', report)))).toEqual(paths(made))
})

test.each([
  ['no record', { 'edition.json': null }, 'does not say which edition it is'],
  ['another program’s record', { 'edition.json': '{}' }, 'does not say which edition it is'],
  ['no way of making', { 'render.json': '{}' }, '`render.json` is not of the form'],
  ['a PDF less', { 'pdf/water.pdf': null }, '`pdf/water.pdf`, which was made then, is missing'],
  ['another PDF', { 'pdf/water.pdf': 'x' }, 'its SHA-512 differs'],
  ['no source', { 'source/content/water/publication.yaml': null }, 'its source `source/content/water/'],
  ['a file more', { 'notes.txt': 'x' }, '`notes.txt` is no file of an edition'],
  ['notices of another archive', { 'status.json': '{}' }, '`status.json` is no file of an edition'],
])('a bag with %s is none of an edition', (_, changed, message) => {
  const { report, lines } = reporting()
  const files = new Map(made)
  for (const [path, text] of Object.entries(changed)) {
    if (text === null) files.delete(path)
    else files.set(path, new TextEncoder().encode(text))
  }
  expect(editionInBag({ files }, 'bag', report)).toBeNull()
  expect(lines()).toEqual([expect.stringContaining(message)])
  expect(lines()[0]).toContain('error archive/foreign: the bag is no edition of this program')
})
