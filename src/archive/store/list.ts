import type { Report } from '../../base/report.ts'
import type { Inventory, InventoryUser } from '../ocfl/inventory.ts'
import { type Archive, placeInArchive } from './archive.ts'
import { contentOf } from './content.ts'
import { newestInventory, objectFolder, objectFolders } from './objects.ts'
import { onDisk } from './on-disk.ts'
import { isNotice, readStatus, statusPath, type Withdrawal } from './status.ts'

/** A publication of an archive in a line. */
export interface Listed {
  readonly id: string
  /** The newest version. */
  readonly head: string
  readonly versions: number
  /** When the newest version was stored: RFC 3339. */
  readonly stored: string
  readonly message: string | null
}

/** What a version is now. `notice`: it has the files of the one before and says that a version was withdrawn. */
export type Status =
  | { readonly kind: 'current' }
  | { readonly kind: 'superseded'; readonly by: string }
  | { readonly kind: 'withdrawn'; readonly reason: string; readonly at: string }
  | { readonly kind: 'notice' }

export interface Shown {
  readonly version: string
  /** RFC 3339. */
  readonly stored: string
  readonly message: string | null
  readonly user: InventoryUser | null
  readonly files: number
  readonly status: Status
}

/** All publications, sorted by identifier. What cannot be read is a finding. */
export function list(archive: Archive, report: Report): readonly Listed[] {
  const listed = onDisk(
    archive,
    'not all is listed',
    () => objectFolders(archive).flatMap((folder) => listedIn(archive, folder, report)),
    report,
  )
  const found = listed.ok ? listed.value : []
  return [...found].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** The versions of a publication, oldest first; null: a finding says why not. */
export function show(archive: Archive, id: string, report: Report): readonly Shown[] | null {
  const shown = onDisk(archive, 'nothing is shown', () => shownOf(archive, id, report), report)
  return shown.ok ? shown.value : null
}

/** The newest state of a publication that can be known; null: a finding says why there is none. */
export function inventoryOf(archive: Archive, id: string, report: Report): Inventory | null {
  const folder = objectFolder(archive, id)
  if (archive.vault.kindOf(folder) === null) {
    const hint = '`bifolio archive list` lists what it has'
    report.error(
      'archive/no-publication',
      `the archive has no publication \`${id}\``,
      placeInArchive(archive),
      hint,
    )
    return null
  }
  return newest(archive, folder, report)
}

/** The newest version of a publication; null: there is none yet, or it cannot be read, which a finding says where the disk does. */
export function headOf(archive: Archive, id: string, report: Report): string | null {
  const find = () => newestInventory(archive.vault, objectFolder(archive, id))?.inventory.head ?? null
  const found = onDisk(archive, 'nothing is shown', find, report)
  return found.ok ? found.value : null
}

function newest(archive: Archive, folder: string, report: Report): Inventory | null {
  const found = newestInventory(archive.vault, folder)
  if (found === null) {
    const hint = '`bifolio archive verify` names what is damaged; put it back from a copy of the archive'
    const message = 'the inventory of a publication is damaged, and so is each copy of it'
    report.error('archive/damaged', message, placeInArchive(archive, folder), hint)
  }
  return found?.inventory ?? null
}

function listedIn(archive: Archive, folder: string, report: Report): readonly Listed[] {
  const inventory = newest(archive, folder, report)
  if (inventory === null) return []
  const { id, head, versions } = inventory
  const { created = '', message = null } = versions.get(head) ?? {}
  return [{ id, head, versions: versions.size, stored: created, message }]
}

function shownOf(archive: Archive, id: string, report: Report): readonly Shown[] | null {
  const inventory = inventoryOf(archive, id, report)
  if (inventory === null) return null
  const notices = contentOf(archive, inventory, inventory.head, statusPath)
  if (notices === 'damaged') {
    const hint = '`bifolio archive verify` names what is damaged; put it back from a copy of the archive'
    const message = 'which editions were withdrawn cannot be read'
    report.error('archive/damaged', message, placeInArchive(archive, objectFolder(archive, id)), hint)
  }
  const withdrawals = notices === null || notices === 'damaged' ? [] : readStatus(notices)
  return [...inventory.versions].map(([version, { created, message, user, state }]) => ({
    version,
    stored: created,
    message,
    user,
    files: [...state.values()].reduce((sum, paths) => sum + paths.length, 0),
    status: statusOf(inventory, version, withdrawals),
  }))
}

function statusOf(inventory: Inventory, version: string, withdrawals: readonly Withdrawal[]): Status {
  const withdrawal = withdrawals.find((one) => one.version === version)
  if (withdrawal) return { kind: 'withdrawn', reason: withdrawal.reason, at: withdrawal.at }
  if (isNotice(inventory, version)) return { kind: 'notice' }
  const names = [...inventory.versions.keys()]
  const later = names.slice(names.indexOf(version) + 1)
  const by = later.find(
    (name) => !isNotice(inventory, name) && !withdrawals.some((one) => one.version === name),
  )
  return by === undefined ? { kind: 'current' } : { kind: 'superseded', by }
}
