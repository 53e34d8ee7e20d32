import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ArchiveProject,
  dataOf,
  inKept,
  makeArchiveProject,
  usualAdd,
  waterId,
} from '../testing/archive-project.ts'
import { chapterFiles, chapterPath } from '../testing/edition.ts'
import { archiveAdd } from './archive-add.ts'
import { archiveRepair } from './archive-check.ts'
import { archiveDiff } from './archive-diff.ts'
import { archiveGet } from './archive-get.ts'
import { archiveList, archiveShow } from './archive-list.ts'
import { archiveRebuild } from './archive-rebuild.ts'
import { archiveVerify } from './archive-verify.ts'
import { archiveWithdraw } from './archive-withdraw.ts'
import { extractCommand } from './extract-command.ts'
import { rebuildCommand } from './rebuild-command.ts'

let project: ArchiveProject

const run: ArchiveProject['run'] = (command) => project.run(command)

const at = inKept
const usual = usualAdd
const id = waterId

beforeAll(() => {
  project = makeArchiveProject()
})

afterAll(() => project.remove())

describe('an archive of two editions', () => {
  test('lists them', () => {
    expect(run((around) => archiveList(undefined, at, around)).out).toMatch(
      /^tag:example.org,2024:water {2}v2 {2}2024-03-22T\S+ {2}edition 2: One word\n$/,
    )
    const editions = dataOf(run((around) => archiveList('water', { ...at, json: true }, around)))
    expect(editions).toMatchObject([
      { id, edition: '1', version: 'v1', status: { kind: 'superseded', by: 'v2' } },
      { id, edition: '2', version: 'v2', status: { kind: 'current' } },
    ])
  })

  test('shows each with what its record says', () => {
    const [newest] = dataOf(run((around) => archiveShow('water', undefined, { ...at, json: true }, around)))
    expect(newest).toMatchObject({ edition: '2', record: { number: '2', supersedes: '1', note: 'One word' } })
    const first = run((around) => archiveShow(id, '1', at, around))
    expect(first.out).toContain('"en": "Clean water"')
  })

  test('tells what is new, and which language lags behind', () => {
    const { code, out } = run((around) => archiveDiff('water', ['1', '2'], at, around))
    expect(code).toBe(0)
    expect(out).toContain('edition 1 → edition 2')
    expect(out).toContain('slowly')
    expect(out).toContain('changed in some languages only:\n  draw-water-at-dawn-2')
  })

  test.each(['1', '2'])('makes edition %s again byte for byte, whatever the project says now', (edition) => {
    const { code, out, errors } = run((around) => archiveRebuild('water', edition, at, around))
    expect([code, errors]).toEqual([0, ''])
    expect(out).toBe(
      'pdf/water.pdf  identical\npdf/water-handout.pdf  identical\npdf/water-sheet.pdf  identical\n',
    )
  })

  test('gives the files of one back', () => {
    expect(run((around) => archiveGet('water', '1', { ...at, out: 'got' }, around)).code).toBe(0)
    expect(readFileSync(join(project.folder, 'got/source', chapterPath), 'utf8')).toBe(
      chapterFiles[chapterPath],
    )
    const again = run((around) => archiveGet('water', '1', { ...at, out: 'got' }, around))
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('[cli/output]')])
  })

  test('is verified, and has nothing to repair', async () => {
    const verified = await project.runLater((around) => archiveVerify(undefined, at, around))
    expect([verified.code, verified.errors]).toEqual([0, ''])
    expect(verified.out).toMatch(/^1 publications {2}\d+ files {2}all whole\n$/)
    expect(run((around) => archiveRepair(at, around)).out).toBe('nothing was left to repair\n')
  })

  test.each([
    ['an edition that it has already', 'archive/same-edition', { edition: '2' }, 1],
    ['a number that is none', 'cli/usage', { edition: 'v2' }, 2],
    ['no number', 'cli/usage', {}, 2],
    ['an identifier that is none', 'archive/id', { edition: '3', id: 'water' }, 1],
  ])('takes no publication with %s', (_, code, more, exit) => {
    const ran = run((around) => archiveAdd('water', { ...usual, ...more }, around))
    expect(ran.errors).toContain(`[${code}]`)
    expect([ran.code, ran.out]).toEqual([exit, ''])
  })

  test('asks for the identifier of a publication that it does not know', () => {
    project.write(
      'content/snow/publication.yaml',
      (chapterFiles['content/water/sheet.yaml'] ?? '').replace('own', 'booklet'),
    )
    const ran = run((around) => archiveAdd('snow', { ...usual, edition: '1' }, around))
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain('[archive/which-id]')
    expect(ran.errors).toContain('`--id tag:example.org,2024:snow`')
  })

  test('says that it has no such edition', () => {
    const ran = run((around) => archiveShow('water', '3', at, around))
    expect([ran.code, ran.errors]).toEqual([1, expect.stringContaining('[archive/no-edition]')])
  })

  test('is named by its folder', () => {
    expect(run((around) => archiveList(undefined, {}, around)).code).toBe(2)
    const none = run((around) => archiveList(undefined, { archive: 'nowhere' }, around))
    expect([none.code, none.errors]).toEqual([1, expect.stringContaining('[archive/none]')])
  })
})

