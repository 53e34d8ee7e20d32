import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Color, Pt } from '../base/length.ts'
import { wholeFile } from '../base/span.ts'
import type { Role, Tag, TagId } from '../document/structure.ts'
import type { Glyphs, Laid, Page, Placed } from '../layout/page.ts'
import type { Description } from '../pdf/paint.ts'
import type { Face } from '../text/face.ts'
import { openFace } from '../text/open-face.ts'

/** Faces with real font files, for tests of what is embedded. */
export function testFaces(): { readonly latin: Face; readonly han: Face } {
  return {
    latin: open('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    han: open('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  }
}

/** A run of one face with its natural advances. */
export function run(face: Face, text: string, size: Pt, more: Partial<Glyphs> = {}): Glyphs {
  const isHan = /\p{Script=Han}/u.test(text)
  const word = face.shape(text, {
    lang: isHan ? 'zh-Hans' : 'en',
    script: isHan ? 'Hani' : 'Latn',
    features: [],
    isRtl: false,
  })
  const inPoints = (units: Int32Array) => Float32Array.from(units, (unit) => (unit * size) / face.upem)
  return {
    kind: 'glyphs',
    face,
    size,
    color: black,
    pairs: word.pairs,
    from: 0,
    to: word.pairs.length,
    advances: inPoints(word.advances),
    xOffsets: word.xOffsets ? inPoints(word.xOffsets) : null,
    yOffsets: word.yOffsets ? inPoints(word.yOffsets) : null,
    actual: null,
    ...more,
  }
}

const black: Color = [0, 0, 0]

/** The width of a run. */
export function widthOf(glyphs: Glyphs): Pt {
  return glyphs.advances.subarray(glyphs.from, glyphs.to).reduce((sum, advance) => sum + advance, 0)
}

export function tag(role: Role, lang: string, parent: TagId | null): Tag {
  const plain = { unit: null, alt: null, scope: null, columns: 1, rows: 1, id: null }
  return { ...plain, role, lang, parent, span: wholeFile('content/test.yaml') }
}

/** A page of A5 with these marks. */
export function page(marks: readonly Placed[], label = ''): Page {
  return { name: 'page', label, size: { width: 420, height: 595 }, marks }
}

export function laidOf(tags: readonly Tag[], pages: readonly Page[], more: Partial<Laid> = {}): Laid {
  return { pages, tags, outline: [], anchors: new Map(), ...more }
}

export const description: Description = {
  title: 'Test',
  titles: new Map([['en', 'Test']]),
  author: null,
  subject: null,
  subjects: new Map(),
  rights: new Map(),
  identifiers: { isbns: [], issn: null, doi: null, edition: null },
  languages: ['en', 'zh-Hans'],
  date: '2014-05-26',
  sources: [],
  producer: 'bifolio test',
}

function open(file: string): Face {
  const require = createRequire(import.meta.url)
  const face = openFace(readFileSync(require.resolve(file)), file)
  if (typeof face === 'string') throw new Error(face)
  return face
}
