import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { extract } from '../edition/extract.ts'
import {
  type ArchiveProject,
  dataOf,
  inKept,
  makeArchiveProject,
  type Ran,
  waterId,
} from '../testing/archive-project.ts'
import { chapterFiles, chapterPath } from '../testing/edition.ts'
import { digestOfSources } from '../verification.ts'
import { archiveGet } from './archive-get.ts'
import { archiveWithdraw } from './archive-withdraw.ts'
import { verifyCommand } from './verify-command.ts'

const verified = `imprint: { verify: true }\n${chapterFiles[chapterPath]}`

let project: ArchiveProject

beforeAll(() => {
  project = makeArchiveProject({ [chapterPath]: verified })
  for (const edition of ['1', '2'])
    project.run((around) => archiveGet('water', edition, { ...inKept, out: `got/${edition}` }, around))
})

afterAll(() => project.remove())

function verify(path: string, options: object = inKept): Ran {
  return project.run((around) => verifyCommand(path, options, around))
}

const at = (path: string): string => join(project.folder, path)

/** A copy of the first edition with something in it exchanged for as many bytes, or with something behind it. */
function changed(name: string, from: string, to: string, more = ''): string {
  const text = readFileSync(at('got/1/pdf/water.pdf')).toString('latin1')
  expect(text).toContain(from)
  writeFileSync(at(name), text.replace(from, to) + more, 'latin1')
  return name
}

describe('a file that is looked up in an archive', () => {
  test('is of an edition that is current or superseded', () => {
    const now = verify('got/2/pdf/water.pdf')
    expect([now.code, now.errors]).toEqual([0, ''])
    expect(now.out).toBe(`got/2/pdf/water.pdf  ${waterId}  edition 2  v2  current  pdf/water.pdf\n`)
    const [before] = dataOf(verify('got/1/pdf/water.pdf', { ...inKept, json: true }))
    expect(before).toMatchObject({
      verdict: 'stored',
      id: waterId,
      edition: '1',
      status: { kind: 'superseded', by: 'v2' },
      file: 'pdf/water.pdf',
      added: 0,
    })
  })

  test('is of all editions that have it', () => {
    const [one, other, ...more] = dataOf(verify('got/2/pdf/water-sheet.pdf', { ...inKept, json: true }))
    expect([one, other]).toMatchObject([{ edition: '1' }, { edition: '2' }])
    expect(more).toEqual([])
  })

  test('may be a source of it', () => {
    expect(verify(chapterPath).out).toContain(`edition 2  v2  current  source/${chapterPath}`)
  })

  test('may have been signed since', () => {
    const ran = verify(changed('signed.pdf', '%PDF', '%PDF', '1 0 obj\n%%EOF\n'))
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toContain('edition 1  v1  superseded by v2  pdf/water.pdf  14 bytes behind it')
  })

  test('is unknown when a byte of it is other, and what it was made of is named', () => {
    const ran = verify(changed('other.pdf', '<xmp:CreatorTool>Bifolio', '<xmp:CreatorTool>Folio  '))
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.errors).toContain('no edition of `kept` has this file [archive/unknown-file]')
    expect(ran.errors).toContain(`it is of the sources of edition 1 of \`${waterId}\``)
    project.write('mine.txt', 'never published')
    const mine = verify('mine.txt')
    expect([mine.code, mine.errors]).toEqual([1, expect.stringContaining('ask which archive has it')])
  })

  test('was withdrawn', () => {
    project.run((around) => archiveWithdraw('water', '1', { ...inKept, reason: 'A wrong figure' }, around))
    const ran = verify('got/1/pdf/water.pdf')
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('  withdrawn: A wrong figure  ')])
    expect(ran.errors).toContain('is withdrawn: A wrong figure [archive/withdrawn]')
  })
})

describe('a file by itself', () => {
  test('is what its own sources make, and so is its verification line', () => {
    const [told] = dataOf(verify('got/1/pdf/water.pdf', { json: true }))
    const sources = extract(readFileSync(at('got/1/pdf/water.pdf')), 'x', new Report())?.sources
    const digest = digestOfSources(sources ?? new Map()) ?? ''
    const digits = digest.slice(0, 16).replace(/.{4}(?=.)/g, '$& ')
    expect(told).toMatchObject({ verdict: 'identical', verification: { digits, digest } })
    const ran = verify('got/1/pdf/water.pdf', {})
    expect([ran.code, ran.errors]).toEqual([0, ''])
    expect(ran.out).toContain(`identical  Bifolio 0.1.0  verification ${digits}\n`)
  })

  test('has no line where its publication asks for none', () => {
    const [told] = dataOf(verify('got/1/pdf/water-sheet.pdf', { json: true }))
    expect(told).toMatchObject({ verdict: 'identical', verification: null })
  })

  test('is no proof once it was changed', () => {
    const ran = verify(changed('other.pdf', '<xmp:CreatorTool>Bifolio', '<xmp:CreatorTool>Folio  '), {})
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('same pages, other content')])
    expect(ran.errors).toContain('[archive/differs]')
  })

  test('must embed its sources', () => {
    const print = verify('got/1/pdf/water-handout.pdf', {})
    expect([print.code, print.errors]).toEqual([1, expect.stringContaining('[archive/no-sources]')])
    expect(verify('no.pdf', {}).errors).toContain('[read/missing]')
    expect(verify('no.pdf', { format: 'xml' }).code).toBe(2)
  })
})
