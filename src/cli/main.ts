import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { openWorkshop } from '../read.ts'
import { type BuildOptions, buildCommand, watchCommand } from './build-command.ts'

/** The program's own folder: two above this file, in src/ and in dist/ alike. */
const program = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Runs the command line. Sets the exit code: 0 done, 1 errors in the input, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const command = commands()
  try {
    await command.parseAsync([...args], { from: 'user' })
  } catch (problem) {
    if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2
    else fail(problem)
  }
}

function commands(): Command {
  const command = new Command('bifolio')
    .description(
      'Typesets one YAML source in two or more languages into print-ready, accessible, archivable PDFs.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .showHelpAfterError('run `bifolio --help` for what there is')
  for (const name of ['build', 'watch'] as const) {
    const about = name === 'build' ? 'build publications' : 'build, and build again when a file changes'
    command
      .command(name)
      .description(`${about}: folders, YAML files or names under content/; all under content/ by default`)
      .argument('[publication...]', 'a folder, a YAML file, or a name under content/')
      .option('--out <folder>', 'where the PDFs go', 'output')
      .option('--profile <profile>', 'archive (PDF/A-3a and PDF/UA-1) or none', 'archive')
      .option('--languages <tags>', 'languages to print, in order, such as en,zh-Hans')
      .option('--draft', 'mark what is not translated yet instead of refusing it')
      .option('--json', 'print results and findings as JSON, one object a line')
      .option('--audit', 'read the text back from the PDF and compare it with the source')
      .helpOption('--help', 'print this help')
      .exitOverride()
      .action((names: string[], options: BuildOptions) => {
        const streams = { out: process.stdout, errors: process.stderr, openWorkshop }
        const around = { project: process.cwd(), program, ...streams, epoch: process.env.SOURCE_DATE_EPOCH }
        if (name === 'watch') watchCommand(names, options, around)
        else process.exitCode = buildCommand(names, options, around)
      })
  }
  return command
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${program}/package.json`, 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0'
}

/** A mistake of ours, or of the disk: said in a sentence; the trace is for those who ask for it. */
function fail(problem: unknown): void {
  const message = problem instanceof Error ? problem.message : String(problem)
  process.stderr.write(`bifolio: ${message}\n`)
  if (process.env.BIFOLIO_TRACE && problem instanceof Error) process.stderr.write(`${problem.stack}\n`)
  else
    process.stderr.write(
      '  this is not about your files: please report it, with the output of BIFOLIO_TRACE=1\n',
    )
  process.exitCode = 1
}
