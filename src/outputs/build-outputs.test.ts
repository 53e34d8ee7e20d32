import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { build, type Request } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { keepWorkshop } from '../read.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { programFolder } from '../testing/project.ts'
import { asWritten, buildOutputs, type Copy } from './build-outputs.ts'

const path = 'content/water/publication.yaml'
const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
const openWorkshop = keepWorkshop()

const head = 'languages: { en: { name: English } }\ntitle: Water\nlayout: plain\n'
const text = 'blocks: [{ paragraph: Rain. }, { paragraph: Snow. }, { paragraph: Ice. }]\n'
const layouts = {
  'templates/plain/layout.hbs':
    '{{#each chapters}}{{#each blocks}}{{#passage id=id class="page"}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
  'templates/plain/theme.css':
    '@page { size: A4; margin: 20mm }\nhtml { font-family: "Source Serif 4" }\n.page + .page { break-before: page }\n',
  'templates/plain-a5/layout.yaml': 'extends: plain\n',
  'templates/plain-a5/theme.css': '@page { size: A5; margin: 15mm }\n',
}

const usual: Request = {
  path,
  name: 'water',
  languages: null,
  isDraft: false,
  row: null,
  media: 'screen',
  profile: 'archive',
  date: null,
}

function worldOf(outputs: string, files: Readonly<Record<string, string>> = {}) {
  const own = {
    [path]: `${head}${outputs === '' ? '' : `outputs:\n${outputs}`}${text}`,
    ...layouts,
    ...files,
  }
  return memoryWorld(own, disk.source).source
}

function make(outputs: string, files: Readonly<Record<string, string>> = {}, request = usual) {
  const source = worldOf(outputs, files)
  const report = new Report()
  const copies = buildOutputs(request, asWritten, source, openWorkshop(source, report), report)
  const found = report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)
  return { copies, found, source }
}

function sound(
  outputs: string,
  files: Readonly<Record<string, string>> = {},
  request = usual,
): readonly Copy[] {
  const { copies, found } = make(outputs, files, request)
  expect(found).toEqual([])
  if (copies === null) throw new Error('what is without findings is made')
  return copies
}

const names = (copies: readonly Copy[]) => copies.map(({ file }) => file)

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const sheet = { 'content/water/sheet.yaml': `${head}${text}` }

describe('the files of a publication', () => {
  test('are the copy for reading, and what `outputs` names behind it', () => {
    expect(names(sound(''))).toEqual(['water.pdf'])
    const outputs =
      '  handout: { impose: saddle }\n  small: { layout: plain-a5 }\n  sheet: { from: sheet.yaml }\n'
    expect(names(sound(outputs, sheet))).toEqual([
      'water.pdf',
      'water-handout.pdf',
      'water-small.pdf',
      'water-sheet.pdf',
    ])
  })

  test('say how they are printed otherwise than usual', () => {
    const request = { ...usual, languages: ['en'], media: 'print' } as const
    const files = {
      [path]: `${head.replace('} }', '}, fr: { name: français } }')}outputs: { a: { impose: saddle } }\n${text}`,
    }
    expect(names(sound('', files, request))).toEqual(['water.en.print.pdf', 'water-a.en.print.pdf'])
  })

  test('a copy for reading has the bytes that it has by itself', () => {
    const copies = sound(
      '  reading: {}\n  sheet: { from: sheet.yaml }\n  handout: { impose: saddle }\n',
      sheet,
    )
    const { source } = make(
      '  reading: {}\n  sheet: { from: sheet.yaml }\n  handout: { impose: saddle }\n',
      sheet,
    )
    const alone = (request: Request) => {
      const report = new Report()
      return build(request, source, openWorkshop(source, report), report)?.bytes
    }
    expect(Buffer.compare(copies[0]?.bytes ?? Buffer.alloc(0), alone(usual) ?? Buffer.alloc(1))).toBe(0)
    const other = alone({ ...usual, path: 'content/water/sheet.yaml', name: 'water-sheet' })
    expect(Buffer.compare(copies[1]?.bytes ?? Buffer.alloc(0), other ?? Buffer.alloc(1))).toBe(0)
  })

  test('are the same each time', () => {
    const outputs = '  handout: { layout: plain-a5, impose: saddle, marks: [slug, fold] }\n'
    const [first, again] = [sound(outputs), sound(outputs)].map((copies) =>
      copies.map(({ bytes }) => sha256(bytes)),
    )
    expect(first).toEqual(again)
    expect(new Set(first).size).toBe(2)
  })
})

