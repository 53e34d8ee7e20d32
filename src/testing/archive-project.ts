import type { Vault } from '../archive/vault.ts'
import { archiveAdd } from '../cli/archive-add.ts'
import { archiveInit } from '../cli/archive-init.ts'
import type { ArchiveSurroundings } from '../cli/archive-open.ts'
import type { VerifySurroundings } from '../cli/archive-verify.ts'
import type { VerifyThreads } from '../cli/archive-verify-threads.ts'
import { openWorkshop } from '../read.ts'
import { chapterFiles, chapterPath } from './edition.ts'
import { makeProject, type Project, programFolder } from './project.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly errors: string
}

interface Surrounding {
  readonly openVault?: (folder: string) => Vault
  readonly time?: Date
  readonly threads?: VerifyThreads
}

/** A project whose chapter has two editions in the archive `kept`; the second says a word more in English. */
export interface ArchiveProject extends Project {
  /** Runs a command in it; the clock goes on by an hour each time. */
  run(command: (around: ArchiveSurroundings) => number, more?: Surrounding): Ran
  /** The same for a command that takes its time. */
  runLater(command: (around: VerifySurroundings) => Promise<number>, more?: Surrounding): Promise<Ran>
}

export const waterId = 'tag:example.org,2024:water'
export const inKept = { archive: 'kept' }
export const usualAdd = { ...inKept, profile: 'archive', media: 'screen' }
const by = 'Ada <ada@example.org>'

export function makeArchiveProject(changed: Readonly<Record<string, string>> = {}): ArchiveProject {
  const project = makeProject({ ...chapterFiles, ...changed })
  let hour = 0
  const printing = ({ openVault, time, threads }: Surrounding) => {
    const printed = { out: '', errors: '' }
    const around: VerifySurroundings = {
      project: project.folder,
      program: programFolder,
      out: { write: (text: string) => (printed.out += text) },
      errors: { write: (text: string) => (printed.errors += text) },
      openWorkshop,
      epoch: undefined,
      clock: () => time ?? new Date(Date.UTC(2024, 2, 22, hour++)),
      threads: threads ?? null,
      ...(openVault ? { openVault } : {}),
    }
    return { printed, around }
  }
  const run: ArchiveProject['run'] = (command, more = {}) => {
    const { printed, around } = printing(more)
    return { code: command(around), ...printed }
  }
  const runLater: ArchiveProject['runLater'] = async (command, more = {}) => {
    const { printed, around } = printing(more)
    const code = await command(around)
    return { code, ...printed }
  }
  const sound = (command: (around: ArchiveSurroundings) => number): void => {
    const { code, errors } = run(command)
    if (code !== 0 || errors !== '') throw new Error(errors)
  }
  const text = { ...chapterFiles, ...changed }[chapterPath] ?? ''
  sound((around) => archiveInit('kept', {}, around))
  sound((around) => archiveAdd('water', { ...usualAdd, edition: '1', id: waterId, by }, around))
  project.write(chapterPath, text.replace('Carry it home.', 'Carry it home slowly.'))
  sound((around) => archiveAdd('water', { ...usualAdd, edition: '2', note: 'One word', by }, around))
  return { ...project, run, runLater }
}

/** What a command printed as data, a line each. */
export function dataOf({ out }: Ran): readonly unknown[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}
