import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { readPicture } from '../picture/read-picture.ts'
import { readSvg } from '../picture/svg/read-svg.ts'
import { readPictures } from '../read-pictures.ts'
import { pngChunk, pngFile } from '../testing/pictures.ts'
import { profileBytes } from '../testing/profiles.ts'
import { tree } from '../testing/tree.ts'

// Each limit with its value written out: a test that took the constant of the source would pass with any.

const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'

/** The errors of a drawing with some content; none: it can be used. */
function said(content: string, root = start): readonly string[] {
  const report = new Report()
  readSvg({ path: 'a.svg', text: `${root}${content}</svg>` }, report)
  return report.diagnostics.map(({ message }) => message.replace('the drawing cannot be used: ', ''))
}

test('a drawing has at most 4 MiB', () => {
  const codes = (length: number) => {
    const bytes = Buffer.from(`${start}${' '.repeat(length - start.length - 6)}</svg>`)
    const report = new Report()
    const source = {
      list: (path: string) => ({ ok: false, path, problem: 'missing', detail: '' }) as const,
      read: (path: string) => ({ ok: true, path, bytes }) as const,
    }
    readPictures(tree('<html><img src="a.svg"/></html>'), source, report)
    return report.diagnostics.map(({ code }) => code)
  }
  expect(codes(4 * 1024 * 1024)).toEqual([])
  expect(codes(4 * 1024 * 1024 + 1)).toEqual(['read/svg'])
})

test('a drawing has at most 50,000 elements', () => {
  expect(said('<g/>'.repeat(49_999))).toEqual([])
  expect(said('<g/>'.repeat(50_000))).toEqual(['it has more than 50000 elements'])
})

test('a drawing shows at most 50,000 elements, those that are used again included', () => {
  // Each level shows the one below ten times: a path a thousand times is 2,000 elements and more, ten thousand times 20,000.
  const level = (name: string, below: string) => `<g id="${name}">${`<use href="#${below}"/>`.repeat(10)}</g>`
  const defs = `<defs><path id="a" d="M0 0"/>${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}</defs>`
  expect(said(`${defs}${'<use href="#d"/>'.repeat(10)}`)).toEqual([])
  expect(said(`${defs}${level('e', 'd')}${'<use href="#e"/>'.repeat(10)}`)).toEqual([
    'it shows more than 50000 elements',
  ])
})

test('elements of a drawing stand at most 64 deep', () => {
  const nested = (depth: number) => '<g>'.repeat(depth) + '</g>'.repeat(depth)
  expect(said(nested(63))).toEqual([])
  expect(said(nested(64))).toEqual(['its elements stand more than 64 deep in each other'])
})

test('what is used again adds to the depth', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`).join('')
  const end = (length: number) =>
    `<defs>${chain(length)}<rect id="a${length}" width="1" height="1"/></defs><use href="#a0"/>`
  expect(said(end(20))).toEqual([])
  expect(said(end(40))).toEqual(['its elements stand more than 64 deep in each other'])
})

test('outlines of a drawing have at most 400,000 steps, those that are used again included', () => {
  const path = (count: number) => `<path id="a" d="M0 0${'h0'.repeat(count - 1)}"/>`
  expect(said(path(400_000))).toEqual([])
  expect(said(path(400_001))).toEqual(['its outlines have more than 400000 steps'])
  expect(said(`${path(200_000)}<use href="#a"/>`)).toEqual([])
  expect(said(`${path(200_001)}<use href="#a"/>`)).toEqual(['its outlines have more than 400000 steps'])
})

test('so have its texts letters', () => {
  expect(said(`<text>${'a'.repeat(400_000)}</text>`)).toEqual([])
  expect(said(`<text>${'a'.repeat(400_001)}</text>`)).toEqual(['its outlines have more than 400000 steps'])
})

test('and its dashes', () => {
  const dashed = (count: number) =>
    said(`<path d="M0 0h1" stroke="red" stroke-dasharray="${'1 '.repeat(count)}"/>`)
  expect(dashed(399_998)).toEqual([])
  expect(dashed(399_999)).toEqual(['its outlines have more than 400000 steps'])
})

test('of at most 50 things it is said that they are not printed', () => {
  const unknown = (count: number) =>
    said(Array.from({ length: count }, (_, index) => `<g n${index}="1"/>`).join(''))
  expect(unknown(50)).toHaveLength(50)
  expect(unknown(51)).toHaveLength(50)
})

test('at most 16 MiB of attributes are read, those that are used again included', () => {
  const blank = (length: number) => `<g id="a" transform="${' '.repeat(length)}"/>`
  const uses = '<use href="#a"/>'.repeat(15)
  // A megabyte for each, less what the names and the places of the others take.
  expect(said(blank(1024 * 1024 - 50) + uses)).toEqual([])
  expect(said(blank(1024 * 1024) + uses)).toEqual(['it has more than 16777216 characters to read'])
})

test('a side of a drawing has from 0.01 to 100,000 pixels', () => {
  const sized = (width: number) =>
    said('', `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1">`)
  expect(sized(0.01)).toEqual([])
  expect(sized(0.0099)).not.toEqual([])
  expect(sized(100_000)).toEqual([])
  expect(sized(100_001)).not.toEqual([])
})

test('nothing in a drawing stands farther out than 1,000 times its side', () => {
  const at = (x: number) => said(`<path d="M${x} 0v1h-1z"/>`)
  expect(at(100_000)).toEqual([])
  expect(at(100_001)).toEqual(['something in it is drawn far outside'])
})

test('no number in a drawing is above a thousand millions, and nothing is stretched more than a million times', () => {
  expect(said('<g transform="translate(1e9)"/>')).toEqual([])
  expect(said('<g transform="translate(1.1e9)"/>')).not.toEqual([])
  const stretched = (scale: string) => said(`<g transform="scale(${scale})"><path d="M0 0h.01v.01z"/></g>`)
  expect(stretched('1e6')).toEqual([])
  expect(stretched('1.1e6')).toEqual(['something in it is drawn far outside'])
})

test('at most 8 gradients take what they lack from one another', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) =>
      index + 1 < length
        ? `<linearGradient id="g${index}" href="#g${index + 1}"/>`
        : `<linearGradient id="g${index}"><stop/><stop offset="1"/></linearGradient>`,
    ).join('')
  const used = (length: number) => said(`${chain(length)}<rect width="9" height="9" fill="url(#g0)"/>`)
  expect(used(8)).toEqual([])
  expect(used(9)).toEqual(['its gradients lead to one another'])
})

test('a colour profile has at most 4 MiB', () => {
  const detail = (length: number) => {
    const bytes = Buffer.concat([profileBytes({ size: length }), Buffer.alloc(length - 160)])
    const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(bytes)]))
    const picture = readPicture(pngFile({ width: 1, height: 1, colorType: 2, extra: [chunk] }), 'a.png')
    return picture.kind === 'problem' ? picture.detail : picture.profile?.kind
  }
  expect(detail(4 * 1024 * 1024)).toBe('profile')
  expect(detail(4 * 1024 * 1024 + 1)).toBe('problem')
})
