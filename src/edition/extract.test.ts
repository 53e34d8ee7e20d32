import { describe, expect, test } from 'vitest'
import type { SourceBytes } from '../base/world.ts'
import { attachSources } from '../pdf/attach.ts'
import { openFile } from '../pdf/document.ts'
import { information } from '../pdf/metadata.ts'
import { reporting } from '../testing/edition.ts'
import { description } from '../testing/pdf.ts'
import { extract } from './extract.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A PDF of one empty page that embeds these files. */
function embedding(sources: readonly SourceBytes[]): Uint8Array {
  const file = openFile({
    isArchive: false,
    compress: true,
    lang: 'en',
    information: information(description),
    deflated: new WeakMap(),
  })
  const [page = 0] = file.reservePages(1)
  const content = file.reserve()
  file.writeStream(content, '', bytesOf(''))
  const none = { fonts: new Map<string, number>(), pictures: new Map<string, number>() }
  file.writePage(page, { size: { width: 100, height: 100 }, contents: [content], entries: '', ...none })
  attachSources(file, { ...description, sources })
  return file.close()
}

function outcome(bytes: Uint8Array) {
  const { report, lines } = reporting()
  const extracted = extract(bytes, 'a.pdf', report)
  const sources = [...(extracted?.sources ?? [])].map(([path, content]) => [
    path,
    new TextDecoder().decode(content),
  ])
  return { isNull: extracted === null, sources: Object.fromEntries(sources), found: lines() }
}

const one = { path: 'content/a/publication.yaml', bytes: bytesOf('title: A\n') }

describe('what a PDF embeds', () => {
  test('is given back as it was, names beyond ASCII too', () => {
    const chinese = { path: 'content/水/图.svg', bytes: bytesOf('<svg/>') }
    const program = { path: 'bifolio:templates/a/layout.hbs', bytes: bytesOf('') }
    expect(outcome(embedding([one, chinese, program]))).toEqual({
      isNull: false,
      sources: {
        'bifolio:templates/a/layout.hbs': '',
        'content/a/publication.yaml': 'title: A\n',
        'content/水/图.svg': '<svg/>',
      },
      found: [],
    })
  })

  test('is there behind a signature as well', () => {
    const signed = Buffer.concat([
      embedding([one]),
      Buffer.from('9 0 obj <<>> endobj\nstartxref\n0\n%%EOF\n'),
    ])
    expect(outcome(signed)).toMatchObject({ sources: { [one.path]: 'title: A\n' }, found: [] })
  })

  test.each([
    ['../../outside.txt', 'has `.` or `..` among its folders'],
    ['content/../../outside.txt', 'has `.` or `..` among its folders'],
    ['/etc/passwd', 'is absolute'],
    ['C:/windows.ini', 'is absolute'],
    ['content\\..\\outside.txt', 'has a backslash'],
    ['content/a.txt:stream', 'has a colon'],
    ['bifolio:../../outside.txt', 'has `.` or `..` among its folders'],
    ['bifolio:/etc/passwd', 'has an empty name between its slashes'],
    ['npm:a/../../b', 'has `.` or `..` among its folders'],
    ['content//a', 'has an empty name between its slashes'],
    ['content/', 'has an empty name between its slashes'],
    ['', 'is empty'],
    ['a\u0000b', 'has a control character'],
    ['a\u202etxt.exe', 'has a character that turns the direction'],
  ])('is refused under the name %j', (path, problem) => {
    const { isNull, found } = outcome(embedding([one, { path, bytes: bytesOf('x') }]))
    expect(isNull).toBe(true)
    expect(found).toEqual([expect.stringContaining(problem)])
    expect(found[0]).toMatch(/^error archive\/unsafe-name: /)
  })

  test('is refused where two files have one name, or one is the folder of another', () => {
    const twice = outcome(embedding([one, { ...one, bytes: bytesOf('title: B\n') }]))
    expect(twice.found).toEqual([expect.stringContaining('is embedded twice')])
    const folder = outcome(embedding([one, { path: 'content/a', bytes: bytesOf('x') }]))
    expect(folder.found).toEqual([expect.stringContaining('is also the folder of another one')])
  })

  test('is refused where it was changed', () => {
    const bytes = embedding([one])
    const text = Buffer.from(bytes).toString('latin1')
    const sum = /\/CheckSum<([0-9A-F]{2})/.exec(text)
    const other = Buffer.from(
      text.replace(/(\/CheckSum<)[0-9A-F]{2}/, sum?.[1] === '00' ? '$101' : '$100'),
      'latin1',
    )
    expect(outcome(other).found).toEqual([expect.stringMatching(/^error archive\/damaged-source: /)])
  })
})

describe('a file without sources', () => {
  test('of this program says so', () => {
    expect(outcome(embedding([])).found).toEqual([expect.stringMatching(/^error archive\/no-sources: /)])
  })

  test.each([
    ['nothing', ''],
    ['no PDF', 'hello\n%%EOF\n'],
    ['a PDF of another program', '%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n9\n%%EOF\n'],
    ['a table of impossible length', '%PDF-1.7\nxref\n0 9999999999\nstartxref\n9\n%%EOF\n'],
  ])('is refused: %s', (_, text) => {
    expect(outcome(bytesOf(text)).found).toEqual([expect.stringMatching(/^error archive\/not-readable: /)])
  })

  test('is refused wherever it was cut off', () => {
    const bytes = embedding([one])
    for (let length = 0; length < bytes.length; length += 7) {
      const { found } = outcome(bytes.subarray(0, length))
      expect(found).toEqual([expect.stringMatching(/^error archive\/not-readable: /)])
    }
  })

  test('never brings anything down, whatever byte of it is changed', () => {
    const bytes = embedding([one])
    for (let at = 0; at < bytes.length; at += 3) {
      const other = Uint8Array.from(bytes)
      other[at] = (other[at] ?? 0) ^ 0x55
      const { isNull, sources, found } = outcome(other)
      // It is refused, or what comes out is what went in, perhaps under another name that is safe.
      if (isNull) expect(found.length).toBeGreaterThan(0)
      else expect(Object.values(sources)).toEqual(['title: A\n'])
    }
  })
})
