import { readFileSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { Report } from '../base/report.ts'
import { visible } from '../base/visible.ts'
import { keepWorkshop, type OpenWorkshop, openWorkshop } from '../read.ts'
import { addArchiveCommands } from './archive-commands.ts'
import type { ArchiveSurroundings } from './archive-open.ts'
import type { BatchOptions, BatchSurroundings } from './batch-command.ts'
import { buildCommand } from './build-command.ts'
import type { CalibrateOptions } from './calibrate-command.ts'
import { built } from './common-options.ts'
import type { SinceOptions } from './diff-build.ts'
import { explainCommand } from './explain-command.ts'
import { printFault } from './fault.ts'
import { printer } from './findings-printer.ts'
import { type Format, formatIn } from './format.ts'
import type { PrintOptions } from './print-command.ts'
import type { BuildOptions, Surroundings } from './run-build.ts'
import { helpHint, reportUsage } from './usage.ts'

/** The program's own folder: two above this file, in src/ and in dist/ alike. */
const program = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Runs the command line. Sets the exit code: 0 done, 1 errors in the input, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const format = formatIn(args)
  try {
    await commands(format).parseAsync([...args], { from: 'user' })
  } catch (problem) {
    if (problem instanceof CommanderError) refuse(problem, format)
    else {
      printFault(problem, process.stderr)
      process.exitCode = 1
    }
  }
}

/** Help that was asked for comes this way as well, with exit code 0. */
function refuse(problem: CommanderError, format: Format): void {
  process.exitCode = problem.exitCode === 0 ? 0 : 2
  if (format === 'text' || problem.exitCode === 0) return
  const report = new Report()
  reportUsage(problem, report)
  printer(format, { project: process.cwd(), errors: process.stderr })(report)
}

