import { describe, expect, test } from 'vitest'
import { check, head, sound } from '../testing/publication.ts'

const mm = 72 / 25.4

function outputsOf(yaml: string) {
  return sound(`${head}outputs:\n${yaml}blocks: []\n`).outputs
}

/** The findings of outputs; the first line of `yaml` is line 4 of the file. */
function found(yaml: string) {
  const { found: codes, messages, hints } = check(`${head}outputs:\n${yaml}blocks: []\n`)
  return { codes, messages, hints }
}

test('without `outputs` there is the copy for reading, and it alone', () => {
  expect(sound(`${head}blocks: []\n`).outputs).toMatchObject([
    { name: 'reading', layout: null, from: null, press: null },
  ])
})

test('the copy for reading comes first, named or not: print copies name it', () => {
  const names = (yaml: string) => outputsOf(yaml).map(({ name }) => name)
  expect(names('  handout: { impose: saddle }\n')).toEqual(['reading', 'handout'])
  expect(names('  handout: { impose: saddle }\n  reading: {}\n')).toEqual(['reading', 'handout'])
  expect(names('  reading:\n  small: { layout: x-a5 }\n')).toEqual(['reading', 'small'])
})

test('an output has its layout, its file and its settings, each with its place', () => {
  const [, sheet, handout] = outputsOf(
    '  sheet: { from: sheet.yaml }\n  handout: { layout: booklet-a5, impose: saddle, paper: a4 }\n',
  )
  expect(sheet).toMatchObject({
    name: 'sheet',
    from: { path: 'sheet.yaml', span: { start: 95 } },
    press: null,
  })
  expect(handout).toMatchObject({
    layout: { name: 'booklet-a5' },
    from: null,
    press: {
      scheme: { kind: 'saddle', up: 2 },
      paper: { width: 210 * mm, height: 297 * mm, isOffice: true },
      duplex: null,
      sides: 'both',
      binding: 'left',
      blanks: null,
      caliper: 0.1 * mm,
      gutter: 0,
      edge: null,
      scale: null,
      marks: new Set(),
      bleed: 0,
    },
  })
})

test('all settings are read', () => {
  const [, output] = outputsOf(`  book:
    impose: perfect
    signature: 32
    up: 4
    paper: 320x450mm
    duplex: short
    sides: back
    binding: right
    blanks: before-back
    grammage: 115
    gutter: 5mm
    edge: 0.25in
    scale: 70%
    marks: [slug, crop]
    bleed: 9pt
`)
  expect(output?.press).toMatchObject({
    scheme: { kind: 'perfect', up: 4, pages: 32 },
    paper: { width: 320 * mm, height: 450 * mm, isOffice: false },
    duplex: 'short',
    sides: 'back',
    binding: 'right',
    blanks: 'before-back',
    caliper: 0.09 * mm,
    gutter: 5 * mm,
    edge: 18,
    scale: 0.7,
    marks: new Set(['crop', 'slug']),
    bleed: 9,
  })
})

test('a print copy of another file brings its copy for reading along, unless that is an output already', () => {
  const named = (yaml: string) =>
    outputsOf(yaml).map(({ name, from, press }) => [name, from?.path ?? null, press !== null])
  expect(named('  cards: { from: sheet.yaml, impose: repeat }\n')).toEqual([
    ['reading', null, false],
    ['sheet', 'sheet.yaml', false],
    ['cards', 'sheet.yaml', true],
  ])
  expect(named('  cards: { from: sheet.yaml, impose: repeat }\n  facts: { from: sheet.yaml }\n')).toEqual([
    ['reading', null, false],
    ['cards', 'sheet.yaml', true],
    ['facts', 'sheet.yaml', false],
  ])
})

