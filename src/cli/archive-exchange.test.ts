import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateBag } from '../archive/bagit/validate-bag.ts'
import { writeBag } from '../archive/bagit/write-bag.ts'
import { cratePath } from '../archive/ro-crate/crate.ts'
import {
  type ArchiveProject,
  dataOf,
  inKept,
  makeArchiveProject,
  type Ran,
  waterId,
} from '../testing/archive-project.ts'
import { archiveExport } from './archive-export.ts'
import { archiveImport } from './archive-import.ts'
import { archiveInit } from './archive-init.ts'
import { archiveList } from './archive-list.ts'
import { archiveRebuild } from './archive-rebuild.ts'
import { archiveVerify } from './archive-verify.ts'
import { archiveWithdraw } from './archive-withdraw.ts'
import { diskVault } from './disk-vault.ts'

let project: ArchiveProject

beforeAll(() => {
  project = makeArchiveProject()
})

afterAll(() => project.remove())

const at = (path: string): string => join(project.folder, path)

function exported(bag: string, edition: string | undefined, archive = 'kept', name = 'water'): Ran {
  return project.run((around) => archiveExport(name, edition, { archive, bag }, around))
}

function imported(bag: string, archive: string, more: object = {}): Ran {
  return project.run((around) => archiveImport(bag, { archive, ...more }, around))
}

function made(archive: string): void {
  expect(project.run((around) => archiveInit(archive, {}, around)).code).toBe(0)
}

