import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Color } from '../base/length.ts'
import type { Glyphs } from '../layout/page.ts'
import { description, run, testFaces, widthOf } from '../testing/pdf.ts'
import { readable } from '../testing/read-pdf.ts'
import { ContentStream } from './content-stream.ts'
import { openFile } from './document.ts'
import { Fonts } from './font.ts'
import { Pen } from './glyphs.ts'
import { LetterSpacing } from './letter-spacing.ts'
import { isKind, Lexer, type Token } from './lexer.ts'
import { information } from './metadata.ts'

const { latin, han } = testFaces()

/** Of the page. */
const height = 600

interface Drawn {
  readonly content: string
  readonly fonts: Fonts
}

function draw(paint: (pen: Pen) => void): Drawn {
  const file = openFile({
    isArchive: false,
    compress: true,
    lang: 'en',
    information: information(description),
    deflated: new WeakMap(),
  })
  const fonts = new Fonts(file, { face: () => {}, pair: () => {} })
  const stream = new ContentStream()
  const pen = new Pen(stream, height, fonts, new LetterSpacing())
  paint(pen)
  pen.endText()
  return { content: readable(Buffer.from(stream.take()).toString('latin1')), fonts }
}

/** Where a reader of the content puts each glyph: the origin, y downwards. */
function origins({ content, fonts }: Drawn): readonly [number, number][] {
  const byId = new Map(
    [...fonts.all].flatMap((codes) => codes.fonts.map((font) => [font.id, { codes, font }])),
  )
  const found: [number, number][] = []
  const lexer = new Lexer(content)
  let operands: Token[] = []
  let [x, y, lineX, lineY, size, rise, spacing, font] = [0, 0, 0, 0, 0, 0, 0, '']
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKind(token, 'operator')) {
      operands.push(token)
      continue
    }
    if (token.name === 'BT') [lineX, lineY] = [0, 0]
    if (token.name === 'Td') {
      lineX += Number(operands[0])
      lineY += Number(operands[1])
      x = lineX
      y = height - lineY
    }
    if (token.name === 'Tc') spacing = Number(operands[0])
    if (token.name === 'Ts') rise = Number(operands[0])
    if (token.name === 'Tf') {
      font = isKind(operands[0], 'name') ? operands[0].name : ''
      size = Number(operands[1])
    }
    if (token.name === 'TJ') {
      const used = byId.get(font)
      for (const part of Array.isArray(operands[0]) ? operands[0] : []) {
        if (typeof part === 'number') x -= (part * size) / 1000
        else if (isKind(part, 'string')) {
          for (const [, high, low] of part.bytes.matchAll(/(.)(.)/gs)) {
            const cid = (high ?? '').charCodeAt(0) * 256 + (low ?? '').charCodeAt(0)
            found.push([x, y - rise])
            x += ((used?.codes.widthOf(used.font.pairs[cid - 1] ?? -1) ?? Number.NaN) * size) / 1000 + spacing
          }
        }
      }
    }
    operands = []
  }
  return found
}

function wanted(glyphs: Glyphs, x: number, y: number): [number, number][] {
  let at = x
  return Array.from(glyphs.pairs, (_, index) => {
    const origin: [number, number] = [
      at + (glyphs.xOffsets?.[index] ?? 0),
      y - (glyphs.yOffsets?.[index] ?? 0),
    ]
    at += glyphs.advances[index] ?? 0
    return origin
  })
}

