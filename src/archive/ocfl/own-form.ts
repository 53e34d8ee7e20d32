import { inFolder, type Vault } from '../vault.ts'
import type { Inventory } from './inventory.ts'
import { objectDeclaration } from './root-files.ts'
import { versionNumber } from './version-names.ts'
import { inventoryFile, type NamedFile, sidecarFile } from './write-inventory.ts'

/** A file of an object that is not as this program writes it, missing or extra. */
export interface OwnProblem {
  /** From the root of the vault. */
  readonly path: string
  readonly message: string
}

/**
 * Holds an object against the form in which this program writes it. OCFL lets digests stand in capitals, versions go
 * without an inventory, and logs lie beside; here each file that is no content is known to the byte from the inventory
 * alone, and no other file is there. Content is not read: `inspectObject` does that.
 */
export function checkOwnForm(vault: Vault, folder: string, inventory: Inventory): readonly OwnProblem[] {
  const problems: OwnProblem[] = []
  const say = (path: string, message: string): number =>
    problems.push({ path: inFolder(folder, path), message })
  const expected = new Set([...inventory.manifest.values()].flat())
  for (const { name, bytes } of writtenFiles(inventory)) {
    expected.add(name)
    const found = vault.read(inFolder(folder, name))
    if (found === null) say(name, 'is missing')
    else if (!Buffer.from(found).equals(bytes)) say(name, 'is not as it was written')
  }
  for (const path of filesBelow(vault, folder, ''))
    if (!expected.has(path)) say(path, 'belongs to no version')
  return problems
}

/** Declaration, inventories and sidecars of an object, by their path in it: all that is written beside content. */
export function* writtenFiles(inventory: Inventory): Generator<NamedFile> {
  yield objectDeclaration
  yield* withSidecar('', inventory)
  for (const version of inventory.versions.keys()) yield* withSidecar(`${version}/`, asOf(inventory, version))
}

/** The inventory as it was when this version was the newest: content is only ever added. */
export function asOf(inventory: Inventory, version: string): Inventory {
  const number = versionNumber(version) ?? 0
  const isThen = (name: string): boolean => (versionNumber(name) ?? 0) <= number
  const isOld = (path: string): boolean => isThen(path.slice(0, path.indexOf('/')))
  const manifest = [...inventory.manifest]
    .map(([digest, paths]) => [digest, paths.filter(isOld)] as const)
    .filter(([, paths]) => paths.length > 0)
  return {
    ...inventory,
    head: version,
    manifest: new Map(manifest),
    versions: new Map([...inventory.versions].filter(([name]) => isThen(name))),
  }
}

function* withSidecar(folder: string, inventory: Inventory): Generator<NamedFile> {
  const file = inventoryFile(inventory)
  for (const { name, bytes } of [file, sidecarFile(inventory, file)]) yield { name: folder + name, bytes }
}

/** Whatever is no folder, and empty folders. */
function filesBelow(vault: Vault, folder: string, path: string): readonly string[] {
  const entries = vault.list(path === '' ? folder : inFolder(folder, path)) ?? []
  if (entries.length === 0 && path !== '') return [path]
  return entries.flatMap(({ name, kind }) => {
    const below = inFolder(path, name)
    return kind === 'folder' && !name.includes('\\') ? filesBelow(vault, folder, below) : [below]
  })
}
