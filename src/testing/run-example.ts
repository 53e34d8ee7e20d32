import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type Diagnostic, Report } from '../base/report.ts'
import { readBatch } from '../batch/read-batch.ts'
import { build, type Request } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { main } from '../cli/main.ts'
import { writtenFiles } from '../findings/describe.ts'
import { allFiles, examplePath } from '../findings/example-project.ts'
import type { ProjectExample, StepsExample } from '../findings/finding.ts'
import { asWritten, buildOutputs } from '../outputs/build-outputs.ts'
import { keepWorkshop, openWorkshop } from '../read.ts'
import { memoryWorld } from './memory-world.ts'
import { makeProject, programFolder } from './project.ts'

/** A finding as a machine reads it. */
export interface Said {
  readonly severity: string
  readonly code: string
  readonly path: string
  readonly line: number
  readonly column: number
}

// The same faces for all examples that declare none of their own.
const openUsual = keepWorkshop()

const known = new Map<ProjectExample, readonly Diagnostic[]>()

/** What an example's project comes to; it is built once. */
export function findingsIn(example: ProjectExample): readonly Diagnostic[] {
  const found = known.get(example) ?? buildExample(example)
  known.set(example, found)
  return found
}

/** Builds in memory, over an empty folder, so that layouts and fonts are those of this program. */
function buildExample({ files, options = {} }: ProjectExample): readonly Diagnostic[] {
  const empty = mkdtempSync(join(tmpdir(), 'bifolio-'))
  const disk = diskWorld({ project: empty, program: programFolder, output: empty })
  const { source } = memoryWorld(writtenFiles(allFiles(files)), disk.source)
  const report = new Report()
  const open = 'fonts.yaml' in files ? openWorkshop : openUsual
  const workshop = open(source, report)
  const { languages = null, isDraft = false, data } = options
  const request: Request = {
    path: examplePath,
    name: 'example',
    date: null,
    languages,
    isDraft,
    row: null,
    profile: 'archive',
    media: 'screen',
  }
  const batch = data === undefined ? null : readBatch(examplePath, data, source, report)
  for (const { row } of batch?.named ?? []) build({ ...request, row }, source, workshop, report)
  if (data === undefined && !report.failed) buildOutputs(request, asWritten, source, workshop, report)
  rmSync(empty, { recursive: true })
  return report.diagnostics
}

/** What the last step of an example, a command of this program, finds and prints. */
interface Ran {
  readonly found: readonly Said[]
  readonly printed: string
}

const ran = new Map<StepsExample, Ran>()

/** Runs the steps of an example in a project of their own, once. */
export async function stepsOf(example: StepsExample): Promise<Ran> {
  const result = ran.get(example) ?? (await runSteps(example))
  ran.set(example, result)
  return result
}

async function runSteps({ files, steps }: StepsExample): Promise<Ran> {
  const project = makeProject({})
  const all: readonly (readonly [string, string | Uint8Array])[] = Object.entries(
    writtenFiles(allFiles(files)),
  )
  for (const [path, content] of all) project.write(path, content)
  try {
    const last = steps.at(-1) ?? ''
    for (const step of steps.slice(0, -1)) execFileSync('/bin/sh', ['-c', step], { cwd: project.folder })
    const [program, ...args] = last.split(' ')
    if (program !== 'bifolio') throw new Error(`the last step must be a command of this program, not ${last}`)
    const found = (await run([...args, '--json'], project.folder)).trimEnd().split('\n')
    // A cast: the program's own lines, whose form is tested elsewhere.
    return { found: found.map((line) => JSON.parse(line) as Said), printed: await run(args, project.folder) }
  } finally {
    project.remove()
  }
}

/** Runs a command line in a folder; gives what it says on standard error. */
async function run(args: readonly string[], folder: string): Promise<string> {
  let errors = ''
  const spies = [
    vi.spyOn(process, 'cwd').mockReturnValue(folder),
    vi.spyOn(process.stdout, 'write').mockReturnValue(true),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      errors += text
      return true
    }),
  ]
  try {
    await main(args)
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.exitCode = undefined
  }
  return errors
}
