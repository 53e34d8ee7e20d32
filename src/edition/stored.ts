import type { EditionFiles } from '../archive/edition.ts'
import { type Archive, placeInArchive } from '../archive/store/archive.ts'
import { contentOf } from '../archive/store/content.ts'
import { get } from '../archive/store/get.ts'
import { inventoryOf, type Shown, show } from '../archive/store/list.ts'
import { onDisk } from '../archive/store/on-disk.ts'
import { jsonObject } from '../base/json-object.ts'
import { didYouMean, type Report } from '../base/report.ts'
import { recordPath } from './record.ts'

/** A version of an archive that is an edition, as people call it. */
export interface StoredEdition extends Shown {
  /** Null: its `edition.json` does not say, or cannot be read. */
  readonly number: string | null
  /** `edition.json` as it stands. */
  readonly record: Readonly<Record<string, unknown>> | null
}

/** The editions of a publication, oldest first, notices that one is withdrawn left out; null: a finding says why. */
export function storedEditions(
  archive: Archive,
  id: string,
  report: Report,
): readonly StoredEdition[] | null {
  const read = onDisk(archive, 'nothing is shown', () => editionsIn(archive, id, report), report)
  return read.ok ? read.value : null
}

function editionsIn(archive: Archive, id: string, report: Report): readonly StoredEdition[] | null {
  const inventory = inventoryOf(archive, id, report)
  const shown = inventory && show(archive, id, report)
  if (inventory === null || shown === null) return null
  return shown
    .filter(({ status }) => status.kind !== 'notice')
    .map((one) => {
      const bytes = contentOf(archive, inventory, one.version, recordPath)
      const record = bytes === null || bytes === 'damaged' ? null : jsonObject(bytes)
      return { ...one, record, number: typeof record?.number === 'string' ? record.number : null }
    })
}

/**
 * The edition of a number, the newest where several have it, or of a version as `v2`; null: a finding says that there is
 * none.
 */
export function findEdition(
  archive: Archive,
  id: string,
  wanted: string,
  report: Report,
): StoredEdition | null {
  const editions = storedEditions(archive, id, report)
  if (editions === null) return null
  const found =
    editions.findLast(({ number }) => number === wanted) ?? editions.find(({ version }) => version === wanted)
  if (found !== undefined) return found
  const known = editions.map(({ number, version }) => number ?? version)
  const message = `\`${id}\` has no edition \`${wanted}\``
  report.error('archive/no-edition', message, placeInArchive(archive), didYouMean(wanted, known))
  return null
}

/** An edition and all its files. */
export interface OpenedEdition extends EditionFiles {
  readonly edition: StoredEdition
  /** As it is called in findings and reports. */
  readonly name: string
}

export function openEdition(
  archive: Archive,
  id: string,
  wanted: string,
  report: Report,
): OpenedEdition | null {
  const edition = findEdition(archive, id, wanted, report)
  const stored = edition && get(archive, id, edition.version, report)
  return stored && { ...stored, edition, name: `edition ${edition.number ?? edition.version}` }
}
