import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Orientation, Picture, Raster } from '../picture/picture.ts'
import { decodePixels, type Pixels } from '../picture/png-pixels.ts'
import { readPicture } from '../picture/read-picture.ts'
import { description, laidOf, page, tag } from '../testing/pdf.ts'
import { jpegFile, pngChunk, pngFile } from '../testing/pictures.ts'
import { namedProfile, profileBytes, profileSegments } from '../testing/profiles.ts'
import { pagesOf, plain } from '../testing/read-pdf.ts'
import { isKind, type Token } from './lexer.ts'
import { paint } from './paint.ts'
import { matrixOf } from './pictures.ts'
import { entry, type ReadFile, readFile } from './read-file.ts'

function read(bytes: Uint8Array): Raster {
  const picture = readPicture(bytes, 'a')
  if (picture.kind === 'problem') throw new Error(picture.detail)
  return picture
}

function pixelsOf(bytes: Uint8Array): Pixels {
  const picture = read(bytes)
  if (picture.kind !== 'png') throw new Error('no PNG')
  return decodePixels(picture)
}

/** The image object that a picture becomes, as decoration on a page. */
function embedded(picture: Picture): { readonly file: ReadFile; readonly image: Token } {
  const mark = { kind: 'picture', picture, width: 10, height: 10, crop: null } as const
  const laid = laidOf([tag('Document', 'en', null)], [page([{ x: 0, y: 0, mark, tag: null }])])
  const bytes = paint(laid, description, { profile: 'archive' }, new Report())
  const file = readFile(bytes ?? new Uint8Array())
  const objects = file.resolve(entry(entry(pagesOf(file)[0], 'Resources'), 'XObject'))
  return { file, image: entry(objects, 'I1') ?? null }
}

/** What a reader of the file sees: the image as a PNG file again, decoded. */
function seen(file: ReadFile, image: Token): Pixels {
  const dictionary = file.resolve(image)
  const numberOf = (key: string) => Number(file.resolve(entry(dictionary, key)))
  const space = file.resolve(entry(dictionary, 'ColorSpace'))
  const lookup = Array.isArray(space) ? space[3] : null
  const palette = isKind(lookup, 'string') ? Buffer.from(lookup.bytes, 'latin1') : undefined
  const isRgb = isKind(space, 'name') && space.name === 'DeviceRGB'
  return pixelsOf(
    pngFile({
      width: numberOf('Width'),
      height: numberOf('Height'),
      bits: numberOf('BitsPerComponent'),
      colorType: palette ? 3 : isRgb ? 2 : 0,
      data: deflateSync(Buffer.from(file.stream(image), 'latin1')),
      ...(palette ? { palette } : {}),
    }),
  )
}

test('a reader sees the pixels of the file, of any kind', () => {
  const kinds = [
    ...[1, 2, 4, 8, 16].map((bits) => ({ colorType: 0, bits })),
    ...[1, 2, 4, 8].map((bits) => ({ colorType: 3, bits })),
    ...[2, 4, 6].flatMap((colorType) => [8, 16].map((bits) => ({ colorType, bits }))),
  ]
  const size = fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  const sketch = fc.tuple(
    fc.constantFrom(...kinds),
    size,
    fc.boolean(),
    fc.boolean(),
    fc.infiniteStream(fc.nat(65535)),
  )
  fc.assert(
    fc.property(sketch, ([kind, { width, height }, isInterlaced, isClear, stream]) => {
      const samples = [...stream.take(4 * width * height)].map((value) => value % 2 ** kind.bits)
      const colors = [...stream.take(3 * 2 ** Math.min(kind.bits, 8))].map((value) => value & 255)
      const clear = { 0: 2, 2: 6, 3: 1 }[kind.colorType]
      const source = pngFile({
        ...kind,
        ...{ width, height, isInterlaced, samples },
        ...(kind.colorType === 3 ? { palette: Uint8Array.from(colors) } : {}),
        ...(isClear && clear ? { clear: new Uint8Array(clear) } : {}),
      })
      const { file, image } = embedded(read(source))
      const wanted = pixelsOf(source)
      expect(seen(file, image).colors).toEqual(wanted.colors)
      const mask = entry(file.resolve(image), 'SMask')
      const key = entry(file.resolve(image), 'Mask')
      if (mask) expect(seen(file, mask).colors).toEqual(wanted.alpha)
      else if (wanted.alpha) expect(plain(key, file)).toEqual(clear === 2 ? [0, 0] : [0, 0, 0, 0, 0, 0])
    }),
    { numRuns: 150 },
  )
})

test('rows that a reader can undo pass through as they were compressed', () => {
  const rows = deflateSync(
    Uint8Array.from({ length: 130 }, (_, index) => (index % 13 === 0 ? 0 : index)),
    {
      level: 0,
    },
  )
  const { file, image } = embedded(read(pngFile({ width: 12, height: 10, data: rows })))
  expect(plain(image, file)).toEqual({
    Type: '/XObject',
    Subtype: '/Image',
    Width: 12,
    Height: 10,
    BitsPerComponent: 8,
    ColorSpace: '/DeviceGray',
    Filter: '/FlateDecode',
    DecodeParms: { Predictor: 15, Colors: 1, BitsPerComponent: 8, Columns: 12 },
    Length: rows.length,
  })
})

