import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { type MarkupReader, readMarkup } from './read-markup.ts'

test('what is read is what an XML parser reads, and nothing is wrong with it', () => {
  let count = 0
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="x">',
    '</a>',
    '<br/>',
    '<p class="a b" id="c" >',
    '<p  a="1"\n b="2">',
    ' ',
    '\n',
    'x',
    '文',
    '&amp;',
    '&#x27;',
    '&nbsp;',
    '&',
    '>',
    '"',
    '<!-- c -->',
    '<p a>',
    '<p a=b>',
    '<p a="<">',
    '<p a=">">',
    '<p a="&lt;">',
    '<p a="1" a="2">',
    '<p/ >',
    '< p>',
    '</ p>',
    '<p\t>',
    ']]>',
    '<a:b>',
    '\u0001',
    '😀',
    "<p a='1'>",
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const markup = `<html>${pieces.join('')}</html>`
      const { events, reader } = recorder()
      if (!readMarkup(markup, reader)) return
      count++
      const { events: expected, reader: slow } = recorder()
      const problems: string[] = []
      const parser = new SaxesParser()
      parser.on('opentag', (tag) => slow.open(tag))
      parser.on('closetag', () => slow.close())
      parser.on('text', (text) => slow.text(text))
      parser.on('error', ({ message }) => problems.push(message))
      parser.write(markup).close()
      expect(problems).toEqual([])
      expect(events).toEqual(expected)
    }),
    { numRuns: 5000 },
  )
  expect(count).toBeGreaterThan(500)
})

function recorder(): { readonly events: unknown[]; readonly reader: MarkupReader } {
  const events: unknown[] = []
  const reader: MarkupReader = {
    open: ({ name, attributes }) => events.push([name, Object.entries(attributes)]),
    close: () => events.push('/'),
    text: (text) => events.push(text),
  }
  return { events, reader }
}
