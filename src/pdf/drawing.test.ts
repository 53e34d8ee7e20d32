import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Report } from '../base/report.ts'
import { composed, identity, type Matrix, moved, movedOutline } from '../picture/matrix.ts'
import type { Segment } from '../picture/outline.ts'
import type { Fill, Group, Outlined, Shape, Stroke, VectorPicture } from '../picture/vector.ts'
import { description, laidOf, page, tag } from '../testing/pdf.ts'
import { contentOf, pagesOf, plain } from '../testing/read-pdf.ts'
import { isKind, type Token } from './lexer.ts'
import { paint } from './paint.ts'
import { entry, type ReadFile, readFile } from './read-file.ts'

const fill: Fill = { paint: { kind: 'color', color: [255, 0, 0] }, opacity: 1, rule: 'nonzero' }
const stroke: Stroke = {
  ...{ paint: { kind: 'color', color: [0, 0, 255] }, opacity: 1, width: 2, cap: 'butt', join: 'miter' },
  ...{ miterLimit: 4, dashes: [], dashOffset: 0 },
}
const square: readonly Segment[] = [['M', 0, 0], ['L', 10, 0], ['L', 10, 10], ['L', 0, 10], ['Z']]

function outlined(more: Partial<Outlined> = {}): Outlined {
  return { kind: 'outlined', outline: square, fill, stroke: null, ...more }
}

function group(shapes: readonly Shape[], more: Partial<Group> = {}): Group {
  return { kind: 'group', transform: identity, opacity: 1, clips: [], shapes, ...more }
}

function pictureOf(shapes: readonly Shape[], width = 100, height = 50): VectorPicture {
  return { kind: 'vector', path: 'a.svg', width, height, shapes, texts: [] }
}

interface Painted {
  readonly bytes: Uint8Array
  readonly file: ReadFile
  /** The form that the page shows. */
  readonly form: Token
}

/** A drawing on a page, 200 × 100 points large, at 30, 40 from the top left. */
function painted(picture: VectorPicture, count = 1): Painted {
  const mark = { kind: 'picture', picture, width: 200, height: 100, crop: null } as const
  const marks = Array.from({ length: count }, () => ({ x: 30, y: 40, mark, tag: null }))
  const laid = laidOf([tag('Document', 'en', null)], [page(marks)])
  const report = new Report()
  const bytes = paint(laid, description, { profile: 'archive', compress: false }, report)
  expect(report.diagnostics).toEqual([])
  if (!bytes) throw new Error('no file')
  const file = readFile(bytes)
  const objects = file.resolve(entry(entry(pagesOf(file)[0], 'Resources'), 'XObject'))
  return { bytes, file, form: entry(objects, 'I1') ?? null }
}

function contentIn({ file, form }: Pick<Painted, 'file' | 'form'>): string {
  return file.stream(form)
}

/** The paths of a form as its operators say, in page coordinates with y upwards; `around` leads there from the form. */
function pathsIn(content: string, around: Matrix): readonly (readonly Segment[])[] {
  const paths: (readonly Segment[])[] = []
  const saved: Matrix[] = []
  let matrix = around
  let path: Segment[] = []
  let numbers: number[] = []
  for (const word of content.split(/\s+/)) {
    if (/^[-\d.]+$/.test(word)) {
      numbers.push(Number(word))
      continue
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    if (word === 'q') saved.push(matrix)
    else if (word === 'Q') matrix = saved.pop() ?? identity
    else if (word === 'cm') matrix = composed(matrix, [a, b, c, d, e, f])
    else if (word === 'm') path.push(['M', a, b])
    else if (word === 'l') path.push(['L', a, b])
    else if (word === 'c') path.push(['C', a, b, c, d, e, f])
    else if (word === 'h') path.push(['Z'])
    else if (/^(?:[fSBn]\*?)$/.test(word)) {
      paths.push(movedOutline(path, matrix))
      path = []
    }
    numbers = []
  }
  return paths
}

function matrixOf(token: Token | undefined): Matrix {
  const [a, b, c, d, e, f] = Array.isArray(token) ? token.map(Number) : []
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0]
}

