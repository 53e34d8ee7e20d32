import { describe, expect, it, test } from 'vitest'
import { place, Report } from '../../base/report.ts'
import { extentOf } from '../extent.ts'
import { composed, identity, type Matrix, movedOutline } from '../matrix.ts'
import type { Outlined, VectorPicture } from '../vector.ts'
import { isSvg, readSvg } from './read-svg.ts'

const start =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">\n'

/** What is said of a drawing with some content, each on a line: severity, code, place and message. */
function findings(content: string): readonly string[] {
  const report = new Report()
  readSvg({ path: 'a.svg', text: `${start}${content}\n</svg>` }, report)
  return report.diagnostics.map(
    ({ severity, code, span, message }) =>
      `${severity} ${code} ${place(span)} ${message.replace(/^the drawing (?:cannot be used: |is printed without )/, '')}`,
  )
}

function readFile(text: string): VectorPicture {
  const report = new Report()
  const picture = readSvg({ path: 'a.svg', text }, report)
  expect(report.diagnostics.map(({ message }) => message)).toEqual([])
  if (!picture) throw new Error('no picture')
  return picture
}

function draw(content: string): VectorPicture {
  return readFile(`${start}${content}</svg>`)
}

/** All outlines of a drawing, where they are in the whole. */
function outlinesIn(shapes: VectorPicture['shapes'], matrix: Matrix = identity): readonly Outlined[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'rectangles') throw new Error('no element makes so many')
    return shape.kind === 'outlined'
      ? { ...shape, outline: movedOutline(shape.outline, matrix) }
      : outlinesIn(shape.shapes, composed(matrix, shape.transform))
  })
}

/** Left, top, right and bottom of each outline. */
function boxesIn({ shapes }: VectorPicture): readonly (readonly number[])[] {
  return outlinesIn(shapes).map(({ outline }) => {
    const { left, top, right, bottom } = extentOf(outline) ?? { left: 0, top: 0, right: 0, bottom: 0 }
    return [left, top, right, bottom].map((value) => Math.round(value * 1000) / 1000)
  })
}

function first(content: string): Outlined {
  const [shape] = outlinesIn(draw(content).shapes)
  if (!shape) throw new Error('nothing is drawn')
  return shape
}

test('a file is a drawing by what it begins with', () => {
  const is = (text: string) => isSvg(new TextEncoder().encode(text))
  expect(is('<svg xmlns="x"/>')).toBe(true)
  expect(is('\ufeff<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg>')).toBe(true)
  expect(is('<s:svg xmlns:s="x">')).toBe(true)
  expect(is('<html><svg/></html>')).toBe(false)
  expect(is('\x89PNG')).toBe(false)
  expect(is('')).toBe(false)
})

