import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { bagOf } from '../edition/bag.ts'
import { openEdition, type StoredEdition, storedEditions } from '../edition/stored.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchive,
  withId,
} from './archive-open.ts'
import { writeWholeFolder } from './archive-whole-folder.ts'

export interface ExportOptions extends ArchiveOptions {
  /** The folder that becomes the bag. */
  readonly bag: string
}

/** Writes an edition, the newest where none is named, as a bag (RFC 8493). Returns the exit code. */
export function archiveExport(
  name: string,
  wanted: string | undefined,
  options: ExportOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      const version = wanted ?? storedEditions(at.archive, id, at.report)?.at(-1)?.version
      const opened = version === undefined ? null : openEdition(at.archive, id, version, at.report)
      const bag = opened && bagOf(opened, opened.name, at.report)
      if (opened === null || bag === null) return false
      const { edition } = opened
      warnOfWithdrawn(edition, opened.name, at)
      if (!writeWholeFolder(options.bag, bag, around, at.report)) return false
      at.tell(`${visible(options.bag)}  a bag of ${bag.size} files: ${visible(id)}, ${opened.name}`, {
        id,
        edition: edition.number,
        version: edition.version,
        bag: options.bag,
        files: bag.size,
      })
      return true
    }),
  )
}

/** A bag is the edition as it was published, and says nothing of what became of it. */
function warnOfWithdrawn({ status }: StoredEdition, name: string, { report }: AtArchive): void {
  if (status.kind !== 'withdrawn') return
  const message = `${name} is withdrawn, which its bag does not say: ${visible(status.reason)}`
  report.warning('archive/withdrawn', message, wholeFile(name), 'tell whom you give it to')
}
