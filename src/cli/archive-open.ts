import { resolve } from 'node:path'
import type { Clock } from '../archive/clock.ts'
import type { Archive } from '../archive/store/archive.ts'
import { findId } from '../archive/store/find.ts'
import type { Vault } from '../archive/vault.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { type Keeping, namedKeeping } from '../read.ts'
import { openedAt } from './archive-open-disk.ts'
import { diskWorld } from './disk.ts'
import { asJson } from './findings-json.ts'
import { type Print, printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { targetsOf } from './requests.ts'
import type { Surroundings } from './run-build.ts'

export interface ArchiveOptions extends FormatOptions {
  /** The folder of the archive. */
  readonly archive?: string
}

/** What the commands of an archive run in. */
export interface ArchiveSurroundings extends Surroundings {
  readonly clock: Clock
  /** How a folder, by its absolute path, is opened as a vault; that of the disk by default. */
  readonly openVault?: (folder: string) => Vault
}

/** An archive as a command has it: what it finds is printed when it is done. */
export interface AtArchive {
  readonly archive: Archive
  readonly around: ArchiveSurroundings
  readonly report: Report
  readonly isJson: boolean
  /** A result: a line for people, or the data of one for machines. */
  tell(line: string, data: object): void
}

/**
 * Opens the archive that was named, or that the file of a publication names, and runs a command. Returns the exit code: 0
 * done, 1 an error, 2 wrong usage.
 */
export function atArchive(
  options: ArchiveOptions,
  publication: string | null,
  around: ArchiveSurroundings,
  run: (at: AtArchive) => boolean,
): number {
  const begun = begin(options, publication, around)
  if (typeof begun === 'number') return begun
  return end(begun, begun.at !== null && run(begun.at))
}

/** The same for a command that waits for threads. */
export async function atArchiveLater(
  options: ArchiveOptions,
  publication: string | null,
  around: ArchiveSurroundings,
  run: (at: AtArchive) => Promise<boolean>,
): Promise<number> {
  const begun = begin(options, publication, around)
  if (typeof begun === 'number') return begun
  return end(begun, begun.at !== null && (await run(begun.at)))
}

/** A command that was begun; at null: the archive could not be opened, and a finding says why. */
interface Begun {
  readonly at: AtArchive | null
  readonly report: Report
  readonly print: Print
}

/** A number: the exit code of wrong usage. */
function begin(
  options: ArchiveOptions,
  publication: string | null,
  around: ArchiveSurroundings,
): Begun | number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  const name = options.archive ?? (publication === null ? null : keepingOf(publication, around).archive)
  if (name === null) {
    const hint = 'name its folder with `--archive`, or as `archive:` in the file of the publication'
    usage.error('cli/usage', 'there is no archive named', wholeFile('--archive'), hint)
  }
  print(usage)
  if (name === null || usage.failed) return 2
  const report = new Report()
  const archive = openedIn(name, around, report)
  const isJson = format === 'json'
  const tell: AtArchive['tell'] = (line, data) => {
    around.out.write(isJson ? `${asJson(data)}\n` : line === '' ? '' : `${line}\n`)
  }
  return { at: archive && { archive, around, report, isJson, tell }, report, print }
}

/** Prints what was found; gives the exit code. */
function end({ report, print }: Begun, isDone: boolean): number {
  print(report)
  if (report.diagnostics.some(({ code }) => code === 'cli/usage')) return 2
  return isDone && !report.failed ? 0 : 1
}

/** The archive in a folder of the project, or elsewhere; null: a finding says why there is none. */
export function openedIn(
  name: string,
  { project, clock, openVault }: Pick<ArchiveSurroundings, 'project' | 'clock' | 'openVault'>,
  report: Report,
): Archive | null {
  return openedAt(resolve(project, name), name, clock, report, openVault)
}

/** What the file of a publication of the project says of its archive; nothing where there is none of this name. */
export function keepingOf(publication: string, { project, program }: ArchiveSurroundings): Keeping {
  const { source } = diskWorld({ project, program, output: project })
  const [target] = targetsOf([publication], source, new Report())
  return target === undefined ? { archive: null, id: null } : namedKeeping(target.path, source)
}

/** The identifier of a publication that was named, and then something with it; false: a finding says why not. */
export function withId(at: AtArchive, name: string, run: (id: string) => boolean): boolean {
  const id = findId(at.archive, keepingOf(name, at.around).id ?? name, at.report)
  return id !== null && run(id)
}

/** The same for what takes its time. */
export async function withIdLater(
  at: AtArchive,
  name: string,
  run: (id: string) => Promise<boolean>,
): Promise<boolean> {
  const id = findId(at.archive, keepingOf(name, at.around).id ?? name, at.report)
  return id !== null && (await run(id))
}