/** The bytes of all files of a folder of the project, by path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(at(folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.sort().map((path) => [path.slice(at(folder).length + 1), readFileSync(path).toString('latin1')]),
  )
}

describe('a bag of an edition', () => {
  test('is valid, has the RO-Crate in it, and says what it is', () => {
    const ran = exported('bags/first', '1')
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toMatch(/^bags\/first {2}a bag of \d+ files: tag:example.org,2024:water, edition 1\n$/)
    expect(validateBag(diskVault(at('bags/first')), '')).toEqual([])
    const files = filesIn('bags/first')
    expect(files.get('bag-info.txt')).toContain(`External-Identifier: ${waterId}#edition-1\n`)
    expect(files.has(`data/${cratePath}`)).toBe(true)
    expect(files.has('data/pdf/water.pdf')).toBe(true)
    expect(readdirSync(at('bags'))).toEqual(['first'])
  })

  test('is of the newest edition where none is named', () => {
    const [told] = dataOf(
      project.run((around) =>
        archiveExport('water', undefined, { ...inKept, bag: 'newest', json: true }, around),
      ),
    )
    expect(told).toMatchObject({ id: waterId, edition: '2', version: 'v2', bag: 'newest' })
  })

  test('is written into an empty folder, and into no other', () => {
    mkdirSync(at('empty'))
    expect(exported('empty', '1').code).toBe(0)
    const full = exported('empty', '1')
    expect([full.code, full.out]).toEqual([1, ''])
    expect(full.errors).toContain('the folder is not empty: it has `bag-info.txt` [cli/output]')
    writeFileSync(at('file'), 'mine')
    const file = exported('file', '1')
    expect([file.code, readFileSync(at('file'), 'utf8')]).toEqual([1, 'mine'])
    expect(readdirSync(project.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('an edition that is imported', () => {
  test('is as it was, and can be made again and handed on with the same bytes', async () => {
    made('other')
    for (const number of ['1', '2']) {
      expect(exported(`bags/of-${number}`, number).code).toBe(0)
      const ran = imported(`bags/of-${number}`, 'other', { by: 'Bo' })
      expect([ran.code, ran.errors]).toEqual([0, ''])
      expect(ran.out).toContain(`${waterId}  edition ${number}  v${number}  `)
    }
    const lists = ['kept', 'other'].map((archive) =>
      dataOf(project.run((around) => archiveList('water', { archive, json: true }, around))),
    )
    const [kept = [], other = []] = lists
    expect(other).toMatchObject(
      kept.map((one) => ({
        ...(one as object),
        stored: expect.any(String),
        user: { name: 'Bo', address: null },
      })),
    )
    const verified = await project.runLater((around) =>
      archiveVerify(undefined, { archive: 'other' }, around),
    )
    expect(verified.code).toBe(0)
    const again = project.run((around) => archiveRebuild('water', '1', { archive: 'other' }, around))
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('pdf/water.pdf  identical\n')])
    expect(exported('bags/again', '1', 'other').code).toBe(0)
    expect(filesIn('bags/again')).toEqual(filesIn('bags/of-1'))
  })

  test('is said to be there already', () => {
    const ran = imported('bags/of-1', 'other', { json: true })
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(dataOf(ran)).toEqual([{ id: waterId, edition: '1', version: 'v1', isThere: true }])
  })

  test('has the same bag after it was withdrawn, which is told', () => {
    const taken = project.run((around) =>
      archiveWithdraw('water', '2', { archive: 'other', reason: 'A wrong figure' }, around),
    )
    expect(taken.code).toBe(0)
    const ran = exported('bags/withdrawn', '2', 'other')
    expect([ran.code, ran.errors]).toEqual([0, expect.stringContaining('A wrong figure [archive/withdrawn]')])
    expect(filesIn('bags/withdrawn')).toEqual(filesIn('bags/of-2'))
  })

  test('is refused behind the one that took its place', () => {
    made('late')
    expect(imported('bags/of-2', 'late').code).toBe(0)
    const ran = imported('bags/of-1', 'late')
    expect([ran.code, ran.out, ran.errors]).toEqual([
      1,
      '',
      expect.stringContaining('[archive/late-edition]'),
    ])
  })
})

describe('an import takes nothing', () => {
  /** A copy of the bag of the first edition. */
  function copied(name: string): string {
    rmSync(at(name), { recursive: true, force: true })
    cpSync(at('bags/of-1'), at(name), { recursive: true })
    return name
  }

  /** The same payload in a bag that is valid, some files of it another or (null) none. */
  function bagged(name: string, changed: Readonly<Record<string, string | null>>): string {
    const payload = new Map<string, Uint8Array>()
    for (const [path, text] of filesIn('bags/of-1'))
      if (path.startsWith('data/')) payload.set(path.slice('data/'.length), Buffer.from(text, 'latin1'))
    for (const [path, text] of Object.entries(changed)) {
      if (text === null) payload.delete(path)
      else payload.set(path, Buffer.from(text))
    }
    for (const [path, bytes] of writeBag(payload, [])) project.write(`${name}/${path}`, bytes)
    return name
  }

  function refused(bag: string): string {
    rmSync(at('untouched'), { recursive: true, force: true })
    made('untouched')
    const before = filesIn('untouched')
    const ran = imported(bag, 'untouched')
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(filesIn('untouched')).toEqual(before)
    return ran.errors
  }

  test('of a bag in which a byte was changed, a file is missing or is extra', () => {
    appendFileSync(at(`${copied('flipped')}/data/pdf/water.pdf`), ' ')
    expect(refused('flipped')).toContain('`data/pdf/water.pdf` its sha512 is not the one')
    rmSync(at(`${copied('lacking')}/data/edition.json`))
    expect(refused('lacking')).toContain('lacking/data/edition.json: error:')
    writeFileSync(at(`${copied('more')}/data/more.txt`), '')
    expect(refused('more')).toContain('[archive/bag]')
  })

  test('of what is no bag', () => {
    expect(refused('content')).toContain('[archive/bag]')
    expect(refused('nowhere')).toContain('there is no folder `nowhere` [archive/bag]')
    expect(refused('content/water/own.css')).toContain('[archive/bag]')
  })

  test.each([
    ['says nothing of an edition', { 'edition.json': null }],
    ['is of another form', { 'edition.json': '{"format":"bifolio-edition-9"}' }],
    ['says nothing of its making', { 'render.json': null }],
    ['lacks a PDF', { 'pdf/water-sheet.pdf': null }],
    ['has another PDF', { 'pdf/water.pdf': '%PDF-1.7 other' }],
    ['lacks its source', { 'source/content/water/publication.yaml': null }],
    ['has what no edition has', { 'virus.exe': 'MZ' }],
  ])('of a bag that is valid and %s', (_, changed) => {
    expect(refused(bagged('strange', changed))).toMatch(/\[archive\/foreign\]/)
    rmSync(at('strange'), { recursive: true })
  })

  test('of another edition of the same number', () => {
    const bag = bagged('another', { 'validation/checks.json': '{}' })
    const ran = imported(bag, 'kept')
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain('has another edition 1: `validation/checks.json` is not the same')
  })
})
