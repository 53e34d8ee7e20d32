import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Report } from './base/report.ts'
import { type Built, build, type Request } from './build.ts'
import { readRows } from './content/data/read-rows.ts'
import { glyphText } from './layout/glyph-text.ts'
import { openOwnPart } from './pdf/read-attached.ts'
import { keepWorkshop } from './read.ts'
import { renderingPath } from './rendering.ts'
import {
  chapterFiles,
  chapterPath,
  chapterRequest,
  chapterSource,
  reporting,
  withProgram,
} from './testing/edition.ts'
import { contentDigest, digestOfSources, shortDigest } from './verification.ts'

const open = keepWorkshop()
const address = 'https://example.org/verify/'
const yaml = `${chapterFiles[chapterPath]}imprint: { verify: "${address}" }\n`

function built(request: Partial<Request> = {}, files: Readonly<Record<string, string>> = {}): Built {
  return withProgram((behind) => {
    const source = chapterSource(behind, { [chapterPath]: yaml, ...files })
    const { report, lines } = reporting()
    const made = build({ ...chapterRequest, ...request }, source, open(source, report), report)
    expect(lines()).toEqual([])
    if (!made) throw new Error('what is without findings is built')
    return made
  })
}

function embeddedIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const attached = openOwnPart(bytes)?.attached ?? []
  return new Map(attached.map(({ name, bytes }) => [name, bytes]))
}

function printedIn({ laid }: Pick<Built, 'laid'>): string {
  return [...laid.pages]
    .flatMap(({ marks }) => marks.flatMap(({ mark }) => (mark.kind === 'glyphs' ? glyphText(mark) : [])))
    .join('\n')
}

const inFours = (digits: string) => digits.replace(/.{4}(?=.)/g, '$& ')

describe('the digits of a colophon', () => {
  test('are those of what the PDF embeds, as anybody can find out with the form that is documented', () => {
    const made = built()
    const sources = embeddedIn(made.bytes)
    const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
    const paths = [...sources.keys()].filter((path) => path !== renderingPath).sort()
    expect(paths).toContain('content/water/drop.svg')
    const lines = paths.map((path) => `${sha256(sources.get(path) ?? '')}  ${path}\n`)
    const said = `{"publication":"${chapterPath}","row":null,"languages":["en","zh-Hans"],"draft":false}`
    const digest = sha256(`bifolio-verification-1\n${said}\n${lines.join('')}`)
    expect(made.verification).toBe(digest)
    expect(digestOfSources(sources)).toBe(digest)
    expect(printedIn(made)).toContain(inFours(digest.slice(0, 16)))
    expect(made.manuscript.pictures.has(`qr:${address}${digest.slice(0, 16)}`)).toBe(true)
  })

  test('stay for the same text and sources, whatever else there is about a file', () => {
    const { verification } = built()
    const others: readonly Partial<Request>[] = [
      { date: '2020-02-02T02:02:02Z' },
      { profile: 'none' },
      { media: 'print' },
      { name: 'another' },
      { changed: new Map([['en', new Set(['old'])]]) },
    ]
    for (const other of others) expect(built(other).verification).toBe(verification)
  })

  test('are others for each source that is another, for other languages and for a draft', () => {
    const changed: Readonly<Record<string, string>> = {
      [chapterPath]: yaml.replace('at dawn', 'at noon'),
      'content/water/own.css': 'h2 { color: #204081 }\n',
      'content/water/drop.svg': (chapterFiles['content/water/drop.svg'] ?? '').replace('r="15"', 'r="14"'),
      'templates/own/theme.css': 'p { orphans: 3 }\n',
    }
    const all = [
      built(),
      built({ languages: ['zh-Hans', 'en'] }),
      built({ languages: ['en'] }),
      built({ isDraft: true }),
      ...Object.entries(changed).map(([path, text]) => built({}, { [path]: text })),
    ].map(({ verification }) => verification)
    expect(new Set(all).size).toBe(all.length)
  })

  test('are those of each row of a pattern', () => {
    const pattern = `languages: { en: { name: English } }
title: Rain in \${place}
rows: rain.csv
imprint: { verify: true }
blocks: [{ paragraph: "\${place} is wet." }]
`
    const data = 'place\nOslo\nBergen\n'
    const files = { [chapterPath]: pattern, 'content/water/rain.csv': data }
    const rows = readRows('content/water/rain.csv', new TextEncoder().encode(data), new Report())?.rows ?? []
    const digests = rows.map((row) => {
      const made = built({ row }, files)
      expect(made.verification).toBe(digestOfSources(embeddedIn(made.bytes)))
      return made.verification
    })
    expect(new Set(digests).size).toBe(2)
  })

  test('are there where a publication is to fit its pages', () => {
    const made = built({}, { [chapterPath]: `${yaml}fit: 20\n` })
    expect(made.verification).toBe(digestOfSources(embeddedIn(made.bytes)))
    expect(printedIn(made)).toContain(inFours(shortDigest(made.verification ?? '')))
  })

  test('are printed where the publication asks for them, and only there', () => {
    const plain = built({}, { [chapterPath]: chapterFiles[chapterPath] ?? '' })
    expect(plain.verification).toBeNull()
    expect(printedIn(plain)).not.toMatch(/Verification|核验/)
    const lineOnly = built({}, { [chapterPath]: yaml.replace(`"${address}"`, 'true') })
    expect([...lineOnly.manuscript.pictures.keys()].filter((src) => src.startsWith('qr:'))).toEqual([])
    expect(printedIn(lineOnly)).toContain(inFours(shortDigest(lineOnly.verification ?? '')))
  })
})

test('what does not say how it was made has no digest', () => {
  expect(digestOfSources(new Map([['a.yaml', new Uint8Array()]]))).toBeNull()
  expect(digestOfSources(new Map([[renderingPath, new TextEncoder().encode('{}')]]))).toBeNull()
})

test('the order in which files are given does not matter, what they are called and hold does', () => {
  const said = { publication: 'p.yaml', row: null, languages: ['en'], isDraft: false }
  const file = fc.record({ path: fc.string(), bytes: fc.uint8Array() })
  const files = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(files, fc.nat(5), fc.uint8Array(), (sources, at, bytes) => {
      const digest = contentDigest(said, sources)
      expect(contentDigest(said, sources.toReversed())).toBe(digest)
      const one = sources[at % sources.length]
      if (!one || one.path === renderingPath) return
      const others = sources.filter((other) => other !== one)
      if (Buffer.compare(one.bytes, bytes) !== 0)
        expect(contentDigest(said, [...others, { ...one, bytes }])).not.toBe(digest)
      expect(contentDigest(said, others)).not.toBe(digest)
    }),
  )
})
