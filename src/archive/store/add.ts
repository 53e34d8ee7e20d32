import type { Report } from '../../base/report.ts'
import type { Version } from '../edition.ts'
import type { Inventory } from '../ocfl/inventory.ts'
import { nextVersion } from '../ocfl/next-version.ts'
import { type Archive, placeInArchive } from './archive.ts'
import { checkVersion } from './check-version.ts'
import { keeping } from './keep.ts'
import { objectFolder } from './objects.ts'
import { sameFiles, statusPath } from './status.ts'
import { type Added, type Next, write } from './write.ts'

export interface AddSettings {
  /** Whether a version is stored whose files are those of the newest one. */
  readonly evenIfUnchanged: boolean
  /**
   * The newest version when what is stored was begun, null where there was none: it is stored behind that one and no other, so
   * that what was found out then still holds. Behind whichever there is unless it is given.
   */
  readonly behind?: string | null
}

/**
 * Stores a version. Null: nothing was added, and a finding says why. It is stored when its folder is renamed into the object,
 * and said to be when all folders are synced; whatever instant it is killed at, `repair` or the next writer leaves the old
 * state or the new one.
 */
export function add(archive: Archive, version: Version, settings: AddSettings, report: Report): Added | null {
  if (!checkVersion(archive, version, report)) return null
  const next: Next = (before, now) => {
    if (isOvertaken(before, settings)) {
      reportOvertaken(archive, version.id, before, report)
      return null
    }
    const made = nextVersion(before, version, now)
    if (before === null) return made
    const all = keeping(before, made, (path) => path === statusPath)
    if (settings.evenIfUnchanged || !sameFiles(all.inventory, before.head, all.name)) return all
    const place = placeInArchive(archive, objectFolder(archive, version.id))
    const message = `nothing new: the files are those of \`${before.head}\``
    report.error(
      'archive/unchanged',
      message,
      place,
      'change the publication first, or say that it be stored anyway',
    )
    return null
  }
  return write(archive, version.id, next, report)
}

/** Looked at while no other writer can add: what was found before that may be out of date. */
function isOvertaken(before: Inventory | null, { behind }: AddSettings): boolean {
  return behind !== undefined && behind !== (before?.head ?? null)
}

function reportOvertaken(archive: Archive, id: string, before: Inventory | null, report: Report): void {
  const message = `busy: another writer has meanwhile stored \`${before?.head ?? 'nothing'}\` of \`${id}\`: nothing was added`
  const place = placeInArchive(archive, objectFolder(archive, id))
  report.error('archive/busy', message, place, 'look at what it has now, and try again')
}