/** All paths that a reader of the page paints, through the form's own matrix and the page's. */
function seen({ bytes, file, form }: Painted): readonly (readonly Segment[])[] {
  const [, cm = ''] = /q ([-\d. ]+) cm\n\/I1 Do Q/.exec(contentOf(bytes)) ?? []
  const onPage = matrixOf(cm.split(' ').map(Number))
  const inForm = matrixOf(file.resolve(entry(file.resolve(form), 'Matrix')))
  return pathsIn(contentIn({ file, form }), composed(onPage, inForm))
}

/** Where the mark of `painted` shows what stands somewhere in a picture of 100 × 50: y upwards on a page of 595 points. */
const onPaper: Matrix = [2, 0, 0, -2, 30, 595 - 40]

function expectNear(found: readonly Segment[] | undefined, wanted: readonly Segment[]): void {
  expect(found?.map(([name]) => name)).toEqual(wanted.map(([name]) => name))
  for (const [index, [, ...numbers]] of (found ?? []).entries())
    for (const [at, value] of numbers.entries())
      expect(Math.abs(value - Number(wanted[index]?.[at + 1]))).toBeLessThan(0.01)
}

describe('a drawing', () => {
  it('lies on its box, upright, whatever it is transformed by', () => {
    const number = fc.integer({ min: -40, max: 40 }).map((value) => value / 8)
    const matrix: fc.Arbitrary<Matrix> = fc
      .tuple(number, number, number, number, number, number)
      .filter(([a, b, c, d]) => Math.abs(a * d - b * c) > 0.1)
    const segments: fc.Arbitrary<Segment[]> = fc.array(
      fc.oneof(
        fc.tuple(fc.constant('L' as const), number, number),
        fc.tuple(fc.constant('C' as const), number, number, number, number, number, number),
      ),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        fc.array(matrix, { maxLength: 3 }),
        segments,
        fc.boolean(),
        (matrices, steps, isStroked) => {
          const outline: readonly Segment[] = [['M', 1, 2], ...steps, ['Z']]
          const shape = outlined({ outline, ...(isStroked ? { fill: null, stroke } : {}) })
          const shapes = matrices.reduceRight<readonly Shape[]>(
            (inner, transform) => [group(inner, { transform })],
            [shape],
          )
          const whole = matrices.reduce((outer, inner) => composed(outer, inner), onPaper)
          const [found, ...more] = seen(painted(pictureOf(shapes)))
          expect(more).toEqual([])
          expectNear(found, movedOutline(outline, whole))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of any natural size is as exact: a thousandth of a pixel of the smallest is still told apart', () => {
    for (const scale of [0.01, 0.3, 1, 7, 1000]) {
      const shape = outlined({ outline: movedOutline(square, [scale / 3, 0, 0, scale / 3, 0, 0]) })
      const [found] = seen(painted(pictureOf([shape], 100 * scale, 50 * scale)))
      expectNear(found, movedOutline(square, composed(onPaper, [1 / 3, 0, 0, 1 / 3, 0, 0])))
    }
  })

  it('is one form, however often it is shown', () => {
    const { bytes, file, form } = painted(pictureOf([outlined()]), 3)
    expect(contentOf(bytes).match(/\/I1 Do/g)).toHaveLength(3)
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Subtype\/Form/g),
    ).toHaveLength(1)
    expect(plain(form, file)).toMatchObject({
      Subtype: '/Form',
      BBox: [0, 0, 1000, 500],
      Matrix: [0.001, 0, 0, -0.002, 0, 1],
    })
  })

  it('says each colour, rule and line', () => {
    const dashed: Stroke = {
      ...stroke,
      width: 3,
      cap: 'round',
      join: 'bevel',
      dashes: [1, 2],
      dashOffset: 0.5,
    }
    const both = outlined({ fill: { ...fill, rule: 'evenodd' }, stroke: dashed })
    expect(contentIn(painted(pictureOf([both])))).toBe(
      `1 0 0 rg
0 0 1 RG
30 w 1 J 2 j 4 M [10 20] 5 d
0 0 m
100 0 l
100 100 l
0 100 l
h
B*
`,
    )
  })

  it('that is stretched one way stretches its lines likewise', () => {
    const shape = outlined({ fill: null, stroke })
    const content = contentIn(painted(pictureOf([group([shape], { transform: [2, 0, 0, 1, 0, 0] })])))
    expect(content).toContain('q 20 0 0 10 0 0 cm\n2 w')
    expect(content).toContain('10 10 l')
  })
})

