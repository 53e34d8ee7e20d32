import { resolve } from 'node:path'
import { auditText } from '../audit.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source, World } from '../base/world.ts'
import type { Request } from '../build.ts'
import { buildOutputs, type Copy, type OutputSettings } from '../outputs/build-outputs.ts'
import type { OpenWorkshop } from '../read.ts'
import type { Workshop } from '../text/workshop.ts'
import { diskWorld } from './disk.ts'
import { type Print, printer } from './findings-printer.ts'
import { fitReport, readTelling, type Telling } from './fit-report.ts'
import { type Format, type FormatOptions, readFormat } from './format.ts'
import { progress, type Stream } from './progress.ts'
import { readOptions, type Settings, type WrittenOptions } from './read-options.ts'
import { reportSameOutput, type Target, type TargetFile, targetsOf } from './requests.ts'
import { resultLine } from './result-line.ts'
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

/** What a command makes of each publication. */
export interface Making {
  readonly outputs: OutputSettings
  /** The files that it writes. */
  readonly files: (target: Target) => readonly TargetFile[]
  /** What it adds to a print copy: another file, or nothing. */
  readonly beside: Beside
  /** What it says to people below the line of a copy; empty: nothing. */
  readonly advice: (copy: Copy) => string
  /** What of a publication gets a bar since it is not as it was; nothing is compared by default. */
  readonly changed?: (request: Request, report: Report) => Request['changed']
}

/** A file that belongs to a copy. */
export type Beside = (copy: Copy, run: Run, report: Report) => Pick<Copy, 'file' | 'bytes'> | null

/** What all publications of a run share. */
export interface Run {
  readonly settings: Settings
  readonly options: BuildOptions
  readonly telling: Telling | null
  readonly format: Format
  readonly world: World
  readonly workshop: Workshop
  readonly around: Surroundings
  readonly print: Print
  readonly making: Making
}

/**
 * Builds publications and prints a line for each file. `read` reads what else a command was told. Returns the exit code:
 * 0 all built, 1 an error, 2 wrong usage.
 */
export function runBuild(
  names: readonly string[],
  options: BuildOptions,
  around: Surroundings,
  read: (source: Source, usage: Report) => Making,
): number {
  const { project, program } = around
  const world = diskWorld({ project, program, output: resolve(project, options.out) })
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  const settings = readOptions(options, around.epoch, usage)
  const telling = readTelling(options.report, usage)
  const making = read(world.source, usage)
  const targets = targetsOf(names, world.source, usage)
  if (targets.length === 0 && !usage.failed) {
    const hint = 'put a `publication.yaml` in a folder under content/, or name a file'
    usage.error('cli/no-publication', 'there is nothing to build', wholeFile('content'), hint)
  }
  reportSameOutput(targets, making.files, usage)
  print(usage)
  const isWrongUsage = usage.diagnostics.some((found) => found.code === 'cli/usage')
  if (usage.failed) return isWrongUsage ? 2 : 1
  const fontReport = new Report()
  const workshop = around.openWorkshop(world.source, fontReport)
  print(fontReport)
  if (fontReport.failed) return 1
  let failed = false
  for (const target of targets) {
    if (!buildOne(target, { settings, options, telling, format, world, workshop, around, print, making }))
      failed = true
  }
  return failed ? 1 : 0
}

function buildOne(target: Target, run: Run): boolean {
  const { settings, options, telling, format, around, print, making } = run
  const report = new Report()
  const started = performance.now()
  const done = progress(around.errors, target.name)
  const request: Request = { ...target, ...settings, row: null }
  const changed = making.changed?.(request, report) ?? null
  const copies = report.failed ? null : makeFiles({ ...request, changed }, run, report)
  done()
  print(report)
  if (!copies || report.failed) return false
  const seconds = (performance.now() - started) / 1000
  const isJson = format === 'json'
  for (const copy of copies) {
    const line = resultLine(copy, { out: options.out, isJson, profile: settings.profile, seconds })
    around.out.write(`${line}\n`)
    if (isJson) continue
    if (telling === 'fit') around.out.write(fitReport(copy))
    around.out.write(making.advice(copy))
  }
  return true
}

/** Makes all files of a publication, then writes them, those for reading first: a print copy names one of them. */
function makeFiles(request: Request, run: Run, report: Report): readonly Copy[] | null {
  const { options, world, workshop, making } = run
  const copies = buildOutputs(request, making.outputs, world.source, workshop, report)
  if (copies === null) return null
  if (options.audit) {
    for (const { print, bytes, manuscript } of copies)
      if (print === null) auditText(bytes, manuscript, report)
  }
  const beside = copies.flatMap((copy) => (copy.print && making.beside(copy, run, report)) ?? [])
  if (report.failed) return null
  const inOrder = [...copies.filter(({ print }) => print === null), ...copies.filter(({ print }) => print)]
  for (const file of [...inOrder, ...beside]) {
    writeOutput(file, options.out, world.disk, report)
    if (report.failed) return null
  }
  return copies
}