describe('the size of a drawing', () => {
  const root = (attributes: string) => {
    const { width, height } = readFile(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`)
    return [width, height].map((value) => Math.round(value * 100) / 100)
  }

  it('is what it says, else its view box, else follows from one side', () => {
    expect(root('width="25.4mm" height="1in"')).toEqual([96, 96])
    expect(root('viewBox="0 0 30 20"')).toEqual([30, 20])
    expect(root('viewBox="0 0 30 20" width="60"')).toEqual([60, 40])
    expect(root('viewBox="0 0 30 20" height="60pt"')).toEqual([120, 80])
    expect(root('viewBox="0 0 30 20" width="100%" height="100%"')).toEqual([30, 20])
  })

  it('lets its view box lie in it as it says', () => {
    const box = (aspect: string) =>
      boxesIn(
        readFile(
          `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="10 0 10 10" preserveAspectRatio="${aspect}"><rect x="10" width="10" height="10"/></svg>`,
        ),
      )[0]
    expect(box('xMidYMid')).toEqual([50, 0, 150, 100])
    expect(box('xMinYMid meet')).toEqual([0, 0, 100, 100])
    expect(box('xMaxYMin')).toEqual([100, 0, 200, 100])
    expect(box('xMidYMid slice')).toEqual([0, -50, 200, 150])
    expect(box('xMidYMax slice')).toEqual([0, -100, 200, 100])
    expect(box('none')).toEqual([0, 0, 200, 100])
  })

  it('must be said', () => {
    const report = new Report()
    readSvg({ path: 'a.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, report)
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['read/svg'])
  })
})

describe('shapes', () => {
  it.each([
    ['<rect x="1" y="2" width="3" height="4"/>', [1, 2, 4, 6]],
    ['<rect x="10%" y="10" width="50%" height="10" rx="3"/>', [10, 10, 60, 20]],
    ['<circle cx="50" cy="40" r="10"/>', [40, 30, 60, 50]],
    ['<ellipse cx="50" cy="40" rx="10" ry="20"/>', [40, 20, 60, 60]],
    ['<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', [1, 2, 3, 4]],
    ['<polyline points="1,2 3,4,5 0"/>', [1, 0, 5, 4]],
    ['<polygon points="1 2 3 4 5 0"/>', [1, 0, 5, 4]],
    ['<path d="M1 2h3v4z"/>', [1, 2, 4, 6]],
  ])('%s stands where it says', (content, box) => {
    expect(boxesIn(draw(content))).toEqual([box])
  })

  it('without extent or paint are nothing', () => {
    for (const content of [
      '<rect width="0" height="5"/>',
      '<circle r="0"/>',
      '<path/>',
      '<path d="M0 0h5v5z" fill="none"/>',
      '<path d="M0 0h5v5z" display="none"/>',
      '<g display="none"><path d="M0 0h5v5z"/></g>',
      '<path d="M0 0h5v5z" visibility="hidden"/>',
      '<path d="M0 0h5v5z" opacity="0"/>',
      '<defs><path d="M0 0h5v5z"/></defs>',
      '<symbol><path d="M0 0h5v5z"/></symbol>',
      '<path d="M0 0h5v5z" transform="scale(0 1)"/>',
    ])
      expect(draw(content).shapes).toEqual([])
  })

  it('have the colours and lines of what is around them, of attributes, then of `style`', () => {
    const content =
      '<g fill="red" stroke="#00f" stroke-width="2" color="lime"><path d="M0 0h5v5z" fill="blue" style="fill: currentColor; stroke-dasharray: 1,2; stroke-linecap: round !important" stroke-linejoin="bevel" stroke-miterlimit="7" stroke-dashoffset=".5" fill-rule="evenodd"/></g>'
    expect(first(content)).toMatchObject({
      fill: { paint: { kind: 'color', color: [0, 255, 0] }, opacity: 1, rule: 'evenodd' },
      stroke: {
        paint: { kind: 'color', color: [0, 0, 255] },
        ...{ width: 2, cap: 'round', join: 'bevel', miterLimit: 7, dashes: [1, 2], dashOffset: 0.5 },
      },
    })
  })

  it('multiply their opacities', () => {
    expect(
      first('<rect width="9" height="9" opacity=".5" fill-opacity="50%" fill="#00000080"/>').fill?.opacity,
    ).toBeCloseTo((0.25 * 128) / 255, 9)
    // Fill and stroke that overlap are seen through as one.
    const [group] = draw('<rect width="9" height="9" opacity=".5" stroke="red"/>').shapes
    expect(group).toMatchObject({ kind: 'group', shapes: [{ kind: 'group', opacity: 0.5 }] })
  })
})

describe('what is used again', () => {
  it('stands at its new place, in the colours of both', () => {
    const content =
      '<defs><g id="a"><rect width="5" height="5" fill="currentColor"/></g></defs><use href="#a" x="10" y="20" color="red"/><use xlink:href="#a" transform="scale(2)" x="3"/>'
    expect(boxesIn(draw(content))).toEqual([
      [10, 20, 15, 25],
      [6, 0, 16, 10],
    ])
    expect(first(content).fill?.paint).toEqual({ kind: 'color', color: [255, 0, 0] })
  })

  it('a symbol fills its place, and is cut there', () => {
    const content =
      '<symbol id="s" viewBox="0 0 10 10"><rect width="20" height="10"/></symbol><use href="#s" x="10" width="40" height="40"/>'
    const picture = draw(content)
    expect(boxesIn(picture)).toEqual([[10, 0, 90, 40]])
    expect(JSON.stringify(picture.shapes)).toContain('"clips":[{"outline":[["M",0,0],["L",40,0]')
  })

  it('a drawing in a drawing is a window of its own', () => {
    const content =
      '<svg x="10" y="20" width="50" height="50" viewBox="0 0 10 10"><rect width="50%" height="5"/></svg>'
    expect(boxesIn(draw(content))).toEqual([[10, 20, 35, 45]])
  })

  it('must not show itself', () => {
    expect(findings('<g id="a"><use href="#a"/></g>')).toEqual(['error read/svg a.svg:2:22 `a` shows itself'])
    expect(findings('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>').length).toBe(2)
  })
})

describe('gradients', () => {
  const stops =
    '<stop offset="10%" stop-color="red"/><stop offset=".05" stop-color="blue" stop-opacity=".5"/>'

  it('lie on the box of what they fill, their stops in order', () => {
    const content = `<linearGradient id="g" x2="0" y2="1" gradientTransform="rotate(90)">${stops}</linearGradient><rect x="10" y="20" width="30" height="40" fill="url(#g)"/>`
    const { fill } = first(content)
    expect(fill?.paint).toMatchObject({
      kind: 'linear',
      from: [0, 0],
      to: [0, 1],
      stops: [
        { offset: 0.1, color: [255, 0, 0], opacity: 1 },
        { offset: 0.1, color: [0, 0, 255], opacity: 0.5 },
      ],
    })
    const matrix =
      fill?.paint.kind === 'linear'
        ? fill.paint.transform.map((value) => Math.round(value * 1e6) / 1e6 + 0)
        : []
    expect(matrix).toEqual([0, 40, -30, 0, 10, 20])
  })

  it('take what they lack from others', () => {
    const content = `<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50%" cy="20" r="10" fx="45" href="#b"/><linearGradient id="b" xlink:href="#c" gradientTransform="scale(2)"/><linearGradient id="c">${stops}</linearGradient><rect width="9" height="9" style="fill: url('#a') red"/>`
    expect(first(content).fill?.paint).toMatchObject({
      kind: 'radial',
      center: [50, 20],
      radius: 10,
      focus: [45, 20],
      focusRadius: 0,
      transform: [2, 0, 0, 2, 0, 0],
      stops: [{ offset: 0.1 }, { offset: 0.1 }],
    })
  })

  it('are one colour, or none, where they come to that', () => {
    const rect = '<rect width="9" height="9" fill="url(#g)"/>'
    expect(draw(`<linearGradient id="g"/>${rect}`).shapes).toEqual([])
    const one = `<linearGradient id="g"><stop stop-color="red"/></linearGradient>${rect}`
    expect(first(one).fill?.paint).toEqual({ kind: 'color', color: [255, 0, 0] })
    const flat = `<linearGradient id="g" x2="0">${stops}</linearGradient>${rect}`
    expect(first(flat).fill).toMatchObject({ paint: { color: [0, 0, 255] }, opacity: 0.5 })
    const line = `<linearGradient id="g">${stops}</linearGradient><line x2="9" stroke="url(#g)"/>`
    expect(draw(line).shapes).toEqual([])
  })

  it('must not lead to themselves', () => {
    expect(findings('<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/>')).toEqual(
      ['error read/svg a.svg:2:30 its gradients lead to one another'],
    )
  })
})

