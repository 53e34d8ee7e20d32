import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Inline } from '../style/box.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { paragraph, plainStyle, squareWorkshop, textInline } from '../testing/square-face.ts'
import { setParagraph } from '../text/paragraph.ts'
import { glyphText } from './glyph-text.ts'
import { type Inking, placeLine } from './marks.ts'
import type { Placed } from './page.ts'

const tagged: Inking = {
  tagOf: (element) => element,
  markerOf: () => null,
  linkOf: () => null,
  numberOf: () => null,
  textOf: () => {
    throw new Error('there is no leader')
  },
}

function place(inlines: readonly Inline[], inking: Inking = tagged): readonly Placed[] {
  const setting = { measure: 200, indent: 0, align: 'start', isBalanced: false } as const
  const { lines } = setParagraph(inlines, 'en', setting, squareWorkshop(), new Report())
  const marks: Placed[] = []
  lines.forEach((line, index) => {
    placeLine(marks, line, 50, 100 + 15 * index, inking)
  })
  return marks
}

function text(some: string, raise = 0, index = 1): Inline {
  return textInline(sampleLeaf(some), plainStyle({ raise }), { ...paragraph, index })
}

const shown = (marks: readonly Placed[]) =>
  marks.map(({ x, y, mark, tag }) => [x, y, mark.kind === 'glyphs' ? glyphText(mark) : mark.kind, tag])

test('each part of a line is a mark with its own glyphs among those of the paragraph', () => {
  expect(shown(place([text('ab', 0, 1), text('cd', 0, 2)]))).toEqual([
    [50, 100, 'ab', 1],
    [60, 100, 'cd', 2],
  ])
})

test('what is raised stands above the baseline, what is lowered below it, and its link with it', () => {
  const target = { kind: 'uri', uri: 'https://example.org/' } as const
  const linkOf = (element: number) => (element === 2 ? { target, description: 'there', element } : null)
  const marks = place([text('a'), text('1', 3.5, 2), text('b', -2, 3)], { ...tagged, linkOf })
  expect(shown(marks)).toEqual([
    [50, 100, 'a', 1],
    [55, 96.5, '1', 2],
    // The face reaches 8 points above its baseline.
    [55, 88.5, 'link', 2],
    [60, 102, 'b', 3],
  ])
})

test('two lines take their glyphs from one pair of arrays', () => {
  const [first, second] = place([text('aaaa '.repeat(12))])
  expect(
    first?.mark.kind === 'glyphs' && second?.mark.kind === 'glyphs' && first.mark.pairs === second.mark.pairs,
  ).toBe(true)
})
