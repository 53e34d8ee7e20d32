import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { description } from '../testing/pdf.ts'
import { dateOf, information, metadata } from './metadata.ts'

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

test('titles in any characters leave the packet well formed', () => {
  const hostile = '<a> & "b" \u0007\u{1f600}中\ud800\ufffe'
  const packet = text(
    metadata(
      {
        ...description,
        title: hostile,
        titles: new Map([['zh-Hans', hostile]]),
        author: hostile,
        subject: hostile,
        subjects: new Map([['zh-Hans', hostile]]),
      },
      'archive',
    ),
  )
  const texts: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('text', (found) => texts.push(found))
  parser.on('error', (problem) => {
    throw problem
  })
  parser.write(packet).close()
  expect(texts.filter((found) => found === '<a> & "b"  \u{1f600}中')).toHaveLength(5)
})

test('the title stands in each language and the languages in their order', () => {
  const titles = new Map([
    ['en', 'Open science'],
    ['zh-Hans', '开放科学'],
  ])
  const packet = text(metadata({ ...description, title: 'Open science', titles }, 'archive'))
  expect(packet).toContain(
    '<rdf:li xml:lang="x-default">Open science</rdf:li><rdf:li xml:lang="en">Open science</rdf:li><rdf:li xml:lang="zh-Hans">开放科学</rdf:li>',
  )
  expect(packet).toContain('<rdf:Bag><rdf:li>en</rdf:li><rdf:li>zh-Hans</rdf:li></rdf:Bag>')
})

test('the description stands in each language, as the title does', () => {
  const subjects = new Map([
    ['en', 'For readers'],
    ['zh-Hans', '供读者阅读'],
  ])
  const packet = text(metadata({ ...description, subject: 'For readers', subjects }, 'archive'))
  expect(packet).toContain(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">For readers</rdf:li><rdf:li xml:lang="en">For readers</rdf:li><rdf:li xml:lang="zh-Hans">供读者阅读</rdf:li></rdf:Alt></dc:description>',
  )
  expect(text(metadata(description, 'archive'))).not.toContain('dc:description')
})

test('only the archive profile claims standards', () => {
  expect(text(metadata(description, 'archive'))).toContain(
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<',
  )
  expect(text(metadata(description, 'none'))).not.toMatch(/pdfaid|pdfuaid/)
})

test('a date without a zone is UTC, wherever the program runs', () => {
  expect(dateOf({ ...description, date: '2014' }).toISOString()).toBe('2014-01-01T00:00:00.000Z')
  expect(dateOf({ ...description, date: '2014-05-26T10:00:00' }).toISOString()).toBe(
    '2014-05-26T10:00:00.000Z',
  )
  expect(dateOf({ ...description, date: '2014-05-26T10:00:00+08:00' }).toISOString()).toBe(
    '2014-05-26T02:00:00.000Z',
  )
  expect(() => dateOf({ ...description, date: 'May' })).toThrow('no ISO 8601 date')
})

test('what is absent has no entry', () => {
  expect(Object.keys(information(description))).toEqual([
    'Title',
    'Creator',
    'Producer',
    'CreationDate',
    'ModDate',
  ])
})
