import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine, readElements, valuesOf, writeElements } from './bag-info.ts'

test('long values are folded at spaces within 79 columns, and line ends cannot begin an element', () => {
  const text = writeElements([
    { label: 'External-Description', value: `Clean water${', and more of it'.repeat(5)}\nBag-Size: 1` },
    { label: 'Source-Organization', value: ' The\tOffice ' },
  ])
  expect(text).toBe(`External-Description: Clean water, and more of it, and more of it, and more of
 it, and more of it, and more of it Bag-Size: 1
Source-Organization: The Office
`)
})

test('elements are read as they were written, in order', () => {
  const label = fc.constantFrom('Contact-Name', 'Bag-Size', 'X y')
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('water', ':', '\n', '\r', '\u2028', '  ', '水', 'a:b', '#'), { maxLength: 80 })
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ label, value })), (elements) => {
      const text = writeElements(elements)
      const { elements: read, problems } = readElements(text)
      expect(problems).toEqual([])
      expect(read).toEqual(elements.map((one) => ({ ...one, value: oneLine(one.value) })))
      for (const line of text.split('\n'))
        if (line.length > 79) expect(line.replace(/^[\w -]+: /, '').trim()).not.toContain(' ')
    }),
  )
})

test('what older versions allow is read', () => {
  const { elements, problems } = readElements(
    'Test-Tag    :   5\r\nLong: one\r\n\t two\r   three\n\ntest-tag: 6\nUrl: http://x\nno label\n: none',
  )
  expect(elements).toEqual([
    { label: 'Test-Tag', value: '5' },
    { label: 'Long', value: 'one two three' },
    { label: 'test-tag', value: '6' },
    { label: 'Url', value: 'http://x' },
  ])
  expect(valuesOf(elements, 'TEST-TAG')).toEqual(['5', '6'])
  expect(problems).toEqual(['line 8 is no label with a value', 'line 9 is no label with a value'])
})

test.each(['', 'a:b', ' a', 'a ', 'a\nb'])('%j is no label', (label) => {
  expect(() => writeElements([{ label, value: 'x' }])).toThrow('not a label')
})
