import { objectPath } from '../ocfl/layout.ts'
import type { NextVersion } from '../ocfl/next-version.ts'
import { objectDeclaration } from '../ocfl/root-files.ts'
import { inFolder, VaultError } from '../vault.ts'
import { type Archive, storeFolder } from './archive.ts'
import { objectFolder, sameBytes, type WholeInventory } from './objects.ts'
import type { Staging } from './staging.ts'
import { writeTree } from './tree.ts'

/** A version that is written and synced, and that one rename makes part of the archive. */
export interface Staged {
  readonly id: string
  readonly next: NextVersion
  /** The folder that is put in its place: that of a version, or all that leads to a new object. */
  readonly kind: 'new object' | 'new version'
}

/** Writes a version into the staging folder. */
export function stage(archive: Archive, id: string, next: NextVersion, staging: Staging): Staged {
  const { vault, layout } = archive
  const inventories = [next.inventoryFile, next.sidecarFile].map(({ name, bytes }) => [name, bytes] as const)
  const version = new Map(
    [...next.files, ...inventories].map(([path, bytes]) => [`${next.name}/${path}`, bytes]),
  )
  const isNew = next.inventory.versions.size === 1
  const object = isNew ? [...version, [objectDeclaration.name, objectDeclaration.bytes] as const] : version
  const files = new Map([...object, ...inventories])
  const top = isNew ? inFolder(objectTree, objectPath(id, layout)) : objectTree
  writeTree(vault, staging.folder, new Map([...files].map(([path, bytes]) => [inFolder(top, path), bytes])))
  return { id, next, kind: isNew ? 'new object' : 'new version' }
}

/** The folder in a staging folder that has the form of the object, or of the storage root above a new one. */
const objectTree = 'staged'

/**
 * Makes a staged version part of the archive by one rename; false: another writer was there before. From here on it is
 * stored: what a kill leaves undone is done by `repair`.
 */
export function commit(archive: Archive, { id, next, kind }: Staged, staging: Staging): boolean {
  const { vault } = archive
  if (kind === 'new object') return placeObject(archive, id, staging)
  const target = inFolder(objectFolder(archive, id), next.name)
  if (!placeFolder(archive, `${staging.folder}/${objectTree}/${next.name}`, target)) return false
  // On the disk before the object's inventory names it.
  vault.sync(objectFolder(archive, id))
  return true
}

/** Whether this version is in its place, and not one that another writer put there. */
export function isPlaced(archive: Archive, { id, next }: Staged): boolean {
  const { name, bytes } = next.sidecarFile
  const found = archive.vault.read(inFolder(objectFolder(archive, id), `${next.name}/${name}`))
  return found !== null && sameBytes(found, bytes)
}

/** Exchanges the object's inventory and sidecar for those of a version that is in its place. */
export function finish(archive: Archive, { id, next, kind }: Staged, staging: Staging): void {
  if (kind === 'new object') return
  const folder = objectFolder(archive, id)
  for (const { name } of [next.inventoryFile, next.sidecarFile])
    archive.vault.rename(`${staging.folder}/${objectTree}/${name}`, inFolder(folder, name))
  archive.vault.sync(folder)
}

/** The same for a version whose writer was killed. */
export function finishForwards(
  archive: Archive,
  folder: string,
  copy: WholeInventory,
  staging: Staging,
): void {
  const { vault } = archive
  const files = [{ name: 'inventory.json', bytes: copy.bytes }, copy.sidecar]
  for (const { name, bytes } of files) {
    const own = inFolder(staging.folder, name)
    vault.remove(own)
    vault.write(own, bytes)
    vault.rename(own, inFolder(folder, name))
  }
  vault.sync(folder)
}

/**
 * Puts a new object into the storage root together with the folders above it that are not there yet, so that none of them
 * is ever empty (E073). Another writer may make one of them meanwhile: then the next one below is put into it.
 */
function placeObject(archive: Archive, id: string, staging: Staging): boolean {
  const { vault, layout } = archive
  const parts = objectPath(id, layout).split('/')
  for (let depth = 1; depth <= parts.length; depth++) {
    const path = parts.slice(0, depth).join('/')
    const target = inFolder(storeFolder, path)
    if (!placeFolder(archive, `${staging.folder}/${objectTree}/${path}`, target)) continue
    vault.sync(inFolder(storeFolder, parts.slice(0, depth - 1).join('/')).replace(/\/$/, ''))
    return true
  }
  return false
}

/** False: there is something of that name. */
function placeFolder({ vault }: Archive, from: string, to: string): boolean {
  if (vault.kindOf(to) !== null) return false
  try {
    vault.rename(from, to)
    return true
  } catch (problem) {
    // Put there since we looked, by another.
    if (problem instanceof VaultError && vault.kindOf(from) !== null && vault.kindOf(to) !== null)
      return false
    throw problem
  }
}
