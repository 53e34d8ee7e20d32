import { beforeAll, describe, expect, it } from 'vitest'
import { auditText } from '../audit.ts'
import { Report } from '../base/report.ts'
import { type Built, build } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { audit } from '../pdf/audit.ts'
import { openWorkshop } from '../read.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { programFolder } from '../testing/project.ts'

const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
const workshop = openWorkshop(disk.source, new Report())
const folder = 'content/progress-in-human-rights-2013-ix'
const path = `${folder}/publication.yaml`

/** The shipped chapter with a theme of its own after that of its layout; null: as it is. */
function built(css: string | null, layout = 'booklet'): Built {
  const read = disk.source.read(path, 1_000_000)
  if (!read.ok) throw new Error(`${path} is not there`)
  const written = new TextDecoder().decode(read.bytes)
  const yaml = written.replace(/^layout: booklet$/m, `layout: ${layout}`)
  const own = css === null ? {} : { [`${folder}/own.css`]: css }
  const files = { ...own, [path]: css === null ? yaml : `theme: own.css\n${yaml}` }
  const report = new Report()
  const request = { path, name: 'chapter', languages: null, isDraft: false, row: null, date: null } as const
  const { source } = memoryWorld(files, disk.source)
  const made = build({ ...request, media: 'screen', profile: 'archive' }, source, workshop, report)
  expect(report.diagnostics.map(({ message }) => message)).toEqual([])
  if (!made) throw new Error('nothing was built')
  return made
}

describe('the shipped chapter, stacked', () => {
  let beside: Built
  let below: Built
  beforeAll(() => {
    beside = built(null)
    below = built('@page { bi-arrangement: stacked zh }')
  }, 60_000)

  it('conforms, and says what the source says', () => {
    const report = new Report()
    auditText(below.bytes, below.manuscript, report)
    expect(report.diagnostics).toEqual([])
  })

  it('says in each language, passage by passage, what it says side by side', () => {
    const said = ({ bytes }: Built) =>
      audit(bytes)
        .filter(({ isContents }) => !isContents)
        .map(({ lang, role, text }) => [lang, role, text.replaceAll('\u00ad', '').trim()])
    expect(said(below)).toEqual(said(beside))
    expect(said(below).length).toBeGreaterThan(50)
  })

  it('says so as well in the booklet of A5, whose imprint stands at its end', () => {
    const a5 = built(null, 'booklet-a5')
    const [page] = a5.laid.facts
    expect(page?.size.height).toBeCloseTo((210 * 72) / 25.4, 1)
    const passages = ({ bytes }: Built, of: string) =>
      audit(bytes)
        .filter(({ isContents, lang }) => !isContents && lang === of)
        .map(({ role, text }) => `${role} ${text.replaceAll('\u00ad', '').trim()}`)
    for (const lang of ['en', 'zh-Hans']) {
      const [large, small] = [passages(beside, lang), passages(a5, lang)]
      const text = large.slice(large.findIndex((passage) => passage.startsWith('H1 ')))
      const from = small.findIndex((passage) => passage.startsWith('H1 '))
      expect(text.length).toBeGreaterThan(15)
      expect(small.slice(from, from + text.length)).toEqual(text)
      expect(new Set(small)).toEqual(new Set(large))
    }
  })

  it('has Chinese and English in turn in its one lane', () => {
    const { pages, tags } = below.laid
    const turns = Array.from(pages, ({ marks }) => {
      const languages = marks.flatMap(({ tag, mark }) =>
        tag === null || mark.kind !== 'glyphs' ? [] : [tags[tag]?.lang],
      )
      return languages.filter((lang, index) => lang !== languages[index - 1])
    })
    expect(turns.map(([first]) => first).filter((lang) => lang === 'zh-Hans').length).toBeGreaterThan(4)
    expect(Math.max(...turns.map((languages) => languages.length))).toBeGreaterThan(6)
  })
})
