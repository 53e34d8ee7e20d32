import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place, Report } from './base/report.ts'
import { recording } from './base/world.ts'
import { build, type Request, readPublication, setPages } from './build.ts'
import { diskWorld } from './cli/disk.ts'
import { dump } from './layout/dump.ts'
import type { Page } from './layout/page.ts'
import { openWorkshop } from './read.ts'
import { layOut } from './testing/documents.ts'
import { memoryWorld } from './testing/memory-world.ts'
import { programFolder } from './testing/project.ts'
import { squareWorkshop } from './testing/square-face.ts'
import type { Workshop } from './text/workshop.ts'

/** Lines of 10 pt with gaps of 5 pt on pages of 100 pt. */
const theme = `@page { size: 120pt 120pt; margin: 10pt; bi-columns: 1fr 0pt 1fr }
html { font-family: Square; font-size: 8pt; line-height: 10pt }
p { margin-top: 5pt }
`
const gaps = 'p { margin-top: 0 }'
const lines = 'html { line-height: 8pt; font-size: 7pt }'
const steps = 'fit: [{ tighten: gaps }, { tighten: lines }, { drop: remarks }, { drop: quote }]\n'

const layout = `{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}
{{#each remarks}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}`

const request: Request = {
  path: 'content.yaml',
  name: 'sample',
  languages: null,
  isDraft: false,
  row: null,
  profile: 'archive',
  media: 'screen',
  date: null,
}

interface Project {
  readonly content: string
  readonly steps: string
  readonly theme: string
}

const tightTheme = `${theme}@media (bi-fit: gaps) { ${gaps} }\n@media (bi-fit: lines) { ${lines} }\n`

function filesOf(project: Project, markup = layout): Readonly<Record<string, string>> {
  return {
    'content.yaml': project.content,
    'templates/sheet/layout.hbs': markup,
    'templates/sheet/layout.yaml': project.steps,
    'templates/sheet/theme.css': project.theme,
  }
}

function fitted(project: Project, workshop: Workshop = squareWorkshop(), markup = layout) {
  const report = new Report()
  const { source } = memoryWorld(filesOf(project, markup))
  const publication = readPublication(request, source, report)
  const set = publication && setPages(publication, request, recording(source), workshop, report)
  const pages: readonly Page[] = set ? [...set.laid.pages] : []
  const found = report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)
  return { set, pages, found, diagnostics: report.diagnostics }
}

/** Paragraphs of one line, a remark and a quotation that may go. */
function sheet(paragraphs: number, more = ''): Project {
  const blocks = Array.from({ length: paragraphs }, (_, index) => `  - paragraph: { en: p${index}, fr: q }\n`)
  const content = `languages: { en: { name: E }, fr: { name: F } }
title: T
layout: sheet
fit: 1
remarks:
  - { text: { en: r, fr: s }, priority: 1 }
blocks:
${blocks.join('')}  - { quote: { en: q, fr: r }, priority: 2, id: said }
${more}`
  return { content, steps, theme: tightTheme }
}

