import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openFace } from './open-face.ts'
import { readFont } from './sfnt.ts'

const require = createRequire(import.meta.url)
const ttf = bytesOf('@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf')
const woff = bytesOf('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff')

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(require.resolve(file)))
}

/** The same font with another name for one of its tables. */
function withoutTable(font: Uint8Array, tag: string): Uint8Array {
  const copy = font.slice()
  copy[Buffer.from(font).indexOf(tag)] = 'X'.charCodeAt(0)
  return copy
}

describe('a sound font', () => {
  test('has its tables, each as long as the directory says', () => {
    const font = readFont(ttf)
    if (typeof font === 'string') throw new Error(font)
    expect(font.bytes).toBe(ttf)
    expect(font.table('head')?.byteLength).toBe(54)
    // OpenType, head: magicNumber.
    expect(font.table('head')?.getUint32(12)).toBe(0x5f0f3cf5)
    expect(font.table('nope')).toBeNull()
  })

  test('shapes the same without its outlines, which are most of it', () => {
    const serif = bytesOf('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
    const font = readFont(serif)
    if (typeof font === 'string') throw new Error(font)
    const bare = font.shaping()
    expect(bare.length).toBeLessThan(serif.length / 20)
    const [whole, part] = [openFace(serif, 'Noto'), openFace(bare, 'Noto')]
    if (typeof whole === 'string' || typeof part === 'string') throw new Error('a face was refused')
    for (const [text, script] of [
      ['开放科学，“共享”知识。', 'Hani'],
      ['Affinité, e\u0301x\u0327 AV To 1/2', 'Latn'],
    ] as const) {
      const settings = { lang: 'en', script, features: [], isRtl: false }
      expect(part.shape(text, settings)).toEqual(whole.shape(text, settings))
    }
  })

  test('keeps its outlines where marks are placed by them', () => {
    const font = readFont(withoutTable(ttf, 'GPOS'))
    if (typeof font === 'string') throw new Error(font)
    expect(font.shaping()).toBe(font.bytes)
  })

  test('in WOFF is unpacked to tables whose checksums hold', () => {
    const font = readFont(woff)
    if (typeof font === 'string') throw new Error(font)
    const view = new DataView(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength)
    const count = view.getUint16(4)
    expect(count).toBe(new DataView(woff.buffer).getUint16(12))
    for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
      const tag = String.fromCharCode(...font.bytes.subarray(entry, entry + 4))
      const table = view.getUint32(entry + 8)
      expect(table % 4).toBe(0)
      // OpenType, "Calculating Checksums": that of head counts its adjustment as 0.
      const adjustment = tag === 'head' ? view.getUint32(table + 8) : 0
      const sum = sumOf(view, table, view.getUint32(entry + 12)) - adjustment
      expect([tag, sum >>> 0]).toEqual([tag, view.getUint32(entry + 4)])
    }
    expect(view.byteLength).toBe(new DataView(woff.buffer).getUint32(16))
  })

  test('in WOFF can be read again as the plain font that it became', () => {
    const font = readFont(woff)
    if (typeof font === 'string') throw new Error(font)
    const again = readFont(font.bytes)
    expect(typeof again !== 'string' && again.bytes).toBe(font.bytes)
  })
})

describe('what is wrong is said', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'it is shorter than a font header'],
    [
      'a short WOFF',
      Uint8Array.of(0x77, 0x4f, 0x46, 0x46, 0, 1, 0, 0, 0, 0, 0, 0),
      'it is shorter than a font header',
    ],
    [
      'WOFF 2',
      Uint8Array.of(0x77, 0x4f, 0x46, 0x32, 0, 1, 0, 0, 0, 0, 0, 0),
      'it is WOFF 2, which is not read',
    ],
    [
      'a collection',
      Uint8Array.of(0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0, 0, 0, 0, 2),
      'it is a collection of fonts',
    ],
    [
      'a text',
      new TextEncoder().encode('languages: { en: English }'),
      'it is no TrueType, OpenType or WOFF 1.0 font',
    ],
  ])('%s', (_, bytes, problem) => {
    expect(readFont(bytes)).toContain(problem)
  })

  test('a font cut short anywhere', () => {
    const check = fc.property(fc.integer({ min: 0, max: ttf.length - 4 }), (length) => {
      expect(typeof readFont(ttf.slice(0, length))).toBe('string')
    })
    fc.assert(check)
  })

  test('a WOFF cut short anywhere', () => {
    const check = fc.property(fc.integer({ min: 0, max: 5000 }), (length) => {
      expect(typeof readFont(woff.slice(0, length))).toBe('string')
    })
    fc.assert(check)
  })

  test('a directory of absurd lengths', () => {
    const broken = ttf.slice()
    new DataView(broken.buffer).setUint32(12 + 12, 0xffffffff)
    expect(readFont(broken)).toMatch(/ends beyond the file/)
    const many = ttf.slice()
    new DataView(many.buffer).setUint16(4, 0xffff)
    expect(readFont(many)).toBe('its table directory is broken')
  })

  test('a WOFF table that claims to unpack to gigabytes', () => {
    const bomb = woff.slice()
    new DataView(bomb.buffer).setUint32(44 + 12, 0xfffffff0)
    expect(readFont(bomb)).toMatch(/states more than a font may have|has not the length/)
  })
})

/** Bytes that are changed, most of them in the header and the directory, where they do most harm. */
const changes = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 100_000 })),
    fc.integer({ min: 0, max: 255 }),
  ),
  { minLength: 1, maxLength: 12 },
)

function changed(bytes: Uint8Array, some: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice()
  for (const [at, value] of some) if (at < copy.length) copy[at] = value
  return copy
}

describe('bytes that were changed', () => {
  test('give a font or a text, and never throw', () => {
    const check = fc.property(changes, (some) => {
      const font = readFont(changed(ttf, some))
      expect(typeof font === 'string' || font.bytes.length > 0).toBe(true)
    })
    fc.assert(check, { numRuns: 300 })
  })

  test('give a WOFF or a text, and never throw', () => {
    const check = fc.property(changes, (some) => {
      const font = readFont(changed(woff.subarray(0, 20_000), some))
      expect(typeof font).toBe('string')
    })
    fc.assert(check, { numRuns: 100 })
  })

  test('give a face or a text when they are opened', () => {
    const check = fc.property(changes, (some) => {
      const face = openFace(changed(ttf, some), 'Mono')
      expect(typeof face === 'string' || face.upem > 0).toBe(true)
    })
    fc.assert(check, { numRuns: 60 })
  })
})

function sumOf(view: DataView, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + ((length + 3) & ~3); at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