test('a reader finds every glyph of a line within a thousandth of its size, however long and stretched', () => {
  const piece = fc.record({
    text: fc.stringMatching(/^[A-Za-z ,.-]{1,40}$/),
    size: fc.double({ min: 5, max: 40, noNaN: true }),
    stretch: fc.double({ min: -0.3, max: 3, noNaN: true }),
    shifts: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 300, noNaN: true }),
      (line, left) => {
        const expected: [number, number, number][] = []
        let x = left
        const drawn = draw((pen) => {
          for (const { text, size, stretch, shifts } of line) {
            const natural = run(latin, text, size)
            const advances = natural.advances.map((advance) => advance + stretch)
            const offsets = shifts ? advances.map((_, index) => (index % 3) - 1) : null
            const glyphs = { ...natural, advances, xOffsets: offsets, yOffsets: offsets }
            for (const origin of wanted(glyphs, x, 100)) expected.push([...origin, size])
            pen.glyphs(glyphs, x, 100)
            x += widthOf(glyphs)
          }
        })
        const found = origins(drawn)
        expect(found).toHaveLength(expected.length)
        found.forEach(([atX, atY], index) => {
          const [wantedX, wantedY, size] = expected[index] ?? [Number.NaN, Number.NaN, Number.NaN]
          expect(Math.abs(atX - wantedX)).toBeLessThan(0.001 * size)
          expect(Math.abs(atY - wantedY)).toBeLessThan(0.001)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('a line goes on across faces, and a new line moves down from the one before', () => {
  const { content } = draw((pen) => {
    const word = run(latin, 'in', 10)
    pen.glyphs(word, 20, 30)
    pen.glyphs(run(han, '中', 10), 20 + widthOf(word), 30)
    pen.glyphs(run(han, '文', 10), 20, 44)
  })
  expect(content.trimEnd().split('\n')).toEqual([
    'BT 20 570 Td /F1 10 Tf [<00010002>] TJ /F2 10 Tf [<0001>] TJ 0 -14 Td [<0002>] TJ ET',
  ])
})

test('a far run on the same baseline begins anew', () => {
  const { content } = draw((pen) => {
    pen.glyphs(run(latin, 'a', 10), 20, 30)
    pen.glyphs(run(latin, 'a', 10), 200, 30)
  })
  expect(content.match(/-?\d+ \d+ Td/g)).toEqual(['20 570 Td', '180 0 Td'])
})

test('colours are written when they change, black as grey', () => {
  const { content } = draw((pen) => {
    pen.glyphs(run(latin, 'a', 10), 20, 30)
    pen.rect({ kind: 'rect', width: 10, height: 0.5, color: [255, 0, 51] }, 20, 40)
    pen.rect({ kind: 'rect', width: 10, height: 0.5, color: [255, 0, 51] }, 20, 50)
    pen.rect({ kind: 'rect', width: 10, height: 0.5, color: [0, 0, 0] }, 20, 60)
  })
  expect(content.trimEnd().split('\n').slice(1)).toEqual([
    '1 0 0.2 rg',
    '20 559.5 10 0.5 re f',
    '20 549.5 10 0.5 re f',
    '0 g',
    '20 539.5 10 0.5 re f',
  ])
})

test('the hyphen of a broken word is replaced by a soft hyphen', () => {
  const { content } = draw((pen) => {
    pen.glyphs(run(latin, '-', 10, { actual: '\u00ad' }), 20, 30)
  })
  expect(content).toBe('BT 20 570 Td /Span<</ActualText<FEFF00AD>>>BDC /F1 10 Tf [<0001>] TJ EMC ET\n')
})

test('a raised glyph does not raise the next line', () => {
  const { content } = draw((pen) => {
    pen.glyphs(run(latin, 'a', 10, { yOffsets: Float32Array.of(2.5) }), 20, 30)
    pen.glyphs(run(latin, 'a', 10), 20, 44)
  })
  expect(content).toBe('BT 20 570 Td /F1 10 Tf 2.5 Ts [<0001>] TJ 0 -14 Td 0 Ts [<0001>] TJ ET\n')
})

test('letters that are spaced alike are spaced once for the run', () => {
  const { content } = draw((pen) => {
    const natural = run(han, '开放科学', 10)
    pen.glyphs({ ...natural, advances: natural.advances.map(() => 10.5) }, 20, 30)
    pen.glyphs(natural, 20, 44)
  })
  expect(content).toBe(
    'BT 20 570 Td 0.5 Tc /F1 10 Tf [<0001000200030004>] TJ 0 -14 Td 0 Tc [<0001000200030004>] TJ ET\n',
  )
})

test('only the glyphs of the run are painted, of the paragraph whose arrays it shares', () => {
  const { content } = draw((pen) => {
    pen.glyphs({ ...run(han, '开放科学', 10), from: 1, to: 3 }, 20, 30)
  })
  expect(content).toBe('BT 20 570 Td /F1 10 Tf [<00010002>] TJ ET\n')
})

test('an area leaves a path without ink', () => {
  const { content } = draw((pen) => pen.area({ kind: 'area', width: 30, height: 20 }, 20, 40))
  expect(content).toBe('20 540 30 20 re n\n')
})

test('paths are filled, stroked or both, and what still holds is not said again', () => {
  const blue: Color = [0, 0, 255]
  const outline = [['M', 0, 0], ['L', 10, 5], ['C', 10, 6, 9, 7, 8, 8], ['Z']] as const
  const path = { kind: 'path', width: 10, height: 8, outline } as const
  const { content } = draw((pen) => {
    pen.path({ ...path, fill: blue, stroke: null }, 20, 100)
    pen.path({ ...path, fill: blue, stroke: { color: blue, width: 0.35 } }, 20, 100)
    pen.path({ ...path, fill: null, stroke: { color: blue, width: 1.5 } }, 20, 100)
    pen.path({ ...path, fill: null, stroke: { color: [0, 0, 0], width: 1.5 } }, 20, 100)
    pen.path({ ...path, fill: null, stroke: null }, 20, 100)
  })
  const steps = ['20 500 m', '30 495 l', '30 494 29 493 28 492 c', 'h']
  expect(content.trim().split('\n')).toEqual([
    '0 0 1 rg',
    ...steps,
    'f',
    '1 j',
    '0.35 w',
    '0 0 1 RG',
    ...steps,
    'B',
    '1.5 w',
    ...steps,
    'S',
    '0 G',
    ...steps,
    'S',
  ])
})
