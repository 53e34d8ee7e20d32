import fc from 'fast-check'
import { expect, test } from 'vitest'
import { position } from './span.ts'

/** Counts from the beginning of the file, character by character. */
function counted(text: string, start: number): { line: number; column: number } {
  const lines = text.slice(0, start).split('\n')
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 }
}

test('a place is counted in lines and code points, also beyond the end and in the middle of a character', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '字', '😀', '\r\n', '\ud800', '\udc00'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.nat(40), (written, start) => {
      const file = { path: 'x', text: written }
      expect(position({ file, start, end: start })).toEqual(counted(written, start))
    }),
  )
})
