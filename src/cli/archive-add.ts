import type { Version } from '../archive/edition.ts'
import { add } from '../archive/store/add.ts'
import { placeInArchive } from '../archive/store/archive.ts'
import { isShortFor } from '../archive/store/ids.ts'
import { headOf, list } from '../archive/store/list.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { Request } from '../build.ts'
import { type EditionSettings, editionOf } from '../edition/edition.ts'
import { storedEditions } from '../edition/stored.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchive,
  keepingOf,
} from './archive-open.ts'
import { diskWorld } from './disk.ts'
import { progress } from './progress.ts'
import { readOptions, type WrittenOptions } from './read-options.ts'
import { type Target, targetsOf } from './requests.ts'

export interface AddOptions extends ArchiveOptions, Omit<WrittenOptions, 'draft'> {
  /** The number of the edition, as people count them. */
  readonly edition?: string
  readonly id?: string
  readonly note?: string
  /** Who adds it: a name, and an address in angle brackets. */
  readonly by?: string
  readonly withFonts?: boolean
  readonly acceptWarnings?: boolean
}

/** Builds the release of a publication and stores it. Returns the exit code: 0 stored, 1 an error, 2 wrong usage. */
export function archiveAdd(name: string, options: AddOptions, around: ArchiveSurroundings): number {
  return atArchive(options, name, around, (at) => {
    const { report } = at
    const { project, program } = around
    const { source } = diskWorld({ project, program, output: project })
    const settings = readOptions(options, around.epoch, report)
    const number = readNumber(options.edition, report)
    const [target] = targetsOf([name], source, report)
    if (number === null || target === undefined || report.failed) return false
    const id = options.id ?? keepingOf(name, around).id ?? knownId(at, target)
    if (id === null) return false
    const behind = headOf(at.archive, id, at.report)
    if (!isNew(at, id, number)) return false
    const request: Request = { ...target, ...settings, row: null }
    const done = progress(around.errors, target.name)
    const wish = settingsOf(at, id, number, options)
    const edition = editionOf(request, wish, source, report)
    done()
    if (edition === null) return false
    const message = `edition ${number}${options.note === undefined ? '' : `: ${options.note}`}`
    const version: Version = { id, message, user: userOf(options.by), files: edition.files }
    const added = add(at.archive, version, { evenIfUnchanged: true, behind }, report)
    if (added === null) return false
    const { version: stored, files, newFiles } = added
    at.tell(
      `${visible(id)}  edition ${visible(number)}  ${stored}  ${files} files, ${newFiles} of them new`,
      { ...added, edition: number },
    )
    return true
  })
}

/** Letters and digits, so that it can be cited, and named on the command line: `2`, `2.1`, `2024-rev`. */
function readNumber(written: string | undefined, report: Report): string | null {
  if (written !== undefined && /^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/.test(written) && !/^v\d+$/.test(written))
    return written
  const message =
    written === undefined
      ? 'the number of the edition is missing'
      : `\`${visible(written)}\` is no number of an edition`
  report.error('cli/usage', message, wholeFile('--edition'), 'write it as `--edition 2`; `v2` is a version')
  return null
}

/** The identifier that the archive has for a publication of this name; null: a finding asks for it. */
function knownId({ archive, report }: AtArchive, { name }: Target): string | null {
  const found = list(archive, report)
    .map(({ id }) => id)
    .filter((id) => isShortFor(name, id))
  if (found.length === 1) return found[0] ?? null
  const message =
    found.length === 0
      ? `the archive has no publication \`${name}\` yet: which is its identifier`
      : `\`${name}\` may be any of ${found.join(', ')}`
  const hint = `give it with \`--id tag:example.org,2024:${name}\` or as \`id:\` in its file: who owned the domain in which year, and a name`
  report.error('archive/which-id', message, placeInArchive(archive), hint)
  return null
}

/** Whether no edition has this number: two of one would be told apart by nobody. */
function isNew(at: AtArchive, id: string, number: string): boolean {
  const { archive, report } = at
  const editions = editionsOf(at, id)
  if (!editions.some((one) => one.number === number)) return true
  const hint = 'give the next one; what is stored is never replaced'
  report.error(
    'archive/same-edition',
    `\`${id}\` has an edition ${number} already`,
    placeInArchive(archive),
    hint,
  )
  return false
}

function editionsOf({ archive }: AtArchive, id: string) {
  // That it has none yet is no finding.
  return storedEditions(archive, id, new Report()) ?? []
}

function settingsOf(at: AtArchive, id: string, number: string, options: AddOptions): EditionSettings {
  const current = editionsOf(at, id).findLast(({ status }) => status.kind === 'current')
  return {
    id,
    number,
    note: options.note ?? null,
    supersedes: current?.number ?? null,
    withFonts: options.withFonts === true,
    acceptsWarnings: options.acceptWarnings === true,
    tools: {
      node: process.versions.node,
      zlib: process.versions.zlib ?? 'unknown',
      architecture: process.arch,
    },
  }
}

/** `Ada <ada@example.org>`: a name and an address, which OCFL wants as a URI. */
export function userOf(written: string | undefined): Version['user'] {
  if (written === undefined) return null
  const [, name = written, address = null] = /^(.*?)\s*<([^<>]+)>$/.exec(written) ?? []
  if (address === null) return { name, address: null }
  return { name, address: /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `mailto:${address}` }
}
