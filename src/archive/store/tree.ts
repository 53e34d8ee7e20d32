import { byCodeUnit, type EntryKind, inFolder, type Vault } from '../vault.ts'

/** Something under a folder, by its path from that folder. */
export interface Found {
  readonly path: string
  readonly kind: EntryKind
  /** A folder that nothing lies in. */
  readonly isEmpty: boolean
}

/** All that lies under a folder, folders as well, sorted by path; none where there is no such folder. */
export function everythingIn(vault: Vault, folder: string): readonly Found[] {
  const found: Found[] = []
  const open = ['']
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const { name, kind } of vault.list(joined(folder, below)) ?? []) {
      const path = inFolder(below, name)
      const isEmpty = kind === 'folder' && vault.list(joined(folder, path))?.length === 0
      found.push({ path, kind, isEmpty })
      if (kind === 'folder') open.push(path)
    }
  }
  return found.sort((one, other) => byCodeUnit(one.path, other.path))
}

/** Writes files into a folder that is made, folders and all, so that they outlast a failure of power. */
export function writeTree(vault: Vault, folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const folders = foldersOf([...files.keys()])
  for (const path of folders) vault.makeFolder(joined(folder, path))
  for (const [path, bytes] of files) vault.write(joined(folder, path), bytes)
  for (const path of folders.toReversed()) vault.sync(joined(folder, path))
}

/** Takes away a folder of what is no edition, with all that is in it. */
export function removeTree(vault: Vault, folder: string): void {
  for (const { name, kind } of vault.list(folder) ?? []) {
    const path = inFolder(folder, name)
    if (kind === 'folder') removeTree(vault, path)
    else vault.remove(path)
  }
  vault.remove(folder)
}

/** The folder that the paths begin from, and all that they lead through, each behind the one that it lies in. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set([''])
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at))
  }
  return [...folders].sort(byCodeUnit)
}

/** Either may be empty. */
function joined(folder: string, path: string): string {
  return path === '' ? folder : inFolder(folder, path)
}
