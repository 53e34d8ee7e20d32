import { expect, test } from 'vitest'
import { jpegFile, pngChunk, pngFile } from '../testing/pictures.ts'
import { namedProfile, profileBytes, profileSegments } from '../testing/profiles.ts'
import { readProfile } from './profile.ts'
import { readPicture } from './read-picture.ts'

/** What becomes of the profile of a picture: its bytes, or why they are left out. */
function profileOf(file: Uint8Array): Uint8Array | string | null {
  const picture = readPicture(file, 'a')
  if (picture.kind === 'problem') throw new Error(picture.detail)
  const { profile } = picture
  if (profile === null) return null
  return profile.kind === 'profile' ? new Uint8Array(profile.bytes) : profile.detail
}

function png(content: Uint8Array, colorType = 2): Uint8Array {
  return pngFile({ width: 1, height: 1, colorType, extra: [pngChunk('iCCP', content)] })
}

const sound = profileBytes()

test('a PNG has the profile of its chunk', () => {
  expect(profileOf(png(namedProfile(sound)))).toEqual(sound)
  expect(profileOf(png(namedProfile(profileBytes({ space: 'GRAY' })), 4))).toEqual(
    profileBytes({ space: 'GRAY' }),
  )
  expect(profileOf(pngFile({ width: 1, height: 1 }))).toBeNull()
})

test('what PNG says of colours in other ways is passed over', () => {
  const chunks = [pngChunk('sRGB', Uint8Array.of(0)), pngChunk('gAMA', Uint8Array.of(0, 0, 0xb1, 0x8f))]
  expect(profileOf(pngFile({ width: 1, height: 1, extra: chunks }))).toBeNull()
})

test('a JPEG has the profile of its segments, in the order of their numbers', () => {
  expect(profileOf(jpegFile({ before: profileSegments(sound) }))).toEqual(sound)
  expect(profileOf(jpegFile({ before: profileSegments(sound, [3, 1, 2]) }))).toEqual(sound)
  const press = profileBytes({ space: 'CMYK', deviceClass: 'prtr', version: 2 })
  expect(profileOf(jpegFile({ components: 4, before: profileSegments(press) }))).toEqual(press)
})

test.each([
  ['a part is missing', profileSegments(sound, [1, 3], 3)],
  ['a part comes twice', profileSegments(sound, [1, 2, 2], 2)],
  [
    'the parts differ in their count',
    Buffer.concat([profileSegments(sound, [1], 2), profileSegments(sound, [2], 3)]),
  ],
  ['there is no first part', profileSegments(sound, [0, 1], 2)],
])('where %s it is damaged', (_, before) => {
  expect(profileOf(jpegFile({ before }))).toBe('its colour profile is damaged')
})

test.each([
  ['is no stream', Buffer.from('a\0\0no stream')],
  ['has no name', namedProfile(sound).subarray(6)],
  ['is compressed in another way', Buffer.from('a\0\x01x')],
])('a chunk that %s is damaged', (_, content) => {
  expect(profileOf(png(content))).toBe('its colour profile is damaged')
})

test.each([
  [{ signature: 'xxxx' }, 'is damaged'],
  [{ size: 10 }, 'is damaged'],
  [{ size: 161 }, 'is damaged'],
  [{ tagEnd: 161 }, 'is damaged'],
  [{ version: 5 }, 'is of version 5, which PDF 1.7 does not know'],
  [{ deviceClass: 'link' }, 'is none of a device'],
  [{ space: 'CMYK' }, 'is for other colours than the picture has'],
  [{ space: 'Lab ' }, 'is for other colours than the picture has'],
])('a profile with %j %s', (sketch, what) => {
  expect(readProfile(profileBytes(sketch), 3)).toMatchObject({
    kind: 'problem',
    detail: `its colour profile ${what}`,
  })
})

test('bytes behind the size that it states are no part of it', () => {
  const read = readProfile(Buffer.concat([sound, Buffer.from('more')]), 3)
  expect(read.kind === 'profile' && new Uint8Array(read.bytes)).toEqual(sound)
})
