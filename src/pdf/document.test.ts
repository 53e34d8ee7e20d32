import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { description } from '../testing/pdf.ts'
import { pagesOf, plain } from '../testing/read-pdf.ts'
import { type FileSettings, openFile, type PdfFile, textString } from './document.ts'
import { information } from './metadata.ts'
import { entry, readFile } from './read-file.ts'

const settings: FileSettings = {
  isArchive: true,
  compress: true,
  lang: 'en',
  information: information(description),
}

function written(write: (file: PdfFile) => void): Uint8Array {
  const file = openFile(settings)
  write(file)
  return file.close()
}

test('names, text strings, bytes and dates are told apart', () => {
  const file = readFile(
    written((open) => {
      const value = [
        textString('a(b)\\ü'),
        textString('en'),
        Uint8Array.of(65, 255),
        new Date(0),
        'Name',
        null,
        true,
      ]
      open.setCatalog('Test', open.add({ value }))
    }),
  )
  expect(plain(entry(file.catalog, 'Test'), file)).toEqual({
    value: ['a(b)\\ü', 'en', 'A\u00ff', 'D:19700101000000Z', '/Name', null, true],
  })
})

test('a page has its size, its fonts and its annotations', () => {
  const file = readFile(
    written((open) => {
      const page = open.addPage({ width: 297.638, height: 419.528 })
      page.useFont('F1', open.add({ Type: 'Font' }))
      page.addAnnotation(open.add({ Type: 'Annot' }))
      page.write(new TextEncoder().encode('0 g\n'))
    }),
  )
  expect(plain(pagesOf(file)[0], file)).toMatchObject({
    MediaBox: [0, 0, 297.638, 419.528],
    Tabs: '/S',
    Resources: { Font: { F1: { Type: '/Font' } } },
    Annots: [{ Type: '/Annot' }],
  })
  // Down the page from its top left corner.
  expect(
    file
      .stream(entry(pagesOf(file)[0], 'Contents'))
      .split('\n')
      .slice(0, 2),
  ).toEqual(['1 0 0 -1 0 419.528 cm', '0 g'])
})

test('a stream reads back whole, deflated or plain', () => {
  const content = 'endstream endobj \r\n\u00ff\0'.repeat(50)
  const file = readFile(
    written((open) => {
      const bytes = Buffer.from(content, 'latin1')
      open.setCatalog('Deflated', open.addStream({}, bytes))
      open.setCatalog('Plain', open.addStream({}, bytes, true))
    }),
  )
  expect(file.stream(entry(file.catalog, 'Deflated'))).toBe(content)
  expect(file.stream(entry(file.catalog, 'Plain'))).toBe(content)
})

test('the identifier is the digest of the file without it', () => {
  const file = Buffer.from(written(() => {}))
  const [id] = /[0-9a-f]{32}/.exec(file.subarray(-200).toString('latin1')) ?? []
  const empty = file.toString('latin1').replaceAll(id ?? '?', '0'.repeat(32))
  const digest = createHash('sha256').update(Buffer.from(empty, 'latin1')).digest('hex')
  expect(id).toBe(digest.slice(0, 32))
})

test('an archive states its colour space; PDFKit adds no metadata or structure of its own', () => {
  const file = readFile(written(() => {}))
  expect(plain(entry(file.catalog, 'OutputIntents'), file, 2)).toMatchObject([{ S: '/GTS_PDFA1' }])
  expect(entry(file.catalog, 'Metadata')).toBeUndefined()
  expect(entry(file.catalog, 'StructTreeRoot')).toBeUndefined()
})

test('an object that was reserved and not ended is a bug', () => {
  expect(() => written((open) => open.reserve())).toThrow('reserved but not ended')
})
