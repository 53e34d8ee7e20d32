import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { compose, type Request, readPublication } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { type LaidOut, lay } from '../layout/lay.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings } from '../press/settings.ts'
import type { Imposed } from '../press/sheet.ts'
import { openWorkshop } from '../read.ts'
import { painted } from '../testing/painting.ts'
import { printed } from '../testing/printing.ts'
import { programFolder } from '../testing/project.ts'
import { readSides, textIn } from '../testing/read-side.ts'

/** A shipped booklet, whose pages are made anew each time that they are asked for. */
function booklet(): LaidOut {
  const folder = 'content/progress-in-human-rights-2013-ix'
  const { source } = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
  const request: Request = {
    path: `${folder}/publication.yaml`,
    name: 'booklet',
    languages: null,
    isDraft: false,
    row: null,
    media: 'screen',
    profile: 'archive',
    date: null,
  }
  const report = new Report()
  const workshop = openWorkshop(source, report)
  const publication = readPublication(request, source, report)
  const manuscript = publication && compose(publication, 'screen', source, workshop.shelf, report)
  if (!manuscript || report.failed) throw new Error('the booklet cannot be set')
  return lay(manuscript, workshop, report)
}

const laid = booklet()
const reading = painted(laid)

function imposed(more: Partial<PressSettings>): Imposed {
  const settings: PressSettings = {
    scheme: { kind: 'saddle', up: 2 },
    paper: null,
    duplex: 'short',
    sides: 'both',
    binding: 'left',
    blanks: 'before-back',
    caliper: 0.3,
    gutter: 0,
    edge: 0,
    scale: 'fit',
    marks: new Set(),
    bleed: 0,
    ...more,
  }
  const sides = impose(laid.facts, settings, null, wholeFile('content.yaml'), new Report())
  if (!sides) throw new Error('the booklet cannot be imposed')
  return sides
}

const a4 = { width: 595.276, height: 841.89 }

const schemes: readonly (readonly [string, Partial<PressSettings>])[] = [
  ['saddle-stitched, shrunk to A5', { paper: a4 }],
  ['saddle-stitched with bleed and marks', { bleed: 8.504, marks: new Set(['crop', 'fold']) }],
  ['eight up in signatures', { scheme: { kind: 'perfect', pages: 16, up: 8 } }],
  ['each page eight times', { scheme: { kind: 'repeat', columns: 4, rows: 2 } }],
]

test.each(schemes)('%s, a booklet takes at most 1.15 times its bytes, and the same each time', (_, more) => {
  const sheets = imposed(more)
  const bytes = printed(laid, sheets, { bleed: more.bleed ?? 0 })
  expect(bytes.length / reading.length).toBeLessThan(1.15)
  expect(Buffer.compare(printed(laid, sheets, { bleed: more.bleed ?? 0 }), bytes)).toBe(0)
})

test.each(schemes)('%s, each of its pages says in its place what it says to readers', (_, more) => {
  const pages = readSides(reading).map(({ glyphs }) => textIn(glyphs))
  expect(pages.filter((text) => text !== '').length).toBeGreaterThan(4)
  const sheets = imposed(more)
  const sides = readSides(printed(laid, sheets))
  const read = sides.map(({ glyphs }, index) =>
    sheets.sides[index]?.places.map((_place, group) =>
      textIn(glyphs.filter((glyph) => glyph.group === group + 1)),
    ),
  )
  expect(read).toEqual(sheets.sides.map(({ places }) => places.map(({ page }) => pages[page])))
})
