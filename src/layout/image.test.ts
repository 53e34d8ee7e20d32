import { describe, expect, it } from 'vitest'
import { Report } from '../base/report.ts'
import type { PngPicture } from '../picture/picture.ts'
import type { ImageBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { paragraph, plainStyle } from '../testing/square-face.ts'
import { checkResolution, cropOf, sizeOf } from './image.ts'

const page = { width: 200, height: 300 }

describe('sizeOf', () => {
  it('takes 96 pixels for an inch', () => {
    expect(sizeOf(imageBox(), pictureOf(128, 64), page)).toEqual({ width: 96, height: 48 })
  })

  it('takes the width that the theme or the image gives, in its proportions', () => {
    expect(sizeOf(imageBox({ width: { kind: 'pt', value: 50 } }), pictureOf(128, 64), page)).toEqual({
      width: 50,
      height: 25,
    })
    expect(sizeOf(imageBox({ width: { kind: 'share', value: 0.5 } }), pictureOf(100, 100), page)).toEqual({
      width: 100,
      height: 100,
    })
    expect(sizeOf(imageBox({}, '80%'), pictureOf(100, 100), page)).toEqual({ width: 160, height: 160 })
    expect(sizeOf(imageBox({}, '25.4mm'), pictureOf(100, 50), page).width).toBeCloseTo(72, 9)
    expect(sizeOf(imageBox({ height: { kind: 'pt', value: 30 } }), pictureOf(100, 50), page)).toEqual({
      width: 60,
      height: 30,
    })
  })

  it('is never wider or taller than its place or than the theme allows', () => {
    expect(sizeOf(imageBox(), pictureOf(1000, 500), page)).toEqual({ width: 200, height: 100 })
    expect(sizeOf(imageBox(), pictureOf(1000, 4000), page)).toEqual({ width: 75, height: 300 })
    expect(sizeOf(imageBox({ maxHeight: { kind: 'pt', value: 60 } }), pictureOf(1000, 500), page)).toEqual({
      width: 120,
      height: 60,
    })
    expect(
      sizeOf(imageBox({ maxWidth: { kind: 'share', value: 0.5 } }, '100%'), pictureOf(1000, 500), page),
    ).toEqual({
      width: 100,
      height: 50,
    })
  })
})

describe('a picture in a box of its own proportions', () => {
  const box = { width: { kind: 'pt', value: 60 }, height: { kind: 'pt', value: 60 } } as const
  // 128 × 64 pixels are 96 × 48 pt.
  const sizeAs = (objectFit: ComputedStyle['objectFit']) => {
    const image = imageBox({ ...box, objectFit })
    const size = sizeOf(image, pictureOf(128, 64), page)
    return { size, crop: cropOf(image, pictureOf(128, 64), size) }
  }

  it('stands in it whole, or fills it', () => {
    expect(sizeAs('contain')).toEqual({ size: { width: 60, height: 30 }, crop: null })
    expect(sizeAs('scale-down')).toEqual({ size: { width: 60, height: 30 }, crop: null })
    expect(sizeAs('fill')).toEqual({ size: { width: 60, height: 60 }, crop: null })
  })

  it('goes beyond it on two sides alike, and is cut off there', () => {
    const size = { width: 60, height: 60 }
    expect(sizeAs('cover')).toEqual({ size, crop: { x: -30, y: 0, width: 120, height: 60 } })
    expect(sizeAs('none')).toEqual({ size, crop: { x: -18, y: 6, width: 96, height: 48 } })
  })

  it('is not made larger by scale-down', () => {
    const image = imageBox({ ...box, objectFit: 'scale-down' })
    expect(sizeOf(image, pictureOf(32, 32), page)).toEqual({ width: 24, height: 24 })
  })
})

describe('checkResolution', () => {
  it('warns below 150 pixels an inch, and says how wide the picture may be', () => {
    const [found] = findings(300, 145)
    expect(found).toMatchObject({
      code: 'layout/coarse-picture',
      hints: [expect.stringContaining('at most 50 mm')],
    })
    expect(findings(300, 144)).toEqual([])
  })
})

function findings(pixels: number, width: number) {
  const report = new Report()
  checkResolution(imageBox(), pictureOf(pixels, pixels), { width, height: width }, report)
  return report.diagnostics
}

function imageBox(style: Partial<ComputedStyle> = {}, width?: string): ImageBox {
  const attrs = new Map(width === undefined ? [] : [['width', width]])
  return { kind: 'image', element: { ...paragraph, name: 'img', attrs }, style: plainStyle(style) }
}

function pictureOf(width: number, height: number): PngPicture {
  const header = { width, height, bits: 8, colorType: 0, isInterlaced: false } as const
  const data = new Uint8Array()
  return {
    kind: 'png',
    path: 'a.png',
    width,
    height,
    pixelsPerInch: null,
    orientation: 1,
    profile: null,
    header,
    palette: null,
    clear: null,
    data,
  }
}
