import { visible } from '../base/visible.ts'
import { openEdition } from '../edition/stored.ts'
import { type ArchiveOptions, type ArchiveSurroundings, atArchive, withId } from './archive-open.ts'
import { writeFolder } from './write-folder.ts'

export interface GetOptions extends ArchiveOptions {
  readonly out: string
}

/** Gives back the files of an edition, each compared with its digest. Returns the exit code. */
export function archiveGet(
  name: string,
  wanted: string,
  options: GetOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      const opened = openEdition(at.archive, id, wanted, at.report)
      if (opened === null || !writeFolder(options.out, opened.files, around.project, at.report)) return false
      const { number, version } = opened.edition
      const { size } = opened.files
      at.tell(`${visible(options.out)}  ${size} files of ${opened.name} (${version})`, {
        id,
        edition: number,
        version,
        out: options.out,
        files: size,
      })
      return true
    }),
  )
}
