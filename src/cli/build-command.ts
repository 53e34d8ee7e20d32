import { resolve } from 'node:path'
import { auditText } from '../audit.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { World } from '../base/world.ts'
import { build } from '../build.ts'
import type { OpenWorkshop } from '../read.ts'
import type { Workshop } from '../text/workshop.ts'
import { diskWorld } from './disk.ts'
import { writeFindings } from './print-findings.ts'
import { progress, type Stream } from './progress.ts'
import { readOptions, type Settings, type WrittenOptions } from './read-options.ts'
import { reportSameOutput, type Target, targetsOf } from './requests.ts'
import { resultLine } from './result-line.ts'
import { writeOutput } from './write-output.ts'

export interface BuildOptions extends WrittenOptions {
  readonly out: string
  readonly json?: boolean
  readonly audit?: boolean
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
  const settings = readOptions(options, around.epoch, usage)
  const targets = targetsOf(names, world.source, usage)
  if (targets.length === 0 && !usage.failed) {
    const hint = 'put a `publication.yaml` in a folder under content/, or name a file'
    usage.error('cli/no-publication', 'there is nothing to build', wholeFile('content'), hint)
  }
  reportSameOutput(targets, usage)
  print(usage, options, around)
  const isWrongUsage = usage.diagnostics.some((found) => found.code === 'cli/usage')
  if (usage.failed) return isWrongUsage ? 2 : 1
  const fontReport = new Report()
  const workshop = around.openWorkshop(world.source, fontReport)
  print(fontReport, options, around)
  if (fontReport.failed) return 1
  let failed = false
  for (const target of targets) {
    if (!buildOne(target, { settings, options, world, workshop, around })) failed = true
  }
  return failed ? 1 : 0
}

/** What all publications of a run share. */
interface Run {
  readonly settings: Settings
  readonly options: BuildOptions
  readonly world: World
  readonly workshop: Workshop
  readonly around: Surroundings
}

function buildOne(target: Target, { settings, options, world, workshop, around }: Run): boolean {
  const report = new Report()
  const started = performance.now()
  const done = progress(around.errors, target.name)
  const built = build({ ...target, ...settings }, world.source, workshop, report)
  if (built && options.audit) auditText(built.bytes, built.manuscript, report)
  if (built && !report.failed) writeOutput(built, options.out, world.disk, report)
  done()
  print(report, options, around)
  if (!built || report.failed) return false
  const seconds = (performance.now() - started) / 1000
  const { out, json } = options
  const line = resultLine(built, { out, isJson: json === true, profile: settings.profile, seconds })
  around.out.write(`${line}\n`)
  return true
}

function print(report: Report, { json }: BuildOptions, { errors }: Surroundings): void {
  writeFindings(report.diagnostics, json === true, errors)
}
