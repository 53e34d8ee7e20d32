import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegFile, pngChunk, pngFile } from '../testing/pictures.ts'
import type { Raster } from './picture.ts'
import { decodePixels } from './png-pixels.ts'
import { readPicture } from './read-picture.ts'

function read(bytes: Uint8Array): Raster {
  const picture = readPicture(bytes, 'a.png')
  if (picture.kind === 'problem') throw new Error(picture.detail)
  return picture
}

function refusal(bytes: Uint8Array): string {
  const picture = readPicture(bytes, 'a.png')
  return picture.kind === 'problem' ? picture.detail : `${picture.kind} accepted`
}

function pixelsOf(bytes: Uint8Array) {
  const picture = read(bytes)
  if (picture.kind !== 'png') throw new Error('no PNG')
  const { channels, colors, alpha } = decodePixels(picture)
  return { channels, colors: [...colors], alpha: alpha && [...alpha] }
}

describe('a PNG', () => {
  it('has its size and its density in pixels to the inch', () => {
    const pHYs = pngChunk('pHYs', Uint8Array.of(0, 0, 0x2e, 0x23, 0, 0, 0x17, 0x12, 1))
    const picture = read(pngFile({ width: 3, height: 2, extra: [pHYs] }))
    expect(picture).toMatchObject({ kind: 'png', width: 3, height: 2, orientation: 1, path: 'a.png' })
    expect(picture.pixelsPerInch?.x).toBeCloseTo(300, 1)
    expect(picture.pixelsPerInch?.y).toBeCloseTo(150, 1)
  })

  it('of 1 bit is black and white', () => {
    expect(pixelsOf(pngFile({ width: 3, height: 1, bits: 1, colorType: 0, rows: [0, 0b10100000] }))).toEqual({
      channels: 1,
      colors: [255, 0, 255],
      alpha: null,
    })
  })

  it('of 16 bits is rounded to 8', () => {
    const rows = [0, 0xff, 0xff, 0x80, 0x80, 0x00, 0x7f]
    expect(pixelsOf(pngFile({ width: 1, height: 1, bits: 16, colorType: 2, rows })).colors).toEqual([
      255, 128, 0,
    ])
  })

  it('with one clear colour is clear there, compared with all bits', () => {
    const rows = [0, 0x12, 0x34, 0x12, 0x35]
    const clear = Uint8Array.of(0x12, 0x34)
    expect(pixelsOf(pngFile({ width: 2, height: 1, bits: 16, colorType: 0, rows, clear }))).toMatchObject({
      alpha: [0, 255],
    })
  })

  it('with a palette has its colours and their opacities', () => {
    const palette = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)
    const file = { width: 4, height: 1, bits: 2, colorType: 3, rows: [0, 0b00011000], palette }
    expect(pixelsOf(pngFile({ ...file, clear: Uint8Array.of(0, 128) }))).toEqual({
      channels: 3,
      colors: [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3],
      alpha: [0, 128, 255, 0],
    })
  })

  it('has each filter undone, by the words of the standard', () => {
    // A row of each filter; every byte of the picture is then 10, 20, 30 …
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 0, 0, 0],
      [3, 5, 5, 5],
      [4, 0, 0, 0],
    ].flat()
    expect(pixelsOf(pngFile({ width: 3, height: 5, bits: 8, colorType: 0, rows })).colors).toEqual(
      Array.from({ length: 5 }, () => [10, 20, 30]).flat(),
    )
  })

  it('says the same interlaced and not', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 1, max: 20 }),
      height: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom(1, 2, 4, 8),
        fc.infiniteStream(fc.nat(255)),
        (size, bits, stream) => {
          const samples = [...stream.take(size.width * size.height)].map((value) => value % 2 ** bits)
          const plain = pixelsOf(pngFile({ ...size, bits, colorType: 0, samples }))
          expect(pixelsOf(pngFile({ ...size, bits, colorType: 0, samples, isInterlaced: true }))).toEqual(
            plain,
          )
          expect(plain.colors).toEqual(samples.map((value) => Math.round((value * 255) / (2 ** bits - 1))))
        },
      ),
    )
  })

  it.each([
    ['is empty', new Uint8Array(), 'it is empty'],
    ['is a text', new TextEncoder().encode('text'), 'it is neither PNG, JPEG nor SVG'],
    ['has no header', pngFile({ width: 1, height: 1 }).subarray(0, 8), 'it ends too early'],
    ['is cut', pngFile({ width: 1, height: 1 }).subarray(0, -1), 'it ends too early'],
    ['is huge', pngFile({ width: 30_000, height: 30_000, rows: [] }), /30000 × 30000 pixels/],
    ['is wide', pngFile({ width: 20_001, height: 1, rows: [] }), /20001 × 1 pixels/],
    ['is empty inside', pngFile({ width: 0, height: 1, rows: [] }), 'it has no pixels'],
    [
      'is of 3 bits',
      pngFile({ width: 1, height: 1, bits: 3, rows: [0, 0] }),
      /a kind of PNG that there is not/,
    ],
    ['has too few rows', pngFile({ width: 1, height: 2, rows: [0, 1] }), 'its last pixels are missing'],
    ['has too many', pngFile({ width: 1, height: 1, rows: [0, 1, 0, 1] }), 'its pixels are damaged'],
    ['has filter 5', pngFile({ width: 1, height: 1, rows: [5, 1] }), 'its pixels are damaged'],
    ['has no palette', pngFile({ width: 1, height: 1, colorType: 3 }), 'its palette is missing'],
    [
      'has too long a palette',
      pngFile({ width: 1, height: 1, bits: 1, colorType: 3, palette: new Uint8Array(9) }),
      'its palette is broken',
    ],
    [
      'has opacities without a palette',
      pngFile({ width: 1, height: 1, colorType: 3, clear: new Uint8Array(1) }),
      'its transparency is broken',
    ],
    [
      'has an unknown critical part',
      pngFile({ width: 1, height: 1, extra: [pngChunk('ABCD', new Uint8Array())] }),
      'it has an unknown part `ABCD`',
    ],
  ])('that %s is refused', (_, bytes, detail) => {
    expect(refusal(bytes)).toMatch(detail)
  })

  it('with one wrong bit anywhere is refused', () => {
    const file = pngFile({ width: 4, height: 4 })
    fc.assert(
      fc.property(fc.nat(8 * file.length - 1), (bit) => {
        const broken = Uint8Array.from(file)
        broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(readPicture(broken, 'a.png').kind).toBe('problem')
      }),
    )
  })

  it('that would inflate beyond its size is refused without being inflated', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000))
    expect(refusal(pngFile({ width: 10, height: 10, data: bomb }))).toBe('its pixels are damaged')
  })

  it('keeps its pixels as they were compressed, without what follows them', () => {
    const data = deflateSync(Uint8Array.of(0, 7))
    const picture = read(pngFile({ width: 1, height: 1, data: Buffer.concat([data, Buffer.from('junk')]) }))
    expect(Buffer.from(picture.data)).toEqual(data)
  })
})

