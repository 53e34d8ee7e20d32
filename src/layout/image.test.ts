import { describe, expect, it } from 'vitest'
import { Report } from '../base/report.ts'
import type { PngPicture } from '../picture/picture.ts'
import type { ImageBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { paragraph, plainStyle } from '../testing/square-face.ts'
import { checkResolution, sizeOf } from './image.ts'

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
    header,
    palette: null,
    clear: null,
    data,
  }
}
