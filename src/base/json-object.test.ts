import { expect, test } from 'vitest'
import { jsonObject } from './json-object.ts'

const encoder = new TextEncoder()

test('gives the object, with what it has and nothing else', () => {
  expect(jsonObject(encoder.encode('{"a": [1, "水"]}'))).toEqual({ a: [1, '水'] })
})

test.each(['', '1', 'null', '"a"', '{', '{"a": }'])('%j holds no object', (text) => {
  expect(jsonObject(encoder.encode(text))).toBeNull()
})

test('what is not UTF-8 holds none', () => {
  expect(jsonObject(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull()
})