describe('a print copy', () => {
  test('names the copy for reading by its digest', () => {
    const [reading, handout] = sound('  handout: { layout: plain-a5, impose: saddle, paper: a4 }\n')
    expect(handout?.print?.of).toEqual({
      file: 'water.pdf',
      sha256: sha256(reading?.bytes ?? Buffer.alloc(0)),
    })
    expect(Buffer.from(handout?.bytes ?? []).toString('latin1')).toContain(handout?.print?.of.sha256)
  })

  test('of another file names that file’s copy, which is made with it', () => {
    const [, reading, cards] = sound('  cards: { from: sheet.yaml, impose: repeat=1x1 }\n', sheet)
    expect([reading?.file, cards?.file]).toEqual(['water-sheet.pdf', 'water-cards.pdf'])
    expect(cards?.print?.of).toEqual({
      file: 'water-sheet.pdf',
      sha256: sha256(reading?.bytes ?? Buffer.alloc(0)),
    })
  })

  test('shares the pages of another copy of its layout: one run for each', () => {
    const copies = sound(
      '  booklet: { impose: saddle }\n  small: { layout: plain-a5 }\n  two: { impose: nup=2x1 }\n  handout: { layout: plain-a5, impose: saddle }\n',
    )
    const [reading, booklet, small, two, handout] = copies.map(({ laid }) => laid)
    expect([booklet, two].every((laid) => laid === reading)).toBe(true)
    expect(handout).toBe(small)
    expect(small).not.toBe(reading)
  })

  test('stands on sheets of its paper, set for them in a layout of its own', () => {
    const [, handout] = sound('  handout: { layout: plain-a5, impose: saddle, paper: a4 }\n')
    const { imposed, settings, edge } = handout?.print ?? {}
    expect([imposed?.sheets, imposed?.sides.length, settings?.scale, edge]).toEqual([1, 2, 'exact', 'short'])
    expect(imposed?.sides[0]?.size.width).toBeCloseTo(841.89, 2)
    expect(imposed?.sides[0]?.places.every(({ scale }) => scale === 1)).toBe(true)
  })
})

describe('all or none', () => {
  test('nothing is made where the copy for reading fails', () => {
    const files = { 'templates/plain/layout.hbs': '{{#passage}}<p>{{titel}}</p>{{/passage}}\n' }
    const { copies, found } = make('  handout: { layout: other, impose: saddle }\n', {
      ...files,
      'templates/other/layout.hbs': layouts['templates/plain/layout.hbs'],
      'templates/other/theme.css': layouts['templates/plain/theme.css'],
    })
    expect(copies).toBeNull()
    expect(found).toEqual(['templates/plain/layout.hbs:1:18 document/unknown-name'])
  })

  test('nor where a print copy cannot be', () => {
    const { copies, found } = make('  handout: { impose: saddle, paper: a6, scale: exact }\n')
    expect(copies).toBeNull()
    expect(found).toEqual([`${path}:5:22 press/paper-too-small`])
  })

  test('what is wrong with an output stands at its word, all of it in one run', () => {
    const { copies, found } = make(
      '  a: { from: no.yaml }\n  b: { layout: none, impose: saddle }\n  c: { impose: nope }\n',
    )
    expect(copies).toBeNull()
    expect(found.sort()).toEqual([
      `${path}:5:14 read/missing`,
      `${path}:6:16 layout/unknown`,
      `${path}:7:16 content/wrong-value`,
    ])
  })
})
