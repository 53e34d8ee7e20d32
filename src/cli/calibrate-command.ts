import { resolve } from 'node:path'
import { didYouMean, Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { World } from '../base/world.ts'
import { build, type Request } from '../build.ts'
import { type Answer, letters, readAnswer, rulerLength } from '../how-to/answer.ts'
import type { Orientation } from '../how-to/printer.ts'
import { type TestPaper, testPapers, testSheet, usualTestPaper } from '../how-to/test-sheet.ts'
import { withFiles, withOwnFonts } from '../how-to/with-files.ts'
import { diskWorld } from './disk.ts'
import { asJson } from './findings-json.ts'
import { printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { keepAnswer, printersFile, usualPrinter } from './printers.ts'
import { readOptions, type Settings, type WrittenOptions } from './read-options.ts'
import { resultLine } from './result-line.ts'
import type { Surroundings } from './run-build.ts'
import { outputPath, writeOutput } from './write-output.ts'

export interface CalibrateOptions extends WrittenOptions, FormatOptions {
  readonly out: string
  /** True, or the way up of the sheet: `landscape`, as booklets are printed, or `portrait`. */
  readonly calibrate: boolean | string
  /** What the sheet showed: `B5`. */
  readonly answer?: string
  /** What the printer is called. */
  readonly printer?: string
  readonly paper?: string
}

/** What the sheet is called. */
const stem = 'calibration'

/** The languages of the test sheet where none are asked for. */
const usualLanguages = ['en', 'zh-Hans']

/**
 * Makes the test sheet of a printer, or keeps what it showed. Returns the exit code: 0 done, 1 an error, 2 wrong usage.
 */
export function calibrateCommand(
  names: readonly string[],
  options: CalibrateOptions,
  around: Surroundings,
): number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  const job = readJob(names, options, around, usage)
  print(usage)
  if (usage.failed) return 2
  const { project, program } = around
  const world = diskWorld({ project, program, output: resolve(project, options.out) })
  const report = new Report()
  const run = { job, out: options.out, isJson: format === 'json', world, around }
  const said = job.answer === null ? makeSheet(run, report) : keep(job.answer, run, report)
  print(report)
  if (said === null || report.failed) return 1
  around.out.write(said)
  return 0
}

/** What a command line asks for. */
interface Job {
  readonly settings: Settings
  readonly orientation: Orientation
  readonly paper: TestPaper
  /** What a sheet showed; null: one is to be made. */
  readonly answer: Answer | null
  /** The printer's name. */
  readonly name: string
}

interface Run {
  readonly job: Job
  readonly out: string
  readonly isJson: boolean
  readonly world: World
  readonly around: Surroundings
}

function readJob(
  names: readonly string[],
  options: CalibrateOptions,
  { epoch }: Surroundings,
  usage: Report,
): Job {
  const [first] = names
  if (first !== undefined) {
    const hint = 'leave it out; print it afterwards, for the printer that was tested'
    usage.error('cli/usage', 'a test sheet is made of no publication', wholeFile(first), hint)
  }
  const orientation = readOrientation(options.calibrate, usage)
  const answer = options.answer === undefined ? null : readWritten(options.answer, usage)
  if (answer !== null && typeof options.calibrate === 'string' && answer.orientation !== orientation) {
    const message = `the test sheet that is ${answer.orientation} has the letter of \`${options.answer}\`, not the one that is ${orientation}`
    const hint = 'look at the letter again, or write `--calibrate` alone: the letter says which sheet it was'
    usage.error('cli/usage', message, wholeFile('--answer'), hint)
  }
  return {
    settings: readOptions(options, epoch, usage),
    orientation,
    paper: readPaper(options.paper, usage),
    answer,
    name: readName(options.printer, usage),
  }
}

/** Writes a test sheet; what is then said of it, null after a finding. */
function makeSheet({ job, out, isJson, world, around }: Run, report: Report): string | null {
  const { settings, orientation, paper } = job
  const languages = settings.languages ?? usualLanguages
  const { request, files } = testSheet({ name: stem, paper, orientation, languages })
  const started = performance.now()
  const source = withOwnFonts(world.source)
  const workshop = around.openWorkshop(source, report)
  if (report.failed) return null
  const asked: Request = { ...settings, ...request, isDraft: false, media: 'screen' }
  const built = build(asked, withFiles(source, files), workshop, report)
  if (!built || report.failed) return null
  writeOutput(built, out, world.disk, report)
  const seconds = (performance.now() - started) / 1000
  const { profile } = settings
  const line = resultLine({ ...built, print: null }, { out, isJson, profile, seconds })
  return isJson ? `${line}\n` : `${line}\n${next(paper.name)}`
}

/** Keeps what a sheet showed; what is then said of it, null after a finding. */
function keep(answer: Answer, { job: { name }, out, isJson, world }: Run, report: Report): string | null {
  if (!keepAnswer(answer, name, out, world, report)) return null
  const { orientation, turn } = answer
  const path = outputPath(out, printersFile)
  if (isJson) return `${asJson({ path, printer: name, orientation, turn })}\n`
  const sheets = orientation === 'landscape' ? 'wide sheets, as of booklets' : 'tall sheets'
  const option = name === usualPrinter ? '' : ` with --printer ${quoted(name)}`
  return [
    `${visible(path)}: ${visible(name)} turns ${sheets}, like ${turnWords[turn]}`,
    `  print copies are made for it${option}; in the print window choose what you chose for the test sheet\n`,
  ].join('\n')
}

function readOrientation(written: boolean | string, report: Report): Orientation {
  if (typeof written === 'boolean' || written === 'landscape') return 'landscape'
  if (written === 'portrait') return 'portrait'
  const message = `\`${written}\` is no way up of a sheet`
  const hint =
    'write `--calibrate`, for wide sheets as booklets have, or `--calibrate portrait`, for tall ones'
  report.error('cli/usage', message, wholeFile('--calibrate'), hint)
  return 'landscape'
}

function readPaper(written: string | undefined, report: Report): TestPaper {
  if (written === undefined) return usualTestPaper
  const found = testPapers.get(written.toLowerCase())
  if (found !== undefined) return found
  const message = `there is no test sheet for \`${written}\``
  report.error('cli/usage', message, wholeFile('--paper'), didYouMean(written, [...testPapers.keys()]))
  return usualTestPaper
}

/** Null after a finding. */
function readWritten(written: string, report: Report): Answer | null {
  const found = readAnswer(written)
  if (typeof found === 'object') return found
  if (found === 'corner') {
    const message = `the letter of \`${written.trim()}\` stands behind no marked corner`
    const hint = 'fold the corner with the round mark, on the front of the sheet, and read the letter on it'
    report.error('cli/usage', message, wholeFile('--answer'), hint)
    return null
  }
  const all = Object.values(letters).flatMap((corners) => [corners['top-left'], corners['bottom-right']])
  const hint = `write one of the letters ${all.join(', ')} and a number from 1 to ${rulerLength}, as \`B5\``
  report.error('cli/usage', `\`${written}\` is no answer of a test sheet`, wholeFile('--answer'), hint)
  return null
}

/** Letters of a printer's name: what people type; longer ones were pasted by mistake. */
const longestName = 60

function readName(written: string | undefined, report: Report): string {
  if (written === undefined) return usualPrinter
  const isName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(written) && written.length <= longestName
  if (isName) return written
  const message = `\`${written}\` is no name for a printer`
  const hint = `use letters, digits, spaces, hyphens and full stops, at most ${longestName}`
  report.error('cli/usage', message, wholeFile('--printer'), hint)
  return usualPrinter
}

/** What is to be done with the sheet. */
function next(paper: string): string {
  return [
    `  print it on ${paper}: both sides, flip on long edge, actual size (100 %)`,
    '  then do what the sheet says, and give its letter and number: bifolio print --calibrate --answer B5\n',
  ].join('\n')
}

const turnWords = { book: 'the page of a book', calendar: 'the leaf of a calendar' } as const

/** As a shell takes it: names hold no quotes. */
function quoted(name: string): string {
  return name.includes(' ') ? `"${name}"` : name
}
