import { resolve } from 'node:path'
import { isBagError } from '../archive/bagit/problem.ts'
import { type Bag, readBag } from '../archive/bagit/read-bag.ts'
import { add } from '../archive/store/add.ts'
import { placeInArchive } from '../archive/store/archive.ts'
import { get } from '../archive/store/get.ts'
import { headOf } from '../archive/store/list.ts'
import { sameBytes } from '../archive/store/objects.ts'
import { type Vault, VaultError } from '../archive/vault.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { type BaggedEdition, editionInBag, ownFiles } from '../edition/bag.ts'
import { type StoredEdition, storedEditions } from '../edition/stored.ts'
import { userOf } from './archive-add.ts'
import { type ArchiveOptions, type ArchiveSurroundings, type AtArchive, atArchive } from './archive-open.ts'
import { diskVault } from './disk-vault.ts'

export interface ImportOptions extends ArchiveOptions {
  /** Who imports it. */
  readonly by?: string
}

/**
 * Stores the edition in a bag, once all of the bag has been found valid. Returns the exit code: 0 it is in the archive, now
 * or before; 1 an error, 2 wrong usage.
 */
export function archiveImport(folder: string, options: ImportOptions, around: ArchiveSurroundings): number {
  return atArchive(options, null, around, (at) => {
    const bag = openBag(folder, at)
    const edition = bag && editionInBag(bag, folder, at.report)
    if (edition === null) return false
    const { id, number } = edition.record
    const behind = headOf(at.archive, id, at.report)
    const stored = storedEditions(at.archive, id, new Report()) ?? []
    const same = stored.findLast((one) => one.number === number)
    if (same !== undefined) return isThere(edition, same, at)
    return isInOrder(edition, stored, at) && store(edition, behind, options.by, at)
  })
}

/** A bag that is valid; null: findings say what is wrong with it. */
function openBag(folder: string, { around, report }: AtArchive): Bag | null {
  const vault = vaultOf(folder, around, report)
  if (vault === null) return null
  const { bag, problems } = readBag(vault, '')
  for (const problem of problems) {
    const { severity, path, message } = problem
    const place = wholeFile(path === '' ? folder : `${folder}/${visible(path)}`)
    const hint = isBagError(problem)
      ? 'have the bag sent once more: nothing was imported'
      : 'it is taken as it is; whoever made the bag may mend that'
    report[severity]('archive/bag', `\`${visible(path === '' ? folder : path)}\` ${message}`, place, hint)
  }
  for (const path of bag?.others ?? []) {
    const hint = 'it lies beside the payload of the bag, and no edition has it'
    report.warning(
      'archive/bag',
      `\`${visible(path)}\` is left out`,
      wholeFile(`${folder}/${visible(path)}`),
      hint,
    )
  }
  return bag
}

function vaultOf(
  folder: string,
  { project, openVault = diskVault }: ArchiveSurroundings,
  report: Report,
): Vault | null {
  try {
    const vault = openVault(resolve(project, folder))
    if (vault.list('') !== null) return vault
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
  }
  const hint = 'name the folder that has `bagit.txt`; a bag that was packed into one file is unpacked first'
  report.error('archive/bag', `there is no folder \`${visible(folder)}\``, wholeFile(folder), hint)
  return null
}

/** Whether the archive has an edition of this number with the same bytes, which is said; another one is an error. */
function isThere({ files, record }: BaggedEdition, stored: StoredEdition, at: AtArchive): boolean {
  const { id, number } = record
  const { archive, report } = at
  const before = get(archive, id, stored.version, report)
  if (before === null) return false
  const other = differing(ownFiles(before.files), files)
  if (other === null) {
    const data = { id, edition: number, version: stored.version, isThere: true }
    at.tell(
      `${visible(id)}  edition ${visible(number)}  ${stored.version}  is there already, with the same bytes`,
      data,
    )
    return true
  }
  const message = `\`${id}\` has another edition ${number}: \`${visible(other)}\` is not the same`
  const hint =
    'compare the two with `bifolio archive diff` in another archive; what is stored is never replaced'
  report.error('archive/same-edition', message, placeInArchive(archive), hint)
  return false
}

/** The first path that two editions do not have the same; null: there is none. */
function differing(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): string | null {
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(path), other.get(path)]
    if (a === undefined || b === undefined || !sameBytes(a, b)) return path
  }
  return null
}

/** Behind the edition that took its place, an edition would be the current one again. */
function isInOrder({ record }: BaggedEdition, stored: readonly StoredEdition[], at: AtArchive): boolean {
  const { id, number } = record
  const later = stored.find((one) => one.record?.supersedes === number)
  if (later === undefined) return true
  const message = `edition ${later.number} of \`${id}\`, which took the place of edition ${number}, is in the archive already`
  const hint = 'import the editions of a publication oldest first, into an archive that has none of it'
  at.report.error('archive/late-edition', message, placeInArchive(at.archive), hint)
  return false
}

function store(
  { files, record }: BaggedEdition,
  behind: string | null,
  by: string | undefined,
  at: AtArchive,
): boolean {
  const { id, number, note } = record
  const message = `edition ${number}${note === null ? '' : `: ${note}`}`
  const version = { id, message, user: userOf(by), files }
  const added = add(at.archive, version, { evenIfUnchanged: false, behind }, at.report)
  if (added === null) return false
  const { version: stored, files: count, newFiles } = added
  at.tell(`${visible(id)}  edition ${visible(number)}  ${stored}  ${count} files, ${newFiles} of them new`, {
    ...added,
    edition: number,
    isThere: false,
  })
  return true
}