describe('clip paths', () => {
  const clipOf = (content: string) => {
    const [root] = draw(content).shapes
    const [group] = root?.kind === 'group' ? root.shapes : []
    return group?.kind === 'group' ? group.clips : []
  }

  it('are one outline, all of whose shapes run the same way', () => {
    const content =
      '<clipPath id="c"><path d="M0 0v9h9v-9z"/><rect x="5" width="9" height="9" transform="translate(1 0)"/></clipPath><rect width="50" height="50" clip-path="url(#c)"/>'
    expect(clipOf(content)).toEqual([
      {
        rule: 'nonzero',
        outline: [
          ...[['M', 9, 0], ['L', 9, 9], ['L', 0, 9], ['L', 0, 0], ['Z']],
          ...[['M', 6, 0], ['L', 15, 0], ['L', 15, 9], ['L', 6, 9], ['Z']],
        ],
      },
    ])
  })

  it('may be of the box of what they cut, and cut further themselves', () => {
    const content =
      '<clipPath id="a" clipPathUnits="objectBoundingBox" clip-path="url(#b)"><rect width=".5" height="1"/></clipPath><clipPath id="b"><rect width="9" height="9"/></clipPath><rect x="10" y="10" width="20" height="40" clip-path="url(#a)"/>'
    expect(clipOf(content).map(({ outline }) => extentOf(outline))).toEqual([
      { left: 0, top: 0, right: 9, bottom: 9 },
      { left: 10, top: 10, right: 20, bottom: 50 },
    ])
  })

  it('without a shape leave nothing', () => {
    expect(clipOf('<clipPath id="a"/><rect width="9" height="9" clip-path="url(#a)"/>')).toEqual([
      { outline: [], rule: 'nonzero' },
    ])
  })
})

