import { describe, expect, test } from 'vitest'
import type { Source } from '../base/world.ts'
import { diskWorld } from '../cli/disk.ts'
import {
  chapterPath,
  chapterRequest,
  chapterSource,
  editionSettings,
  reporting,
  withProgram,
} from '../testing/edition.ts'
import { programFolder } from '../testing/project.ts'
import { type Edition, editionOf } from './edition.ts'
import { rebuildEdition } from './rebuild-edition.ts'

const { source: program } = diskWorld({ project: programFolder, program: programFolder, output: 'nowhere' })

const nothing: Source = {
  read: (path) => ({ ok: false, path, problem: 'missing', detail: 'not here' }),
  list: (path) => ({ ok: false, path, problem: 'missing', detail: 'not here' }),
}

/** Packages of fonts, and neither templates nor a project. */
const packages: Source = {
  read: (path, limit) => (path.startsWith('npm:') ? program : nothing).read(path, limit),
  list: nothing.list,
}

function made(withFonts = false): Edition {
  return withProgram((behind) => {
    const { report, lines } = reporting()
    const edition = editionOf(
      chapterRequest,
      { ...editionSettings, withFonts },
      chapterSource(behind),
      report,
    )
    if (!edition) throw new Error(lines().join('\n'))
    return edition
  })
}

const edition = made()

function changed(path: string, change: (text: string) => string, from: Edition = edition): Edition {
  const bytes = from.files.get(path)
  const text = new TextDecoder().decode(bytes)
  if (!bytes || change(text) === text) throw new Error(`nothing changes in ${path}`)
  return { ...from, files: new Map(from.files).set(path, new TextEncoder().encode(change(text))) }
}

function rebuilt(asked: Edition, fonts: Source = packages) {
  const { report, lines } = reporting()
  const outcome = rebuildEdition(asked, 'water 1', fonts, report)
  return {
    outcome,
    verdicts: new Map(outcome?.files.map(({ path, verdict }) => [path, verdict])),
    found: lines(),
  }
}

const source = `source/${chapterPath}`

describe('an edition made again from its own files', () => {
  test('is the same byte for byte, in another place, time zone and hour, with no templates there', () => {
    const zone = process.env.TZ
    process.env.TZ = 'America/Anchorage'
    try {
      const { verdicts, found } = rebuilt(edition)
      expect(found).toEqual([])
      expect(Object.fromEntries(verdicts)).toEqual({
        'pdf/water.pdf': { kind: 'identical', added: 0 },
        'pdf/water-handout.pdf': { kind: 'identical', added: 0 },
        'pdf/water-sheet.pdf': { kind: 'identical', added: 0 },
      })
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('needs nothing from outside where it has its fonts', () => {
    const { verdicts, found } = rebuilt(made(true), nothing)
    expect(found).toEqual([])
    expect([...verdicts.values()].map(({ kind }) => kind)).toEqual(['identical', 'identical', 'identical'])
  })

  test('names fonts that it lacks', () => {
    const { outcome, found } = rebuilt(edition, nothing)
    expect(outcome).toBeNull()
    expect(found).toContainEqual(expect.stringMatching(/^error fonts\/unreadable: .*NotoSerifSC_400Regular/))
  })

  test('says where it differs when a source was tampered with', () => {
    const { verdicts, found } = rebuilt(changed(source, (text) => text.replace('at dawn', 'at dusk')))
    expect(found).toEqual([])
    const verdict = verdicts.get('pdf/water.pdf')
    expect(verdict).toMatchObject({ kind: 'differs' })
    if (verdict?.kind !== 'differs') return
    expect(verdict.pages.map(({ page }) => page)).toEqual([5])
    expect(verdict.pages[0]?.what).toContain('dusk')
    expect(verdict.objects).toContainEqual({ page: 5, object: 'Contents', what: 'another stream' })
    expect(verdict.objects).toContainEqual({
      page: null,
      object: `embedded file ${chapterPath}`,
      what: 'another content',
    })
    // Made of another file.
    expect(verdicts.get('pdf/water-sheet.pdf')).toEqual({ kind: 'identical', added: 0 })
  })

  test('has the same pages where only what nobody sees was changed', () => {
    const { verdicts } = rebuilt(changed(source, (text) => `# A remark.\n${text}`))
    expect(verdicts.get('pdf/water.pdf')).toEqual({
      kind: 'same-pages',
      objects: [{ page: null, object: `embedded file ${chapterPath}`, what: 'another content' }],
    })
  })

  test('is not made from a source that is broken, and says what is wrong with it', () => {
    const { outcome, found } = rebuilt(
      changed(source, (text) => text.replace('layout: own', 'layout: other')),
    )
    expect(outcome).toBeNull()
    expect(found).toEqual(['error layout/unknown: there is no layout `other`'])
  })

  test('refuses a PDF that is not the one that was stored', () => {
    const pdf = Uint8Array.from(edition.files.get('pdf/water.pdf') ?? [])
    pdf[pdf.length - 100] = 0
    const { outcome, found } = rebuilt({
      ...edition,
      files: new Map(edition.files).set('pdf/water.pdf', pdf),
    })
    expect(outcome).toBeNull()
    expect(found).toEqual([
      'error archive/damaged-source: `pdf/water.pdf` of water 1 is not what was made then: its SHA-512 differs',
    ])
  })

  test('says that an installed font is another one', () => {
    const list = 'fonts/fonts.json'
    const { found } = rebuilt(changed(list, (text) => text.replace(/("sha256": ")[0-9a-f]{4}/, '$10000')))
    expect(found).toEqual([expect.stringMatching(/^warning archive\/other-font: the font `npm:/)])
  })

  test.each(['render.json', 'fonts/fonts.json'])('refuses a broken %s', (path) => {
    const { outcome, found } = rebuilt(changed(path, () => '[]'))
    expect(outcome).toBeNull()
    expect(found).toEqual([expect.stringMatching(/^error archive\/no-rendering: /)])
  })
})
