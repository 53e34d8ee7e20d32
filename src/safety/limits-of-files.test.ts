import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import { settle } from '../layout/settle.ts'
import { paperOf } from '../layout/sheets.ts'
import { gridOf } from '../layout/table/table-grid.ts'
import { labelRanges } from '../pdf/page-labels.ts'
import { checkSize, pictureLimits } from '../picture/picture.ts'
import { readPicture } from '../picture/read-picture.ts'
import { openWorkshop } from '../read.ts'
import { readPictures } from '../read-pictures.ts'
import { parseTheme } from '../style/theme.ts'
import { substitute } from '../style/variables.ts'
import { layOut } from '../testing/documents.ts'
import { pngFile } from '../testing/pictures.ts'
import { shapeText, squareWorkshop } from '../testing/square-face.ts'
import { tableBox } from '../testing/table-boxes.ts'
import { tree } from '../testing/tree.ts'
import { readFont } from '../text/sfnt.ts'

// Each limit with its value written out: a test that took the constant of the source would pass with any.

function codes(find: (report: Report) => unknown): readonly string[] {
  const report = new Report()
  find(report)
  return report.diagnostics.map(({ code }) => code)
}

test('a picture has at most 64 MiB, 20,000 pixels a side and 64 million in all', () => {
  const root = tree('<html><img src="a.png"/></html>')
  const read = (length: number) => codes((report) => readPictures(root, oneFile('a.png', length), report))
  expect(read(64 * 1024 * 1024)).toEqual(['read/picture'])
  expect(read(64 * 1024 * 1024 + 1)).toEqual(['read/large'])
  expect(checkSize(20_000, 3_200, pictureLimits)).toBeNull()
  expect(checkSize(20_001, 1, pictureLimits)).not.toBeNull()
  expect(checkSize(8_000, 8_000, pictureLimits)).toBeNull()
  expect(checkSize(8_000, 8_001, pictureLimits)).not.toBeNull()
})

test('the pixels of a picture take at most 256 MiB', () => {
  // 1 + 8 × 4095 bytes a row.
  const inflated = (height: number) => {
    const file = pngFile({ width: 4095, height, bits: 16, colorType: 6, rows: [] })
    const read = readPicture(file, 'a.png')
    return read.kind === 'problem' ? read.detail : null
  }
  expect(inflated(8193)).not.toContain('its pixels take')
  expect(inflated(8194)).toContain('its pixels take')
})

test('a font has at most 64 MiB', () => {
  const declared = '- { family: F, licence: OFL-1.1, faces: [{ file: fonts/x.ttf }] }\n'
  const opened = (length: number) =>
    codes((report) => {
      const source = oneFile('fonts/x.ttf', length, { 'bifolio:fonts/fonts.yaml': declared })
      openWorkshop(source, report).face('F', 400, 'normal', report)
    })
  expect(opened(64 * 1024 * 1024)).toEqual(['fonts/broken'])
  expect(opened(64 * 1024 * 1024 + 1)).toEqual(['fonts/unreadable'])
})

test('a font has at most 256 tables', () => {
  const directory = (count: number) => {
    const font = new Uint8Array(12 + 16 * count)
    const view = new DataView(font.buffer)
    view.setUint32(0, 0x00010000)
    view.setUint16(4, count)
    return readFont(font)
  }
  expect(directory(256)).toBe('it has no table `cmap`')
  expect(directory(257)).toBe('its table directory is broken')
})

test('a font has at most 128 MiB when unpacked', () => {
  const stating = (length: number) => {
    const woff = new Uint8Array(44 + 20)
    const view = new DataView(woff.buffer)
    view.setUint32(0, 0x774f4646)
    view.setUint16(12, 1)
    view.setUint32(44 + 4, 1000)
    view.setUint32(44 + 8, length - 1)
    view.setUint32(44 + 12, length)
    return readFont(woff)
  }
  expect(stating(128 * 1024 * 1024)).toContain('ends beyond the file')
  expect(stating(128 * 1024 * 1024 + 1)).toContain('states more than a font may have')
})

