import { describe, expect, test } from 'vitest'
import { pointsPer, type Size } from '../base/length.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'
import type { Imposed, Place } from '../press/sheet.ts'
import { type Device, devices, moved, printedBy } from '../testing/printer.ts'
import { corners, letters, readAnswer } from './answer.ts'
import { duplexOn, type Orientation } from './printer.ts'
import { testPapers } from './test-sheet.ts'
import { backDrawing, frontDrawing, type SheetSize } from './test-sheet-drawing.ts'

const mm = pointsPer('mm') ?? 0

/** Booklets on wide sheets and on tall ones. */
const jobs: readonly { readonly orientation: Orientation; readonly scheme: Scheme; readonly page: Size }[] = [
  {
    orientation: 'landscape',
    scheme: { kind: 'saddle', up: 2 },
    page: { width: 148 * mm, height: 210 * mm },
  },
  { orientation: 'portrait', scheme: { kind: 'saddle', up: 4 }, page: { width: 105 * mm, height: 148 * mm } },
]

const cases = devices.flatMap((device) =>
  jobs.flatMap((job) => [...testPapers.values()].map((paper) => ({ device, job, paper }))),
)

describe('a printer that was tested prints the backs of booklets upright', () => {
  test.each(cases)('$device, $job.orientation, $paper.name', ({ device, job, paper }) => {
    const { orientation, scheme, page } = job
    const edge = 4.2
    const answer = readAnswer(readSheet(device, turned(paper, orientation), orientation, edge))
    if (typeof answer !== 'object') throw new Error('the sheet shows no answer')
    expect(answer.orientation).toBe(orientation)
    const printer = {
      name: 'tested',
      turns: { landscape: null, portrait: null, [orientation]: answer.turn },
      edge: answer.edge,
    }
    const sheet = sized(turned(paper, orientation))
    const duplex = duplexOn(printer, sheet)
    if (duplex === null) throw new Error('such sheets were tested')
    const size = { width: paper.width * mm, height: paper.height * mm }
    const imposed = imposedBooklet(page, { scheme, duplex, paper: size, edge: printer.edge })
    expect(imposed.sides[0]?.size).toEqual(sheet)
    expect(leavesBackToBack(device, imposed)).toEqual({ right: 16, wrong: 0 })
    // Nothing stands where the printer leaves the paper white.
    for (const { trim } of imposed.sides.flatMap(({ places }) => places)) {
      expect(Math.min(trim.x, trim.y)).toBeGreaterThanOrEqual(edge * mm)
      expect(trim.x + trim.width).toBeLessThanOrEqual(sheet.width - edge * mm)
      expect(trim.y + trim.height).toBeLessThanOrEqual(sheet.height - edge * mm)
    }
  })
})

test('without its test sheet half of the printers bring wrong backs, whichever edge is asked for', () => {
  const [job] = jobs
  if (!job) throw new Error('there are jobs')
  for (const duplex of ['long', 'short'] as const) {
    const settings = { scheme: job.scheme, duplex, paper: { width: 210 * mm, height: 297 * mm }, edge: 0 }
    const imposed = imposedBooklet(job.page, settings)
    const wrong = devices.filter((device) => leavesBackToBack(device, imposed).wrong > 0)
    expect(wrong).toHaveLength(devices.length / 2)
  }
})

test('sheets that were not tested are left to what is usual', () => {
  const printer = { name: 'tested', turns: { landscape: 'book', portrait: null }, edge: 5 * mm } as const
  expect(duplexOn(printer, { width: 842, height: 595 })).toBe('short')
  expect(duplexOn(printer, { width: 595, height: 842 })).toBeNull()
})

describe('the number of a test sheet', () => {
  const sheet = { width: 297, height: 210 }
  const [device] = devices

  test.each([
    [0.5, 'A1', 'B1'],
    [0.7, 'A2', 'B2'],
    [4, 'A5', 'B5'],
    [4.5, 'A5', 'B5'],
    [12.7, 'A14', 'B14'],
  ])('what reaches to %s mm shows the next whole number', (edge, one, other) => {
    expect(device && [one, other].includes(readSheet(device, sheet, 'landscape', edge))).toBe(true)
  })
})

describe('an answer', () => {
  test.each([
    ['A5', 'landscape', 'book', 5],
    [' b 12 ', 'landscape', 'calendar', 12],
    ['e1', 'portrait', 'book', 1],
    ['F15', 'portrait', 'calendar', 15],
  ] as const)('%s', (written, orientation, turn, edge) => {
    expect(readAnswer(written)).toEqual({ orientation, turn, edge: edge * mm })
  })

  test.each(['', 'B', '5', '5B', 'B0', 'B16', 'B5.5', 'J5', 'BB5', 'B-5'])('is not `%s`', (written) => {
    expect(readAnswer(written)).toBe('form')
  })

  test.each(['C5', 'd5', 'G1', 'H9'])('of another corner is told: %s', (written) => {
    expect(readAnswer(written)).toBe('corner')
  })

  test('has letters that differ, none of which is another upside down', () => {
    const all = Object.values(letters).flatMap((one) => corners.map((corner) => one[corner]))
    expect(new Set(all).size).toBe(8)
    expect(all.join('')).not.toMatch(/[^A-H]/)
  })
})

