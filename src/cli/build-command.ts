import { resolve } from 'node:path'
import { auditText } from '../audit.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { World } from '../base/world.ts'
import { build } from '../build.ts'
import type { OpenWorkshop } from '../read.ts'
import type { Workshop } from '../text/workshop.ts'
import { diskWorld } from './disk.ts'
import { fitReport, readTelling, type Telling } from './fit-report.ts'
import { type Format, type FormatOptions, readFormat } from './format.ts'
import { progress, type Stream } from './progress.ts'
import { readOptions, type Settings, type WrittenOptions } from './read-options.ts'
import { wayInRepository } from './repository.ts'
import { reportSameOutput, type Target, targetsOf } from './requests.ts'
import { resultLine } from './result-line.ts'
import { writeFindings } from './write-findings.ts'
import { writeOutput } from './write-output.ts'

export interface BuildOptions extends WrittenOptions, FormatOptions {
  readonly out: string
  readonly audit?: boolean
  /** What is told of each result: `fit`. */
  readonly report?: string
}

/** What a command runs in: its folders, where it prints, and the environment that it honours. */
export interface Surroundings {
  readonly project: string
  /** This program's own folder. */
  readonly program: string
  readonly out: Stream
  readonly errors: Stream
  readonly openWorkshop: OpenWorkshop
  /** SOURCE_DATE_EPOCH. */
  readonly epoch: string | undefined
}

/** Builds publications and prints a line for each. Returns the exit code: 0 all built, 1 an error, 2 wrong usage. */
export function buildCommand(names: readonly string[], options: BuildOptions, around: Surroundings): number {
  const { project, program } = around
  const world = diskWorld({ project, program, output: resolve(project, options.out) })
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  const settings = readOptions(options, around.epoch, usage)
  const telling = readTelling(options.report, usage)
  const targets = targetsOf(names, world.source, usage)
  if (targets.length === 0 && !usage.failed) {
    const hint = 'put a `publication.yaml` in a folder under content/, or name a file'
    usage.error('cli/no-publication', 'there is nothing to build', wholeFile('content'), hint)
  }
  reportSameOutput(targets, usage)
  print(usage)
  const isWrongUsage = usage.diagnostics.some((found) => found.code === 'cli/usage')
  if (usage.failed) return isWrongUsage ? 2 : 1
  const fontReport = new Report()
  const workshop = around.openWorkshop(world.source, fontReport)
  print(fontReport)
  if (fontReport.failed) return 1
  let failed = false
  for (const target of targets) {
    if (!buildOne(target, { settings, options, telling, format, world, workshop, around, print }))
      failed = true
  }
  return failed ? 1 : 0
}

/** What all publications of a run share. */
interface Run {
  readonly settings: Settings
  readonly options: BuildOptions
  readonly telling: Telling | null
  readonly format: Format
  readonly world: World
  readonly workshop: Workshop
  readonly around: Surroundings
  readonly print: Print
}

function buildOne(target: Target, run: Run): boolean {
  const { settings, options, telling, format, world, workshop, around, print } = run
  const report = new Report()
  const started = performance.now()
  const done = progress(around.errors, target.name)
  const built = build({ ...target, ...settings, row: null }, world.source, workshop, report)
  if (built && options.audit) auditText(built.bytes, built.manuscript, report)
  if (built && !report.failed) writeOutput(built, options.out, world.disk, report)
  done()
  print(report)
  if (!built || report.failed) return false
  const seconds = (performance.now() - started) / 1000
  const isJson = format === 'json'
  const line = resultLine(built, { out: options.out, isJson, profile: settings.profile, seconds })
  around.out.write(`${line}\n`)
  if (telling === 'fit' && !isJson) around.out.write(fitReport(built))
  return true
}

/** Writes the findings of a report. */
export type Print = (report: Pick<Report, 'diagnostics'>) => void

/** Writes findings in a format to where a command says what is wrong. */
export function printer(
  format: Format,
  { project, errors }: Pick<Surroundings, 'project' | 'errors'>,
): Print {
  const way = format === 'github' ? wayInRepository(resolve(project)) : ''
  return (report) => writeFindings(report.diagnostics, { format, project: way }, errors)
}
