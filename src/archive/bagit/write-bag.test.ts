import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { bagElements, bagFiles } from '../../testing/bags.ts'
import { writeBag } from './write-bag.ts'

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')
const sha512 = (content: string): string => createHash('sha512').update(content).digest('hex')

test('a bag is what RFC 8493 shows', () => {
  const files = new Map([
    ['b/50%.txt', Buffer.from('water')],
    ['a.txt', Buffer.from('')],
  ])
  const bag = writeBag(files, [{ label: 'Bagging-Date', value: '2024-03-22' }])
  expect([...bag].map(([path, bytes]) => [path, text(bytes)])).toEqual([
    ['bag-info.txt', 'Bagging-Date: 2024-03-22\nPayload-Oxum: 5.2\n'],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['data/a.txt', ''],
    ['data/b/50%.txt', 'water'],
    ['manifest-sha512.txt', `${sha512('')}  data/a.txt\n${sha512('water')}  data/b/50%25.txt\n`],
    [
      'tagmanifest-sha512.txt',
      ['bag-info.txt', 'bagit.txt', 'manifest-sha512.txt']
        .map((path) => `${sha512(text(bag.get(path)))}  ${path}\n`)
        .join(''),
    ],
  ])
})

test('the same files in another order are the same bag', () => {
  const turned = new Map([...bagFiles].reverse())
  expect([...writeBag(turned, bagElements)]).toEqual([...writeBag(bagFiles, bagElements)])
})

test.each([['../x'], ['/x'], ['a\\b'], ['a\nb'], ['']])('the path %j goes into no bag', (path) => {
  expect(() => writeBag(new Map([[path, new Uint8Array()]]), [])).toThrow()
})

test('nothing is no bag', () => {
  expect(() => writeBag(new Map(), bagElements)).toThrow('a bag has a file')
})

test('a path that is also a folder goes into no bag', () => {
  const files = new Map([
    ['a', new Uint8Array()],
    ['a/b', new Uint8Array()],
  ])
  expect(() => writeBag(files, [])).toThrow('`a` is a file and a folder of `a/b`')
})
