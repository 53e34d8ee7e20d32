import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { makeProject, type Project, programFolder } from '../testing/project.ts'
import { readFont } from '../text/sfnt.ts'

const serif = readFileSync(
  join(
    programFolder,
    'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  ),
)

let project: Project | null = null
let count = 0
afterEach(() => {
  project?.remove()
  project = null
})

/** What is found of a project whose only face has these bytes. */
function found(font: Uint8Array): readonly string[] {
  project = makeProject({
    'content/x/publication.yaml':
      'languages: { en: { name: English } }\ntitle: Water\nlayout: plain\nblocks: [{ paragraph: Clean water. }]\n',
    'templates/plain/layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}',
    'templates/plain/theme.css': 'html { font-family: Serif }',
    // A declaration that is the same as before would give the face that was opened before.
    'fonts/fonts.yaml': `- { family: Serif, licence: OFL-1.1, faces: [{ file: fonts/x.ttf }] } # ${++count}\n`,
  })
  project.write('fonts/x.ttf', font)
  const run = project.build([], { json: true })
  expect(run.errors).not.toMatch(/\bat .*\.[jt]s:/)
  return run.errors.split('\n').flatMap((line) => (line === '' ? [] : String(JSON.parse(line).code)))
}

/** Where a table of the font begins. */
function tableAt(tag: string): number {
  for (let entry = 12; ; entry += 16) {
    if (serif.toString('latin1', entry, entry + 4) === tag) return serif.readUInt32BE(entry + 8)
  }
}

function withType(fsType: number): Uint8Array {
  const font = Buffer.from(serif)
  font.writeUInt16BE(fsType, tableAt('OS/2') + 8)
  return font
}

describe('what a font’s maker allows', () => {
  test.each([0x0000, 0x0004, 0x0008, 0x000a])('a PDF may hold a font of fsType %i', (fsType) => {
    expect(found(withType(fsType))).toEqual([])
  })

  test.each([0x0002, 0x0100, 0x0104, 0x0200])('no PDF may hold a font of fsType %i', (fsType) => {
    expect(found(withType(fsType))).toContain('fonts/restricted')
  })
})

describe('a font that is broken', () => {
  test.each([0, 4, 11, 12, 100, 300, 5000, serif.length - 1])(
    'is refused when it is cut after %i bytes',
    (length) => {
      expect(found(serif.subarray(0, length))).toContain('fonts/broken')
    },
  )

  test('is refused when it states more tables than there are', () => {
    const font = Buffer.from(serif)
    font.writeUInt16BE(0xffff, 4)
    expect(found(font)).toContain('fonts/broken')
  })

  test.each(['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'post'])(
    'is refused without its table %s',
    (tag) => {
      const font = Buffer.from(serif)
      font.write('xxxx', font.indexOf(tag, 12, 'latin1'), 'latin1')
      expect(found(font)).toContain('fonts/broken')
    },
  )
})

test('a WOFF is never unpacked beyond what it states, nor beyond what a font may have', () => {
  const zeros = deflateSync(new Uint8Array(64 * 1024 * 1024))
  expect(readFont(woff(zeros, zeros.length + 1))).toMatch('cannot be unpacked')
  expect(readFont(woff(zeros, 0xffffffff))).toMatch('more than a font may have')
})

/** A WOFF of one table, which states a length (W3C WOFF 1.0, 4 and 5). */
function woff(packed: Uint8Array, length: number): Uint8Array {
  const file = Buffer.alloc(64 + packed.length)
  file.write('wOFF', 0, 'latin1')
  file.writeUInt32BE(0x00010000, 4)
  file.writeUInt16BE(1, 12)
  file.write('glyf', 44, 'latin1')
  file.writeUInt32BE(64, 48)
  file.writeUInt32BE(packed.length, 52)
  file.writeUInt32BE(length, 56)
  file.set(packed, 64)
  return file
}
