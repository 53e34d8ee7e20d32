import { hostname } from 'node:os'
import { add } from '../../src/archive/store/add.ts'
import type { Archive } from '../../src/archive/store/archive.ts'
import { openArchive } from '../../src/archive/store/open.ts'
import { Report } from '../../src/base/report.ts'
import { diskVault } from '../../src/cli/disk-vault.ts'
import { isRunning } from '../../src/cli/lock.ts'

/** The archive in a folder, as a process of its own opens it. */
export function archiveIn(folder: string): Archive {
  const report = new Report()
  const pause = (): void => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  }
  const writer = { host: hostname(), pid: process.pid, thread: 0, isRunning, pause }
  const opening = { name: folder, writer, clock: () => new Date() }
  const archive = openArchive(diskVault(folder), opening, report)
  if (archive === null) throw new Error(report.diagnostics.map(({ message }) => message).join('; '))
  return archive
}

/** An edition that no other is like; each has the same large file, which is stored once. */
export function editionOf(writer: string, number: number, size = 20_000): ReadonlyMap<string, Uint8Array> {
  const own = new TextEncoder().encode(`edition ${number} of writer ${writer}\n`)
  const pdf = Uint8Array.from({ length: size }, (_, index) => (index * index + number * 31) % 251)
  return new Map([
    ['edition.json', own],
    ['pdf/a.pdf', Buffer.concat([own, pdf])],
    ['source/same.yaml', new Uint8Array(size)],
  ])
}

/** Adds an edition and waits for other writers; gives the version, or what was found. */
export function addTo(archive: Archive, id: string, files: ReadonlyMap<string, Uint8Array>): string {
  const user = { name: 'A test', address: 'mailto:test@example.org' }
  for (let tries = 0; ; tries++) {
    const report = new Report()
    const added = add(archive, { id, message: 'an edition', user, files }, { evenIfUnchanged: false }, report)
    const isBusy = report.diagnostics.some(({ code }) => code === 'archive/busy')
    if (isBusy && tries < mostTries) archive.writer.pause()
    else
      return added?.version ?? report.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('; ')
  }
}

/** Times that a writer tries again: others add dozens of editions meanwhile. */
const mostTries = 3000
