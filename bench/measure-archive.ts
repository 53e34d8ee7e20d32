import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { add } from '../src/archive/store/add.ts'
import type { Archive } from '../src/archive/store/archive.ts'
import { init } from '../src/archive/store/init.ts'
import { list, show } from '../src/archive/store/list.ts'
import { openArchive } from '../src/archive/store/open.ts'
import { verify } from '../src/archive/store/verify.ts'
import { Report } from '../src/base/report.ts'
import { diskVault } from '../src/cli/disk-vault.ts'

/** What was measured of an archive, in seconds by the clock: the disk is most of it. */
export interface MeasuredArchive {
  readonly editions: number
  readonly publications: number
  /** All editions, one after another; of it, in seconds of CPU. */
  readonly add: number
  readonly addCpu: number
  /** Every publication and each edition of it. */
  readonly list: number
  /** Every byte, and in seconds of CPU. */
  readonly verify: number
  readonly verifyCpu: number
  /** What `verify` read, and its bytes in MB. */
  readonly files: number
  readonly stored: number
}

/** Publications as the sheets of countries, and bytes of the smallest and the largest of these. */
const sheets = 212
const [smallest, largest] = [101_276, 105_794]
/** Editions of which so many sheets are published: one in five is a publication's first. */
const editionsOfAll = 1000

/** Files of an edition beside its PDF: those that each has its own, and those of the layout, which stay as they are. */
const ownFiles = [
  'edition.json',
  'render.json',
  'ro-crate-metadata.json',
  'text/en.txt',
  'text/passages.json',
]
const layoutFiles = 24
/** Bytes of one of them. */
const smallFile = 3000

console.log(JSON.stringify(measured(Number(process.argv[2] ?? '100'))))

function measured(editions: number): MeasuredArchive {
  const folder = mkdtempSync(join(tmpdir(), 'bifolio-archive-'))
  try {
    return measuredIn(folder, editions)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measuredIn(folder: string, editions: number): MeasuredArchive {
  const archive = newArchive(folder)
  const publications = Math.round((sheets * editions) / editionsOfAll)
  const adding = timed(() => {
    for (let index = 0; index < editions; index++) addEdition(archive, index, publications)
  })
  const listing = timed(() => {
    const found = list(archive, quiet()).flatMap(({ id }) => show(archive, id, quiet()) ?? [])
    if (found.length !== editions) throw new Error(`${found.length} editions are listed`)
  })
  let files = 0
  const verifying = timed(() => {
    const verified = verify(archive, null, () => {}, quiet())
    if (verified === null || verified.damages.length > 0) throw new Error('not all is whole')
    files = verified.files
  })
  return {
    editions,
    publications,
    add: adding.wall,
    addCpu: adding.cpu,
    list: listing.wall,
    verify: verifying.wall,
    verifyCpu: verifying.cpu,
    files,
    stored: storedBytes(editions, publications) / 1e6,
  }
}

function newArchive(folder: string): Archive {
  let seconds = 0
  const clock = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++))
  const vault = diskVault(folder)
  init(vault, folder, clock, quiet())
  const writer = { host: 'bench', pid: process.pid, thread: 0, isRunning: () => true, pause: () => {} }
  const archive = openArchive(vault, { name: folder, writer, clock }, quiet())
  if (archive === null) throw new Error('no archive was made')
  return archive
}

/** One of a sheet in turn, with a PDF of its size. */
function addEdition(archive: Archive, index: number, publications: number): void {
  const sheet = index % publications
  const files = new Map([
    ['pdf/sheet.pdf', bytesOf(`${index}`, sizeOf(sheet, publications))],
    ...ownFiles.map((path) => [path, bytesOf(`${index} ${path}`, smallFile)] as const),
    ...Array.from(
      { length: layoutFiles },
      (_, file) => [`source/layout/${file}.hbs`, bytesOf(`layout ${file}`, smallFile)] as const,
    ),
  ])
  const user = { name: 'Ada', address: 'mailto:ada@example.org' }
  const id = `tag:example.org,2026:sheet-${sheet}`
  const report = quiet()
  const added = add(archive, { id, message: 'an edition', user, files }, { evenIfUnchanged: false }, report)
  if (added === null) throw new Error(report.diagnostics.map(({ message }) => message).join('; '))
}

function sizeOf(sheet: number, publications: number): number {
  return Math.round(smallest + ((largest - smallest) * sheet) / publications)
}

/** Bytes that no other file has, and that are made faster than they are written. */
function bytesOf(name: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(createHash('sha512').update(name).digest())
  return bytes
}

function storedBytes(editions: number, publications: number): number {
  const pdfs = Array.from({ length: editions }, (_, index) => sizeOf(index % publications, publications))
  const others = editions * ownFiles.length + publications * layoutFiles
  return pdfs.reduce((sum, size) => sum + size, 0) + others * smallFile
}

function timed(work: () => void): { readonly wall: number; readonly cpu: number } {
  const [start, before] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

/** What is found is seen by its outcome. */
function quiet(): Report {
  return new Report()
}
