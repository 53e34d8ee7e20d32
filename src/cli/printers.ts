import { type Pt, pointsPer, type Size } from '../base/length.ts'
import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source, World } from '../base/world.ts'
import { readPrinters, type WrittenPrinter } from '../content/printers.ts'
import type { Answer } from '../how-to/answer.ts'
import { duplexOn, type Printer } from '../how-to/printer.ts'
import { readYaml } from '../read.ts'
import { outputPath, writeOutput } from './write-output.ts'

/** Where it is kept, in the output folder. */
export const printersFile = 'printers.yaml'

/** The printer that is meant where none is named. */
export const usualPrinter = 'default'

/** A few lines for each printer: more is another file. */
const largestFile = 1024 * 1024

const perMm = pointsPer('mm') ?? 1

/** A printer as sheets are made for it. */
export interface TestedPrinter {
  readonly name: string
  /** The edge to prepare the backs for on a side of this size; null: that was not tested. */
  readonly duplexOn: (side: Size) => 'long' | 'short' | null
  /** What it leaves white at each edge. */
  readonly edge: Pt
}

/**
 * What the test sheets of a printer showed. Null where it has none: for a name that somebody gave after a finding, for
 * the usual printer without one.
 */
export function readPrinter(
  name: string | null,
  out: string,
  source: Source,
  report: Report,
): TestedPrinter | null {
  const path = outputPath(out, printersFile)
  if (name === null && !isThere(path, source)) return null
  const known = readAll(path, source, report)
  if (known === null) return null
  const found = known.get(name ?? usualPrinter)
  if (found === undefined) {
    if (name !== null) reportUnknown(name, [...known.keys()], report)
    return null
  }
  const printer: Printer = {
    name: name ?? usualPrinter,
    turns: { landscape: found.landscape, portrait: found.portrait },
    edge: found.edge * perMm,
  }
  return { ...printer, duplexOn: (side) => duplexOn(printer, side) }
}

/** Keeps what a test sheet showed beside what is known of the printer and of others; false after a finding. */
export function keepAnswer(answer: Answer, name: string, out: string, world: World, report: Report): boolean {
  const known = readAll(outputPath(out, printersFile), world.source, report)
  if (known === null) return false
  const before = known.get(name) ?? { landscape: null, portrait: null, edge: 0 }
  const printer = { ...before, [answer.orientation]: answer.turn, edge: Math.round(answer.edge / perMm) }
  const bytes = new TextEncoder().encode(asYaml(new Map([...known, [name, printer]])))
  writeOutput({ file: printersFile, bytes }, out, world.disk, report)
  return !report.failed
}

/** None where there is no file yet; null after a finding. */
function readAll(path: string, source: Source, report: Report): ReadonlyMap<string, WrittenPrinter> | null {
  const read = source.read(path, largestFile)
  if (!read.ok && read.problem === 'missing') return new Map()
  const loaded = readYaml(path, source, report)
  return loaded && readPrinters(loaded, report)
}

/** An output folder outside of the project is written to, and not read. */
function isThere(path: string, source: Source): boolean {
  const read = source.read(path, largestFile)
  return read.ok || (read.problem !== 'missing' && read.problem !== 'outside')
}

function reportUnknown(name: string, known: readonly string[], report: Report): void {
  const message = `no test sheet of a printer \`${name}\` was read`
  const test = `make one with \`bifolio print --calibrate\`, and give its answer with \`--printer\` and this name`
  if (known.length === 0) report.error('cli/usage', message, wholeFile('--printer'), test)
  else report.error('cli/usage', message, wholeFile('--printer'), didYouMean(name, known), test)
}

/** The same file for the same printers; JSON's strings are YAML's. */
function asYaml(printers: ReadonlyMap<string, WrittenPrinter>): string {
  const entries = [...printers].map(([name, { landscape, portrait, edge }]) =>
    [
      `  ${JSON.stringify(name)}:`,
      ...(landscape === null ? [] : [`    landscape: ${landscape}`]),
      ...(portrait === null ? [] : [`    portrait: ${portrait}`]),
      `    edge: ${edge}`,
    ].join('\n'),
  )
  return `${head}${entries.join('\n')}\n`
}

const head = `# What test sheets showed (bifolio print --calibrate): how the printer turns wide and tall sheets, like the page of a book
# or like the leaf of a calendar, and how many millimetres at each edge it does not reach.
printers:
`
