import { list, type Status } from '../archive/store/list.ts'
import { visible } from '../base/visible.ts'
import { findEdition, type StoredEdition, storedEditions } from '../edition/stored.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchive,
  withId,
} from './archive-open.ts'

/** Lists the publications of an archive, or the editions of one. Returns the exit code. */
export function archiveList(
  name: string | undefined,
  options: ArchiveOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name ?? null, around, (at) =>
    name === undefined ? listAll(at) : withId(at, name, (id) => listOne(at, id)),
  )
}

function listAll(at: AtArchive): boolean {
  for (const one of list(at.archive, at.report)) {
    const { id, head, stored, message } = one
    at.tell(`${visible(id)}  ${head}  ${stored}  ${visible(message ?? '')}`.trimEnd(), one)
  }
  return true
}

function listOne(at: AtArchive, id: string): boolean {
  const editions = storedEditions(at.archive, id, at.report)
  for (const one of editions ?? []) at.tell(lineOf(one), dataOf(id, one))
  return editions !== null
}

/** Shows what is known of an edition, of the newest where none is named. Returns the exit code. */
export function archiveShow(
  name: string,
  wanted: string | undefined,
  options: ArchiveOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      const edition =
        wanted === undefined
          ? (storedEditions(at.archive, id, at.report)?.at(-1) ?? null)
          : findEdition(at.archive, id, wanted, at.report)
      if (edition === null) return false
      const record = visibleLines(JSON.stringify(edition.record, null, 2))
      at.tell(`${visible(id)}\n${lineOf(edition)}\n${record}`, {
        ...dataOf(id, edition),
        record: edition.record,
      })
      return true
    }),
  )
}

function lineOf({ number, version, stored, status, message }: StoredEdition): string {
  return [
    `edition ${visible(number ?? '?')}`,
    version,
    stored,
    statusWords(status),
    ...(message === null ? [] : [visible(message)]),
  ].join('  ')
}

function dataOf(
  id: string,
  { number, version, stored, status, message, user, files }: StoredEdition,
): object {
  return { id, edition: number, version, stored, status, message, user, files }
}

/** What has become of an edition, in words. */
export function statusWords(status: Status): string {
  switch (status.kind) {
    case 'current':
      return 'current'
    case 'superseded':
      return `superseded by ${status.by}`
    case 'withdrawn':
      return `withdrawn: ${visible(status.reason)}`
    case 'notice':
      return 'a notice'
  }
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}
