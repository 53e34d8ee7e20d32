import { validateRoot } from '../archive/ocfl/validate-root.ts'
import { add } from '../archive/store/add.ts'
import type { Archive } from '../archive/store/archive.ts'
import { checkLog } from '../archive/store/check-log.ts'
import { init } from '../archive/store/init.ts'
import { openArchive } from '../archive/store/open.ts'
import { verify } from '../archive/store/verify.ts'
import type { Added } from '../archive/store/write.ts'
import type { Vault } from '../archive/vault.ts'
import { Report } from '../base/report.ts'
import { MemoryVault } from './memory-vault.ts'

/** Who opens an archive in a test, and when. */
interface Opener {
  readonly pid?: number
  readonly host?: string
  /** Whether processes of other numbers run. */
  readonly othersRun?: boolean
  readonly time?: string
  readonly onPause?: () => void
}

export const someTime = '2024-03-31T08:09:10Z'

/** Opens an archive; it must be one. */
export function opened(vault: Vault, opener: Opener = {}): Archive {
  const { pid = 1, host = 'press', othersRun = false, time = someTime, onPause = () => {} } = opener
  const report = new Report()
  const writer = { host, pid, thread: 0, isRunning: () => othersRun, pause: onPause }
  const archive = openArchive(vault, { name: 'editions', writer, clock: () => new Date(time) }, report)
  if (archive === null) throw new Error(foundBy(report).join('; '))
  return archive
}

/** A disk with an archive without publications. */
export function emptyArchive(): MemoryVault {
  const vault = new MemoryVault()
  const report = new Report()
  if (!init(vault, 'editions', () => new Date(someTime), report)) throw new Error(foundBy(report).join('; '))
  return vault.again()
}

/** OCFL warns of a version without both. */
export const someone = { name: 'An editor', address: 'mailto:editor@example.org' }

export const water = 'tag:example.org,2024:water'

/** The files of the nth edition: one that never changes, one that does, one in a folder with a name that must be encoded. */
export function edition(number: number): Readonly<Record<string, string>> {
  return {
    'edition.json': `{"edition":${number}}\n`,
    'pdf/water.pdf': `the PDF of edition ${number}`,
    'source/水.yaml': 'the same in all editions',
  }
}

export function bytesOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  return new Map(
    Object.entries(files)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, text]) => [path, encoder.encode(text)]),
  )
}

export interface Tried {
  readonly added: Added | null
  /** `code: message`. */
  readonly found: readonly string[]
}

/** Tries to add an edition. */
export function tryAdd(
  archive: Archive,
  files: Readonly<Record<string, string>>,
  id = water,
  evenIfUnchanged = false,
): Tried {
  const report = new Report()
  const version = { id, message: 'an edition', user: someone, files: bytesOf(files) }
  const added = add(archive, version, { evenIfUnchanged }, report)
  return { added, found: foundBy(report) }
}

export function foundBy(report: Report): readonly string[] {
  return report.diagnostics.map(({ code, message }) => `${code}: ${message}`)
}

/** All that anybody can find wrong with an archive: OCFL's rules, digests, the log, litter. */
export function wrongWith(archive: Archive): readonly string[] {
  const report = new Report()
  const ocfl = validateRoot(archive.vault, 'store').map(
    ({ code, path, message }) => `${code} ${path} ${message}`,
  )
  const log = checkLog(archive).problems.map(({ message }) => message)
  const litter = (archive.vault.list('work') ?? []).map(({ name }) => `litter ${name}`)
  verify(archive, null, () => {}, report)
  return [...ocfl, ...log, ...litter, ...foundBy(report)]
}
