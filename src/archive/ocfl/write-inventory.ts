import { createHash } from 'node:crypto'
import { byCodeUnit } from '../vault.ts'
import type { Inventory, InventoryVersion, PathsByDigest } from './inventory.ts'
import { type Json, type JsonObject, jsonObject, writeJson } from './json.ts'

/** A file by the name that it has in its folder. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const inventoryName = 'inventory.json'

/** An inventory as the bytes of its file: the same inventory, the same bytes. */
export function inventoryFile(inventory: Inventory): NamedFile {
  const fields: [string, Json][] = [
    ['id', inventory.id],
    ['type', inventoryType(inventory.specVersion)],
    ['digestAlgorithm', inventory.digestAlgorithm],
    ['head', inventory.head],
    ['manifest', pathsJson(inventory.manifest)],
    ['versions', new Map([...inventory.versions].map(([name, version]) => [name, versionJson(version)]))],
  ]
  if (inventory.contentDirectory !== 'content') fields.push(['contentDirectory', inventory.contentDirectory])
  if (inventory.fixity.size > 0)
    fields.push(['fixity', new Map([...inventory.fixity].map(([name, block]) => [name, pathsJson(block)]))])
  return { name: inventoryName, bytes: writeJson(new Map(fields)) }
}

/** The file that states the digest of an inventory (spec 3.6). */
export function sidecarFile(inventory: Inventory, file: NamedFile): NamedFile {
  const digest = createHash(inventory.digestAlgorithm).update(file.bytes).digest('hex')
  return {
    name: `${inventoryName}.${inventory.digestAlgorithm}`,
    bytes: new TextEncoder().encode(`${digest} ${inventoryName}\n`),
  }
}

/** The `type` of an inventory: where in the specification it is described. */
export function inventoryType(specVersion: string): string {
  return `https://ocfl.io/${specVersion}/spec/#inventory`
}

function versionJson({ created, state, message, user }: InventoryVersion): JsonObject {
  const fields: [string, Json][] = [
    ['created', created],
    ['state', pathsJson(state)],
  ]
  if (message !== null) fields.push(['message', message])
  if (user !== null)
    fields.push([
      'user',
      jsonObject(user.address === null ? { name: user.name } : { name: user.name, address: user.address }),
    ])
  return new Map(fields)
}

function pathsJson(paths: PathsByDigest): JsonObject {
  return new Map([...paths].map(([digest, names]) => [digest, [...names].sort(byCodeUnit)]))
}
