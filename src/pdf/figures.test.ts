import { expect, test } from 'vitest'
import type { Tag } from '../document/structure.ts'
import type { Laid, Placed } from '../layout/page.ts'
import type { Picture } from '../picture/picture.ts'
import { readPicture } from '../picture/read-picture.ts'
import { codesOf, elementsOf, painted, word } from '../testing/painting.ts'
import { laidOf, page, tag } from '../testing/pdf.ts'
import { jpegFile, pngFile } from '../testing/pictures.ts'
import { contentOf, pagesOf, plain, treeOf } from '../testing/read-pdf.ts'
import { audit } from './audit.ts'
import { entry, readFile } from './read-file.ts'

function picture(bytes: Uint8Array, path = 'images/a.png'): Picture {
  const read = readPicture(bytes, path)
  if (read.kind === 'problem') throw new Error(read.detail)
  return read
}

const square = picture(pngFile({ width: 4, height: 4, colorType: 2 }))

function shown(of: number | null, what: Picture = square, y = 20): Placed {
  return { x: 20, y, mark: { kind: 'picture', picture: what, width: 100, height: 50, crop: null }, tag: of }
}

/** A figure that two languages describe, shown once. */
function figures(alts: readonly (string | null)[] = ['A square', '方块'], what: Picture = square): Laid {
  const tags: Tag[] = [
    tag('Document', 'en', null),
    tag('Part', 'en', 0),
    { ...tag('Figure', 'en', 1), alt: alts[0] ?? null },
    tag('Caption', 'en', 1),
    tag('Part', 'zh-Hans', 0),
    { ...tag('Figure', 'zh-Hans', 4), alt: alts[1] ?? null },
  ]
  const area: Placed = { x: 20, y: 20, mark: { kind: 'area', width: 100, height: 50 }, tag: 5 }
  return laidOf(tags, [page([shown(2, what), area, word('Figure 1', 20, 90, 3)])])
}

test('a figure has its description and its place in each language', () => {
  const bytes = painted(figures())
  expect(treeOf(bytes)).toEqual([
    'Document en * *',
    '  Part en * *',
    '    Figure en 0:0',
    '    Caption en 0:2',
    '  Part zh-Hans *',
    '    Figure zh-Hans 0:1',
  ])
  const file = readFile(bytes)
  expect(elementsOf(bytes, 'Figure').map((figure) => [figure.Alt, figure.A])).toEqual([
    ['A square', { O: '/Layout', Placement: '/Block', BBox: [20, 525, 120, 575] }],
    ['方块', { O: '/Layout', Placement: '/Block', BBox: [20, 525, 120, 575] }],
  ])
  expect(contentOf(bytes).split('\n').slice(0, 6)).toEqual([
    '/Figure<</MCID 0>>BDC',
    'q 100 0 0 50 20 525 cm',
    '/I1 Do Q',
    'EMC',
    '/Figure<</MCID 1>>BDC',
    '20 525 100 50 re n',
  ])
  expect(plain(entry(entry(pagesOf(file)[0], 'Resources'), 'XObject'), file)).toMatchObject({
    I1: { Subtype: '/Image', Width: 4, Height: 4, ColorSpace: '/DeviceRGB', BitsPerComponent: 8 },
  })
  expect(audit(bytes).map(({ role, text }) => [role, text])).toEqual([['Caption', 'Figure 1']])
})

test('a figure without a description is an error, decoration is not', () => {
  expect(codesOf(figures(['A square', null]))).toEqual(['pdf/figure-alt'])
  expect(codesOf(figures([' ', '方块']))).toEqual(['pdf/figure-alt'])
  expect(codesOf(laidOf([tag('Document', 'en', null)], [page([shown(null)])]))).toEqual([])
})

test('a picture stands in a figure, and not in CMYK', () => {
  const inks = picture(jpegFile({ components: 4, transform: 2 }), 'images/a.jpg')
  expect(codesOf(laidOf([tag('Document', 'en', null), tag('P', 'en', 0)], [page([shown(1)])]))).toEqual([
    'pdf/picture-tag',
  ])
  expect(codesOf(figures(undefined, inks))).toEqual(['pdf/picture-color'])
  expect(Buffer.from(painted(figures(undefined, inks), 'none')).toString('latin1')).toContain('/DeviceCMYK')
})

test('the same picture is written once, from however many files', () => {
  const copy = picture(pngFile({ width: 4, height: 4, colorType: 2 }), 'images/b.png')
  const other = picture(pngFile({ width: 4, height: 5, colorType: 2 }), 'images/c.png')
  const marks = [square, copy, other, square].map((what, index) => shown(null, what, 20 + 60 * index))
  const bytes = painted(laidOf([tag('Document', 'en', null)], [page(marks), page([shown(null)])]))
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\/Image/g),
  ).toHaveLength(2)
  expect(contentOf(bytes).match(/\/I\d Do/g)).toEqual(['/I1 Do', '/I1 Do', '/I2 Do', '/I1 Do'])
})
