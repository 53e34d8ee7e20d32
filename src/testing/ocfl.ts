import type { Inventory } from '../archive/ocfl/inventory.ts'
import { type NextVersion, nextVersion } from '../archive/ocfl/next-version.ts'
import { objectDeclaration } from '../archive/ocfl/root-files.ts'
import type { MemoryVault } from './memory-vault.ts'

/** The files of an edition by logical path, as text or bytes. */
export type TestFiles = Readonly<Record<string, string | Uint8Array>>

export const testId = 'tag:example.org,2026:guide'

/** Puts an object with these versions into a folder of a vault, as if it had been there; gives its inventory. */
export function putObject(
  vault: MemoryVault,
  folder: string,
  versions: readonly TestFiles[],
  id = testId,
): Inventory {
  vault.set(`${folder}/${objectDeclaration.name}`, objectDeclaration.bytes)
  let inventory: Inventory | null = null
  for (const [index, files] of versions.entries()) {
    const next = testVersion(inventory, files, index, id)
    for (const [path, bytes] of next.files) vault.set(`${folder}/${next.name}/${path}`, bytes)
    for (const { name, bytes } of [next.inventoryFile, next.sidecarFile]) {
      vault.set(`${folder}/${next.name}/${name}`, bytes)
      vault.set(`${folder}/${name}`, bytes)
    }
    inventory = next.inventory
  }
  if (inventory === null) throw new Error('an object has at least one version')
  return inventory
}

/** The version after `previous`, made a day later than that. */
export function testVersion(
  previous: Inventory | null,
  files: TestFiles,
  index = 0,
  id = testId,
): NextVersion {
  const encoder = new TextEncoder()
  const bytes = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content] as const,
  )
  const user = { name: 'Ada', address: 'mailto:ada@example.org' }
  const version = { id, message: `edition ${index + 1}`, user, files: new Map(bytes) }
  return nextVersion(previous, version, new Date(Date.UTC(2026, 0, index + 1)))
}
