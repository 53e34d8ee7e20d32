import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'

const water = `languages: { en: { name: English } }
title: Water
layout: plain
blocks: [{ paragraph: Rain. }, { paragraph: Snow. }, { paragraph: Ice. }]
`
const path = 'content/water/publication.yaml'
const layout = {
  'templates/plain/layout.hbs':
    '{{#each chapters}}{{#each blocks}}{{#passage id=id class="page"}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}\n',
  'templates/plain/theme.css':
    '@page { size: A4; margin: 20mm }\nhtml { font-family: "Source Serif 4" }\n.page + .page { break-before: page }\n',
}
const variant = {
  'templates/plain-a5/layout.yaml': 'extends: plain\n',
  'templates/plain-a5/theme.css': '@page { size: A5; margin: 15mm }\n',
}

let project: Project | null = null
function started(files: Readonly<Record<string, string>> = {}): Project {
  project = makeProject({ [path]: water, ...layout, ...files })
  return project
}
afterEach(() => {
  project?.remove()
  project = null
})

/** The lines of results as they are printed, without sizes and seconds. */
function lines(out: string): readonly string[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ {2}\d+ kB/, '').replace(/ {2}[\d.]+ s$/, ''))
}

describe('bifolio print', () => {
  test('makes a booklet on A4, its copy for reading and its instruction, and says how to print it', () => {
    const { folder, print } = started(variant)
    const run = print(['water'])
    expect([run.code, run.errors]).toEqual([0, ''])
    expect(lines(run.out)).toEqual([
      'output/water.pdf  3 pages  en  PDF/A-3a, PDF/UA-1',
      'output/water-booklet.pdf  1 sheet  en  print copy of water.pdf',
      '  print it on A4 paper at 100 % (“actual size”, not “fit”), on both sides, turned over the short edge',
    ])
    expect(readdirSync(join(folder, 'output')).sort()).toEqual([
      'water-booklet-how.pdf',
      'water-booklet.pdf',
      'water.pdf',
    ])
  })

  test('sets a booklet in the layout for A5 where there is one, and makes the pages smaller where there is none', () => {
    const { print, write } = started()
    expect(print(['water']).errors).toContain('[press/small-type]')
    for (const [file, content] of Object.entries(variant)) write(file, content)
    expect(print(['water'])).toMatchObject({ code: 0, errors: '' })
    // On A3 a page has the size of A4.
    write('templates/plain-a5/theme.css', '@page { nonsense')
    expect(print(['water'], { paper: 'a3' })).toMatchObject({ code: 0, errors: '' })
    expect(print(['water']).code).toBe(1)
  })

  test('an answer without its test sheet, and a gutter where nothing is cut apart, are findings', () => {
    const { print, folder } = started(variant)
    const answer = print(['water'], { answer: 'B5' })
    expect([answer.code, answer.out]).toEqual([2, ''])
    expect(answer.errors).toContain('`--answer` says nothing without `--calibrate`')
    expect(print(['water'], { gutter: '5mm' })).toMatchObject({ code: 2, out: '' })
    expect(existsSync(join(folder, 'output'))).toBe(false)
    expect(print(['water'], { as: 'cards', impose: 'saddle', marks: 'none' })).toMatchObject({ code: 0 })
  })

  test.each([
    ['handout', '1 sheet', 'short'],
    ['cards', '2 sheets', 'long'],
  ])('makes %s', (purpose, sheets, edge) => {
    const { print } = started({
      'content/water/own.css': '@page { size: 80mm 50mm; margin: 8mm }',
      [path]: `theme: own.css\n${water}`,
    })
    const run = print(['water'], { as: purpose })
    expect([run.code, run.errors]).toEqual([0, ''])
    expect(lines(run.out)[1]).toBe(`output/water-${purpose}.pdf  ${sheets}  en  print copy of water.pdf`)
    expect(run.out).toContain(`turned over the ${edge} edge`)
  })

  test('names a copy after its scheme where nothing says what it is for', () => {
    const run = started().print(['water'], { impose: 'nup=2x2', paper: 'a3' })
    expect(run.code).toBe(0)
    expect(lines(run.out)[1]).toContain('output/water-nup.pdf  1 sheet')
    expect(lines(run.out)[2]).toContain('print it on A3 paper')
  })

  test('what is written goes before what is meant by the purpose', () => {
    const run = started(variant).print(['water'], {
      as: 'booklet',
      paper: 'letter',
      duplex: 'long',
      layout: 'plain',
    })
    expect(run.code).toBe(0)
    expect(lines(run.out)[2]).toContain('letter paper')
    expect(lines(run.out)[2]).toContain('over the long edge')
  })

  test('turns the backs as a tested printer needs them', () => {
    const { print, write } = started(variant)
    write(
      'output/printers.yaml',
      'printers:\n  default: { landscape: calendar, edge: 4 }\n  other: { landscape: book, edge: 4 }\n',
    )
    const usual = print(['water'])
    expect([usual.code, usual.errors]).toEqual([0, ''])
    expect(usual.out).toContain('with what was chosen in the print window for the test sheet')
    const bytes = () => readFileSync(join(project?.folder ?? '', 'output/water-booklet.pdf'))
    const turned = bytes()
    expect(print(['water'], { printer: 'other' }).code).toBe(0)
    expect(Buffer.compare(turned, bytes())).not.toBe(0)
    expect(print(['water'], { printer: 'othr' })).toMatchObject({
      code: 2,
      errors: expect.stringContaining('`other`'),
    })
    expect(print(['water'], { duplex: 'short' }).out).toContain('over the short edge')
  })

  test('prints fronts and backs by themselves, each into a file', () => {
    const { folder, print } = started(variant)
    const [fronts, backs] = ['front', 'back'].map((sides) => print(['water'], { sides }))
    expect([fronts?.code, backs?.code]).toEqual([0, 0])
    expect(fronts?.out).toContain('--sides back')
    expect(existsSync(join(folder, 'output/water-booklet-front.pdf'))).toBe(true)
    expect(existsSync(join(folder, 'output/water-booklet-back.pdf'))).toBe(true)
  })

  test('tells machines what is printed, and people’s advice to nobody', () => {
    const run = started(variant).print(['water'], { json: true })
    const [reading, booklet, ...more] = run.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(reading).toMatchObject({ path: 'output/water.pdf', pages: 3, profile: 'archive' })
    expect(reading.print).toBeUndefined()
    expect(booklet).toMatchObject({
      path: 'output/water-booklet.pdf',
      pages: 3,
      profile: 'none',
      print: {
        sheets: 1,
        sides: 2,
        of: { file: 'water.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    })
  })

  test('wrong usage is exit 2, all of it in one run', () => {
    const { print } = started()
    expect(print([]).code).toBe(2)
    expect(print(['water'], { as: 'bookelt' })).toMatchObject({
      code: 2,
      errors: expect.stringContaining('did you mean `booklet`?'),
    })
    const { code, errors } = print(['water'], { impose: 'sadle', paper: 'a9', marks: 'crop,crss', up: '3' })
    expect(code).toBe(2)
    expect([...errors.matchAll(/^(--\w+): error/gm)].map(([, option]) => option).sort()).toEqual([
      '--impose',
      '--marks',
      '--paper',
      '--up',
    ])
    expect(existsSync(join(project?.folder ?? '', 'output'))).toBe(false)
  })

  test('writes nothing where the copy for reading fails', () => {
    const { folder, print, write } = started({ [path]: water.replace('Rain.', '"[^none]"') })
    const run = print(['water'])
    expect([run.code, run.out]).toEqual([1, ''])
    expect(existsSync(join(folder, 'output'))).toBe(false)
    write(path, water)
    expect(print(['water']).code).toBe(0)
  })

  test('writes nothing where the print copy cannot be', () => {
    const { folder, print } = started()
    const run = print(['water'], { impose: 'nup=1x1', paper: 'a6', scale: 'exact' })
    expect([run.code, run.out]).toEqual([1, ''])
    expect(run.errors).toContain('--impose: error')
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  test('two publications that would be one file are a finding', () => {
    const { print, write } = started()
    write('content/water-booklet/publication.yaml', water)
    const run = print(['water', 'water-booklet'])
    expect(run.code).toBe(1)
    expect(run.errors).toContain('[cli/same-output]')
  })
})

describe('bifolio print beside outputs', () => {
  test('writes over no output that the publication names', () => {
    const { folder, build, print } = started({
      [path]: `outputs: { Handout: { impose: saddle, paper: a3 } }\n${water}`,
    })
    expect(build(['water']).code).toBe(0)
    const before = readFileSync(join(folder, 'output/water-Handout.pdf'))
    const run = print(['water'], { as: 'handout', paper: 'a3' })
    expect([run.code, run.errors]).toEqual([0, ''])
    expect(lines(run.out)[1]).toContain('output/water-print-handout.pdf')
    expect(readFileSync(join(folder, 'output/water-Handout.pdf')).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'output/water-print-handout-how.pdf'))).toBe(true)
  })
})

describe('bifolio build with outputs', () => {
  const outputs = 'outputs: { sheet: { from: sheet.yaml }, handout: { impose: saddle, paper: a3 } }\n'

  test('makes each file once, also those that are publications by themselves', () => {
    const { build } = started({
      [path]: outputs + water,
      'content/water/sheet.yaml': water,
      'content/water/more.yaml': water,
    })
    const run = build([])
    expect([run.code, run.errors]).toEqual([0, ''])
    expect(lines(run.out)).toEqual([
      'output/water.pdf  3 pages  en  PDF/A-3a, PDF/UA-1',
      'output/water-sheet.pdf  3 pages  en  PDF/A-3a, PDF/UA-1',
      'output/water-handout.pdf  1 sheet  en  print copy of water.pdf',
      'output/water-more.pdf  3 pages  en  PDF/A-3a, PDF/UA-1',
    ])
  })

  test('the text of each copy for reading is audited', () => {
    const { build } = started({ [path]: outputs + water, 'content/water/sheet.yaml': water })
    expect(build([], { audit: true })).toMatchObject({ code: 0, errors: '' })
  })

  test('tells of each file how it came to fit its pages', () => {
    const { build } = started({ [path]: outputs + water, 'content/water/sheet.yaml': `fit: 3\n${water}` })
    const { out } = build([], { report: 'fit' })
    expect(out.match(/^ {2}fit: .*/gm)).toEqual([
      '  fit: not asked for: it has as many pages as it takes',
      expect.stringMatching(/^ {2}fit: as it is, [\d.]+ mm left on its last page$/),
      '  fit: not asked for: it has as many pages as it takes',
    ])
  })

  test('an output that another publication would write as well is a finding, but not one that it is', () => {
    const { build, write } = started({ [path]: outputs + water, 'content/water/sheet.yaml': water })
    expect(build(['water', 'content/water/sheet.yaml']).code).toBe(0)
    write('content/water-handout/publication.yaml', water)
    const run = build([])
    expect(run.code).toBe(1)
    expect(run.errors).toContain('would both be written to `water-handout.pdf`')
    write(path, `outputs: { sheet: { from: sheet.yaml, layout: plain } }\n${water}`)
    expect(build(['water', 'content/water/sheet.yaml']).errors).toContain('`water-sheet.pdf`')
  })
})