/** What the sheet shows whom it is printed for: the letter behind the mark, and the number that all edges show. */
function readSheet(device: Device, sheet: SheetSize, orientation: Orientation, blank: number): string {
  const front = printedBy(device, 'front', sheet)
  const back = printedBy(device, 'back', sheet)
  const mark = /<circle cx="([\d.]+)" cy="([\d.]+)"/.exec(frontDrawing(sheet))
  const at = moved({ x: Number(mark?.[1]), y: Number(mark?.[2]) }, front)
  const behind = [...backDrawing(sheet, orientation).matchAll(letterPattern)].filter(([, x, y, size]) => {
    // The middle of a capital: .66 of its size high, above its baseline.
    const one = moved({ x: Number(x), y: Number(y) - 0.33 * Number(size) }, back)
    return Math.hypot(one.x - at.x, one.y - at.y) < 1
  })
  expect(behind).toHaveLength(1)
  return `${behind[0]?.[4]}${numberOf(sheet, blank)}`
}

const letterPattern = /<text x="([\d.]+)" y="([\d.]+)"[^>]* font-size="([\d.]+)"[^>]*>([A-Z])<\/text>/g

/** The greatest of the four lowest numbers whose black line the printer reaches. */
function numberOf(sheet: SheetSize, blank: number): number {
  const lines = [...frontDrawing(sheet).matchAll(linePattern)].map(([, ...sides]) => sides.map(Number))
  const lowest = new Map<string, number>()
  for (const [x = 0, y = 0, width = 0, height = 0] of lines) {
    const depths: readonly (readonly [string, number])[] = [
      ['left', x],
      ['top', y],
      ['right', sheet.width - x - width],
      ['bottom', sheet.height - y - height],
    ]
    const [edge, near] = depths.reduce((one, other) => (other[1] < one[1] ? other : one))
    // The line of a number ends there, seen from the edge.
    const number = Math.round(near + Math.min(width, height))
    if (number <= 15 && near >= blank) lowest.set(edge, Math.min(number, lowest.get(edge) ?? 99))
  }
  expect(lowest.size).toBe(4)
  return Math.max(...lowest.values())
}

const linePattern = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="#111111"/g

/** A booklet of 32 pages. */
function imposedBooklet(
  page: Size,
  own: Pick<PressSettings, 'scheme' | 'duplex' | 'edge'> & { readonly paper: Size },
): Imposed {
  const settings: PressSettings = {
    ...own,
    sides: 'both',
    binding: 'left',
    blanks: 'end',
    caliper: 0,
    gutter: 0,
    scale: 'fit',
    marks: new Set(),
    bleed: 0,
  }
  const pages = Array.from({ length: 32 }, (_, index) => ({ name: '', label: String(index + 1), size: page }))
  const report = new Report()
  const imposed = impose(pages, settings, null, wholeFile('handout'), report)
  expect(report.diagnostics).toEqual([])
  if (imposed === null) throw new Error('a booklet has sheets')
  return imposed
}

/** Leaves whose second page stands behind the first, its head behind the head; and those that are otherwise. */
function leavesBackToBack(device: Device, { sides }: Imposed) {
  const found = { right: 0, wrong: 0 }
  const all = sides.flatMap(({ side, size, sheet, places }) =>
    places.map((place) => ({ place, sheet, motion: printedBy(device, side, size) })),
  )
  for (const first of all.filter(({ place }) => place.page % 2 === 0)) {
    const second = all.find(
      ({ place, sheet }) => place.page === first.place.page + 1 && sheet === first.sheet,
    )
    if (!second) throw new Error('a leaf has two pages')
    const heads = [
      [cornerOf(first.place, 0), cornerOf(second.place, 1)],
      [cornerOf(first.place, 1), cornerOf(second.place, 0)],
    ].map(([one, other]) => [one && moved(one, first.motion), other && moved(other, second.motion)])
    const isRight = heads.every(([one, other]) => one && other && distance(one, other) < 0.01)
    found[isRight ? 'right' : 'wrong']++
  }
  return found
}

/** The left (0) or right (1) end of the head of a page, on its side. */
function cornerOf({ trim, turn }: Place, end: 0 | 1) {
  const { x, y, width, height } = trim
  const isTurned = turn === 180
  return { x: (end === 0) === isTurned ? x + width : x, y: isTurned ? y + height : y }
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

function turned({ width, height }: SheetSize, orientation: Orientation): SheetSize {
  return orientation === 'landscape' ? { width: height, height: width } : { width, height }
}

function sized({ width, height }: SheetSize): Size {
  return { width: width * mm, height: height * mm }
}
