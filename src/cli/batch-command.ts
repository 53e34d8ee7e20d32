import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'
import { alone } from '../batch/alone.ts'
import { combine } from '../batch/combine.ts'
import { type Desk, openDesk } from '../batch/desk.ts'
import { type Known, readLeft, stillKnown } from '../batch/known.ts'
import { type Combined, manifestFile } from '../batch/manifest.ts'
import { type Batch, readBatch } from '../batch/read-batch.ts'
import { closeBatch, type Ran, type Run, type Runner, runBatch } from '../batch/run.ts'
import type { Store } from '../batch/store.ts'
import { type Crew, openThreads, type ThreadSettings } from '../batch/threads.ts'
import { producer } from '../describe.ts'
import { openWorkshop } from '../read.ts'
import { diskStore, tidyOutput } from './batch-store.ts'
import { summary } from './batch-summary.ts'
import type { Told } from './batch-worker.ts'
import { diskWorld } from './disk.ts'
import { type Print, printer } from './findings-printer.ts'
import { type Format, type FormatOptions, readFormat } from './format.ts'
import { progress, progressBar } from './progress.ts'
import { readOptions, type Settings, type WrittenOptions } from './read-options.ts'
import { filesPerWorker, readWorkers, workersFor } from './read-workers.ts'
import { folderName, type Target, targetsOf } from './requests.ts'
import type { Surroundings } from './run-build.ts'

export interface BatchOptions extends WrittenOptions, FormatOptions {
  readonly data?: string
  readonly out?: string
  readonly workers?: string
  readonly combine?: boolean
  /** Make all files anew, whatever earlier runs left. */
  readonly fresh?: boolean
}

/** What `bifolio batch` runs in. */
export interface BatchSurroundings extends Omit<Surroundings, 'openWorkshop'> {
  /** The program of its threads, and options of Node for them where they are not this process's. */
  readonly threads: Omit<ThreadSettings, 'told'>
  /** Calls back when the user asks to stop; gives what ends that. */
  readonly onInterrupt: (listener: () => void) => () => void
}

/** As a shell says of what SIGINT ended: 128 and the signal's number. */
const interrupted = 130

/**
 * Makes a PDF of each row of a table. Returns the exit code: 0 all are there, 1 an error, 2 wrong usage, 130 it was
 * stopped.
 */
export async function batchCommand(
  name: string,
  options: BatchOptions,
  around: BatchSurroundings,
): Promise<number> {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  const settings = readOptions(options, around.epoch, usage)
  const workers = readWorkers(options.workers, usage)
  const { source } = diskWorld({ ...around, output: around.project })
  const [target] = usage.failed ? [] : targetsOf([name], source, usage)
  print(usage)
  if (!target) return usage.diagnostics.some(({ code }) => code === 'cli/usage') ? 2 : 1
  const out = options.out ?? `output/${folderName(target.path)}`
  const making = { options, format, settings, workers, out, source, around, print }
  const opened = open(target, making)
  return opened === null ? 1 : make(opened, making)
}

interface Making {
  readonly options: BatchOptions
  readonly format: Format
  readonly settings: Settings
  /** How many are asked for; null: as many as pay. */
  readonly workers: number | null
  readonly out: string
  readonly source: Source
  readonly around: BatchSurroundings
  readonly print: Print
}

/** What a batch is made of. */
interface Opened {
  /** Of the sheet: stem of the combined file's name. */
  readonly name: string
  readonly batch: Batch
  readonly store: Store
  readonly known: Known
  /** Whether there are rows that cannot even be begun. */
  readonly isFlawed: boolean
}

/** Reads the pattern, its data and what earlier runs left; null after a finding that leaves nothing to do. */
function open(target: Target, { options, out, source, around, print }: Making): Opened | null {
  const report = new Report()
  const store = diskStore(around.project, out)
  const left = readLeft(store, target.path)
  if (left.owner === 'other') reportOther(out, report)
  // Each desk opens its own faces: here it is only asked what is wrong with their declarations.
  openWorkshop(source, report)
  print(report)
  if (report.failed) return null
  const reading = new Report()
  const data = options.data === undefined ? null : withoutDot(options.data)
  const batch = readBatch(target.path, data, source, reading, options.combine ? [target.name] : [])
  print(reading)
  if (batch === null) return null
  const known = options.fresh ? nothing : stillKnown(left, batch.data.file.path, source)
  return { name: target.name, batch, store, known, isFlawed: reading.failed }
}

const nothing: Known = { manifest: null, journal: null }

/** A path as sources take it. */
function withoutDot(path: string): string {
  return path.replace(/\\/g, '/').replace(/^\.\//, '')
}

function reportOther(out: string, report: Report): void {
  const message = `\`${out}\` holds the files of another batch, or a \`${manifestFile}\` of something else`
  report.error('batch/other-output', message, wholeFile(out), 'name another folder with `--out`')
}

async function make(opened: Opened, making: Making): Promise<number> {
  const { batch, store, known } = opened
  const { format, settings, out, around, print } = making
  const started = performance.now()
  tidyOutput(around.project, out)
  const crews: Crew[] = []
  const bar = progressBar(around.errors, folderName(batch.sheet), batch.named.length)
  let isStopped = false
  const release = around.onInterrupt(() => {
    isStopped = true
  })
  const run: Run = {
    batch,
    settings,
    program: producer,
    known,
    store,
    openRunner: (jobs) => openRunner(jobs, store, making, crews),
    done: (_, isWorked) => bar.step(!isWorked),
    isStopped: () => isStopped,
  }
  try {
    const ran = await runBatch(run)
    bar.end()
    release()
    const report = new Report()
    const combined = ran.isWhole ? finish(run, ran, opened, making, report) : null
    print({ diagnostics: [...ran.findings, ...report.diagnostics] })
    const seconds = (performance.now() - started) / 1000
    around.out.write(summary(ran, combined, { out, format, seconds, unnamed: batch.unnamed }))
    if (!ran.isWhole && isStopped) return interrupted
    const isFailed = report.failed || ran.lines.some(({ status }) => status === 'failed')
    return opened.isFlawed || !ran.isWhole || isFailed ? 1 : 0
  } finally {
    bar.end()
    release()
    await Promise.all(crews.map((crew) => crew.close()))
  }
}

/** What is done when all rows are: the combined file, where one is asked for, and the manifest. */
function finish(run: Run, ran: Ran, { name }: Opened, making: Making, report: Report): Combined | null {
  const { batch, settings, store, known } = run
  const { options, around } = making
  const done = progress(around.errors, name)
  const earlier = known.manifest?.combined ?? null
  const combining = {
    batch,
    settings,
    lines: ran.lines,
    name,
    earlier,
    store,
    openDesk: () => openHere(store, making),
  }
  const combined = options.combine ? combine(combining, report) : null
  done()
  closeBatch(run, ran, combined, report)
  return combined
}

/** Threads where they pay, be it one, whose heap is made for the work; else it is done here. */
function openRunner(jobs: number, store: Store, making: Making, crews: Crew[]): Runner {
  const { workers, out, around } = making
  const count = Math.min(workers ?? workersFor(jobs), jobs)
  if (count === 1 && jobs < filesPerWorker) return alone(openHere(store, making))
  const told: Told = { project: around.project, program: around.program, out }
  const crew = openThreads(count, { ...around.threads, told })
  crews.push(crew)
  return crew
}

function openHere(store: Store, { source }: Making): Desk {
  return openDesk(source, (seen) => openWorkshop(seen, new Report()), store.write)
}
