import { createHash } from 'node:crypto'
import type { Inventory } from '../ocfl/inventory.ts'
import { inFolder } from '../vault.ts'
import type { Archive } from './archive.ts'
import { objectFolder } from './objects.ts'
import { digestsOf } from './status.ts'

/** The bytes of a logical path in a version, read and compared with their digest; null: the version has no such path. */
export function contentOf(
  archive: Archive,
  inventory: Inventory,
  version: string,
  logicalPath: string,
): Uint8Array | null | 'damaged' {
  const digest = digestsOf(inventory, version).get(logicalPath)
  return digest === undefined ? null : contentWith(archive, inventory, digest)
}

/** The bytes that have a digest, from the first of the files that should have it and do. */
export function contentWith(archive: Archive, inventory: Inventory, digest: string): Uint8Array | 'damaged' {
  const folder = objectFolder(archive, inventory.id)
  for (const path of inventory.manifest.get(digest) ?? []) {
    const bytes = archive.vault.read(inFolder(folder, path))
    if (bytes && createHash(inventory.digestAlgorithm).update(bytes).digest('hex') === digest) return bytes
  }
  return 'damaged'
}
