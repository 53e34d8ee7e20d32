import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Rendering, readRendering, renderingFile } from './rendering.ts'

const rendering: fc.Arbitrary<Rendering> = fc.record({
  program: fc.string(),
  publication: fc.string(),
  row: fc.option(fc.string()),
  languages: fc.subarray(['en', 'zh-Hans', 'fr', 'pt-BR'], { minLength: 1 }),
  layout: fc.string(),
  isDraft: fc.boolean(),
  changed: fc.option(
    fc
      .dictionary(fc.constantFrom('en', 'zh-Hans'), fc.array(fc.string()))
      .map((units) => new Map(Object.entries(units).map(([lang, ids]) => [lang, new Set(ids)]))),
  ),
  media: fc.constantFrom('screen', 'print'),
  profile: fc.constantFrom('archive', 'none'),
  date: fc
    .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
})

test('how a PDF was made is read as it was written', () => {
  fc.assert(
    fc.property(rendering, (one) => {
      expect(readRendering(renderingFile(one).bytes)).toEqual(one)
    }),
  )
})

test('what is no such file is refused, with a reason', () => {
  fc.assert(
    fc.property(rendering, fc.nat(8), fc.jsonValue(), (one, index, value) => {
      const written: unknown = JSON.parse(new TextDecoder().decode(renderingFile(one).bytes))
      const keys = Object.keys(Object(written))
      const other = { ...Object(written), [keys[index] ?? '']: value }
      const read = readRendering(new TextEncoder().encode(JSON.stringify(other)))
      if (typeof read === 'string') expect(read.length).toBeGreaterThan(0)
      else expect(JSON.parse(new TextDecoder().decode(renderingFile(read).bytes))).toEqual(other)
    }),
  )
  for (const text of ['', '[]', 'null', '{}', '{"format":"bifolio-rendering-2"}'])
    expect(readRendering(new TextEncoder().encode(text))).toBe('is not of the form `bifolio-rendering-1`')
})
