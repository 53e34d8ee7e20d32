import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointsPer } from '../base/length.ts'
import { place, Report } from '../base/report.ts'
import type { World } from '../base/world.ts'
import type { Answer } from '../how-to/answer.ts'
import { type MemoryWorld, memoryWorld } from '../testing/memory-world.ts'
import { keepAnswer, readPrinter } from './printers.ts'

const mm = pointsPer('mm') ?? 0
const wide = { width: 842, height: 595 }
const tall = { width: 595, height: 842 }
const path = 'output/printers.yaml'

const landscape: Answer = { orientation: 'landscape', turn: 'calendar', edge: 5 * mm }
const portrait: Answer = { orientation: 'portrait', turn: 'book', edge: 4 * mm }

/** Keeps answers one after the other, each in the world that the one before left. */
function kept(answers: readonly (readonly [name: string, answer: Answer])[]): MemoryWorld {
  let world = memoryWorld({})
  for (const [name, answer] of answers) {
    const report = new Report()
    expect(keepAnswer(answer, name, 'output', world, report)).toBe(true)
    expect(report.diagnostics).toEqual([])
    world = memoryWorld({ [path]: world.written.get('printers.yaml') ?? '' })
  }
  return world
}

function read(name: string | null, { source }: Pick<World, 'source'>) {
  const report = new Report()
  const printer = readPrinter(name, 'output', source, report)
  const found = report.diagnostics.map(({ span, code, message }) => `${place(span)} ${code} ${message}`)
  const known = printer && {
    wide: printer.duplexOn(wide),
    tall: printer.duplexOn(tall),
    edge: Math.round((printer.edge / mm) * 1000) / 1000,
  }
  return { known, found }
}

function text({ source }: World): string {
  const found = source.read(path, 1e6)
  return found.ok ? Buffer.from(found.bytes).toString('utf8') : ''
}

describe('what a test sheet showed', () => {
  test('is kept in a file for people', () => {
    expect(text(kept([['default', landscape]])).replace(/^#.*\n/gm, '')).toBe(
      'printers:\n  "default":\n    landscape: calendar\n    edge: 5\n',
    )
  })

  test('is read for sheets of its kind, and leaves the others to what is usual', () => {
    const { known, found } = read(null, kept([['default', landscape]]))
    expect(known).toEqual({ wide: 'long', tall: null, edge: 5 })
    expect(found).toEqual([])
  })

  test('joins what is known of the other way up, and of other printers', () => {
    const world = kept([
      ['default', landscape],
      ['二楼打印机', { ...landscape, turn: 'book', edge: 3 * mm }],
      ['default', portrait],
    ])
    expect(read('default', world).known).toEqual({ wide: 'long', tall: 'long', edge: 4 })
    expect(read('二楼打印机', world).known).toEqual({ wide: 'short', tall: null, edge: 3 })
  })

  test('any answers of any printers are read as they were given', () => {
    const answers = fc.array(
      fc.tuple(
        fc.constantFrom('default', 'HP 2', 'true', '12', 'constructor', 'toString', 'a.b_c-d'),
        fc.record({
          orientation: fc.constantFrom('landscape' as const, 'portrait' as const),
          turn: fc.constantFrom('book' as const, 'calendar' as const),
          edge: fc.integer({ min: 1, max: 15 }).map((number) => number * mm),
        }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(answers, (all) => {
        const world = kept(all)
        for (const [name, { orientation }] of all) {
          const own = all.filter(([other]) => other === name).map(([, answer]) => answer)
          const last = own.findLast((one) => one.orientation === orientation)
          const isBook = last?.turn === 'book'
          const { known } = read(name, world)
          expect(known?.edge).toBe(Math.round((own.at(-1)?.edge ?? 0) / mm))
          if (orientation === 'landscape') expect(known?.wide).toBe(isBook ? 'short' : 'long')
          else expect(known?.tall).toBe(isBook ? 'long' : 'short')
        }
      }),
    )
  })
})

describe('a printer that was not tested', () => {
  test('is no finding where nobody named one', () => {
    expect(read(null, memoryWorld({}))).toEqual({ known: null, found: [] })
    expect(read(null, kept([['other', landscape]]))).toEqual({ known: null, found: [] })
  })

  test('is one where somebody did', () => {
    const message = 'no test sheet of a printer `ofice` was read'
    const expected = { known: null, found: [`--printer:1:1 cli/usage ${message}`] }
    expect(read('ofice', memoryWorld({}))).toEqual(expected)
    expect(read('ofice', kept([['office', landscape]]))).toEqual(expected)
  })
})

describe('a file that is broken', () => {
  test.each([
    ['printers:\n  office:\n    landscape: sideways\n    edge: 5\n', '3:16 content/wrong-value'],
    ['printers:\n  office:\n    landscape: book\n', '2:3 content/missing-key'],
    ['printers:\n  office: { edge: 5, egde: 4 }\n', '2:22 content/unknown-key'],
    ['printers:\n  office: { edge: 500 }\n', '2:19 content/wrong-value'],
    ['printers: [\n', 'yaml'],
    ['', 'content/'],
  ])('%j is a finding with its place, and is not written over', (written, expected) => {
    const world = memoryWorld({ [path]: written })
    const { known, found } = read('office', world)
    expect(known).toBeNull()
    expect(found.join('\n')).toContain(expected)
    expect(found.every((one) => one.startsWith(path))).toBe(true)
    const report = new Report()
    expect(keepAnswer(landscape, 'office', 'output', world, report)).toBe(false)
    expect(report.failed).toBe(true)
    expect(world.written.size).toBe(0)
    // Nor is it passed over where no printer was named.
    expect(read(null, world).found).toEqual(found)
  })
})
