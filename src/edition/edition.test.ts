import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { build, type Request } from '../build.ts'
import { openWorkshop } from '../read.ts'
import {
  chapterFiles,
  chapterPath,
  chapterRequest,
  chapterSource,
  reporting,
  editionSettings as settings,
  withProgram,
} from '../testing/edition.ts'
import { type Edition, type EditionSettings, editionOf } from './edition.ts'

function make(
  changed: Readonly<Record<string, string>> = {},
  more: Partial<EditionSettings> = {},
  request: Request = chapterRequest,
): { readonly edition: Edition | null; readonly found: readonly string[] } {
  return withProgram((behind) => {
    const { report, lines } = reporting()
    const edition = editionOf(request, { ...settings, ...more }, chapterSource(behind, changed), report)
    return { edition, found: lines() }
  })
}

function fileIn({ files }: Edition, path: string): Uint8Array {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`there is no ${path} among ${[...files.keys()].join(' ')}`)
  return bytes
}

const textIn = (edition: Edition, path: string) => new TextDecoder().decode(fileIn(edition, path))
const dataIn = (edition: Edition, path: string): unknown => JSON.parse(textIn(edition, path))

function sound(...asked: Parameters<typeof make>): Edition {
  const { edition, found } = make(...asked)
  expect(found).toEqual([])
  if (!edition) throw new Error('what is without findings is an edition')
  return edition
}

const made = sound()

