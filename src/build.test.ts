import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { auditText } from './audit.ts'
import { Report } from './base/report.ts'
import { type Built, build, type Request } from './build.ts'
import { diskWorld } from './cli/disk.ts'
import { producer } from './describe.ts'
import { glyphText } from './layout/glyph-text.ts'
import { openWorkshop } from './read.ts'
import { programFolder } from './testing/project.ts'
import type { Workshop } from './text/workshop.ts'

const { source } = diskWorld({ project: programFolder, program: programFolder, output: programFolder })

function request(name: string, settings: Partial<Request> = {}): Request {
  const path = `content/${name}/publication.yaml`
  return {
    path,
    name,
    languages: null,
    isDraft: false,
    row: null,
    profile: 'archive',
    media: 'screen',
    date: null,
    ...settings,
  }
}

function newWorkshop(): Workshop {
  const report = new Report()
  const workshop = openWorkshop(source, report)
  expect(report.diagnostics).toEqual([])
  return workshop
}

function built(name: string, workshop: Workshop, settings: Partial<Request> = {}): Built {
  const report = new Report()
  const made = build(request(name, settings), source, workshop, report)
  expect(report.diagnostics).toEqual([])
  if (!made) throw new Error('a build without findings makes something')
  return made
}

const publications = ['progress-in-human-rights-2013-ix', 'guide']

describe.each(publications)('%s', (name) => {
  test('is built without a finding, and its text read back is the source’s', { timeout: 60_000 }, () => {
    const { bytes, manuscript, laid } = built(name, newWorkshop())
    const report = new Report()
    auditText(bytes, manuscript, report)
    expect(report.diagnostics).toEqual([])
    expect(laid.pages.length).toBeGreaterThan(6)
  })

  test('has the same bytes with a cold and a warm workshop, alone and after another', {
    timeout: 60_000,
  }, () => {
    const warm = newWorkshop()
    const first = built(name, warm).bytes
    for (const other of publications) built(other, warm)
    expect(Buffer.compare(built(name, warm).bytes, first)).toBe(0)
    expect(Buffer.compare(built(name, newWorkshop()).bytes, first)).toBe(0)
  })

  test('has no page without a mark but the blank before a recto', { timeout: 60_000 }, () => {
    const { laid } = built(name, newWorkshop())
    Array.from(laid.pages).forEach(({ name: pageName, marks }, index) => {
      if (pageName === 'blank') {
        expect(marks).toEqual([])
        expect(index % 2).toBe(1)
      } else expect(marks.length).toBeGreaterThan(0)
    })
  })
})

test('the PDF names this version of the program', () => {
  const manifest: unknown = JSON.parse(readFileSync(`${programFolder}/package.json`, 'utf8'))
  expect(manifest).toMatchObject({ version: producer.replace('Bifolio ', '') })
})

test('the audit finds a text that was changed, lost or moved', { timeout: 60_000 }, () => {
  const workshop = newWorkshop()
  const { bytes, manuscript } = built('progress-in-human-rights-2013-ix', workshop)
  const other = built('progress-in-human-rights-2013-ix', workshop, { languages: ['zh-Hans', 'en'] })
  for (const [read, meant] of [
    [bytes, other.manuscript],
    [other.bytes, manuscript],
    [bytes, built('guide', workshop).manuscript],
  ] as const) {
    const report = new Report()
    auditText(read, meant, report)
    expect([...new Set(report.diagnostics.map(({ code }) => code))]).toEqual(['audit/text'])
  }
})

test('each language says the same in any selection and order of languages', { timeout: 60_000 }, () => {
  const workshop = newWorkshop()
  const textsOf = (languages: readonly string[] | null, lang: string): string => {
    const { laid } = built('progress-in-human-rights-2013-ix', workshop, { languages })
    const texts: string[] = []
    for (const { marks } of laid.pages) {
      for (const { mark, tag } of marks) {
        if (mark.kind !== 'glyphs' || tag === null || laid.tags[tag]?.lang !== lang || mark.actual !== null)
          continue
        texts.push(glyphText(mark))
      }
    }
    return texts.join('').replace(/[\s\d\u200b]/g, '')
  }
  for (const lang of ['en', 'zh-Hans']) {
    const text = textsOf(null, lang)
    expect(text.length).toBeGreaterThan(1000)
    expect(textsOf(['zh-Hans', 'en'], lang)).toBe(text)
    // A single language has no cover line about two.
    expect(textsOf([lang], lang)).toBe(text.replace(lang === 'en' ? 'Bilingualedition' : '双语对照版', ''))
  }
})
