import type { Report } from '../../base/report.ts'
import type { Clock } from '../clock.ts'
import { defaultLayout } from '../ocfl/layout.ts'
import { rootFiles } from '../ocfl/root-files.ts'
import { inFolder, type Vault } from '../vault.ts'
import { logPath, partReadme, placeInArchive, readmePath, storeFolder, workFolder } from './archive.ts'
import { firstLog } from './log.ts'
import { onDisk } from './on-disk.ts'
import { readme } from './readme.ts'
import { everythingIn } from './tree.ts'

/**
 * Makes an empty archive in an empty folder; false: a finding says why not. `name` is what people call it. README.txt comes
 * last and makes it one: what is there without it was left by a kill, and is made anew.
 */
export function init(vault: Vault, name: string, clock: Clock, report: Report): boolean {
  const archive = { name }
  const made = onDisk(
    archive,
    'no archive was made',
    () => {
      const files = filesOf(clock)
      if (!mayBegin(vault, archive, files, report)) return false
      write(vault, files)
      return true
    },
    report,
  )
  return made.ok && made.value
}

/** By path, the last one last. */
function filesOf(clock: Clock): ReadonlyMap<string, Uint8Array> {
  const root = [...rootFiles(defaultLayout)].map(
    ([path, bytes]) => [inFolder(storeFolder, path), bytes] as const,
  )
  return new Map([...root, [logPath, firstLog(clock())], [readmePath, new TextEncoder().encode(readme)]])
}

function mayBegin(
  vault: Vault,
  archive: { readonly name: string },
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): boolean {
  const found = everythingIn(vault, '')
  const folders = [...files.keys(), partReadme].flatMap((path) => [path, ...parents(path)])
  const other = found.find(({ path, kind }) => kind === 'link' || !folders.includes(path))?.path
  if (found.some(({ path }) => path === readmePath)) {
    const hint = 'use it with `--archive`, or name another folder'
    report.error('archive/exists', 'there is an archive already', placeInArchive(archive), hint)
    return false
  }
  if (other === undefined) return true
  const message = `the folder is not empty: it has \`${other}\``
  report.error('archive/not-empty', message, placeInArchive(archive), 'name an empty or a new folder')
  return false
}

function write(vault: Vault, files: ReadonlyMap<string, Uint8Array>): void {
  const folders = new Set([workFolder, ...[...files.keys()].flatMap(parents)])
  for (const folder of [...folders].sort()) vault.makeFolder(folder)
  for (const [path, bytes] of files) {
    const place = path === readmePath ? partReadme : path
    vault.remove(place)
    vault.write(place, bytes)
  }
  for (const folder of [...folders].sort().toReversed()) vault.sync(folder)
  vault.sync('')
  vault.rename(partReadme, readmePath)
  vault.sync('')
  vault.sync(workFolder)
}

/** The folders that a path leads through. */
function parents(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
