import { expect, test } from 'vitest'
import { z } from 'zod'
import { publicationSchema } from './schema.ts'

test('the schema can be written as JSON Schema, texts as texts', () => {
  const json = z.toJSONSchema(publicationSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  })
  expect(json.required).toEqual(['languages', 'title'])
  expect(json.additionalProperties).toBe(false)
  expect(json.properties?.title).toMatchObject({
    anyOf: [{ type: ['string', 'number', 'boolean'] }, { type: 'object' }],
  })
  expect(json.properties?.layout).toMatchObject({ type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' })
})
