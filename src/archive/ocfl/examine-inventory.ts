import { createHash } from 'node:crypto'
import type { Entry } from '../vault.ts'
import type { Examination } from './examination.ts'
import type { Inventory } from './inventory.ts'
import { readInventory } from './read-inventory.ts'
import { inventoryName } from './write-inventory.ts'

/** An inventory file as it was found in the root of an object or in a version's folder. */
export interface FoundInventory {
  readonly bytes: Uint8Array
  /** What could be read of it; null: too little. */
  readonly inventory: Inventory | null
  /** Nothing is wrong with it by itself, and its digest is the one stated beside it. */
  readonly isWhole: boolean
}

/** Reads the inventory of a folder (`''`: of the object's root) and compares it with its sidecar. Null: there is none. */
export function examineInventory(
  folder: string,
  entries: readonly Entry[],
  found: Examination,
): FoundInventory | null {
  const path = folder === '' ? inventoryName : `${folder}/${inventoryName}`
  if (!entries.some(({ name, kind }) => name === inventoryName && kind === 'file')) return null
  const bytes = found.read(path, 'E063')
  if (bytes === null) return null
  const { inventory, problems } = readInventory(bytes)
  for (const { code, message } of problems) found.say(code, path, message)
  const isSound = !problems.some(({ code }) => code.startsWith('E'))
  const isStated = inventory === null || examineSidecar(path, bytes, inventory, entries, found)
  return { bytes, inventory, isWhole: inventory !== null && isSound && isStated }
}

/** Whether the file beside an inventory states its digest (spec 3.6). */
function examineSidecar(
  path: string,
  bytes: Uint8Array,
  inventory: Inventory,
  entries: readonly Entry[],
  found: Examination,
): boolean {
  const name = `${inventoryName}.${inventory.digestAlgorithm}`
  const sidecar = `${path}.${inventory.digestAlgorithm}`
  if (!entries.some((entry) => entry.name === name && entry.kind === 'file')) {
    found.say('E058', sidecar, 'the file that states the digest of the inventory is missing')
    return false
  }
  const content = found.read(sidecar, 'E058')
  if (content === null) return false
  const stated = /^([0-9a-fA-F]+)[ \t]+inventory\.json\r?\n?$/.exec(
    Buffer.from(content).toString('latin1'),
  )?.[1]
  if (stated === undefined) {
    found.say('E061', sidecar, 'is not a digest, a space and `inventory.json`')
    return false
  }
  const digest = createHash(inventory.digestAlgorithm).update(bytes).digest('hex')
  if (stated.toLowerCase() === digest) return true
  found.say('E060', path, `its digest is not the one that \`${name}\` states: one of the two was changed`)
  return false
}

/** Whether a name is that of an inventory or of a sidecar of one. */
export function isInventoryFile(name: string, inventory: Inventory | null): boolean {
  if (name === inventoryName) return true
  if (inventory !== null) return name === `${inventoryName}.${inventory.digestAlgorithm}`
  return /^inventory\.json\.[a-z0-9-]+$/.test(name)
}
