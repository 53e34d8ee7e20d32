import { describe, expect, it } from 'vitest'
import { wholeFile } from '../base/span.ts'
import type { Tag } from '../document/structure.ts'
import { squareFace } from '../testing/square-face.ts'
import { dump } from './dump.ts'
import type { Glyphs, Laid, Placed } from './page.ts'

describe('dump', () => {
  it('writes pages, labels and sizes, and rounds to two decimals without a minus before zero', () => {
    const placed: Placed = {
      x: -0.001,
      y: 1 / 3,
      mark: { kind: 'rect', width: 1.005, height: 2, color: [255, 0, 16] },
      tag: null,
    }
    expect(dump(laidOf([placed]))).toBe(
      'page 1 plain, label iv, 100x200\n  rect 0,0.33 artifact 1x2 #ff0010\n',
    )
  })

  it('writes a text with its tag, face, size and colour, the zero-width spaces of gaps left out', () => {
    const marks: readonly Placed[] = [
      { x: 1, y: 2, mark: glyphsOf('a\u200b b'), tag: 0 },
      { x: 1, y: 2, mark: { ...glyphsOf('-'), actual: '\u00ad', color: [1, 2, 3] }, tag: null },
    ]
    expect(linesOf(marks)).toEqual([
      'text 1,2 P#0:en Square 10 "a b"',
      'text 1,2 artifact Square 10 #010203 "-" for "\\u00ad"',
    ])
  })

  it('writes where a link leads', () => {
    const link = {
      kind: 'link',
      width: 3,
      height: 4,
      target: { kind: 'anchor', anchor: 'one' },
      description: 'One',
    } as const
    const uri = { ...link, target: { kind: 'uri', uri: 'tel:1' } } as const
    expect(
      linesOf([
        { x: 1, y: 2, mark: link, tag: 0 },
        { x: 1, y: 2, mark: uri, tag: 0 },
      ]),
    ).toEqual(['link 1,2 P#0:en 3x4 to #one: One', 'link 1,2 P#0:en 3x4 to tel:1: One'])
  })

  it('writes the outline last, indented by level', () => {
    const place = { page: 0, x: 1, y: 2 }
    const laid = {
      ...laidOf([]),
      outline: [
        { title: 'One', level: 1, lang: 'en', place },
        { title: 'A', level: 2, lang: 'en', place },
      ],
    }
    expect(dump(laid)).toBe(
      'page 1 plain, label iv, 100x200\n\noutline\n  One (en) page 1 at 1,2\n    A (en) page 1 at 1,2\n',
    )
  })

  it('differs for pages that differ in anything that is painted', () => {
    const base = glyphsOf('ab')
    const variants: readonly Glyphs[] = [
      base,
      glyphsOf('ac'),
      { ...base, size: 11 },
      { ...base, color: [0, 0, 1] },
      { ...base, actual: 'x' },
    ]
    const dumps = variants.map((mark) => dump(laidOf([{ x: 0, y: 0, mark, tag: 0 }])))
    expect(new Set(dumps).size).toBe(variants.length)
  })
})

const face = squareFace()

function glyphsOf(text: string): Glyphs {
  const pairs = Uint32Array.from(text, (letter) => face.pair(letter.codePointAt(0) ?? 0, letter))
  const advances = new Float32Array(pairs.length).fill(5)
  return {
    kind: 'glyphs',
    face,
    size: 10,
    color: [0, 0, 0],
    pairs,
    from: 0,
    to: pairs.length,
    advances,
    xOffsets: null,
    yOffsets: null,
    actual: null,
  }
}

function laidOf(marks: readonly Placed[]): Laid {
  const tag: Tag = {
    role: 'P',
    lang: 'en',
    parent: null,
    unit: null,
    alt: null,
    scope: null,
    columns: 1,
    rows: 1,
    id: null,
    span: wholeFile('content.yaml'),
  }
  const page = { name: 'plain', label: 'iv', size: { width: 100, height: 200 }, marks }
  return { pages: [page], tags: [tag], outline: [], anchors: new Map() }
}

function linesOf(marks: readonly Placed[]): readonly string[] {
  return dump(laidOf(marks))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}