describe('texts', () => {
  it('are lines with runs, where they stand in the whole', () => {
    const content =
      '<g transform="translate(10 20) scale(2)"><text x="3" y="4" font-family="\'Source Sans 3\', serif" font-size="5" text-anchor="middle" xml:lang="fr"> a\n <tspan font-weight="bold" fill="red">b</tspan>  c <tspan x="1" dy="6">d</tspan></text></g>'
    expect(draw(content).texts).toEqual([
      {
        ...{ x: 16, y: 28, anchor: 'middle' },
        runs: [
          { ...plain, text: 'a ' },
          { ...plain, text: 'b', weight: 700, color: [255, 0, 0] },
          { ...plain, text: ' c' },
        ],
      },
      { x: 12, y: 40, anchor: 'middle', runs: [{ ...plain, text: 'd' }] },
    ])
  })

  const plain = {
    size: 10,
    families: ['Source Sans 3', 'serif'],
    weight: 400,
    isItalic: false,
    color: [0, 0, 0],
    lang: 'fr',
  }

  it.each([
    ['<text transform="rotate(9)">a</text>', 'a text that is turned or stretched'],
    ['<text transform="scale(2 1)">a</text>', 'a text that is turned or stretched'],
    ['<text x="1 2 3">abc</text>', 'a place for each letter'],
    ['<text>a<tspan dy="3">b</tspan></text>', 'a part of a text that is moved'],
    ['<text rotate="3">a</text>', '`rotate`'],
    ['<text textLength="30">a</text>', '`textLength`'],
    ['<text><textPath href="#a">a</textPath></text>', '`<textPath>`'],
    ['<text dominant-baseline="middle">a</text>', '`dominant-baseline`'],
  ])('%s cannot be set', (content, what) => {
    expect(findings(content).map((said) => said.replace(/ a\.svg:2:\d+/, ''))).toEqual([
      `error read/svg-unsupported it has ${what}`,
    ])
  })
})

describe('what acts or leads elsewhere', () => {
  it.each([
    ['<script>alert(1)</script>', '2:1', '`<script>` would be a program'],
    ['<defs><g><script href="a.js"/></g></defs>', '2:10', '`<script>` would be a program'],
    ['<rect onload="x()" width="1" height="1"/>', '2:15', '`onload` would be a program'],
    ['<use href="b.svg#a"/>', '2:12', 'it leads out of its file'],
    ['<use xlink:href="https://a.b/c.svg#d"/>', '2:18', 'it leads out of its file'],
    ['<rect fill="url(http://a.b/#c)"/>', '2:13', 'it leads out of its file'],
    ['<rect style="fill: red; clip-path: url( &quot;a.svg#b&quot; )"/>', '2:14', 'it leads out of its file'],
    ['<rect filter="url(a.svg#b)"/>', '2:15', 'it leads out of its file'],
    ['<linearGradient id="g" href="data:,x"/>', '2:30', 'it leads out of its file'],
    ['<?xml-stylesheet href="a.css"?>', '2:1', 'it asks for a style sheet'],
    ['<pattern><rect onclick="x()"/></pattern>', '2:25', '`onclick` would be a program'],
  ])('%s', (content, at, message) => {
    expect(findings(content)).toContain(`error read/svg-unsafe a.svg:${at} ${message}`)
  })

  it('is not read at all where it declares entities', () => {
    const bombs = '<!DOCTYPE svg [<!ENTITY a "&#60;rect/>"><!ENTITY b "&a;&a;">]>'
    const report = new Report()
    expect(readSvg({ path: 'a.svg', text: `${bombs}${start}&b;</svg>` }, report)).toBeNull()
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['read/svg-unsafe'])
  })

  it('an entity that is not of XML is refused', () => {
    expect(findings('&file;')).toEqual(['error read/svg a.svg:2:6 it is no sound XML: undefined entity'])
  })

  it('the public name of SVG 1.1 is none of this, and a link on paper leads nowhere', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    expect(readFile(`${doctype}${start}<rect width="9" height="9"/></svg>`).shapes).toHaveLength(1)
    expect(findings('<a href="https://a.b"><rect width="9" height="9"/></a>')).toEqual([
      'warning read/svg-unsupported a.svg:2:10 links',
    ])
  })
})

