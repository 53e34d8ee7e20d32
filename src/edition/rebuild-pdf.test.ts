import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import { build, type Request } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { readRows } from '../content/data/read-rows.ts'
import { keepWorkshop } from '../read.ts'
import { chapterPath, chapterRequest, chapterSource, reporting, withProgram } from '../testing/edition.ts'
import { programFolder } from '../testing/project.ts'
import { compareFiles } from './compare-files.ts'
import { rebuildPdf } from './rebuild-pdf.ts'

const { source: program } = diskWorld({ project: programFolder, program: programFolder, output: 'nowhere' })
const open = keepWorkshop()

function pdf(request: Request = chapterRequest, changed: Readonly<Record<string, string>> = {}): Uint8Array {
  return withProgram((behind) => {
    const source = chapterSource(behind, changed)
    const { report, lines } = reporting()
    const built = build(request, source, open(source, report), report)
    expect(lines()).toEqual([])
    if (!built) throw new Error('what is without findings is built')
    return built.bytes
  })
}

/** Gives the files of fonts and nothing else, as another installation does. */
const fontsOnly: Source = {
  read: (path, limit) =>
    path.startsWith('npm:')
      ? program.read(path, limit)
      : { ok: false, path, problem: 'missing', detail: 'not here' },
  list: (path) => ({ ok: false, path, problem: 'missing', detail: 'not here' }),
}

describe('a PDF made again from what it embeds', () => {
  test.each([
    ['as usual', {}],
    ['in one language', { languages: ['zh-Hans'] }],
    ['with another date', { date: '2020-02-02T02:02:02Z' }],
    ['for the press, without a profile', { media: 'print', profile: 'none' }],
    ['as a draft', { isDraft: true }],
    ['with bars beside what has changed', { changed: new Map([['en', new Set(['old'])]]) }],
  ] as const)('has the same bytes: %s', (_, more) => {
    const bytes = pdf({ ...chapterRequest, ...more })
    const { report, lines } = reporting()
    const rebuilt = rebuildPdf(bytes, 'water.pdf', fontsOnly, report)
    expect(lines()).toEqual([])
    expect(rebuilt?.verdict).toEqual({ kind: 'identical', added: 0 })
  })

  test('fills a pattern with its own row', () => {
    const pattern = `languages: { en: { name: English } }
title: Rain in \${place}
rows: rain.csv
blocks: [{ paragraph: "\${place} had \${rain} mm; so they say." }]
`
    const data = 'place,rain\n"Nagano, Japan",12\nOslo,0\n" Bergen ""wet""",2250\n'
    const files = { [chapterPath]: pattern, 'content/water/rain.csv': data }
    const rows = readRows('content/water/rain.csv', new TextEncoder().encode(data), new Report())?.rows ?? []
    expect(rows.length).toBe(3)
    for (const row of rows) {
      const { report, lines } = reporting()
      const rebuilt = rebuildPdf(pdf({ ...chapterRequest, row }, files), 'rain.pdf', fontsOnly, report)
      expect(lines()).toEqual([])
      expect(rebuilt?.verdict).toEqual({ kind: 'identical', added: 0 })
      // Its own row and no other.
      expect(rebuilt?.rendering.row).toBe('content/water/rain.row.csv')
    }
  })

  test('is the same behind a signature, and says how much was added', () => {
    const signed = Buffer.concat([pdf(), Buffer.from('9 0 obj <<>> endobj\n%%EOF\n')])
    const rebuilt = rebuildPdf(signed, 'water.pdf', fontsOnly, reporting().report)
    expect(rebuilt?.verdict).toEqual({ kind: 'identical', added: 26 })
  })

  test('has the same content where its streams are deflated otherwise', () => {
    const bytes = pdf()
    expect(compareFiles(deflatedAnew(bytes), bytes)).toEqual({ kind: 'same-content', added: 0 })
  })
})

/** The same objects, each deflated stream packed at another level, and a table of where they stand now. */
function deflatedAnew(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  let packed = 0
  const again = text.replace(
    /\/FlateDecode\/Length (\d+)>>\nstream\n([\s\S]*?)\nendstream\nendobj/g,
    (_, __, stream: string) => {
      const other = deflateSync(inflateSync(Buffer.from(stream, 'latin1')), { level: 1 }).toString('latin1')
      if (other !== stream) packed++
      return `/FlateDecode/Length ${other.length}>>\nstream\n${other}\nendstream\nendobj`
    },
  )
  expect(packed).toBeGreaterThan(3)
  const table = again.lastIndexOf('xref\n0 ')
  const count = Number(/^xref\n0 (\d+)/.exec(again.slice(table))?.[1])
  const starts = new Map(
    Array.from(again.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g), ({ index, 1: id }) => [Number(id), index]),
  )
  const entries = Array.from({ length: count - 1 }, (_, index) => {
    return `${String(starts.get(index + 1)).padStart(10, '0')} 00000 n \n`
  })
  const trailer = again
    .slice(again.indexOf('trailer', table))
    .replace(/startxref\n\d+/, `startxref\n${table}`)
  const head = `xref\n0 ${count}\n0000000000 65535 f \n`
  return Buffer.from(again.slice(0, table) + head + entries.join('') + trailer, 'latin1')
}
