import { didYouMean, type Report } from '../../base/report.ts'
import { type Archive, placeInArchive } from './archive.ts'
import { isShortFor } from './ids.ts'
import { newestInventory, objectFolder, objectFolders } from './objects.ts'
import { onDisk } from './on-disk.ts'

/** The identifier that is meant by itself or by a short name that only one has; null: a finding says why there is none. */
export function findId(archive: Archive, name: string, report: Report): string | null {
  const known = onDisk(archive, 'nothing was looked up', () => idsLike(archive, name), report)
  return known.ok ? chosen(archive, name, known.value, report) : null
}

/** The identifier itself where there is its object; else all that there are, sorted by where they lie. */
function idsLike(archive: Archive, name: string): readonly string[] {
  if (archive.vault.kindOf(objectFolder(archive, name)) === 'folder') return [name]
  return objectFolders(archive).flatMap((folder) => {
    const newest = newestInventory(archive.vault, folder)
    return newest === null ? [] : [newest.inventory.id]
  })
}

function chosen(archive: Archive, name: string, known: readonly string[], report: Report): string | null {
  if (known.includes(name)) return name
  const [found, ...others] = known.filter((id) => isShortFor(name, id))
  if (found === undefined) {
    const message = `the archive has no publication \`${name}\``
    report.error('archive/no-publication', message, placeInArchive(archive), didYouMean(name, known))
    return null
  }
  if (others.length === 0) return found
  const message = `\`${name}\` may be any of ${[found, ...others].map((id) => `\`${id}\``).join(', ')}`
  report.error('archive/ambiguous', message, placeInArchive(archive), 'name it by its whole identifier')
  return null
}