describe('what is wrong with an output is found at its place', () => {
  // The place is marked by `^`.
  test.each([
    ['a scheme', 'impose: ^sadle', 'content/wrong-value', 'did you mean `saddle`?'],
    ['columns of a booklet', 'impose: ^saddle=2x2', 'content/wrong-value', 'write `saddle`'],
    ['no columns', 'impose: ^nup=2', 'content/wrong-value', '`nup=2x4`: two columns'],
    ['too many columns', 'impose: ^nup=2x900', 'content/wrong-value', '`nup=2x4`: two columns'],
    ['a paper', 'impose: saddle, paper: ^a9', 'content/wrong-value', 'papers are a3, a4'],
    ['a size', 'impose: saddle, paper: ^3x5mm', 'content/wrong-value', 'between 20 mm and 2000 mm'],
    ['a bare length', 'impose: nup=2x1, gutter: ^3', 'content/wrong-value', 'add the unit: `3mm`'],
    [
      'an unknown unit',
      'impose: nup=2x1, gutter: ^3px',
      'content/wrong-value',
      'write a number and its unit',
    ],
    ['a long one', 'impose: saddle, bleed: ^3in9', 'content/wrong-value', 'write a number and its unit'],
    ['board', 'impose: saddle, caliper: ^3mm', 'content/wrong-value', 'one leaf, as `0.1mm`'],
    ['a weight', 'impose: saddle, grammage: ^70', 'content/wrong-value', 'known are 80, 90, 100, 115'],
    ['an edge', 'impose: saddle, duplex: ^left', 'content/wrong-value', 'known here: long, short'],
    ['a scale', 'impose: saddle, scale: ^0', 'content/wrong-value', 'write `fit`, `exact`'],
    ['a mark', 'impose: saddle, marks: [fold, ^crp]', 'content/wrong-value', 'did you mean `crop`?'],
    ['pages a side', 'impose: saddle, up: ^3', 'content/wrong-value', 'write 2, 4 or 8'],
    ['a signature', 'impose: perfect, signature: ^10', 'content/wrong-value', 'a multiple of 4'],
    ['a key', 'impose: saddle, ^papr: a4', 'content/unknown-key', 'did you mean `paper`?'],
    ['a setting alone', 'paper: ^a4', 'content/unused-setting', 'as `impose: saddle`'],
    ['marks alone', 'marks: [^crop]', 'content/unused-setting', 'as `impose: saddle`'],
    ['a gutter in a fold', 'impose: saddle, gutter: ^3mm', 'content/unused-setting', 'leave it out'],
    ['a foreign one', 'impose: nup=2x1, up: ^2', 'content/unused-setting', 'leave it out'],
    [
      'two that say the same',
      'impose: saddle, caliper: 1mm, grammage: ^80',
      'content/unused-setting',
      'one of the two',
    ],
    ['a path', 'from: ^/etc/x.yaml', 'content/path', 'copy the file'],
  ])('%s', (_, yaml, code, hint) => {
    const line = `  out: { ${yaml} }\n`
    const { codes, hints } = found(line.replace('^', ''))
    expect(codes).toEqual([`4:${line.indexOf('^') + 1} ${code}!`])
    expect(hints.join('\n')).toContain(hint)
  })

  test('all that is wrong is said in one run', () => {
    const { codes } = found('  a: { impose: x, paper: y }\n  b: { impose: saddle, up: 7 }\n')
    expect(codes).toEqual([
      '4:16 content/wrong-value!',
      '4:26 content/wrong-value!',
      '5:28 content/wrong-value!',
    ])
  })

  test('a name that is none, and two that are one file', () => {
    expect(found('  a/b: {}\n').codes).toEqual(['4:3 content/wrong-value!'])
    expect(found('  a: {}\n  A: {}\n').codes).toEqual(['5:3 content/same-output!'])
    expect(found('  a: {}\n  a: {}\n').codes).toEqual(['5:3 content/duplicate-key!'])
    expect(found('  sheet: {}\n  cards: { from: sheet.yaml, impose: repeat }\n').codes).toEqual([
      '5:18 content/same-output!',
    ])
  })

  test('the copy for reading is of the file itself, and not for the press', () => {
    expect(found('  reading: { impose: saddle }\n').codes).toEqual(['4:22 content/unused-setting!'])
    expect(found('  reading: { from: x.yaml }\n').codes).toEqual(['4:20 content/unused-setting!'])
    expect(outputsOf('  reading: { layout: other }\n')).toMatchObject([{ layout: { name: 'other' } }])
  })

  test('more outputs than anybody prints', () => {
    const many = Array.from({ length: 21 }, (_, index) => `  a${index}: {}\n`).join('')
    expect(found(many).codes).toEqual(['3:1 content/wrong-value!'])
  })
})
