import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { PageFacts } from '../layout/page.ts'
import { impose } from '../press/impose.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'
import type { Imposed, Side } from '../press/sheet.ts'
import { handle } from './fold-handling.ts'
import { type Paper, printDuplex, visible } from './fold-paper.ts'
import { problemsOf } from './fold-problems.ts'
import { type Reading, rowsOf } from './fold-read.ts'

/** What is wrong with what a reader is handed of pages that are imposed, printed on both sides, folded and cut. */
export function read(pages: readonly PageFacts[], settings: PressSettings): readonly string[] {
  const imposed = imposedOf(pages, settings)
  const papers = printDuplex(imposed.sides, pages, settings.duplex)
  return [
    ...imposed.sides.flatMap(misnamed),
    ...imposed.sides.flatMap(overTheEdge),
    ...problemsIn(papers, imposed, pages, settings),
  ]
}

/** What is wrong with what a reader is handed of printed sheets. */
export function problemsIn(
  papers: readonly Paper[],
  { handling, sheets }: Imposed,
  pages: readonly PageFacts[],
  { scheme, binding, caliper, blanks }: PressSettings,
): readonly string[] {
  const found: string[] = papers.length === sheets ? [] : [`${papers.length} sheets, ${sheets} promised`]
  const readings = handle(papers, handling, { side: binding, caliper })
  if (scheme.kind === 'nup') {
    const seen = readings.flatMap((reading) => rowsOf(reading, binding))
    const full = scheme.columns * scheme.rows
    const wanted = Array.from({ length: 2 * papers.length }, (_, side) =>
      pages.map((_, page) => page).slice(side * full, (side + 1) * full),
    )
    return [...found, ...sideProblems(seen, wanted), ...readings.flatMap(turnedIn)]
  }
  const isFolded = scheme.kind === 'saddle' || scheme.kind === 'perfect'
  const expected = {
    pages: pages.length,
    blanks: scheme.kind === 'repeat' ? 'end' : blanks,
    room: roomOf(scheme),
    spine: isFolded ? binding : null,
    isMixed: new Set(pages.map(({ size }) => `${size.width} ${size.height}`)).size > 1,
  } as const
  if (scheme.kind === 'repeat' && readings.length !== scheme.columns * scheme.rows) {
    found.push(`${readings.length} piles`)
  }
  return [...found, ...readings.flatMap((reading) => problemsOf(reading, expected))]
}

/** Warnings of what the sweep asks for on purpose. */
const tolerable: ReadonlySet<string> = new Set(['press/bleed', 'press/mixed-sizes', 'press/creep'])

/** Pages on sheets. Throws where they are not what was asked for. */
export function imposedOf(pages: readonly PageFacts[], settings: PressSettings): Imposed {
  const report = new Report()
  const imposed = impose(pages, settings, null, wholeFile('press.yaml'), report)
  // Done as well as it can be: nothing may reach from one page into another for it.
  const said = report.diagnostics.map(({ code }) => code)
  const unexpected = said.filter((code) => !tolerable.has(code))
  if (imposed === null || unexpected.length > 0) throw new Error(`not imposed: ${said.join(', ')}`)
  return imposed
}

/** A side is of the sheet that it is printed on. */
function misnamed({ sheet, side }: Side, index: number): readonly string[] {
  const isRight = sheet === Math.floor(index / 2) && side === (index % 2 === 0 ? 'front' : 'back')
  return isRight ? [] : [`image ${index + 1} is said to be the ${side} of sheet ${sheet + 1}`]
}

function overTheEdge({ size, places }: Side): readonly string[] {
  return places
    .filter(({ trim: { x, y, width, height } }) => {
      const [right, bottom] = [x + width - size.width, y + height - size.height]
      return Math.min(x, y) < -visible || Math.max(right, bottom) > visible
    })
    .map(({ page }) => `page ${page + 1} hangs over the edge of the paper`)
}

function sideProblems(
  seen: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
): readonly string[] {
  return wanted.flatMap((pages, side) =>
    pages.join() === seen[side]?.join() ? [] : `side ${side + 1} has ${seen[side]}, not ${pages}`,
  )
}

/** Pages that do not stand upright before a reader. */
function turnedIn({ leaves }: Reading): readonly string[] {
  return leaves
    .flatMap(({ recto, verso }) => [...recto, ...verso])
    .filter(({ turn, isMirrored }) => turn !== 0 || isMirrored)
    .map(({ page }) => `page ${page + 1} does not stand upright`)
}

/** The pages of a sheet: nobody adds as many blanks. */
function roomOf(scheme: Scheme): number {
  switch (scheme.kind) {
    case 'saddle':
    case 'perfect':
      return 2 * scheme.up
    case 'repeat':
      return 2
    case 'nup':
    case 'cut-stack':
      return 2 * scheme.columns * scheme.rows
  }
}