describe('an edition', () => {
  test('describes all its files as an RO-Crate', () => {
    const crate = dataIn(made, 'ro-crate-metadata.json') as { '@graph': readonly { '@id': string }[] }
    const known = new Set(crate['@graph'].map((entity) => decodeURIComponent(entity['@id'])))
    expect([...made.files.keys()].filter((path) => !known.has(path))).toEqual([])
  })

  test('says the same of itself as its publication does', () => {
    const said = (imprint: string): Readonly<Record<string, string>> => ({
      [chapterPath]: `imprint: ${imprint}\n${chapterFiles[chapterPath]}`,
    })
    const facts = "{ number: '1', supersedes: '0', issn: 2049-3630, isbn: 978-92-1-101419-8, verify: true }"
    const edition = sound(said(facts))
    expect(dataIn(edition, 'edition.json')).toMatchObject({
      number: '1',
      supersedes: '0',
      status: 'current',
      issn: '2049-3630',
      isbns: [{ number: '978-92-1-101419-8' }],
      outputs: [{ verification: expect.stringMatching(/^[0-9a-f]{64}$/) }, {}, {}],
    })
    expect(textIn(edition, 'ro-crate-metadata.json')).toContain('978-92-1-101419-8')
    const { found } = make(said("{ number: '3', supersedes: '2' }"), { supersedes: '1' })
    expect(found).toEqual([
      expect.stringContaining('error archive/other-number: the publication says that it is edition 3'),
      expect.stringContaining('error archive/other-number: the publication says that it takes the place of'),
    ])
  })

  test('has all files that it was made of, its program’s among them, sorted', () => {
    const paths = [...made.files.keys()]
    expect(paths).toEqual([...paths].sort())
    for (const path of Object.keys(chapterFiles))
      expect(textIn(made, `source/${path}`)).toBe(chapterFiles[path])
    expect(paths).toContain('source/@bifolio/templates/booklet/layout.hbs')
    expect(paths).toContain('source/@bifolio/fonts/fonts.yaml')
    expect(paths.filter((path) => path.startsWith('pdf/'))).toEqual([
      'pdf/water-handout.pdf',
      'pdf/water-sheet.pdf',
      'pdf/water.pdf',
    ])
    // A font from a package is named, not kept.
    expect(paths.filter((path) => /\.(?:ttf|woff)$/.test(path))).toEqual([])
  })

  test('holds the bytes that a build gives', () => {
    const { report } = reporting()
    const built = withProgram((behind) => {
      const source = chapterSource(behind)
      return build(chapterRequest, source, openWorkshop(source, report), report)
    })
    expect(built && Buffer.compare(built.bytes, fileIn(made, 'pdf/water.pdf'))).toBe(0)
  })

  test('has its text in each language, by passage, with the ids that align them', () => {
    const [english, chinese] = [textIn(made, 'text/en.txt'), textIn(made, 'text/zh-Hans.txt')]
    expect(english).toContain(`[old]
Every village has a well[1], and the old people say that it was always there.

1 Dug by hand.

[draw-water-at-dawn-1]
• Draw water at dawn.
`)
    const ids = (text: string) => text.match(/^\[.*\]$/gm)
    expect(ids(english)).toEqual(['[wells]', '[old]', '[draw-water-at-dawn-1]', '[draw-water-at-dawn-2]'])
    expect(ids(chinese)).toEqual(ids(english))
    expect(textIn(made, 'text/water-sheet/en.txt')).toContain('[boil]\nBoil it.\n')
  })

  test('says what it is, and what each file is', () => {
    expect(dataIn(made, 'edition.json')).toMatchObject({
      format: 'bifolio-edition-1',
      id: 'tag:example.org,2024:water',
      number: '1',
      title: { en: 'Clean water', 'zh-Hans': '清洁的水' },
      date: '2024-03-22',
      languages: [{ tag: 'en' }, { tag: 'zh-Hans' }],
      outputs: [
        { file: 'pdf/water.pdf', kind: 'reading', standards: ['PDF/A-3a', 'PDF/UA-1'] },
        { file: 'pdf/water-handout.pdf', kind: 'print', of: 'pdf/water.pdf' },
        { file: 'pdf/water-sheet.pdf', kind: 'reading' },
      ],
    })
    const digest = createHash('sha512').update(fileIn(made, 'pdf/water.pdf')).digest('hex')
    expect(dataIn(made, 'render.json')).toMatchObject({ expected: { 'pdf/water.pdf': digest } })
    expect(dataIn(made, 'build/tools.json')).toMatchObject({
      ...settings.tools,
      dependencies: { pdfkit: '0.20.2' },
    })
  })

  test('lists its fonts with what they say of themselves, their digests and licences', () => {
    expect(dataIn(made, 'fonts/fonts.json')).toMatchObject({
      fonts: expect.arrayContaining([
        expect.objectContaining({
          file: 'npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          stored: null,
          licence: 'OFL-1.1',
          names: expect.objectContaining({
            family: 'Source Serif 4',
            version: expect.stringMatching(/^Version 4/),
          }),
        }),
      ]),
    })
    expect(textIn(made, 'fonts/licences/@expo-google-fonts/source-serif-4/LICENSE_FONT')).toContain(
      'SIL OPEN FONT',
    )
  })

  test('keeps the files of its fonts where they are asked for, and changes nothing else by it', () => {
    const edition = sound({}, { withFonts: true })
    const fonts = [...edition.files.keys()].filter((path) => path.startsWith('fonts/files/'))
    expect(fonts).toContain(
      'fonts/files/@npm/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    )
    const others = [...edition.files.keys()].filter((path) => !path.startsWith('fonts/files/'))
    expect(others).toEqual([...made.files.keys()])
  })

  test('is the same in another folder, time zone and hour', () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const again = sound()
      expect([...again.files.keys()]).toEqual([...made.files.keys()])
      for (const [path, bytes] of again.files) expect(Buffer.compare(bytes, fileIn(made, path)), path).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})

describe('no edition is made', () => {
  const loud = { [chapterPath]: (chapterFiles[chapterPath] ?? '').replace('paper: a3', 'paper: a5') }

  test('with an error', () => {
    const { edition, found } = make({ 'content/water/drop.svg': '<svg' })
    expect(edition).toBeNull()
    expect(found).toEqual([expect.stringMatching(/^error /)])
  })

  test('with a warning, unless warnings are accepted: then they are kept', () => {
    const { edition, found } = make(loud)
    expect(edition).toBeNull()
    expect(found.at(-1)).toBe('error archive/not-clean: an edition has no warnings, and this one has 2')
    const accepted = make(loud, { acceptsWarnings: true })
    expect(accepted.found.filter((line) => !line.startsWith('warning press/small-type'))).toEqual([])
    expect(accepted.edition && dataIn(accepted.edition, 'validation/checks.json')).toMatchObject({
      findings: [{ code: 'press/small-type' }, { code: 'press/small-type' }],
    })
  })

  test('of a draft', () => {
    const { edition, found } = make({}, {}, { ...chapterRequest, isDraft: true })
    expect(edition).toBeNull()
    expect(found).toEqual(['error archive/draft: a draft is no edition'])
  })

  test('of a file that is not named by its path in the project', () => {
    const path = `/${chapterPath}`
    const files = Object.fromEntries(Object.entries(chapterFiles).map(([name, text]) => [`/${name}`, text]))
    const { edition, found } = make({ ...files, ...chapterFiles }, {}, { ...chapterRequest, path })
    expect(edition).toBeNull()
    expect(found).toContain(`error archive/unsafe-name: the file name \`${path}\` is absolute`)
  })
})