describe('what lets light through', () => {
  it('is painted with that opacity, fill and stroke one after the other', () => {
    const shape = outlined({ fill: { ...fill, opacity: 0.25 }, stroke: { ...stroke, opacity: 0.5 } })
    const drawn = painted(pictureOf([shape]))
    expect(contentIn(drawn).match(/^(?:q .*gs|f|S|Q)$/gm)).toEqual([
      'q /E1 gs',
      'f',
      'Q',
      'q /E2 gs',
      'S',
      'Q',
    ])
    expect(plain(entry(drawn.file.resolve(drawn.form), 'Resources'), drawn.file)).toMatchObject({
      ExtGState: { E1: { ca: 0.25, CA: 0.25 }, E2: { ca: 0.5, CA: 0.5 } },
    })
  })

  it('is a group of its own where several shapes do it as one', () => {
    const drawn = painted(pictureOf([group([outlined(), outlined()], { opacity: 0.5 })]))
    expect(contentIn(drawn)).toBe('q\n/E1 gs\n/X1 Do\nQ\n')
    const resources = plain(entry(drawn.file.resolve(drawn.form), 'Resources'), drawn.file)
    expect(resources).toMatchObject({
      XObject: { X1: { Subtype: '/Form', Group: { S: '/Transparency', CS: '/DeviceRGB' } } },
    })
  })
})

describe('a clip', () => {
  it('holds for its group alone, the next one inside it', () => {
    const clips = [
      { outline: square, rule: 'nonzero' },
      { outline: [], rule: 'evenodd' },
    ] as const
    const content = contentIn(painted(pictureOf([group([outlined()], { clips }), outlined()])))
    expect(content.replace(/^[-\d. ]+(?:m|l)\n|^h\n/gm, '')).toBe(
      'q\nW n\n0 0 m W* n\n1 0 0 rg\nf\nQ\n1 0 0 rg\nf\n',
    )
  })

  it('in clips, a hundred deep, never saves more than 28 states in one form', () => {
    const clips = [{ outline: square, rule: 'nonzero' }] as const
    let shapes: readonly Shape[] = [outlined()]
    for (let depth = 0; depth < 100; depth++) shapes = [group(shapes, { clips })]
    const { bytes } = painted(pictureOf(shapes))
    const streams = Buffer.from(bytes).toString('latin1').split('endstream')
    for (const stream of streams) expect(stream.match(/^q$/gm)?.length ?? 0).toBeLessThan(28)
    expect(Buffer.from(bytes).toString('latin1').match(/^f$/gm)).toHaveLength(1)
  })
})