function commands(format: Format): Command {
  const command = new Command('bifolio')
    .description(
      'Typesets one YAML source in two or more languages into print-ready, accessible, archivable PDFs.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .showHelpAfterError(helpHint)
  // Machines get a finding instead; what is shown repeats what was typed, and is not obeyed.
  command.configureOutput({
    writeErr: (text) => {
      if (format === 'text') process.stderr.write(text.split('\n').map(visible).join('\n'))
    },
  })
  for (const name of ['build', 'watch'] as const) {
    const about = name === 'build' ? 'build publications' : 'build, and build again when a file changes'
    const made = built(command.command(name))
      .description(`${about}: folders, YAML files or names under content/; all under content/ by default`)
      .argument('[publication...]', 'a folder, a YAML file, or a name under content/')
      .option('--out <folder>', 'where the PDFs go', 'output')
      .option('--report <what>', 'tell more of each result: fit, the steps taken to keep to its pages')
      .option('--audit', 'read the text back from the PDF and compare it with the source')
      .action(async (names: string[], options: BuildOptions & Partial<SinceOptions>) => {
        const { changesSince } = options
        if (changesSince !== undefined) {
          const { buildSince } = await import('./diff-build.ts')
          process.exitCode = buildSince(names, { ...options, changesSince }, aroundArchive())
          return
        }
        if (name === 'build') {
          process.exitCode = buildCommand(names, options, around(openWorkshop))
          return
        }
        // Only who watches waits for what watching needs to load.
        const { watchCommand } = await import('./watch-command.ts')
        // Faces stay open from one build to the next.
        if (watchCommand(names, options, around(keepWorkshop())) === null) process.exitCode = 2
      })
    if (name === 'watch') continue
    made
      .option(
        '--changes-since <what>',
        'a PDF or an edition: what is not as it was then gets a bar beside it',
      )
      .option('--archive <folder>', 'with --changes-since: the archive that has the edition')
  }
  built(command.command('print'), 'of the copy for reading: ')
    .description('make a copy for the press or an office printer, beside the one for reading')
    .argument('[publication...]', 'a folder, a YAML file, or a name under content/')
    .option('--as <purpose>', 'booklet (folded and stapled), handout (two pages a side) or cards (to be cut)')
    .option('--paper <paper>', 'a3, a4 (by default), a5, a6, letter, legal, tabloid, or a size as 210x297mm')
    .option(
      '--impose <scheme>',
      'saddle, perfect, nup=2x1, repeat=2x4 or cut-stack=2x2, in place of what --as chooses',
    )
    .option(
      '--layout <layout>',
      'a layout for the print copy; the one for A5 by default where pages are so large',
    )
    .option('--signature <pages>', 'pages of a signature of --impose perfect')
    .option('--up <pages>', 'pages on a side of a folded sheet: 2, 4 or 8')
    .option('--sides <sides>', 'front or back: the sides one after the other, for a printer of one side')
    .option('--duplex <edge>', 'the edge over which the printer turns a sheet: short or long')
    .option('--printer <name>', 'a printer whose test sheet was read; the one without a name by default')
    .option(
      '--calibrate [orientation]',
      'make the test sheet of a printer: landscape, as of booklets, or portrait',
    )
    .option(
      '--answer <answer>',
      'with --calibrate: the letter and the number that the test sheet showed, as B5',
    )
    .option('--binding <edge>', 'where it is bound: left or right')
    .option('--blanks <place>', 'where blank pages are added: end or before-back')
    .option('--caliper <length>', 'the thickness of a leaf, as 0.1mm')
    .option('--grammage <weight>', 'the weight of the paper in its place: 80, 90, 100 or 115')
    .option('--gutter <length>', 'between pages that are cut apart, as 5mm')
    .option('--edge <length>', 'what the printer leaves white at each edge, as 5mm')
    .option('--scale <scale>', 'exact, fit, or a size as 70%')
    .option('--marks <marks>', 'crop, fold, registration, slug, several with commas, all or none')
    .option('--bleed <length>', 'how far tints go on beyond the edge of a page, as 3mm')
    .option('--out <folder>', 'where the PDFs go', 'output')
    .action(async (names: string[], options: PrintOptions & Partial<CalibrateOptions>) => {
      const { calibrate } = options
      if (calibrate !== undefined) {
        const { calibrateCommand } = await import('./calibrate-command.ts')
        process.exitCode = calibrateCommand(names, { ...options, calibrate }, around(openWorkshop))
        return
      }
      const { printCommand } = await import('./print-command.ts')
      process.exitCode = printCommand(names, options, around(openWorkshop))
    })
  built(command.command('batch'))
    .description('make a PDF of each row of a table: a YAML file whose texts name its columns')
    .argument('<sheet>', 'the YAML file')
    .option('--data <file>', 'CSV, TSV, JSON, JSON Lines or YAML; the one that the sheet names by default')
    .option('--out <folder>', 'where the PDFs and their manifest go; output/<folder of the sheet> by default')
    .option('--workers <number>', 'threads; as many as there are cores by default, fewer for few rows')
    .option('--combine', 'also make one PDF of all sheets')
    .option('--fresh', 'make all files anew, not only those that changed')
    .action(async (name: string, options: BatchOptions) => {
      // Only who makes many waits for what threads need to load.
      const { batchCommand } = await import('./batch-command.ts')
      process.exitCode = await batchCommand(name, options, aroundBatch())
    })
  addArchiveCommands(command, aroundArchive)
  command
    .command('explain')
    .description('say what a finding means and what to do about it; all of them by default')
    .argument('[code]', 'the code of a finding, as content/duplicate-id')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .action((code: string | undefined) => {
      process.exitCode = explainCommand(code, process.stdout, process.stderr)
    })
  return command
}

function around(opening: OpenWorkshop): Surroundings {
  return {
    project: process.cwd(),
    program,
    out: process.stdout,
    errors: process.stderr,
    openWorkshop: opening,
    epoch: process.env.SOURCE_DATE_EPOCH,
  }
}

function aroundArchive(): ArchiveSurroundings {
  return { ...around(openWorkshop), clock: () => new Date() }
}

/** The program of a thread lies beside this file and is of its kind: TypeScript in src/, JavaScript in dist/. */
function aroundBatch(): BatchSurroundings {
  const module = new URL(`batch-worker${extname(import.meta.url)}`, import.meta.url)
  return { ...around(openWorkshop), threads: { module }, onInterrupt }
}

/** The second time the process ends at once. */
function onInterrupt(listener: () => void): () => void {
  const hear = () => {
    process.once('SIGINT', () => process.exit(130))
    listener()
  }
  process.once('SIGINT', hear)
  return () => process.removeListener('SIGINT', hear)
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${program}/package.json`, 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0'
}