test('a JPEG is embedded as it is, with what its colours are', () => {
  const dictionaryOf = (bytes: Uint8Array) => {
    const { file, image } = embedded(read(bytes))
    return plain(image, file)
  }
  const source = jpegFile({ width: 30, height: 20, orientation: 6, components: 1 })
  expect(dictionaryOf(source)).toMatchObject({
    Width: 30,
    Height: 20,
    Filter: '/DCTDecode',
    ColorSpace: '/DeviceGray',
    Length: source.length,
  })
  expect(dictionaryOf(jpegFile({ names: 'RGB' }))).toMatchObject({
    ColorSpace: '/DeviceRGB',
    DecodeParms: { ColorTransform: 0 },
  })
})

test('of a picture that goes beyond its mark, that is cut off', () => {
  const picture = read(jpegFile({}))
  const crop = { x: -5, y: -2, width: 20, height: 14 }
  const mark = { kind: 'picture', picture, width: 10, height: 10, crop } as const
  const laid = laidOf([tag('Document', 'en', null)], [page([{ x: 30, y: 40, mark, tag: null }])])
  const bytes = paint(laid, description, { profile: 'archive' }, new Report())
  const file = readFile(bytes ?? new Uint8Array())
  const foot = page([]).size.height - 50
  const content = file.stream(entry(pagesOf(file)[0], 'Contents'))
  // The whole is 20 by 14, its foot 2 below that of what is seen.
  expect(content.replaceAll(/\s+/g, ' ')).toContain(`q 30 ${foot} 10 10 re W n 20 0 0 14 25 ${foot - 2} cm`)
})

test('a picture is turned as its camera says', () => {
  // Exif 2.32, table 6: on which side the first row and the first column are to be seen.
  const sides: readonly (readonly [Orientation, string, string])[] = [
    [1, 'top', 'left'],
    [2, 'top', 'right'],
    [3, 'bottom', 'right'],
    [4, 'bottom', 'left'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ]
  for (const [orientation, row, column] of sides) {
    const picture = { ...read(jpegFile({})), orientation }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrixOf(
      { kind: 'picture', picture, width: 40, height: 20, crop: null },
      100,
      200,
    )
    const sideOf = (u: number, v: number): string | undefined => {
      const at = `${a * u + c * v + e},${b * u + d * v + f}`
      return { '120,220': 'top', '120,200': 'bottom', '100,210': 'left', '140,210': 'right' }[at]
    }
    expect([orientation, sideOf(0.5, 1), sideOf(0, 0.5)]).toEqual([orientation, row, column])
  }
})

test('colours are those of the profile of the file, which is written once', () => {
  const profile = profileBytes()
  const gray = profileBytes({ space: 'GRAY' })
  const chunk = pngChunk('iCCP', namedProfile(profile))
  const palette = new Uint8Array(6)
  const spaceOf = (bytes: Uint8Array) => {
    const { file, image } = embedded(read(bytes))
    const space = file.resolve(entry(file.resolve(image), 'ColorSpace'))
    return { file, space: Array.isArray(space) ? space : [] }
  }
  for (const source of [
    pngFile({ width: 1, height: 1, colorType: 2, extra: [chunk] }),
    pngFile({ width: 1, height: 1, colorType: 6, bits: 16, extra: [chunk] }),
    jpegFile({ before: profileSegments(profile, [2, 1]) }),
  ]) {
    const { file, space } = spaceOf(source)
    expect(plain(space[0], file)).toBe('/ICCBased')
    expect(plain(space[1], file)).toMatchObject({ N: 3, Alternate: '/DeviceRGB' })
    expect(Buffer.from(file.stream(space[1]), 'latin1')).toEqual(Buffer.from(profile))
  }
  const indexed = spaceOf(pngFile({ width: 1, height: 1, bits: 1, colorType: 3, palette, extra: [chunk] }))
  expect(plain(indexed.space[1], indexed.file)).toMatchObject(['/ICCBased', { N: 3 }])
  const grey = spaceOf(jpegFile({ components: 1, before: profileSegments(gray) }))
  expect(plain(grey.space[1], grey.file)).toMatchObject({ N: 1, Alternate: '/DeviceGray' })
  const marks = [
    jpegFile({ before: profileSegments(profile) }),
    pngFile({ width: 1, height: 1, colorType: 2, extra: [chunk] }),
  ].map((bytes) => ({
    x: 0,
    y: 0,
    mark: { kind: 'picture', picture: read(bytes), width: 9, height: 9, crop: null } as const,
    tag: null,
  }))
  const laid = laidOf([tag('Document', 'en', null)], [page(marks)])
  const bytes = paint(laid, description, { profile: 'archive' }, new Report()) ?? new Uint8Array()
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Alternate\/DeviceRGB/g),
  ).toHaveLength(1)
})

test('a picture in CMYK needs the profile of its press in an archive', () => {
  const codes = (bytes: Uint8Array) => {
    const mark = { kind: 'picture', picture: read(bytes), width: 10, height: 10, crop: null } as const
    const laid = laidOf([tag('Document', 'en', null)], [page([{ x: 0, y: 0, mark, tag: null }])])
    const report = new Report()
    paint(laid, description, { profile: 'archive' }, report)
    return report.diagnostics.map(({ code }) => code)
  }
  const press = profileBytes({ space: 'CMYK', deviceClass: 'prtr' })
  expect(codes(jpegFile({ components: 4 }))).toEqual(['pdf/picture-color'])
  expect(codes(jpegFile({ components: 4, before: profileSegments(profileBytes()) }))).toEqual([
    'pdf/picture-color',
  ])
  expect(codes(jpegFile({ components: 4, before: profileSegments(press) }))).toEqual([])
})
