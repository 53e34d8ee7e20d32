import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultLayout, layoutConfig, objectPath, readLayoutConfig } from './layout.ts'

const tens = 'abcdefghij'.repeat(10)

// The examples and the checks of the extension itself.
test.each([
  ['object-01', 'sha256', 3, 3, '3c0/ff4/240/object-01'],
  ['object-01', 'md5', 3, 3, 'ff7/553/449/object-01'],
  ['object-01', 'md5', 5, 2, 'ff755/34492/object-01'],
  ['object-01', 'md5', 0, 0, 'object-01'],
  ['object-01', 'sha256', 0, 0, 'object-01'],
  ['object-01', 'md5', 2, 15, 'ff/75/53/44/92/48/5e/ab/b3/9f/86/35/67/28/88/object-01'],
  ['..hor/rib:le-$id', 'sha256', 3, 3, '487/326/d8c/%2e%2ehor%2frib%3ale-%24id'],
  ['..hor/rib:le-$id', 'md5', 3, 3, '083/197/66f/%2e%2ehor%2frib%3ale-%24id'],
  [
    '..hor/rib:le-$id',
    'md5',
    2,
    15,
    '08/31/97/66/fb/6c/29/35/dd/17/5b/94/26/77/17/%2e%2ehor%2frib%3ale-%24id',
  ],
  ['..Hor/rib:lè-$id', 'sha256', 3, 3, '373/529/21a/%2e%2eHor%2frib%3al%c3%a8-%24id'],
  [
    `${tens}a`,
    'sha256',
    3,
    3,
    `5cc/73e/648/${tens}-5cc73e648fbcff136510e330871180922ddacf193b68fdeff855683a01464220`,
  ],
  [
    'abcdefghij'.repeat(26),
    'sha256',
    3,
    3,
    `55b/432/806/${tens}-55b432806f4e270da0cf23815ed338742179002153cd8d896f23b3e2d8a14359`,
  ],
] as const)(
  '%s by %s in tuples of %i, %i of them',
  (id, digestAlgorithm, tupleSize, numberOfTuples, path) => {
    expect(objectPath(id, { digestAlgorithm, tupleSize, numberOfTuples })).toBe(path)
  },
)

test('the folder of an object stays within the store and within the length of names, whatever its id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (id) => {
      const parts = objectPath(id).split('/')
      expect(parts).toHaveLength(4)
      expect(parts.slice(0, 3).join('')).toBe(createHash('sha256').update(id).digest('hex').slice(0, 9))
      expect(parts[3]).toMatch(/^(?:[A-Za-z0-9_-]|%[0-9a-f]{2}|%[0-9a-f]?(?=-[0-9a-f]{64}$)){1,165}$/)
    }),
  )
})

test('a configuration is read as it was written', () => {
  const layout = { digestAlgorithm: 'md5', tupleSize: 2, numberOfTuples: 15 } as const
  expect(readLayoutConfig(layoutConfig(layout))).toEqual(layout)
})

test.each([
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout"}', defaultLayout],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","tupleSize":0,"numberOfTuples":0}', 'none'],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","tupleSize":0}', null],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","tupleSize":33}', null],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","tupleSize":32,"numberOfTuples":3}', null],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","tupleSize":"3"}', null],
  ['{"extensionName":"0003-hash-and-id-n-tuple-storage-layout","digestAlgorithm":"crc32"}', null],
  ['{"extensionName":"0004-hashed-n-tuple-storage-layout"}', null],
  ['[]', null],
])('the configuration %s', (text, layout) => {
  const expected = layout === 'none' ? { ...defaultLayout, tupleSize: 0, numberOfTuples: 0 } : layout
  expect(readLayoutConfig(new TextEncoder().encode(text))).toEqual(expected)
})
