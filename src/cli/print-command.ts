import { millimetres, type Size } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { build, type Request } from '../build.ts'
import { describe } from '../describe.ts'
import { howToPrint } from '../how-to/how-to-print.ts'
import { withFiles, withOwnFonts } from '../how-to/with-files.ts'
import type { Copy } from '../outputs/build-outputs.ts'
import type { PrintCopy } from '../outputs/print-copy.ts'
import { fontsPath, namedOutputs } from '../read.ts'
import { readPrint, type WrittenPrint } from './print-options.ts'
import { readPrinter } from './printers.ts'
import { type BuildOptions, type Making, type Run, runBuild, type Surroundings } from './run-build.ts'

export interface PrintOptions extends BuildOptions, WrittenPrint {
  /** The name of a printer that was tested; the usual one without it. */
  readonly printer?: string
  /** What a test sheet showed: it says nothing without `--calibrate`, which is another command. */
  readonly answer?: string
}

/**
 * Makes a print copy of each publication, with the copy for reading and half a page of instruction beside it, and says
 * how to print it. Returns the exit code: 0 all made, 1 an error, 2 wrong usage.
 */
export function printCommand(names: readonly string[], options: PrintOptions, around: Surroundings): number {
  return runBuild(names, options, around, (source, usage): Making => {
    if (names.length === 0) {
      const hint = 'name a folder, a YAML file, or a name under `content/`'
      usage.error('cli/usage', 'there is no publication to print', wholeFile('print'), hint)
    }
    if (options.answer !== undefined) {
      const hint = 'add `--calibrate`, and leave out the publication; print it afterwards'
      usage.error('cli/usage', '`--answer` says nothing without `--calibrate`', wholeFile('--answer'), hint)
    }
    const job = readPrint(options, usage)
    const printer = readPrinter(options.printer ?? null, options.out, source, usage)
    return {
      outputs: { choose: (publication) => job?.outputsOf(publication, source) ?? [], printer },
      files: ({ path, name }) => {
        const copy = job?.nameBeside(namedOutputs(path, source)) ?? ''
        const endings = ['', `-${copy}`, `-${copy}-how`]
        return endings.map((ending) => ({ name: name + ending, of: path, isPlain: false }))
      },
      beside: instruction,
      advice: ({ print }) => (print ? adviceFor(print) : ''),
    }
  })
}

/** How a print copy is printed, folded and bound, in the languages of what is printed. */
function instruction(copy: Copy, run: Run, report: Report): Pick<Copy, 'file' | 'bytes'> | null {
  const { print, publication } = copy
  const [side] = print?.imposed.sides ?? []
  if (print === null || side === undefined) return null
  const { settings, world } = run
  const request: Request = { path: '', name: '', ...settings, row: null }
  const { titles } = describe(publication, request, [])
  const { request: asked, files } = howToPrint({
    name: copy.file.replace(/\.pdf$/, '-how'),
    copy: copy.file,
    title: titles,
    settings: print.settings,
    sheet: side.size,
    paper: paperName(side.size),
    sheets: print.imposed.sheets,
    edge: print.edge,
    isTested: print.isTested,
  })
  const { profile, date } = settings
  const how: Request = { ...asked, isDraft: false, media: 'screen', profile, date }
  const source = withOwnFonts(world.source)
  const isUsual = fontsPath(source) === fontsPath(world.source)
  const workshop = isUsual ? run.workshop : run.around.openWorkshop(source, report)
  return build(how, withFiles(source, files), workshop, report)
}

/** How it is printed, in a sentence for people. */
function adviceFor({ imposed, settings, edge, isTested }: PrintCopy): string {
  const [side] = imposed.sides
  if (!side) throw new Error('a print copy has a side')
  const size = 'at 100 % (“actual size”, not “fit”)'
  const sides = {
    both: isTested
      ? 'with what was chosen in the print window for the test sheet'
      : `on both sides, turned over the ${edge} edge`,
    front: 'on one side; then put the paper in again and print the backs (`--sides back`)',
    back: 'on the backs of the sheets whose fronts are printed',
  }[settings.sides]
  return `  print it on ${paperName(side.size)} paper ${size}, ${sides}\n`
}

/** Millimetres of the papers that offices have, the short side first: by their names for people. */
const papers: readonly (readonly [name: string, short: number, long: number])[] = [
  ['A3', 297, 420],
  ['A4', 210, 297],
  ['A5', 148, 210],
  ['A6', 105, 148],
  ['letter', 215.9, 279.4],
  ['legal', 215.9, 355.6],
  ['tabloid', 279.4, 431.8],
]

function paperName({ width, height }: Size): string {
  const [short, long] = [millimetres(Math.min(width, height)), millimetres(Math.max(width, height))]
  const found = papers.find(([, a, b]) => a.toFixed(1) === short && b.toFixed(1) === long)
  return found?.[0] ?? `${millimetres(width)} × ${millimetres(height)} mm`
}