test('brackets in a theme stand at most 100 deep', () => {
  const read = (depth: number) => {
    const text = `p { color: ${'('.repeat(depth - 1)}${')'.repeat(depth - 1)} }`
    const settings = { media: 'screen', open: () => null } as const
    const report = new Report()
    parseTheme([{ path: 't.css', text }], settings, report)
    return report.diagnostics.map(({ message }) => message)
  }
  expect(read(100)).not.toContain('this is nested too deeply')
  expect(read(101)).toContain('this is nested too deeply')
})

test('brackets in a value stand at most 20 deep, and it has at most 10,000 characters', () => {
  const read = (value: string) => {
    const settings = { media: 'screen', open: () => null } as const
    return codes((report) => parseTheme([{ path: 't.css', text: `p { --x:${value}}` }], settings, report))
  }
  expect(read('('.repeat(20) + ')'.repeat(20))).toEqual([])
  expect(read('('.repeat(21) + ')'.repeat(21))).toEqual(['style/value'])
  expect(read('x'.repeat(10_000))).toEqual([])
  expect(read('x'.repeat(10_001))).toEqual(['style/value'])
  const grow = (length: number) =>
    substitute(
      'var(--a)',
      () => 'x'.repeat(length),
      () => {},
    )
  expect(grow(10_000)).toHaveLength(10_000)
  expect(grow(10_001)).toBeNull()
})

test('a cell covers at most 1,000 columns of a grid', () => {
  const columns = (count: number) => gridOf(tableBox([[{ text: 'a', columns: count }]]), null).columns
  expect(columns(1000)).toBe(1000)
  expect(columns(1001)).toBe(1000)
})

test('a word is shaped in pieces of at most 10,000 letters', () => {
  expect(shapeText('a'.repeat(10_000), 'en').count).toBe(1)
  expect(shapeText('a'.repeat(10_001), 'en').count).toBe(2)
})

test('a page’s label is a Roman numeral up to 399', () => {
  expect(labelRanges(['cccxcix'])).toEqual([{ from: 0, prefix: '', style: 'r', start: 399 }])
  expect(labelRanges(['cd'])).toEqual([{ from: 0, prefix: 'cd', style: null, start: 1 }])
})

test('a document whose references move each other is laid out five times', () => {
  const rounds = (second: string) => {
    const { manuscript } = layOut({
      content: `languages: { en: { name: E } }
title: T
blocks: [{ paragraph: 'Cleanwater {ref: rain}' }, { paragraph: ${second}, id: rain }]
`,
      layout:
        '{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}',
      theme: `@page { size: 90pt 50pt; margin: 10pt; bi-page-label: lower-roman }
html { font-family: Square; font-size: 10pt; line-height: 15pt; counter-reset: page 8; widows: 1; orphans: 1 }`,
    })
    let count = 0
    const paper = paperOf(
      (query) => {
        if (query.isFirst) count++
        return manuscript.pageStyle(query)
      },
      ['en'],
    )
    const found = codes((report) => settle(manuscript, paper, squareWorkshop(), report))
    return [count, ...found]
  }
  expect(rounds('Rain')).toEqual([5, 'layout/unsettled-reference'])
})

/** A source with one file that says that it has so many bytes, and holds nothing; and others by their text. */
function oneFile(path: string, length: number, others: Readonly<Record<string, string>> = {}): Source {
  const missing = { problem: 'missing', detail: 'there is no such file' } as const
  return {
    read: (asked, limit) => {
      const text = others[asked]
      if (text !== undefined) return { ok: true, path: asked, bytes: new TextEncoder().encode(text) }
      if (asked !== path) return { ok: false, path: asked, ...missing }
      return length <= limit
        ? { ok: true, path, bytes: new Uint8Array() }
        : { ok: false, path, problem: 'large', detail: 'it is too large' }
    },
    list: (asked) => ({ ok: false, path: asked, ...missing }),
  }
}
