import { type Archive, placeInArchive } from '../archive/store/archive.ts'
import { newestInventory, objectFolders } from '../archive/store/objects.ts'
import { onDisk } from '../archive/store/on-disk.ts'
import { digestsOf } from '../archive/store/status.ts'
import type { Report } from '../base/report.ts'
import { openOwnPart } from '../pdf/read-attached.ts'
import { sha512 } from './edition.ts'
import { type StoredEdition, storedEditions } from './stored.ts'

/** An edition that has a file. */
export interface FoundFile {
  /** Of the publication. */
  readonly id: string
  readonly edition: StoredEdition
  /** Of the file in the edition. */
  readonly path: string
  /** Bytes behind what is stored, as of a signature. */
  readonly added: number
}

/**
 * The editions that have a file, by its SHA-512 in the manifests, oldest first; where none has it, those that have the part
 * of it that this program wrote. What cannot be read is a finding. Null: the disk refused it.
 */
export function findFile(archive: Archive, bytes: Uint8Array, report: Report): readonly FoundFile[] | null {
  const found = onDisk(archive, 'the file was not looked up', () => look(archive, bytes, report), report)
  return found.ok ? found.value : null
}

function look(archive: Archive, bytes: Uint8Array, report: Report): readonly FoundFile[] {
  const whole = editionsWith(archive, sha512(bytes), 0, report)
  if (whole.length > 0) return whole
  const own = openOwnPart(bytes)
  if (own === null || own.length === bytes.length) return []
  return editionsWith(archive, sha512(bytes.subarray(0, own.length)), bytes.length - own.length, report)
}

function editionsWith(archive: Archive, digest: string, added: number, report: Report): readonly FoundFile[] {
  return objectFolders(archive).flatMap((folder): readonly FoundFile[] => {
    const inventory = newestInventory(archive.vault, folder)?.inventory
    if (inventory === undefined) {
      const hint = '`bifolio archive verify` names what is damaged; put it back from a copy of the archive'
      const message = 'the inventory of a publication is damaged: which files it has is not known'
      report.error('archive/damaged', message, placeInArchive(archive, folder), hint)
      return []
    }
    const { id } = inventory
    if (!inventory.manifest.has(digest)) return []
    return (storedEditions(archive, id, report) ?? []).flatMap((edition) => {
      const paths = [...digestsOf(inventory, edition.version)].filter(([, one]) => one === digest)
      return paths.map(([path]) => ({ id, edition, path, added }))
    })
  })
}
