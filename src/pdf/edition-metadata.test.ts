import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { description } from '../testing/pdf.ts'
import { type Description, metadata } from './metadata.ts'

const numbers: Description['identifiers'] = {
  isbns: ['978-1-4028-9462-6', '978-3-16-148410-0'],
  issn: '0317-8471',
  doi: '10.5555/a<b>&c',
  edition: '2',
}

/** What the packet says, `prefix:name=text` of each element that holds text, and the namespaces that it declares. */
function said(more: Partial<Description>, profile: 'archive' | 'none' = 'archive') {
  const texts: string[] = []
  const namespaces = new Map<string, string>()
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, ns }) => {
    open.push(name)
    for (const [prefix, uri] of Object.entries(ns)) namespaces.set(prefix, uri)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const inside = open.filter((name) => !name.startsWith('rdf:')).at(-1)
    if (text.trim() !== '') texts.push(`${inside}=${text}`)
  })
  parser.on('error', (problem) => {
    throw problem
  })
  parser.write(new TextDecoder().decode(metadata({ ...description, ...more }, profile))).close()
  return { texts, namespaces }
}

test('the numbers of an edition stand in the schema of PRISM, each ISBN by itself', () => {
  const { texts } = said({ identifiers: numbers })
  expect(texts.filter((text) => text.startsWith('prism:'))).toEqual([
    'prism:doi=10.5555/a<b>&c',
    'prism:edition=2',
    'prism:isbn=978-1-4028-9462-6',
    'prism:isbn=978-3-16-148410-0',
    'prism:issn=0317-8471',
  ])
})

test('a file is named by its DOI, else by its first ISBN', () => {
  const nameOf = (more: Partial<typeof numbers>) =>
    said({ identifiers: { ...numbers, ...more } }).texts.filter((text) => text.startsWith('dc:identifier'))
  expect(nameOf({})).toEqual(['dc:identifier=doi:10.5555/a<b>&c'])
  expect(nameOf({ doi: null })).toEqual(['dc:identifier=urn:isbn:978-1-4028-9462-6'])
  expect(nameOf({ doi: null, isbns: [] })).toEqual([])
})

describe('what XMP does not know is described in the packet (ISO 19005-3, 6.6.2.3.3)', () => {
  test('each property that is used, and no other', () => {
    for (const identifiers of [numbers, { ...numbers, isbns: [], doi: null }]) {
      const { texts, namespaces } = said({ identifiers })
      const used = texts
        .filter((text) => text.startsWith('prism:'))
        .map((text) => text.slice(6).split('=')[0])
      const described = texts.filter((text) => text.startsWith('pdfaProperty:name='))
      // Besides the one of PDF/UA.
      expect(described.map((text) => text.slice('pdfaProperty:name='.length)).slice(1)).toEqual([
        ...new Set(used),
      ])
      expect(texts).toContain(`pdfaSchema:namespaceURI=${namespaces.get('prism')}`)
    }
  })

  test('not where nothing is claimed, nor where nothing is used', () => {
    expect(said({ identifiers: numbers }, 'none').texts.join()).not.toContain('pdfaSchema')
    expect(said({}).texts.join()).not.toContain('PRISM')
  })
})

test('rights are said in each language, to readers and to those who look for terms of use', () => {
  const { texts } = said({
    rights: new Map([
      ['en', 'All rights & more'],
      ['zh-Hans', '版权所有'],
    ]),
  })
  for (const name of ['dc:rights', 'xmpRights:UsageTerms'])
    expect(texts.filter((text) => text.startsWith(`${name}=`))).toEqual([
      `${name}=All rights & more`,
      `${name}=All rights & more`,
      `${name}=版权所有`,
    ])
})

test('a publication that says nothing of them has a packet without them', () => {
  expect(said({}).texts.join()).not.toMatch(/prism|identifier|rights|UsageTerms/i)
})