describe('steps are taken in order, and no more of them than are needed', () => {
  // Of m lines: 15 m pt, without gaps 10 m, with tight lines 8 m; m is two more than there are paragraphs.
  test.each([
    [1, 0, 100 - 45],
    [4, 0, 100 - 90],
    [5, 1, 100 - 70],
    [6, 1, 100 - 80],
    [8, 1, 100 - 100],
    [9, 2, 100 - 88],
    [10, 2, 100 - 96],
    [11, 3, 100 - 96],
    [12, 4, 100 - 96],
  ])('%i paragraphs take %i steps and leave %f pt', (paragraphs, taken, room) => {
    const { set, pages, found } = fitted(sheet(paragraphs))
    expect(found).toEqual([])
    expect(pages).toHaveLength(1)
    const words = [
      'tighten `gaps`',
      'tighten `lines`',
      'drop the remark `r` (priority 1)',
      'drop the quote `said` (priority 2)',
    ]
    expect(set?.fit?.steps.length).toBe(taken)
    expect(set?.fit?.steps.map((step) => step.replace(/remark `[^`]*`/, 'remark `r`'))).toEqual(
      words.slice(0, taken),
    )
    expect(set?.fit?.of).toBe(4)
    expect(set?.fit?.room).toBeCloseTo(room, 6)
  })

  test('what does not fit after the last one is too long by so many millimetres', () => {
    // 13 lines of 8 pt: 4 pt more than the page has, which is 1.41 mm; rounded up, so that it is enough.
    const { set, found, diagnostics } = fitted(sheet(13))
    expect([set, found]).toEqual([null, ['content.yaml:4:6 layout/no-fit']])
    expect(diagnostics[0]?.message).toBe('it is 1.5 mm too long for its page')
    expect(diagnostics[0]?.hints[0]).toBe(
      'without the paragraph `p0` it would be 2.8 mm shorter: give it a `priority` and add `- drop: paragraph` to the steps of the layout',
    )
    // 30 lines, over three pages.
    expect(fitted(sheet(30)).diagnostics[0]?.message).toBe(
      `it is ${mm(30 * 8 - 100)} mm too long for its page`,
    )
  })

  test('the tallest is named first of what could go', () => {
    const tall = `  - { code: { en: "${'ab '.repeat(14)}", fr: c }, id: long }
  - { paragraph: { en: z, fr: z }, priority: 9 }
`
    const { diagnostics } = fitted(sheet(12, tall))
    const [first, second] = diagnostics[0]?.hints ?? []
    expect(first).toContain('without the code `long` it would be 8.5 mm shorter')
    expect(second).toContain('2.8 mm')
  })

  test('two pages hold what two pages hold', () => {
    const twice = (paragraphs: number) => {
      const project = sheet(paragraphs)
      return fitted({ ...project, content: project.content.replace('fit: 1', 'fit: 2') })
    }
    // With gaps, 6 lines on the first page and 7 on the second, which has none above its first line.
    expect(twice(11).set?.fit?.steps).toEqual([])
    expect(twice(12).set?.fit?.steps).toEqual(['tighten `gaps`'])
    expect(twice(12).pages).toHaveLength(2)
    expect(twice(30).diagnostics[0]?.message).toMatch(/ mm too long for its 2 pages$/)
  })

  test('a grid that is taller than its page is too long by what runs over', () => {
    const grid = `<section>${layout.replace(/{{#each remarks.*/s, '')}</section>`
    const look = `${tightTheme.replace('margin-top: 5pt', 'margin: 0')}
section { display: grid; grid-template-columns: 1fr 1fr } bi-passage { display: contents }`
    const inGrid = (paragraphs: number) =>
      fitted({ ...sheet(paragraphs), theme: look }, squareWorkshop(), grid)
    // A paragraph or the quotation is a row of the grid, its languages beside each other.
    expect(inGrid(9).found).toEqual([])
    expect(inGrid(9).set?.fit?.room).toBeCloseTo(0, 6)
    expect(inGrid(10).set?.fit?.steps).toEqual(['tighten `gaps`', 'tighten `lines`'])
    // 13 rows of 8 pt.
    expect(inGrid(13).diagnostics.map(({ message }) => message)).toEqual([
      'it is 1.5 mm too long for its page',
    ])
  })

  test('a page that is begun by force is no matter of millimetres', () => {
    const project = sheet(2)
    const { diagnostics } = fitted({
      ...project,
      theme: `${tightTheme}bi-passage { break-before: page } p { margin: 0 }`,
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['layout/no-fit'])
  })
})

test('what may have as many pages as it takes takes no steps', () => {
  const project = sheet(30)
  const { set, pages, found } = fitted({ ...project, content: project.content.replace('fit: 1\n', '') })
  expect([set?.fit, found]).toEqual([null, []])
  expect(pages.length).toBeGreaterThan(3)
})

interface Piece {
  readonly kind: 'paragraph' | 'quote'
  readonly words: number
  readonly priority: number | null
}

const pieces: fc.Arbitrary<readonly Piece[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('paragraph' as const, 'quote' as const),
    words: fc.integer({ min: 1, max: 40 }),
    priority: fc.option(fc.integer({ min: 1, max: 4 })),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Steps, as their own text and as what they do. */
const anySteps = fc.shuffledSubarray(['tighten: gaps', 'tighten: lines', 'drop: paragraph', 'drop: quote'])

function contentOf(written: readonly Piece[], isFit: boolean): string {
  const blocks = written.map(({ kind, words, priority }) => {
    const last = isFit && priority !== null ? `, priority: ${priority}` : ''
    return `  - { ${kind}: { en: "${'ab '.repeat(words)}", fr: "${'c '.repeat(words)}" }${last} }\n`
  })
  return `languages: { en: { name: E }, fr: { name: F } }\ntitle: T\n${isFit ? 'layout: sheet\nfit: 1\n' : ''}blocks:\n${blocks.join('')}`
}

/** Each level as a project of its own, written by hand: blocks taken out, rules put at the end of the theme. */
function levelsByHand(written: readonly Piece[], chosen: readonly string[]) {
  let left = written
  let rules = ''
  const levels = [{ left, rules }]
  for (const step of chosen) {
    if (step.startsWith('tighten')) {
      rules += step === 'tighten: gaps' ? gaps : lines
      levels.push({ left, rules })
      continue
    }
    for (const priority of [1, 2, 3, 4]) {
      for (;;) {
        const index = left.findLastIndex((one) => `drop: ${one.kind}` === step && one.priority === priority)
        if (index < 0) break
        left = left.filter((_, at) => at !== index)
        levels.push({ left, rules })
      }
    }
  }
  return levels
}

test('the level that is taken is the first that fits, and looks as if it had been written so', () => {
  let [took, failed] = [0, 0]
  fc.assert(
    fc.property(pieces, anySteps, (written, chosen) => {
      const named = `${theme}${chosen.includes('tighten: gaps') ? `@media (bi-fit: gaps) { ${gaps} }` : ''}${
        chosen.includes('tighten: lines') ? `@media (bi-fit: lines) { ${lines} }` : ''
      }`
      const project = {
        content: contentOf(written, true),
        steps: `fit: [${chosen.map((step) => `{ ${step} }`).join(', ')}]\n`,
        theme: named,
      }
      const { set, pages, found } = fitted(project)
      const levels = levelsByHand(written, chosen).filter(({ left }) => left.length > 0)
      const laid = levels.map(({ left, rules }) =>
        layOut({ content: contentOf(left, false), layout: layout, theme: theme + rules }),
      )
      const first = laid.findIndex((one) => one.laid.pages.length === 1)
      if (first < 0) {
        failed++
        expect(set).toBeNull()
        expect(found).toContain('content.yaml:4:6 layout/no-fit')
        return
      }
      if (first > 0) took++
      expect(set?.fit?.steps).toHaveLength(first)
      const brute = laid[first]?.laid
      expect(set && dump({ ...set.laid, pages })).toBe(brute && dump(brute))
    }),
    { numRuns: 60 },
  )
  expect(took).toBeGreaterThan(3)
  expect(failed).toBeGreaterThan(0)
})

test('nothing is smaller than the smallest size of the theme, however long the text', () => {
  for (let paragraphs = 1; paragraphs <= 12; paragraphs++) {
    const { pages } = fitted(sheet(paragraphs))
    const sizes = pages.flatMap(({ marks }) =>
      marks.flatMap(({ mark }) => (mark.kind === 'glyphs' ? [mark.size] : [])),
    )
    expect(sizes.length).toBeGreaterThan(0)
    expect(new Set(sizes)).toEqual(new Set([paragraphs > 8 ? 7 : 8]))
  }
})

test('a level sets anew only the paragraphs that it changes', () => {
  const shop = squareWorkshop()
  let kept = 0
  const counting: Workshop = {
    ...shop,
    texts: {
      ...shop.texts,
      keep: (key, paragraph) => {
        kept++
        shop.texts.keep(key, paragraph)
      },
    },
  }
  const gap: Project = {
    ...sheet(8),
    steps: 'fit: [{ tighten: gaps }]\n',
    theme: `${theme}@media (bi-fit: gaps) { ${gaps} }`,
  }
  fitted(gap, counting)
  // p0 to p7, `q` of all of them, `q` and `r` of the quotation, `r` and `s` of the remark: equal ones are one.
  const once = kept
  expect(once).toBeLessThanOrEqual(8 + 1 + 2 + 2)
  fitted(gap, counting)
  expect(kept).toBe(once)
})

test('the bytes are the same with a cold and a warm workshop, and after sheets that took other steps', {
  timeout: 60_000,
}, () => {
  const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
  const bytesOf = (paragraphs: number, shop: Workshop) => {
    const project = sheet(paragraphs)
    const faces = { ...project, theme: project.theme.replace('Square', '"Source Serif 4"') }
    const { source } = memoryWorld({ ...filesOf(faces) }, disk.source)
    const report = new Report()
    const built = build(request, source, shop, report)
    expect(report.diagnostics.map(({ message }) => message)).toEqual([])
    if (!built) throw new Error('a sheet without findings is built')
    return built.bytes
  }
  const open = () => openWorkshop(disk.source, new Report())
  const warm = open()
  const first = [4, 11, 7].map((paragraphs) => bytesOf(paragraphs, warm))
  const again = [4, 11, 7].map((paragraphs) => bytesOf(paragraphs, warm))
  const cold = [4, 11, 7].map((paragraphs) => bytesOf(paragraphs, open()))
  first.forEach((bytes, index) => {
    expect(Buffer.compare(bytes, again[index] ?? bytes.slice(1))).toBe(0)
    expect(Buffer.compare(bytes, cold[index] ?? bytes.slice(1))).toBe(0)
  })
})

describe('findings', () => {
  test('of a level that is not taken are forgotten; those of the one that is are said once', () => {
    const wide = `${theme}p { font-size: 30pt } @media (bi-fit: gaps) { ${gaps} p { font-size: 8pt } }`
    const project: Project = {
      content: sheet(6).content.replace('p0', 'p0000'),
      steps: 'fit: [{ tighten: gaps }]\n',
      theme: wide,
    }
    // A word of five letters at 30 pt is wider than its column of 50 pt.
    expect(fitted({ ...project, content: project.content.replace('fit: 1\n', '') }).found).toContain(
      'content.yaml:7:22 text/overfull',
    )
    expect(fitted(project).found).toEqual([])
  })

  test('of the making of its pages are said when they are made', () => {
    const project = sheet(6)
    const out = { ...project, theme: `${tightTheme}p { text-indent: -60pt }` }
    const { found } = fitted(out)
    expect(new Set(found.map((one) => one.split(' ')[1]))).toEqual(new Set(['layout/off-page']))
    // The lines of the first column, that of the second begins on the page.
    expect(found).toHaveLength(6 + 2)
  })

  test('that are errors end the search: they have nothing to do with room', () => {
    const project = sheet(11)
    const content = project.content.replace('fr: q }', 'fr: "[q](#nowhere)" }')
    expect(fitted({ ...project, content }).found).toEqual(['content.yaml:8:31 layout/unknown-anchor'])
  })

  test('a reference to what was dropped is an error at its place, in each language', () => {
    const refer = '  - paragraph: { en: "see {ref: said title}", fr: "x {ref: said title}" }\n'
    const content = sheet(11).content.replace(
      'quote: { en: q, fr: r }',
      'paragraph: { en: q, fr: r }, runIn: { en: Q, fr: R }',
    )
    const project: Project = {
      ...sheet(11),
      content: content + refer,
      steps: steps.replace('quote', 'paragraph'),
    }
    const { found, diagnostics } = fitted(project)
    expect(found).toEqual([
      'content.yaml:20:27 layout/lost-reference',
      'content.yaml:20:54 layout/lost-reference',
    ])
    expect(diagnostics[0]?.message).toContain('`said`')
  })
})

function mm(points: number): string {
  return (Math.ceil(points * (25.4 / 72) * 10 - 1e-6) / 10).toFixed(1)
}
