import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { readQrModules } from '../testing/read-qr.ts'
import { readQr } from './qr.ts'
import type { VectorPicture } from './vector.ts'

function code(text: string): VectorPicture {
  const picture = readQr(text, `qr:${text}`)
  if (picture.kind === 'problem') throw new Error(picture.detail)
  return picture
}

/** The modules as a camera sees them, with what stands around them: each is dark where a rectangle of the path lies. */
function modulesOf({ shapes, width }: VectorPicture): readonly (readonly boolean[])[] {
  const [shape] = shapes
  if (shapes.length !== 1 || shape?.kind !== 'rectangles') throw new Error('a code is made of rectangles')
  const modules = Array.from({ length: width / 2 }, () => Array<boolean>(width / 2).fill(false))
  for (let at = 0; at < shape.edges.length; at += 4) {
    const [left = 0, top = 0, right = 0, bottom = 0] = shape.edges.slice(at, at + 4)
    for (let row = top / 2; row < bottom / 2; row++)
      for (let column = left / 2; column < right / 2; column++) {
        const line = modules[row]
        if (line?.[column] !== false)
          throw new Error('a rectangle lies beside its modules, or over another one')
        line[column] = true
      }
  }
  return modules
}

function inner(all: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  return all.slice(4, -4).map((row) => row.slice(4, -4))
}

test('a code says what it was made of', () => {
  const address = fc.string({
    unit: fc.constantFrom(...'ABCabc019-._~:/?#[]@!$&()*+,;=%'),
    minLength: 1,
    maxLength: 120,
  })
  fc.assert(
    fc.property(address, (text) => {
      expect(readQrModules(inner(modulesOf(code(text))))).toBe(text)
    }),
    { numRuns: 25 },
  )
})

test('its mask is the one that the encoder would have chosen', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aA0/%-'), minLength: 1, maxLength: 400 }), (text) => {
      const { data } = encode(text, { ecc: 'M', border: 0 })
      expect(inner(modulesOf(code(text)))).toEqual(data)
    }),
    { numRuns: 60 },
  )
})

test('what is not ASCII is percent-encoded, so that every reader reads it alike', () => {
  const said = readQrModules(inner(modulesOf(code('https://例.org/水 a?é'))))
  expect(said).toBe('https://%E4%BE%8B.org/%E6%B0%B4%20a?%C3%A9')
  expect(decodeURI(said)).toBe('https://例.org/水 a?é')
})

test('there are four clear modules on all sides, then the three patterns that readers look for', () => {
  const all = modulesOf(code('https://example.org'))
  const size = all.length
  for (const [row, modules] of all.entries())
    for (const [column, dark] of modules.entries())
      if (Math.min(row, column) < 4 || Math.max(row, column) >= size - 4) expect(dark).toBe(false)
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  const last = size - 8 - 7
  for (const [top, left] of [
    [0, 0],
    [0, last],
    [last, 0],
  ] as const)
    expect(
      inner(all)
        .slice(top, top + 7)
        .map((row) =>
          row
            .slice(left, left + 7)
            .map((dark) => (dark ? '#' : '.'))
            .join(''),
        ),
    ).toEqual(finder)
})

test('the version is as small as can be: 14 bytes fit the first, 15 do not', () => {
  // ISO/IEC 18004, table 7: version 1 holds 14 bytes at level M.
  expect(code('a'.repeat(14)).width).toBe(2 * (21 + 8))
  expect(code('a'.repeat(15)).width).toBe(2 * (25 + 8))
})

test('a code of the largest version still says all, and a longer text is refused', () => {
  const longest = 'a'.repeat(2331)
  const picture = code(longest)
  expect(picture.width).toBe(2 * (177 + 8))
  expect(readQrModules(inner(modulesOf(picture)))).toBe(longest)
  expect(readQr(`${longest}a`, 'qr:')).toMatchObject({
    kind: 'problem',
    detail: expect.stringContaining('2332 bytes'),
  })
})

test('no text makes no code', () => {
  expect(readQr('', 'qr:')).toMatchObject({ kind: 'problem', detail: 'it has no text' })
})