describe('a JPEG', () => {
  it('has its size, density and components', () => {
    expect(read(jpegFile({ width: 300, height: 20 }))).toMatchObject({
      kind: 'jpeg',
      width: 300,
      height: 20,
      components: 3,
      pixelsPerInch: { x: 72, y: 72 },
      isPlainRgb: false,
      isInverted: false,
    })
  })

  it.each([
    ['baseline', 0xc0],
    ['extended', 0xc1],
    ['progressive', 0xc2],
  ])('may be %s', (_, frame) => {
    expect(read(jpegFile({ frame })).kind).toBe('jpeg')
  })

  it('that was taken with a turned camera is upright', () => {
    expect(read(jpegFile({ width: 300, height: 20, orientation: 6 }))).toMatchObject({
      width: 20,
      height: 300,
      orientation: 6,
    })
  })

  it('says how its colours are kept', () => {
    expect(read(jpegFile({ components: 4, transform: 2 }))).toMatchObject({ components: 4, isInverted: true })
    expect(read(jpegFile({ components: 4 }))).toMatchObject({ isInverted: false })
    expect(read(jpegFile({ names: 'RGB' }))).toMatchObject({ isPlainRgb: true })
    expect(read(jpegFile({ names: 'RGB', transform: 1 }))).toMatchObject({ isPlainRgb: false })
  })

  it('ends where its image ends', () => {
    const file = jpegFile({})
    expect(read(Buffer.concat([file, Buffer.from('more')])).data).toEqual(file)
  })

  it.each([
    ['has arithmetic coding', jpegFile({ frame: 0xc9 }), 'it is compressed by arithmetic coding'],
    ['is lossless', jpegFile({ frame: 0xc3 }), 'it is lossless or hierarchical JPEG'],
    ['has two components', jpegFile({ components: 2 }), 'it has 2 components of colour'],
    ['has 12 bits', jpegFile({ bits: 12 }), 'it has 12 bits a sample'],
    ['is huge', jpegFile({ width: 30_000, height: 30_000 }), /30000 × 30000 pixels/],
    ['has no end', jpegFile({}).subarray(0, -2), 'it ends too early'],
    ['is only a start', Uint8Array.of(0xff, 0xd8, 0xff), 'it ends too early'],
    ['has no scan', jpegFile({ hasScan: false }), 'it has no pixels'],
  ])('that %s is refused', (_, bytes, detail) => {
    expect(refusal(bytes)).toMatch(detail)
  })
})

describe('any bytes', () => {
  const seeds = [
    pngFile({ width: 5, height: 5, isInterlaced: true }),
    jpegFile({ orientation: 3, transform: 1 }),
  ]

  it('are read or refused with a sentence and a hint, never with an exception', () => {
    const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        edits,
        fc.nat(400),
        fc.uint8Array({ maxLength: 40 }),
        (seed, all, cut, more) => {
          const bytes = Uint8Array.from([...seed.subarray(0, seed.length - (cut % seed.length)), ...more])
          for (const [at, value] of all) if (at < bytes.length) bytes[at] = value
          const picture = readPicture(bytes, 'a.png')
          if (picture.kind !== 'problem') return
          expect(picture.detail).toMatch(/^its? \w/)
          expect(picture.hint).not.toBe('')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of a JPEG cost one look each: no marker is read twice', () => {
    // 1 MB of restart markers, of fill bytes, of empty segments: each once quadratic in some reader.
    for (const filler of [
      [0xff, 0xd0],
      [0xff, 0xff],
      [0xff, 0xe5, 0, 2],
    ]) {
      const many = Array.from({ length: 250_000 }, () => filler).flat()
      expect(read(jpegFile({ before: Uint8Array.from(many) })).kind).toBe('jpeg')
    }
  })
})