describe('a publication that names its archive', () => {
  test('needs no more than the number of an edition', () => {
    const sheet = (chapterFiles['content/water/sheet.yaml'] ?? '').replace('own', 'booklet')
    project.write('content/ice/publication.yaml', `archive: kept\nid: tag:example.org,2024:frozen\n${sheet}`)
    const named = { profile: 'archive', media: 'screen' }
    const added = run((around) => archiveAdd('ice', { ...named, edition: '1' }, around))
    expect([added.code, added.errors]).toEqual([0, ''])
    expect(added.out).toContain('tag:example.org,2024:frozen  edition 1  v1')
    expect(run((around) => archiveRebuild('ice', '1', {}, around)).out).toBe('pdf/ice.pdf  identical\n')
    const listed = run((around) => archiveList('ice', { json: true }, around))
    expect(dataOf(listed)).toMatchObject([{ id: 'tag:example.org,2024:frozen', edition: '1' }])
  })

  test('takes an edition back, which stays readable', () => {
    const taken = run((around) => archiveWithdraw('ice', '1', { reason: 'A wrong figure' }, around))
    expect([taken.code, taken.errors]).toEqual([0, ''])
    const listed = dataOf(run((around) => archiveList('ice', { json: true }, around)))
    expect(listed).toMatchObject([{ edition: '1', status: { kind: 'withdrawn', reason: 'A wrong figure' } }])
    expect(run((around) => archiveRebuild('ice', '1', {}, around)).out).toBe('pdf/ice.pdf  identical\n')
  })
})

describe('a PDF by itself', () => {
  test('gives its sources back, and is what they make', () => {
    const ran = project.build(['water'])
    expect(ran.errors).toBe('')
    const extracted = run((around) => extractCommand('output/water.pdf', { out: 'sources' }, around))
    expect([extracted.code, extracted.errors]).toEqual([0, ''])
    expect(readFileSync(join(project.folder, 'sources', chapterPath), 'utf8')).toContain('slowly')
    const [rebuilt] = dataOf(run((around) => rebuildCommand('output/water.pdf', { json: true }, around)))
    expect(rebuilt).toMatchObject({ path: 'output/water.pdf', verdict: 'identical' })
  })

  test('says that it was changed', () => {
    const file = join(project.folder, 'output/water.pdf')
    const text = readFileSync(file).toString('latin1')
    writeFileSync(
      join(project.folder, 'changed.pdf'),
      text.replace('<xmp:CreatorTool>Bifolio', '<xmp:CreatorTool>Folio  '),
      'latin1',
    )
    const ran = run((around) => rebuildCommand('changed.pdf', {}, around))
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('same pages, other content')])
    expect(ran.errors).toContain('[archive/differs]')
  })

  test('cannot be made again from a print copy, or from what is no PDF', () => {
    const print = run((around) => rebuildCommand('output/water-handout.pdf', {}, around))
    expect([print.code, print.errors]).toEqual([1, expect.stringContaining('[archive/no-sources]')])
    const other = run((around) => rebuildCommand(chapterPath, {}, around))
    expect([other.code, other.errors]).toEqual([1, expect.stringContaining('[archive/not-readable]')])
    const missing = run((around) => extractCommand('no.pdf', { out: 'x' }, around))
    expect([missing.code, missing.errors]).toEqual([1, expect.stringContaining('[read/missing]')])
  })
})
