import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { validateRoot } from '../../src/archive/ocfl/validate-root.ts'
import { checkLog } from '../../src/archive/store/check-log.ts'
import { init } from '../../src/archive/store/init.ts'
import { list } from '../../src/archive/store/list.ts'
import { repair } from '../../src/archive/store/repair.ts'
import { verify } from '../../src/archive/store/verify.ts'
import { Report } from '../../src/base/report.ts'
import { diskVault } from '../../src/cli/disk-vault.ts'
import { addTo, archiveIn, editionOf } from './archive-writer.ts'
import { run } from './command.ts'
import { projectFolder, temporaryFolder } from './samples.ts'
import { figure, leftOut, type Verdict, verdict } from './verdict.ts'

/** Archives on a real disk, written by real processes at once, killed, and without room. */
export async function archives(): Promise<readonly Verdict[]> {
  return [...(await manyWriters()), ...(await killedWriters()), ...smallDisk()]
}

const writers = 8
const editions = 4

const idOf = (index: number): string => `tag:example.org,2024:paper-${index}`

async function manyWriters(): Promise<readonly Verdict[]> {
  const ofOne = await written((_) => idOf(0))
  const ofEight = await written(idOf)
  return [
    verdict(`${writers} processes add ${editions} editions each to one publication`, ofOne),
    verdict(`${writers} processes add ${editions} editions each to as many publications`, ofEight),
  ]
}

/** What is wrong with an archive to which all writers have added at once. */
async function written(id: (index: number) => string): Promise<readonly string[]> {
  const folder = emptyArchive()
  const lines = await Promise.all(
    Array.from({ length: writers }, (_, index) => writerOf(folder, id(index), `${index}`, editions).ended),
  )
  const said = lines.flat().filter((line) => line !== 'ready')
  const refused = said.filter((line) => !isVersion(line))
  const counted = stored(folder) === writers * editions ? [] : [`${stored(folder)} editions are stored`]
  return [...refused, ...counted, ...wrongWith(folder)]
}

function isVersion(line: string): boolean {
  return /^v\d+$/.test(line)
}

/** Rounds in which a writer is killed: each a few milliseconds later than the one before. */
const rounds = 12

async function killedWriters(): Promise<readonly Verdict[]> {
  const folder = emptyArchive()
  const problems: string[] = []
  let acknowledged = 0
  let mended = 0
  for (let round = 0; round < rounds; round++) {
    const writer = writerOf(folder, idOf(0), `round ${round}`, 1000)
    await writer.ready
    await new Promise((resolve) => setTimeout(resolve, 20 + round * 13))
    writer.kill()
    const said = (await writer.ended).filter((line) => line !== 'ready')
    acknowledged += said.filter(isVersion).length
    problems.push(...said.filter((line) => !isVersion(line)).map((line) => `round ${round}: ${line}`))
    mended += repair(archiveIn(folder), new Report())?.length ?? 0
    const there = stored(folder)
    // One may be stored whose writer was killed before he could say so.
    if (there < acknowledged || there > acknowledged + 1)
      problems.push(`round ${round}: ${acknowledged} were said to be stored, ${there} are`)
    acknowledged = there
    problems.push(...wrongWith(folder).map((problem) => `round ${round}: ${problem}`))
  }
  if (acknowledged === 0 || mended === 0) problems.push('no writer was killed while he stored an edition')
  return [
    verdict(`a writer is killed ${rounds} times: what was said to be stored is, and all is whole`, problems),
    figure(`${acknowledged} editions stored, ${mended} things put in order`),
  ]
}

/** Half a megabyte an edition, on a disk of three. */
const largeEdition = 250_000

function smallDisk(): readonly Verdict[] {
  const what = 'a disk of 3 MB: it says that it is full, keeps what it has, and goes on when there is room'
  const folder = temporaryFolder()
  const mounted = run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder])
  if (mounted.code !== 0) return [leftOut(what, `no disk can be mounted here: ${mounted.errors.trim()}`)]
  try {
    return [verdict(what, filled(folder))]
  } finally {
    run('umount', [folder])
  }
}

function filled(folder: string): readonly string[] {
  init(diskVault(folder), folder, () => new Date(), new Report())
  const said: string[] = []
  while (said.length < 20 && !said.some((line) => line.startsWith('archive/')))
    said.push(addTo(archiveIn(folder), idOf(0), editionOf('small', said.length, largeEdition)))
  const problems = said.at(-1)?.startsWith('archive/full: disk full: nothing was added')
    ? []
    : [`${said.at(-1)}`]
  if (said.length < 3) problems.push(`only ${said.length - 1} editions were stored`)
  if (stored(folder) !== said.length - 1) problems.push(`${stored(folder)} editions are there`)
  const grown = run('mount', ['-o', 'remount,size=6m', folder])
  if (grown.code !== 0) return [...problems, grown.errors]
  const next = addTo(archiveIn(folder), idOf(0), editionOf('small', said.length, largeEdition))
  if (next !== `v${said.length}`) problems.push(`then: ${next}`)
  return [...problems, ...wrongWith(folder)]
}

function emptyArchive(): string {
  const folder = join(temporaryFolder(), 'editions')
  mkdirSync(folder)
  const report = new Report()
  if (!init(diskVault(folder), folder, () => new Date(), report)) throw new Error('no archive was made')
  return folder
}

interface WriterProcess {
  /** It has opened the archive. */
  readonly ready: Promise<void>
  /** What it said, line by line. */
  readonly ended: Promise<readonly string[]>
  kill(): void
}

function writerOf(folder: string, id: string, name: string, count: number): WriterProcess {
  const script = join(projectFolder, 'test', 'run-archive-writer.ts')
  const parameters = ['--import', 'tsx', script, folder, id, name, String(count)]
  const child = spawn(process.execPath, parameters, { cwd: projectFolder })
  let said = ''
  let errors = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      resolve()
    })
    child.on('close', () => resolve())
  })
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = new Promise<readonly string[]>((resolve) => {
    child.on('close', () => resolve([...said.split('\n').slice(0, -1), ...(errors === '' ? [] : [errors])]))
  })
  return { ready, ended, kill: () => child.kill('SIGKILL') }
}

function stored(folder: string): number {
  return list(archiveIn(folder), new Report()).reduce((sum, { versions }) => sum + versions, 0)
}

/** All that anybody can find wrong with an archive. */
function wrongWith(folder: string): readonly string[] {
  const archive = archiveIn(folder)
  const report = new Report()
  const ocfl = validateRoot(archive.vault, 'store').map(
    ({ code, path, message }) => `${code} ${path}: ${message}`,
  )
  const log = checkLog(archive).problems.map(({ message }) => message)
  const litter = (archive.vault.list('work') ?? []).map(({ name }) => `work/${name} was left`)
  verify(archive, null, () => {}, report)
  return [...ocfl, ...log, ...litter, ...report.diagnostics.map(({ message }) => message)]
}
