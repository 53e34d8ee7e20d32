import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isArray, isObject, type Json, type JsonObject, readJson, writeJson } from '../ocfl/json.ts'
import { cratePath, withCrate } from './crate.ts'
import { pathIri } from './file-entities.ts'

const record = {
  format: 'bifolio-edition-1',
  id: 'tag:example.org,2024:water',
  number: '2',
  note: 'Figures of 2024.',
  supersedes: '1',
  title: { 'zh-Hans': '清洁的水', en: 'Clean water' },
  issuer: { en: 'The Office', 'zh-Hans': '办公室' },
  rights: { en: 'Free to copy' },
  isbn: { en: '978-92-1-101419-6' },
  date: '2024-03-22',
  languages: [
    { tag: 'en', name: 'English' },
    { tag: 'zh-Hans', name: '中文', status: 'translation' },
  ],
  prevailing: 'en',
  outputs: [
    {
      file: 'pdf/water.pdf',
      kind: 'reading',
      languages: ['en', 'zh-Hans'],
      standards: ['PDF/A-3a', 'PDF/UA-1'],
    },
    { file: 'pdf/print.pdf', kind: 'print', languages: ['en', 'zh-Hans'] },
  ],
}

function edition(more: object = {}, others: Readonly<Record<string, string>> = {}): Map<string, Uint8Array> {
  const texts: Readonly<Record<string, string>> = {
    'edition.json': JSON.stringify({ ...record, ...more }),
    'pdf/water.pdf': '%PDF-1.7',
    'pdf/print.pdf': '%PDF-1.7 print',
    'text/zh-Hans.txt': '清洁的水',
    'source/图 1: 50%.svg': '<svg/>',
    'fonts/licences/noto/LICENSE': 'OFL',
    ...others,
  }
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]))
}

/** The entities of a crate by their ids. */
function entitiesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<Json | undefined, JsonObject> {
  const read = readJson(files.get(cratePath) ?? new Uint8Array())
  if (!read.ok || !isObject(read.value)) throw new Error('a crate is an object')
  const graph = read.value.get('@graph')
  const entities = isArray(graph) ? graph.filter(isObject) : []
  const byId = new Map(entities.map((entity) => [entity.get('@id'), entity]))
  expect(byId.size).toBe(entities.length)
  return byId
}

const plain = (entity: JsonObject | undefined): unknown =>
  JSON.parse(new TextDecoder().decode(writeJson(entity ?? null)))

const entities = entitiesOf(withCrate(edition()))

test('an edition is described as RO-Crate asks', () => {
  expect(plain(entities.get(cratePath))).toEqual({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  })
  const { hasPart, ...root } = Object(plain(entities.get('./')))
  expect(hasPart).toHaveLength(6)
  expect(root).toEqual({
    '@id': './',
    '@type': 'Dataset',
    name: 'Clean water',
    alternateName: '清洁的水',
    description: 'Edition 2 in English, 中文; English prevails. Figures of 2024.',
    datePublished: '2024-03-22',
    license: { '@id': '#rights' },
    creator: { '@id': '#issuer' },
    publisher: { '@id': '#issuer' },
    inLanguage: ['en', 'zh-Hans'],
    identifier: [{ '@id': '#identifier' }, { '@id': '#isbn-en' }],
    version: '2',
    isVersionOf: { '@id': 'tag:example.org,2024:water' },
    replaces: { '@id': 'tag:example.org,2024:water#edition-1' },
    workExample: [{ '@id': '#language-en' }, { '@id': '#language-zh-Hans' }],
    mainEntity: { '@id': 'pdf/water.pdf' },
  })
})

test('each file has its format, length, digest and language', () => {
  expect(plain(entities.get('pdf/water.pdf'))).toEqual({
    '@id': 'pdf/water.pdf',
    '@type': 'File',
    name: 'water.pdf',
    description: 'the copy for reading',
    contentSize: '8',
    encodingFormat: ['application/pdf', { '@id': 'https://www.nationalarchives.gov.uk/PRONOM/fmt/479' }],
    inLanguage: ['en', 'zh-Hans'],
    sha512: createHash('sha512').update('%PDF-1.7').digest('hex'),
  })
  expect(entities.get('pdf/print.pdf')?.get('encodingFormat')).toBe('application/pdf')
  expect(entities.get('text/zh-Hans.txt')?.get('inLanguage')).toBe('zh-Hans')
  expect(entities.get('source/图%201%3A%2050%25.svg')?.get('encodingFormat')).toBe('image/svg+xml')
  expect(entities.get('fonts/licences/noto/LICENSE')?.get('encodingFormat')).toBe('text/plain')
})

test('what is referred to is there, and all but the web is described', () => {
  const referred: Json[] = []
  const gather = (value: Json): void => {
    if (isArray(value)) for (const item of value) gather(item)
    else if (isObject(value)) {
      if (value.size === 1) referred.push(value.get('@id') ?? null)
      for (const item of value.values()) gather(item)
    }
  }
  for (const [id, entity] of entities) if (id !== cratePath) gather(entity)
  expect(referred.length).toBeGreaterThan(10)
  for (const id of referred) expect([...entities.keys()]).toContain(id)
})

test('the same files in another order, or described before, are described by the same bytes', () => {
  const once = withCrate(edition())
  expect(withCrate(new Map([...edition()].reverse()))).toEqual(once)
  expect(withCrate(once)).toEqual(once)
  expect([...once.keys()]).toEqual([...once.keys()].sort())
})

test('what an edition does not say is not made up', () => {
  const files = edition({
    date: undefined,
    rights: undefined,
    issuer: undefined,
    supersedes: undefined,
    isbn: undefined,
  })
  const bare = entitiesOf(withCrate(files))
  const root = bare.get('./')
  expect(['datePublished', 'creator', 'publisher', 'replaces'].filter((key) => root?.has(key))).toEqual([])
  expect(root?.get('license')).toBe('no licence is stated')
  expect(['#rights', '#issuer', '#isbn-en'].filter((id) => bare.has(id))).toEqual([])
})

test('a licence has the address that the rights name', () => {
  const rights = { en: 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).' }
  const licensed = entitiesOf(withCrate(edition({ rights })))
  const iri = 'https://creativecommons.org/licenses/by/4.0/'
  expect(plain(licensed.get('./'))).toMatchObject({ license: { '@id': iri } })
  expect(plain(licensed.get(iri))).toMatchObject({ '@type': 'CreativeWork', name: rights.en })
})

test('what is no record of an edition is not described', () => {
  for (const text of ['', '{}', '[]', '{"id":"x","number":"1","title":{"en":"x"},"languages":[]}'])
    expect(() => withCrate(edition({}, { 'edition.json': text }))).toThrow('does not describe an edition')
})

test('a path is one IRI, and can be had back from it', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', ':', '#', '?', '%', ' ', '水', '@', '[', '2', '0'),
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (parts) => {
      const path = parts.join('/')
      const iri = pathIri(path)
      expect(decodeURIComponent(iri)).toBe(path)
      expect(iri).not.toMatch(/[ #?:[\]]|%(?![0-9A-F]{2})/)
      expect(decodeURIComponent(new URL(iri, 'file:///crate/').pathname)).toBe(`/crate/${path}`)
    }),
  )
})
