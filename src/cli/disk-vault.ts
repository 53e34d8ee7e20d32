import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { byCodeUnit, inFolder, partsOf, type Vault, VaultError, type VaultProblem } from '../archive/vault.ts'
import { codeOf } from './output-disk.ts'
import {
  append,
  digestOf,
  kindAt,
  kindOfEntry,
  noFollow,
  readWhole,
  withFile,
  writeNew,
} from './vault-file.ts'

/**
 * The folder `root` of the disk as a vault. `root` itself may be reached by a link; in it none is followed: each folder on
 * the way is looked at before anything is done, and the last name is opened without following. Who may write in the vault
 * could still exchange a folder in between.
 */
export function diskVault(root: string): Vault {
  const real = asVaultError('', () => realpathSync(root))
  const place = (path: string): string => join(real, ...partsOf(path))
  /** Does something with a path whose folders are known to be folders. */
  const at = <T>(path: string, act: (place: string) => T): T =>
    asVaultError(path, () => {
      refuseLinks(real, path)
      return act(place(path))
    })
  return {
    list: (folder) =>
      at(folder, (found) => {
        if (kindAt(found) !== 'folder') return null
        const entries = readdirSync(found, { withFileTypes: true })
        return entries
          .map((entry) => ({ name: entry.name, kind: kindOfEntry(entry) }))
          .sort((one, other) => byCodeUnit(one.name, other.name))
      }),
    kindOf: (path) => at(path, kindAt),
    read: (path) => at(path, (found) => withFile(found, path, readWhole)),
    size: (path) => at(path, (found) => withFile(found, path, (handle) => fstatSync(handle).size)),
    digest: (path, algorithm) =>
      at(path, (found) => withFile(found, path, (handle) => digestOf(handle, algorithm))),
    makeFolder: (path) => at(path, (found) => makeFolder(found, path)),
    write: (path, bytes) => at(path, (found) => writeNew(found, bytes)),
    append: (path, bytes) => at(path, (found) => append(found, path, bytes)),
    sync: (folder) => at(folder, syncFolder),
    rename: (from, to) => at(from, (old) => at(to, (target) => rename(old, target, from, to))),
    link: (from, to) => at(from, (old) => at(to, (target) => link(old, target, from))),
    remove: (path) => at(path, (found) => remove(found, path)),
  }
}

/** Refuses a link, or what is no folder, on the way to a path. A folder that is missing stops the looking. */
function refuseLinks(root: string, path: string): void {
  const parts = partsOf(path).slice(0, -1)
  let folder = root
  let so = ''
  for (const part of parts) {
    folder = join(folder, part)
    so = inFolder(so, part)
    const kind = kindAt(folder)
    if (kind === 'link') throw new VaultError('denied', path, `\`${so}\` is a link`)
    if (kind !== 'folder') return
  }
}

function makeFolder(place: string, path: string): void {
  try {
    mkdirSync(place)
  } catch (problem) {
    if (codeOf(problem) !== 'EEXIST') throw problem
    const kind = kindAt(place)
    if (kind === 'link') throw new VaultError('denied', path, 'is a link')
    if (kind !== 'folder') throw new VaultError('io', path, 'is there and is no folder')
  }
}

/** Windows cannot open a folder, and keeps names in a journal of its own. */
function syncFolder(place: string): void {
  if (platform() === 'win32') return
  const handle = openSync(place, constants.O_RDONLY | constants.O_DIRECTORY | noFollow)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function rename(old: string, target: string, from: string, to: string): void {
  const [kind, there] = [kindAt(old), kindAt(target)]
  if (kind === 'link') throw new VaultError('denied', from, 'is a link')
  // The system would put one folder in the place of another that is empty.
  if (there !== null && (there === 'folder' || kind === 'folder'))
    throw new VaultError('io', to, 'is there already')
  renameSync(old, target)
}

/** Where files can have but one name (exFAT, some network disks), the content is written once more. */
function link(old: string, target: string, from: string): boolean {
  if (kindAt(old) !== 'file') throw new VaultError('io', from, 'there is no such file')
  try {
    linkSync(old, target)
    return true
  } catch (problem) {
    if (codeOf(problem) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(problem) ?? '')) throw problem
  }
  try {
    writeNew(target, withFile(old, from, readWhole) ?? new Uint8Array())
    return true
  } catch (problem) {
    if (codeOf(problem) === 'EEXIST') return false
    throw problem
  }
}

function remove(place: string, path: string): void {
  const kind = kindAt(place)
  if (kind === null) return
  if (kind === 'link') throw new VaultError('denied', path, 'is a link')
  if (kind === 'folder') rmdirSync(place)
  else unlinkSync(place)
}

/** The words of the operating system as the problems of a vault. */
function asVaultError<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (problem) {
    throw vaultErrorOf(path, problem)
  }
}

/** The problem of a vault that an error of the operating system is; any other error as it is. */
export function vaultErrorOf(path: string, problem: unknown): unknown {
  const code = codeOf(problem)
  if (problem instanceof VaultError || code === null) return problem
  const [kind, why] = problems.get(code) ?? (['io', `the disk answers ${code}`] as const)
  return new VaultError(kind, path, why)
}

const problems: ReadonlyMap<string, readonly [VaultProblem, string]> = new Map([
  ['ENOSPC', ['full', 'no space left on the disk']],
  ['EDQUOT', ['full', 'no space left in the quota']],
  ['EROFS', ['read-only', 'the disk is read-only']],
  ['EACCES', ['denied', 'permission denied']],
  ['EPERM', ['denied', 'the system does not permit it']],
  ['ELOOP', ['denied', 'a link is in the way']],
  ['ENOENT', ['io', 'there is no folder for it']],
  ['ENOTDIR', ['io', 'a file is where a folder should be']],
  ['EEXIST', ['io', 'is there already']],
  ['ENOTEMPTY', ['io', 'is not empty']],
])
