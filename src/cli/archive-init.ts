import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { init } from '../archive/store/init.ts'
import { Report } from '../base/report.ts'
import { visible } from '../base/visible.ts'
import type { ArchiveSurroundings } from './archive-open.ts'
import { vaultAt } from './archive-open-disk.ts'
import { asJson } from './findings-json.ts'
import { printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { reportRefusal } from './write-output.ts'

/** Makes an archive in an empty or a new folder. Returns the exit code: 0 done, 1 an error, 2 wrong usage. */
export function archiveInit(folder: string, options: FormatOptions, around: ArchiveSurroundings): number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  print(usage)
  if (usage.failed) return 2
  const report = new Report()
  const isDone = makeFolder(folder, around, report) && make(folder, around, report)
  print(report)
  if (!isDone) return 1
  const line =
    format === 'json' ? asJson({ archive: folder }) : `${visible(folder)}  an archive without editions`
  around.out.write(`${line}\n`)
  return 0
}

function makeFolder(folder: string, { project }: ArchiveSurroundings, report: Report): boolean {
  try {
    mkdirSync(resolve(project, folder), { recursive: true })
    return true
  } catch (problem) {
    reportRefusal(problem, '', folder, report)
    return false
  }
}

function make(folder: string, around: ArchiveSurroundings, report: Report): boolean {
  const { project, openVault } = around
  const vault = vaultAt(resolve(project, folder), folder, report, openVault)
  return vault !== null && init(vault, folder, around.clock, report)
}
