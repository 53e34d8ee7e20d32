import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { description } from '../testing/pdf.ts'
import { pagesOf, plain } from '../testing/read-pdf.ts'
import { type FileSettings, openFile, type PdfFile } from './document.ts'
import { information } from './metadata.ts'
import { entry, readFile } from './read-file.ts'
import { byteString, dateString, textString } from './syntax.ts'

const settings: FileSettings = {
  isArchive: true,
  compress: true,
  lang: 'en',
  information: information(description),
  deflated: new WeakMap(),
}

function written(write: (file: PdfFile) => void): Uint8Array {
  const file = openFile(settings)
  write(file)
  return file.close()
}

test('text strings, bytes and dates read back as they were', () => {
  const value = `[${textString('a(b)\\ü')}${textString('(en)\\')}${byteString(Uint8Array.of(65, 255))}${dateString(new Date(0))}]`
  const file = readFile(written((open) => open.write(open.reserveEntry('Test'), value)))
  expect(plain(entry(file.catalog, 'Test'), file)).toEqual([
    'a(b)\\ü',
    '(en)\\',
    'A\u00ff',
    'D:19700101000000Z',
  ])
})

test('nothing of a file waits until the program is idle', () => {
  const later = vi.spyOn(process, 'nextTick')
  written((open) => open.write(open.reserveEntry('Test'), 'true'))
  expect(later).not.toHaveBeenCalled()
  later.mockRestore()
})

test('a file that another document holds already is written with the same bytes', () => {
  const bytes = new TextEncoder().encode('water '.repeat(100))
  const deflated = new WeakMap<Uint8Array, Uint8Array>()
  const [first, second, plainly] = [true, true, false].map((compress) => {
    const file = openFile({ ...settings, compress, deflated })
    file.writeFile(file.reserveEntry('Test'), '/Type/EmbeddedFile', bytes)
    return file.close()
  })
  expect(second).toEqual(first)
  expect(deflated.has(bytes)).toBe(true)
  for (const file of [first, plainly].map((one) => readFile(one ?? new Uint8Array())))
    expect(file.stream(entry(file.catalog, 'Test'))).toBe('water '.repeat(100))
})

test('a page has its size, its fonts, its pictures and what else is said of it', () => {
  const file = readFile(
    written((open) => {
      const [page = 0] = open.reservePages(1)
      const [font, picture, content] = [open.reserve(), open.reserve(), open.reserve()]
      open.write(font, '<</Type/Font>>')
      open.write(picture, '<</Type/XObject>>')
      open.writeStream(content, '', new TextEncoder().encode('0 g\n'))
      open.writePage(page, {
        size: { width: 297.638, height: 419.528 },
        contents: [content],
        fonts: new Map([['F1', font]]),
        pictures: new Map([['I1', picture]]),
        entries: '/Tabs/S/StructParents 7',
      })
    }),
  )
  expect(plain(pagesOf(file)[0], file)).toMatchObject({
    MediaBox: [0, 0, 297.638, 419.528],
    Tabs: '/S',
    StructParents: 7,
    Resources: { Font: { F1: { Type: '/Font' } }, XObject: { I1: { Type: '/XObject' } } },
  })
  expect(file.stream(entry(pagesOf(file)[0], 'Contents'))).toBe('0 g\n')
})

test('a page may have several streams, and share one with another page', () => {
  const file = readFile(
    written((open) => {
      const shared = open.reserve()
      open.writeStream(shared, '', new TextEncoder().encode('0 g\n'))
      const none = { fonts: new Map(), pictures: new Map(), entries: '' }
      for (const page of open.reservePages(2))
        open.writePage(page, { ...none, size: { width: 9, height: 9 }, contents: [shared, shared] })
    }),
  )
  const [first, second] = pagesOf(file).map((page) => entry(page, 'Contents'))
  expect(Array.isArray(first) && first.length).toBe(2)
  expect(second).toEqual(first)
})

test('what a viewer is to do stands in the catalog', () => {
  const file = readFile(written((open) => open.setViewerPreference('PrintScaling', 'None')))
  expect(plain(entry(file.catalog, 'ViewerPreferences'), file)).toEqual({
    DisplayDocTitle: true,
    PrintScaling: '/None',
  })
})

test('pages stand in the order in which they were reserved', () => {
  const file = readFile(
    written((open) => {
      const objects = open.reservePages(3)
      const none = { contents: [], fonts: new Map(), pictures: new Map(), entries: '' }
      for (const index of [2, 0, 1]) {
        const size = { width: 100 + index, height: 100 }
        open.writePage(objects[index] ?? 0, { ...none, size })
      }
    }),
  )
  const widths = pagesOf(file).map((page) => plain(entry(page, 'MediaBox'), file))
  expect(widths).toEqual([100, 101, 102].map((width) => [0, 0, width, 100]))
})

test('a stream reads back whole, deflated or plain', () => {
  const content = 'endstream endobj \r\n\u00ff\0'.repeat(50)
  const file = readFile(
    written((open) => {
      const bytes = Buffer.from(content, 'latin1')
      open.writeStream(open.reserveEntry('Deflated'), '', bytes)
      open.writeStream(open.reserveEntry('Plain'), '', bytes, true)
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

test('an object that was reserved and not written, or written twice, is a bug', () => {
  expect(() => written((open) => open.reserve())).toThrow('reserved but not written')
  expect(() => written((open) => open.write(open.reserveEntry('Test') + 1, '1'))).toThrow('was not reserved')
  expect(() =>
    written((open) => {
      const object = open.reserve()
      open.write(object, '1')
      open.write(object, '2')
    }),
  ).toThrow('is written twice')
})
