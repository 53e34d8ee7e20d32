import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { extract } from '../edition/extract.ts'
import { readRendering, renderingPath } from '../rendering.ts'
import { type ArchiveProject, inKept, makeArchiveProject, type Ran } from '../testing/archive-project.ts'
import { archiveGet } from './archive-get.ts'
import { buildSince, type SinceOptions } from './diff-build.ts'
import { rebuildCommand } from './rebuild-command.ts'

let project: ArchiveProject

beforeAll(() => {
  project = makeArchiveProject()
  project.run((around) => archiveGet('water', '1', { ...inKept, out: 'got' }, around))
})

afterAll(() => project.remove())

function build(changesSince: string, options: Partial<SinceOptions> = {}, names = ['water']): Ran {
  const usual = { out: 'output', profile: 'archive', media: 'screen', changesSince }
  return project.run((around) => buildSince(names, { ...usual, ...options }, around))
}

/** What a PDF says that has bars. */
function changedIn(path: string): unknown {
  const bytes = readFileSync(join(project.folder, path))
  const rendering = extract(bytes, path, new Report())?.sources.get(renderingPath)
  const read = rendering && readRendering(rendering)
  if (read === undefined || typeof read === 'string') throw new Error(read)
  return read.changed && Object.fromEntries([...read.changed].map(([lang, units]) => [lang, [...units]]))
}

test('marks what an edition did not say, in the language that says it', () => {
  const ran = build('1', inKept)
  expect([ran.code, ran.errors]).toEqual([0, ''])
  // The sheet is of another file, which is not compared.
  expect(ran.out.match(/output\/\S+/g)).toEqual([
    'output/water.changes.pdf',
    'output/water-handout.changes.pdf',
  ])
  expect(changedIn('output/water.changes.pdf')).toEqual({ en: ['draw-water-at-dawn-2'] })
  const again = project.run((around) => rebuildCommand('output/water.changes.pdf', {}, around))
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('  identical  ')])
})

test('marks the same since the PDF of that edition', () => {
  const before = readFileSync(join(project.folder, 'output/water.changes.pdf'))
  expect(build('got/pdf/water.pdf').code).toBe(0)
  expect(Buffer.compare(readFileSync(join(project.folder, 'output/water.changes.pdf')), before)).toBe(0)
})

test('marks nothing since the edition that says the same', () => {
  expect(build('2', inKept).code).toBe(0)
  expect(changedIn('output/water.changes.pdf')).toEqual({})
})

test.each([
  ['an edition that is not there', '9', inKept, 1, 'archive/no-edition'],
  ['a PDF that is not there', 'no.pdf', {}, 1, 'read/missing'],
  ['a PDF without sources', 'got/pdf/water-handout.pdf', {}, 1, 'archive/no-sources'],
  ['an archive that is none', '1', { archive: 'content' }, 1, 'archive/none'],
  ['no archive', '1', {}, 1, 'cli/usage'],
])('makes nothing where it is told of %s', (_, since, options, code, finding) => {
  const ran = build(since, { ...options, out: 'none' })
  expect([ran.code, ran.out, ran.errors]).toEqual([code, '', expect.stringContaining(`[${finding}]`)])
  expect(existsSync(join(project.folder, 'none'))).toBe(false)
})

test('holds a PDF against one publication', () => {
  expect(build('got/pdf/water.pdf', {}, ['water', 'snow']).code).toBe(2)
})
