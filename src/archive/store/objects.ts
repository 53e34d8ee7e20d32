import { createHash } from 'node:crypto'
import type { Inventory } from '../ocfl/inventory.ts'
import { objectPath } from '../ocfl/layout.ts'
import { readSoundInventory } from '../ocfl/read-inventory.ts'
import { sortedVersions } from '../ocfl/version-names.ts'
import { inventoryName, sidecarFile } from '../ocfl/write-inventory.ts'
import { inFolder, type Vault } from '../vault.ts'
import { type Archive, storeFolder } from './archive.ts'

/** An inventory with the bytes that it was read from. */
export interface WholeInventory {
  readonly inventory: Inventory
  readonly bytes: Uint8Array
  /** Lower-case hex, in the algorithm of the inventory. */
  readonly digest: string
  readonly sidecar: { readonly name: string; readonly bytes: Uint8Array }
}

/** Where the object of an identifier lies, whether it is there or not. */
export function objectFolder({ layout }: Archive, id: string): string {
  return inFolder(storeFolder, objectPath(id, layout))
}

/** The folders of all objects, sorted by path: all that lie as deep as the layout puts them. */
export function objectFolders({ vault, layout }: Archive): readonly string[] {
  let folders: readonly string[] = [storeFolder]
  for (let depth = 0; depth <= layout.numberOfTuples; depth++)
    folders = folders.flatMap((folder) => foldersIn(vault, folder))
  const extensions = inFolder(storeFolder, 'extensions/')
  return folders.filter((folder) => !folder.startsWith(extensions))
}

/** The inventory in a folder, where it is sound and its sidecar has its digest; else null. */
export function wholeInventory(vault: Vault, folder: string): WholeInventory | null {
  const bytes = vault.read(inFolder(folder, inventoryName))
  const inventory = bytes && readSoundInventory(bytes)
  if (bytes === null || inventory === null) return null
  const sidecar = sidecarFile(inventory, { name: inventoryName, bytes })
  const written = vault.read(inFolder(folder, sidecar.name))
  if (written === null || !sameBytes(written, sidecar.bytes)) return null
  return { inventory, bytes, digest: digestOf(bytes, inventory), sidecar }
}

/**
 * The newest state of an object that can be known: its inventory, or, where that is damaged or half exchanged, the newest
 * copy that the folder of a version has.
 */
export function newestInventory(vault: Vault, folder: string): WholeInventory | null {
  const newest = wholeInventory(vault, folder)
  if (newest !== null) return newest
  for (const version of versionsIn(vault, folder).toReversed()) {
    const copy = wholeInventory(vault, inFolder(folder, version))
    if (copy?.inventory.head === version) return copy
  }
  return null
}

/** The names of the folders of versions, oldest first. */
export function versionsIn(vault: Vault, folder: string): readonly string[] {
  const entries = vault.list(folder) ?? []
  return sortedVersions(entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : [])))
}

/** In the algorithm of an inventory, lower-case hex. */
export function digestOf(bytes: Uint8Array, { digestAlgorithm }: Inventory): string {
  return createHash(digestAlgorithm).update(bytes).digest('hex')
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

/** The paths of the folders in a folder. */
export function foldersIn(vault: Vault, folder: string): readonly string[] {
  const entries = vault.list(folder) ?? []
  return entries.flatMap(({ name, kind }) => (kind === 'folder' ? [inFolder(folder, name)] : []))
}
