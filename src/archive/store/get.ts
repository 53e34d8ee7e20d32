import type { Report } from '../../base/report.ts'
import type { EditionFiles } from '../edition.ts'
import { type Archive, placeInArchive } from './archive.ts'
import { contentWith } from './content.ts'
import { inventoryOf } from './list.ts'
import { objectFolder } from './objects.ts'
import { onDisk } from './on-disk.ts'
import { digestsOf } from './status.ts'
import { sayNoVersion } from './withdraw.ts'

/** The files of a version, each compared with its digest while it is read. Null: not all of them are whole. */
export function get(archive: Archive, id: string, version: string, report: Report): EditionFiles | null {
  const files = onDisk(archive, 'nothing was read', () => read(archive, id, version, report), report)
  return files.ok ? files.value : null
}

function read(archive: Archive, id: string, version: string, report: Report): EditionFiles | null {
  const inventory = inventoryOf(archive, id, report)
  if (inventory === null) return null
  if (!inventory.versions.has(version)) {
    sayNoVersion(archive, id, version, [...inventory.versions.keys()], report)
    return null
  }
  const files = new Map<string, Uint8Array>()
  let isWhole = true
  for (const [path, digest] of digestsOf(inventory, version)) {
    const bytes = contentWith(archive, inventory, digest)
    if (bytes !== 'damaged') files.set(path, bytes)
    else {
      isWhole = false
      const place = placeInArchive(archive, objectFolder(archive, id))
      const hint =
        'put it back from a copy of the archive; `bifolio archive verify` says which editions are whole'
      report.error('archive/damaged', `\`${path}\` of \`${version}\` is damaged or missing`, place, hint)
    }
  }
  return isWhole ? { files } : null
}
