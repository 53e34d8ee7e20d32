import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { load } from '../content/load.ts'
import { chooseFace, type FaceDeclaration, readFonts } from './fonts.ts'

const span = { file: { path: 'fonts/fonts.yaml', text: '' }, start: 0, end: 0 }

function face(weight: number, style: 'normal' | 'italic' = 'normal', family = 'Serif'): FaceDeclaration {
  return { family, weight, style, file: `${family}-${weight}-${style}`, licence: 'OFL-1.1', span }
}

describe('chooseFace', () => {
  // CSS Fonts 4, 5.2: wanted weight, weights that there are, the one that is chosen.
  test.each([
    [400, [300, 400, 500], 400],
    [400, [300, 500, 700], 500],
    [400, [300, 600], 300],
    [400, [600, 700], 600],
    [450, [400, 500], 500],
    [450, [400, 600], 400],
    [500, [400, 600], 400],
    [500, [300, 600], 300],
    [500, [600, 900], 600],
    [300, [200, 400], 200],
    [300, [100, 200], 200],
    [300, [400, 700], 400],
    [700, [600, 800], 800],
    [700, [800, 900], 800],
    [700, [400, 600], 600],
    [600, [400, 500], 500],
    [900, [100, 400], 400],
  ])('for %d, of %j, it is %d', (wanted, weights, chosen) => {
    for (const order of [weights, weights.toReversed()])
      expect(
        chooseFace(
          order.map((weight) => face(weight)),
          'Serif',
          wanted,
          'normal',
        )?.weight,
      ).toBe(chosen)
  })

  test('the style comes before the weight; without any face of it the other style stands in', () => {
    const faces = [face(400), face(700, 'italic')]
    expect(chooseFace(faces, 'Serif', 400, 'italic')).toBe(faces[1])
    expect(chooseFace([face(400)], 'Serif', 400, 'italic')?.style).toBe('normal')
    expect(chooseFace([face(400, 'italic')], 'Serif', 400, 'normal')?.style).toBe('italic')
  })

  test('a family that is not declared has none', () => {
    expect(chooseFace([face(400)], 'Sans', 400, 'normal')).toBeNull()
  })
})

describe('readFonts', () => {
  const read = (yaml: string) => {
    const report = new Report()
    const loaded = load('fonts.yaml', new TextEncoder().encode(yaml), report)
    const faces = loaded ? readFonts(loaded, report) : []
    return { faces, found: report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`) }
  }

  test('reads families with their licence and faces', () => {
    const yaml =
      '- family: Serif\n  licence: OFL-1.1\n  faces:\n    - { weight: 700, style: italic, file: npm:a/b.ttf }\n    - { file: c.ttf }\n'
    const { faces, found } = read(yaml)
    expect(found).toEqual([])
    expect(
      faces.map(({ family, weight, style, file, licence }) => [family, weight, style, file, licence]),
    ).toEqual([
      ['Serif', 700, 'italic', 'npm:a/b.ttf', 'OFL-1.1'],
      ['Serif', 400, 'normal', 'c.ttf', 'OFL-1.1'],
    ])
  })

  test('a family or a face that is not complete is reported where it stands, and the others are read', () => {
    const yaml =
      '- family: A\n  faces: []\n- family: B\n  licence: X\n  faces:\n    - { weight: 0, file: a }\n    - { file: b, style: bold }\n    - { weight: 400 }\n    - { file: c }\n'
    const { faces, found } = read(yaml)
    expect(faces.map(({ file }) => file)).toEqual(['c'])
    expect(found).toEqual([
      'fonts.yaml:1:3 fonts/shape',
      'fonts.yaml:6:7 fonts/shape',
      'fonts.yaml:7:7 fonts/shape',
      'fonts.yaml:8:7 fonts/shape',
    ])
  })

  test('what is no list is reported', () => {
    expect(read('family: A\n').found).toEqual(['fonts.yaml:1:1 fonts/shape'])
  })
})
