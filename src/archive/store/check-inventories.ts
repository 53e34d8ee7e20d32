import { createHash } from 'node:crypto'
import type { ContentDigest } from '../ocfl/inventory.ts'
import { readSoundInventory } from '../ocfl/read-inventory.ts'
import { inventoryName } from '../ocfl/write-inventory.ts'
import { inFolder } from '../vault.ts'
import type { ObjectFiles } from './object-files.ts'
import { sameBytes } from './objects.ts'

/** Where an inventory and its sidecar should lie. */
export interface InventoriesAt {
  /** In the object; `''` is its root. */
  readonly folder: string
  /** Whose inventory it is; null: nobody knows. */
  readonly version: string | null
  /** The digest that the log has of it. */
  readonly logged: string | null
}

interface Pair extends InventoriesAt {
  readonly inventory: Uint8Array | null
  readonly sidecar: Uint8Array | null
  /** Of the inventory. */
  readonly digest: string | null
}

/**
 * Compares the inventories of an object and their sidecars with each other and with the log, and says which of two that do
 * not go together is damaged, where a third witness tells: the log, or the other copy of the newest one.
 */
export function checkInventories(
  files: ObjectFiles,
  places: readonly InventoriesAt[],
  algorithm: ContentDigest,
): void {
  const pairs = places.map((place): Pair => {
    const inventory = files.read(inFolder(place.folder, inventoryName))
    const sidecar = files.read(inFolder(place.folder, `${inventoryName}.${algorithm}`))
    const digest = inventory && createHash(algorithm).update(inventory).digest('hex')
    return { ...place, inventory, sidecar, digest }
  })
  for (const pair of pairs) checkPair(files, pair, witnessOf(pair, pairs), algorithm)
}

function checkPair(files: ObjectFiles, pair: Pair, witness: string | null, algorithm: ContentDigest): void {
  const { folder, inventory, sidecar, digest, logged } = pair
  const [path, sidecarPath] = [inventoryName, `${inventoryName}.${algorithm}`].map((name) =>
    inFolder(folder, name),
  )
  if (path === undefined || sidecarPath === undefined) return
  const fits = sidecar !== null && digest !== null && sameBytes(sidecar, sidecarBytes(digest))
  if (fits && logged !== null && logged !== digest)
    files.say('changed', path, 'is not the inventory that the log says was stored')
  // One that is as it was stored is sound.
  else if (fits && logged === null && inventory !== null && readSoundInventory(inventory) === null)
    files.say('damaged', path, 'is no sound inventory')
  if (fits) return
  const why = 'is damaged: inventory and sidecar do not go together'
  if (inventory !== null && digest !== witness && (witness !== null || sidecar !== null))
    files.say('damaged', path, why)
  const isRight = witness !== null && sidecar !== null && sameBytes(sidecar, sidecarBytes(witness))
  if (sidecar !== null && !isRight && (witness !== null || inventory !== null))
    files.say('damaged', sidecarPath, why)
}

/** The digest that an inventory should have, as a third one tells; null: none does. */
function witnessOf(pair: Pair, pairs: readonly Pair[]): string | null {
  if (pair.logged !== null) return pair.logged
  const copies = pairs.filter((other) => other !== pair && other.version === pair.version)
  const agreed = copies.find(
    ({ digest, sidecar }) => digest !== null && sidecar !== null && sameBytes(sidecar, sidecarBytes(digest)),
  )
  return agreed?.digest ?? null
}

function sidecarBytes(digest: string): Uint8Array {
  return new TextEncoder().encode(`${digest} ${inventoryName}\n`)
}
