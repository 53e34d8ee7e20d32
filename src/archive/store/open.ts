import type { Report } from '../../base/report.ts'
import type { Clock } from '../clock.ts'
import { defaultLayout } from '../ocfl/layout.ts'
import { rootDeclaration } from '../ocfl/root-files.ts'
import { inFolder, type Vault } from '../vault.ts'
import { type Archive, placeInArchive, readmePath, storeFolder, type Writer } from './archive.ts'
import { onDisk } from './on-disk.ts'

/** How an archive is opened. */
export interface Opening {
  /** What people call it: the path of its folder. */
  readonly name: string
  readonly writer: Writer
  readonly clock: Clock
}

/** The archive in a folder; null: it is none, and a finding says why. Nothing is written. */
export function openArchive(vault: Vault, opening: Opening, report: Report): Archive | null {
  const opened = onDisk(opening, 'the archive was not opened', () => look(vault, opening, report), report)
  return opened.ok ? opened.value : null
}

/** Either of two files is enough to know it by: `verify` names the one that is missing. */
function look(vault: Vault, opening: Opening, report: Report): Archive | null {
  const marks = [readmePath, inFolder(storeFolder, rootDeclaration.name)]
  if (vault.kindOf(storeFolder) === 'folder' && marks.some((path) => vault.kindOf(path) !== null))
    return { ...opening, vault, layout: defaultLayout }
  const hint = `\`bifolio archive init ${opening.name}\` makes one of an empty folder`
  report.error('archive/none', 'this folder is no archive of editions', placeInArchive(opening), hint)
  return null
}
