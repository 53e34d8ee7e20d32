import { place, Report } from '../src/base/report.ts'
import { recording, type Source } from '../src/base/world.ts'
import { build, compose, readPublication } from '../src/build.ts'
import { diskWorld } from '../src/cli/disk.ts'
import { lay } from '../src/layout/lay.ts'
import { asWritten, buildOutputs } from '../src/outputs/build-outputs.ts'
import { paint } from '../src/pdf/paint.ts'
import { openWorkshop } from '../src/read.ts'
import { memoryWorld } from '../src/testing/memory-world.ts'
import type { Workshop } from '../src/text/workshop.ts'
import { edit } from './edit.ts'
import { profiled } from './profile.ts'
import { descriptionOf, request } from './request.ts'
import { rival } from './rival.ts'
import { asYaml, type Passage, parallelText } from './text.ts'

/** What one process measured: CPU time of all its threads, in seconds, and its peak memory, in MB. */
export interface Measured {
  readonly pages: number
  readonly bytes: number
  readonly seconds: number
  readonly peak: number
  /** CPU seconds by stage, or milliseconds by function, where that was asked for. */
  readonly parts: Readonly<Record<string, number>>
}

/**
 * `whole`: YAML text to PDF bytes; `print`: and its pages on sheets besides, a booklet of A4 on A3; `stages`: the same, stage by stage; `profile`: the same under the profiler, function
 * by function; `rival`: the plain PDFKit program; `edit`: text to pages, after an edit of a text that is laid out already.
 */
export type Task = (typeof tasks)[number]

const tasks = ['whole', 'print', 'stages', 'profile', 'rival', 'edit'] as const

/**
 * Measures one task on a text of so many passages, once, after others of a text each have warmed the process: V8 compiles
 * a function when it has run often enough.
 */
function measure(task: Task, count: number, warmUps: number): Measured {
  const passages = parallelText(count, 1)
  const work = workFor(task)
  for (let seed = 2; seed < 2 + warmUps; seed++) work(parallelText(1000, seed))
  const before = process.cpuUsage()
  const outcome = work(passages)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, ...outcome, peak: process.resourceUsage().maxRSS / 1024 }
}

/** Its seconds, where only some of them count. */
type Outcome = Pick<Measured, 'pages' | 'bytes' | 'parts'> & Partial<Pick<Measured, 'seconds'>>

/** The faces are opened, and the words of the language shaped, when the first text is set. */
function workFor(task: Task): (passages: readonly Passage[]) => Outcome {
  if (task === 'rival') return (passages) => ({ ...rival(passages), parts: {} })
  const desk = {
    sourceOf: (passages: readonly Passage[]) => worldOf(asYaml(passages)).source,
    openWorkshop: () => openWorkshop(worldOf('').source, new Report()),
  }
  if (task === 'edit')
    return (passages) => {
      const { laySeconds, ...edited } = edit(passages, desk)
      return { ...edited, parts: { lay: laySeconds } }
    }
  const workshop = desk.openWorkshop()
  if (task === 'print') return (passages) => buildPrinted(worldOf(asYaml(passages, printed)).source, workshop)
  if (task === 'stages') return (passages) => buildByStages(worldOf(asYaml(passages)).source, workshop)
  const whole = (passages: readonly Passage[]) => buildWhole(worldOf(asYaml(passages)).source, workshop)
  if (task === 'whole') return whole
  return (passages) => {
    const outcome: Outcome[] = []
    const parts = Object.fromEntries(profiled(() => outcome.push(whole(passages))))
    return { pages: outcome[0]?.pages ?? 0, bytes: outcome[0]?.bytes ?? 0, parts }
  }
}

/** The text in memory, templates and fonts from the repository, in which this process runs. */
function worldOf(yaml: string) {
  const project = process.cwd()
  const disk = diskWorld({ project, program: project, output: `${project}/output` })
  return memoryWorld({ [request.path]: yaml }, disk.source)
}

function buildWhole(source: Source, workshop: Workshop): Outcome {
  const report = new Report()
  const built = build(request, source, workshop, report)
  if (!built) throw new Error(findings(report))
  return { pages: built.laid.pages.length, bytes: built.bytes.length, parts: {} }
}

/** What a publication says to be printed as well. */
const printed = 'outputs: { reading: {}, print: { impose: saddle, paper: a3 } }\n'

function buildPrinted(source: Source, workshop: Workshop): Outcome {
  const report = new Report()
  const copies = buildOutputs(request, asWritten, source, workshop, report)
  const [reading, print] = copies ?? []
  if (!reading || !print) throw new Error(findings(report))
  return { pages: reading.laid.pages.length, bytes: print.bytes.length, parts: {} }
}

/** The stages of `build`, each timed. */
function buildByStages(disk: Source, workshop: Workshop): Outcome {
  const report = new Report()
  const source = recording(disk)
  const parts: Record<string, number> = {}
  const stage = <T>(name: string, work: () => T | null): T => {
    const before = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(before)
    parts[name] = (user + system) / 1e6
    if (result === null) throw new Error(`${name}: ${findings(report)}`)
    return result
  }
  const publication = stage('readPublication', () => readPublication(request, source, report))
  const manuscript = stage('compose', () =>
    compose(publication, request.media, source, workshop.shelf, report),
  )
  const laid = stage('lay', () => lay(manuscript, workshop, report))
  // Pages are made when they are asked for: here once by themselves, and again to be painted.
  stage('pages', () => {
    let marks = 0
    for (const page of laid.pages) marks += page.marks.length
    return marks
  })
  const description = descriptionOf(publication, source.log)
  const bytes = stage('paint', () => paint(laid, description, { profile: request.profile }, report))
  return { pages: laid.pages.length, bytes: bytes.length, parts }
}

function findings(report: Report): string {
  return report.diagnostics.map(({ code, message, span }) => `${place(span)}: ${code}: ${message}`).join('\n')
}

const [name = '', count = '', warmUps = ''] = process.argv.slice(2)
const task = tasks.find((known) => known === name)
if (task) process.stdout.write(JSON.stringify(measure(task, Number(count), Number(warmUps))))
