import { expect, test } from 'vitest'
import { Report } from './base/report.ts'
import type { Source } from './base/world.ts'
import { readPictures } from './read-pictures.ts'
import { tree } from './testing/tree.ts'

const mebibyte = 1024 * 1024

/** A source in which each file has so many bytes; all share the same. */
function filesOf(length: number): Source {
  const bytes = new Uint8Array(length)
  return {
    list: (path) => ({ ok: false, path, problem: 'missing', detail: 'there is no such folder' }),
    read: (path, limit) =>
      length <= limit ? { ok: true, path, bytes } : { ok: false, path, problem: 'large', detail: 'large' },
  }
}

function found(count: number, length: number): readonly string[] {
  const images = Array.from({ length: count }, (_, index) => `<img src="${index}.png"/>`)
  const report = new Report()
  readPictures(tree(`<html>${images.join('')}</html>`), filesOf(length), report)
  return report.diagnostics.map(({ code, message }) => (code === 'read/large' ? message : code))
}

test('the pictures of a publication have at most 256 MiB together', () => {
  const broken = Array<string>(4).fill('read/picture')
  expect(found(4, 64 * mebibyte)).toEqual(broken)
  expect(found(5, 64 * mebibyte)).toEqual([
    ...broken,
    '`4.png` cannot be read: with it the pictures of the publication have more than 268435456 bytes',
  ])
})

test('one picture that is too large is not said to be too much for all', () => {
  expect(found(1, 65 * mebibyte)).toEqual(['`0.png` cannot be read: large'])
})
