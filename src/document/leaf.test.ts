import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Leaf, pickFromLeaf, placeInLeaf, type Stretch } from '../base/leaf.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { token, untoken } from './leaf.ts'

test('tokens are exchanged for their leaves, and the text between them stays', () => {
  const leaves = [sampleLeaf('a'), sampleLeaf('b')]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom('x', ' ', '12', '<'), fc.nat(1))), (pieces) => {
      const text = pieces.map((piece) => (typeof piece === 'number' ? token(piece) : piece)).join('')
      const read = untoken(text, leaves).map((piece) =>
        typeof piece === 'string' ? piece : token(leaves.indexOf(piece)),
      )
      expect(read.join('')).toBe(text)
      expect(read).not.toContain('')
    }),
  )
})

test('each character of a picked leaf keeps its place', () => {
  fc.assert(
    fc.property(leafWithPlaces(), fc.array(fc.nat(20), { maxLength: 8 }), (leaf, cuts) => {
      const stretches = stretchesOf(leaf, cuts)
      const picked = pickFromLeaf(leaf, stretches)
      const offsets = stretches.flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, index) => from + index),
      )
      expect(picked.text).toBe(offsets.map((offset) => leaf.text[offset]).join(''))
      const places = offsets.map((_, index) => placeInLeaf(picked, index).start)
      expect(places).toEqual(offsets.map((offset) => placeInLeaf(leaf, offset).start))
    }),
  )
})

/** Text of which every third character was escaped in the file, where it takes two. */
function leafWithPlaces(): fc.Arbitrary<Leaf> {
  return fc.string({ minLength: 1, maxLength: 20 }).map((text) => {
    const places = Array.from(text.split(''), (_, index): [number, number] => [
      index,
      5 + index + Math.floor(index / 3),
    ])
    const file = { path: 'content.yaml', text: ' '.repeat(60) }
    const kept = places.filter(([index]) => index % 3 === 0)
    return { text, lang: 'en', span: { file, start: 5, end: 5 + 2 * text.length }, places: kept }
  })
}

function stretchesOf(leaf: Leaf, cuts: readonly number[]): Stretch[] {
  const sorted = [...new Set(cuts.filter((cut) => cut <= leaf.text.length))].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (let index = 0; index + 1 < sorted.length; index += 2) {
    const [from, to] = [sorted[index], sorted[index + 1]]
    if (from !== undefined && to !== undefined) stretches.push([from, to])
  }
  return stretches
}