test.each([
  [
    '<rect fill="url(#p)" width="9" height="9"/><pattern id="p"/>',
    'error',
    '2:13',
    'it has paint by `<pattern>`',
  ],
  ['<rect mask="url(#m)"/>', 'error', '2:13', 'it has `mask`'],
  ['<path d="M0 0h9" marker-end="url(#m)"/>', 'error', '2:30', 'it has `marker-end`'],
  ['<image href="#a"/>', 'error', '2:1', 'it has `<image>`'],
  ['<style>.a { fill: red }</style>', 'error', '2:1', 'it has `<style>`'],
  ['<foreignObject><p/></foreignObject>', 'error', '2:1', 'it has `<foreignObject>`'],
  ['<rect filter="url(#f)"/><filter id="f"><feBlend/></filter>', 'warning', '2:15', '`filter`'],
  ['<rect style="mix-blend-mode: multiply"/>', 'warning', '2:30', '`mix-blend-mode`'],
  ['<rect><animate attributeName="x"/></rect>', 'warning', '2:7', 'motion'],
  ['<rect fil="red"/>', 'warning', '2:12', '`fil`, which is not known'],
  ['<text stroke="red" x="1">a</text>', 'warning', '2:1', 'the outline of letters'],
  ['<g opacity=".5"><text>a</text></g>', 'warning', '2:17', 'what makes a text transparent or cuts it'],
])('%s is said not to be printed', (content, severity, at, message) => {
  expect(findings(content)).toEqual([`${severity} read/svg-unsupported a.svg:${at} ${message}`])
})

test.each([
  ['<rect width="-1" height="2"/>', '2:14', '`width` cannot be `-1`'],
  ['<rect width="1px2" height="2"/>', '2:14', '`width` cannot be `1px2`'],
  ['<path d="M0 0L1"/>', '2:15', 'an outline breaks off'],
  ['<path d="L0 0"/>', '2:10', 'its outline does not begin with `M`'],
  ['<path d="M0 0 L&#49; x"/>', '2:10', 'an outline breaks off'],
  ['<polygon points="1 2 3"/>', '2:18', '`points` are no pairs of numbers'],
  ['<g transform="turn(3)"/>', '2:15', '`transform` cannot be `turn(3)`'],
  ['<rect style="fill: rde"/>', '2:20', '`fill` cannot be `rde`'],
  ['<rect fill="url(#no)" width="1" height="1"/>', '2:13', 'nothing in it has the id `no`'],
  ['<use href="#no"/>', '2:12', 'nothing in it has the id `no`'],
  ['<rect width="1e10" height="2"/>', '2:14', '`width` cannot be `1e10`'],
  ['<recta/>', '2:1', '`<recta>` is no element of SVG'],
])('%s cannot be read', (content, at, message) => {
  expect(findings(content)).toEqual([`error read/svg a.svg:${at} ${message}`])
})

test('broken XML is said once, where it is', () => {
  expect(findings('<g>\n<rect>\n</g>')).toEqual([
    'error read/svg a.svg:4:4 it is no sound XML: unexpected close tag',
  ])
})

test('notes of drawing programs say nothing', () => {
  const content =
    '<metadata><x/></metadata><title>T</title><sodipodi:namedview xmlns:sodipodi="urn:x" a="b"><y/></sodipodi:namedview><rect xmlns:i="urn:i" i:label="a" class="b" data-x="1" aria-label="c" xml:space="preserve" width="9" height="9" style="-inkscape-font-specification:x;fill:red;"/>'
  expect(draw(content).shapes).toHaveLength(1)
})