describe('a gradient', () => {
  const stops = [
    { offset: 0.25, color: [255, 0, 0], opacity: 1 },
    { offset: 0.5, color: [0, 255, 0], opacity: 1 },
    { offset: 0.5, color: [0, 0, 255], opacity: 1 },
  ] as const
  const linear = { kind: 'linear', from: [0, 0], to: [1, 0], transform: [10, 0, 0, 10, 5, 5], stops } as const

  it('is a pattern in the coordinates of the form', () => {
    const shape = outlined({ fill: { ...fill, paint: linear } })
    const drawn = painted(pictureOf([group([shape], { transform: [2, 0, 0, 2, 1, 0] })]))
    expect(contentIn(drawn)).toContain('/Pattern cs /P1 scn\n')
    const resources = entry(drawn.file.resolve(drawn.form), 'Resources')
    const pattern = drawn.file.resolve(entry(drawn.file.resolve(entry(resources, 'Pattern')), 'P1'))
    // 10 units of the form for each pixel
    expect(plain(pattern, drawn.file)).toMatchObject({ PatternType: 2, Matrix: [200, 0, 0, 200, 110, 100] })
    expect(plain(entry(pattern, 'Shading'), drawn.file)).toMatchObject({
      ...{ ShadingType: 2, ColorSpace: '/DeviceRGB', Coords: [0, 0, 1, 0], Extend: [true, true] },
      Function: { FunctionType: 3, Bounds: [0.25, 0.5], Encode: [0, 1, 0, 1, 0, 1] },
    })
  })

  it('has the colour of each place that its stops say', () => {
    const shape = outlined({ fill: { ...fill, paint: linear } })
    const drawn = painted(pictureOf([shape]))
    const resources = entry(drawn.file.resolve(drawn.form), 'Resources')
    const pattern = drawn.file.resolve(entry(drawn.file.resolve(entry(resources, 'Pattern')), 'P1'))
    const run = entry(entry(pattern, 'Shading'), 'Function')
    const colorAt = (x: number) => evaluate(run, x).map((value) => Math.round(value * 255))
    expect([0, 0.25, 0.375, 0.499, 0.501, 1].map(colorAt)).toEqual([
      [255, 0, 0],
      [255, 0, 0],
      [128, 128, 0],
      [1, 254, 0],
      [0, 0, 255],
      [0, 0, 255],
    ])
  })

  it('that fades has a soft mask of the same shape', () => {
    const fading = [
      { ...stops[0], opacity: 0.5 },
      { ...stops[1], opacity: 0 },
    ]
    const radial = {
      kind: 'radial',
      center: [5, 5],
      radius: 5,
      focus: [4, 5],
      focusRadius: 1,
      transform: identity,
      stops: fading,
    } as const
    const drawn = painted(pictureOf([outlined({ fill: { ...fill, opacity: 0.5, paint: radial } })]))
    const states = entry(entry(drawn.file.resolve(drawn.form), 'Resources'), 'ExtGState')
    const state = entry(states, 'E1')
    expect(entry(state, 'ca')).toBe(0.5)
    const mask = drawn.file.resolve(entry(state, 'SMask'))
    expect(plain(mask, drawn.file)).toMatchObject({ S: '/Luminosity', G: { Group: { CS: '/DeviceGray' } } })
    const form = entry(mask, 'G')
    expect(drawn.file.stream(form)).toBe('10 0 0 10 0 0 cm\n/S1 sh\n')
    const shading = entry(entry(entry(drawn.file.resolve(form), 'Resources'), 'Shading'), 'S1')
    expect(plain(shading, drawn.file)).toMatchObject({
      ...{ ShadingType: 3, ColorSpace: '/DeviceGray', Coords: [4, 5, 1, 5, 5, 5] },
    })
  })
})

/** A function of types 2 and 3 (ISO 32000-1, 7.10.3 and 7.10.4). */
function evaluate(run: Token | undefined, x: number): readonly number[] {
  const numbers = (key: string): readonly number[] => {
    const value = entry(run, key)
    return Array.isArray(value) ? value.map(Number) : []
  }
  if (entry(run, 'FunctionType') === 2) {
    const [from, to] = [numbers('C0'), numbers('C1')]
    return from.map((value, index) => value + x * ((to[index] ?? 0) - value))
  }
  const bounds = [0, ...numbers('Bounds'), 1]
  const functions = entry(run, 'Functions')
  const index = Math.max(
    0,
    bounds.slice(0, -1).findLastIndex((bound) => bound <= x),
  )
  const [low = 0, high = 1] = bounds.slice(index, index + 2)
  return evaluate(Array.isArray(functions) ? functions[index] : undefined, (x - low) / (high - low))
}

test('drawings that are alike but for their place in the project are one object', () => {
  const [one, other] = [pictureOf([outlined()]), { ...pictureOf([outlined()]), path: 'b.svg' }]
  const marks = [one, other].map((picture) => {
    const mark = { kind: 'picture', picture, width: 20, height: 10, crop: null } as const
    return { x: 30, y: 40, mark, tag: null }
  })
  const laid = laidOf([tag('Document', 'en', null)], [page(marks)])
  const bytes = paint(laid, description, { profile: 'archive' }, new Report()) ?? new Uint8Array()
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\/Form/g),
  ).toHaveLength(1)
})

test('the corners of a drawing are those of its box', () => {
  const { file, form } = painted(pictureOf([]))
  const dictionary = file.resolve(form)
  expect(isKind(dictionary, 'dictionary')).toBe(true)
  const matrix = matrixOf(file.resolve(entry(dictionary, 'Matrix')))
  expect(moved(matrix, 0, 0)).toEqual([0, 1])
  expect(moved(matrix, 1000, 500)).toEqual([1, 0])
})
