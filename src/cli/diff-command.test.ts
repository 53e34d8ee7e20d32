import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArchiveProject, inKept, makeArchiveProject, type Ran } from '../testing/archive-project.ts'
import { chapterPath } from '../testing/edition.ts'
import { archiveDiff, type DiffOptions } from './archive-diff.ts'
import { archiveGet } from './archive-get.ts'
import { diffCommand, type PdfDiffOptions } from './diff-command.ts'

let project: ArchiveProject

beforeAll(() => {
  project = makeArchiveProject()
  for (const edition of ['1', '2'])
    project.run((around) => archiveGet('water', edition, { ...inKept, out: `got/${edition}` }, around))
})

afterAll(() => project.remove())

const pdf = (edition: string): string => `got/${edition}/pdf/water.pdf`

function diff(before: string, after: string, options: PdfDiffOptions = {}): Ran {
  return project.run((around) => diffCommand([before, after], options, around))
}

function inArchive(before: string, after: string | undefined, options: DiffOptions = {}): Ran {
  return project.run((around) => archiveDiff('water', [before, after], { ...inKept, ...options }, around))
}

/** All but what the two states are called. */
const body = ({ out }: Ran): string => out.slice(out.indexOf('\n'))

describe('two PDFs', () => {
  test('are compared by their own sources, as the editions are that they are of', () => {
    const ran = diff(pdf('1'), pdf('2'))
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toContain(`${pdf('1')} → ${pdf('2')}\n`)
    expect(ran.out).toContain('changed in some languages only:\n  draw-water-at-dawn-2')
    expect(body(ran)).toBe(body(inArchive('1', '2')))
  })

  test('may say the same', () => {
    expect(diff(pdf('1'), pdf('1')).out).toContain('no differences')
  })

  test('are compared for machines and for browsers', () => {
    const data: unknown = JSON.parse(diff(pdf('1'), pdf('2'), { json: true }).out)
    expect(data).toMatchObject({ format: 'bifolio-changes-1', counts: { changed: 1, lagging: 1 } })
    const ran = diff(pdf('1'), pdf('2'), { html: 'reports/changes.html' })
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toBe(`reports/changes.html  ${pdf('1')} → ${pdf('2')}\n`)
    expect(readFileSync(join(project.folder, 'reports/changes.html'), 'utf8')).toContain('<ins> slowly</ins>')
  })

  test('write over no file that is not for a browser', () => {
    const ran = diff(pdf('1'), pdf('2'), { html: chapterPath })
    expect([ran.code, ran.out, ran.errors]).toEqual([2, '', expect.stringContaining('[cli/usage]')])
    expect(readFileSync(join(project.folder, chapterPath), 'utf8')).toContain('slowly')
  })

  test('must be there and embed their sources: all that is wrong is said', () => {
    const ran = diff('no.pdf', 'got/1/pdf/water-handout.pdf')
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toMatch(/\[read\/missing\](.|\n)*\[archive\/no-sources\]/)
  })
})

describe('an edition and the publication as it is now', () => {
  test('are the same until something is written', () => {
    const ran = inArchive('2', undefined)
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toBe(`edition 2 → ${chapterPath} now\n\nno differences\n`)
  })

  test('are compared though a language is not translated yet', () => {
    const text = readFileSync(join(project.folder, chapterPath), 'utf8')
    project.write(
      chapterPath,
      text.replace('notes:\n', '  - paragraph: { en: Boil it for 3 minutes. }\nnotes:\n'),
    )
    const ran = inArchive('2', undefined)
    project.write(chapterPath, text)
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toContain('1 added')
    expect(ran.out).toContain('Boil it for 3 minutes.')
  })

  test('are found by the whole identifier as well', () => {
    const ran = project.run((around) =>
      archiveDiff('tag:example.org,2024:water', ['1', undefined], inKept, around),
    )
    expect(ran.out).toBe(inArchive('1', undefined).out)
  })

  test('cannot be compared where it cannot be read', () => {
    const text = readFileSync(join(project.folder, chapterPath), 'utf8')
    project.write(chapterPath, 'blocks: [')
    const ran = inArchive('1', undefined)
    project.write(chapterPath, text)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain(chapterPath)
  })

  test('are written for browsers and machines at once', () => {
    const ran = inArchive('1', '2', { json: true, html: 'both.html' })
    expect([ran.code, JSON.parse(ran.out)]).toEqual([0, expect.objectContaining({ before: 'edition 1' })])
    expect(existsSync(join(project.folder, 'both.html'))).toBe(true)
  })
})
