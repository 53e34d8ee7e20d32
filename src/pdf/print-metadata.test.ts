import { createHash } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { printDescription } from '../testing/printing.ts'
import { namespace, printInformation, printMetadata } from './print-metadata.ts'

const mm = 'http://ns.adobe.com/xap/1.0/mm/'
const reference = 'http://ns.adobe.com/xap/1.0/sType/ResourceRef#'

/** The texts of elements, by namespace and name. */
function texts(packet: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local }) => open.push(`${uri}${local}`))
  parser.on('text', (text) => found.set(open.at(-1) ?? '', text))
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('error', (problem) => {
    throw problem
  })
  parser.write(new TextDecoder().decode(packet)).close()
  return found
}

test('a print copy says of which file it is one, to people and to programs', () => {
  const { sha256 } = printDescription.copyOf
  const statement = `print copy of test.pdf, SHA-256 ${sha256}`
  expect(printInformation(printDescription)).toMatchObject({ Title: 'Test', Keywords: statement })
  const found = texts(printMetadata(printDescription))
  expect(found.get('http://ns.adobe.com/pdf/1.3/Keywords')).toBe(statement)
  expect(found.get(`${namespace}rendition`)).toBe('print copy')
  expect(found.get(`${namespace}originalFile`)).toBe('test.pdf')
  expect(found.get(`${namespace}originalSHA256`)).toBe(sha256)
  expect(found.get(`${reference}filePath`)).toBe('test.pdf')
  expect([...found.keys()]).toContain(`${mm}DerivedFrom`)
})

test('a file is named by its digest as RFC 6920 does it', () => {
  // The example of its section 8.1.
  const sha256 = createHash('sha256').update('Hello World!').digest('hex')
  const found = texts(printMetadata({ ...printDescription, copyOf: { file: 'a.pdf', sha256 } }))
  expect(found.get(`${reference}instanceID`)).toBe(
    'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk',
  )
})

test('any name of a file leaves the packet well formed', () => {
  const copyOf = { ...printDescription.copyOf, file: '<a> & "b"\u0007\u{1f600}白\ud800.pdf' }
  const found = texts(printMetadata({ ...printDescription, copyOf }))
  expect(found.get(`${namespace}originalFile`)).toBe('<a> & "b" \u{1f600}白.pdf')
})

test('no standard is claimed', () => {
  expect(new TextDecoder().decode(printMetadata(printDescription))).not.toMatch(/pdfaid|pdfuaid/)
})

test('a digest that is none is a bug', () => {
  const copyOf = { file: 'a.pdf', sha256: 'abc' }
  expect(() => printMetadata({ ...printDescription, copyOf })).toThrow('64 hexadecimal digits')
})
