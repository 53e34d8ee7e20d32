import { versionNumber } from '../ocfl/version-names.ts'
import { inventoryName } from '../ocfl/write-inventory.ts'
import { inFolder, type Vault } from '../vault.ts'
import { sameBytes, versionsIn, type WholeInventory, wholeInventory } from './objects.ts'

/** What a kill left in an object. Anything else that is wrong there is damage, and left alone. */
export type LeftInProgress =
  /** The version is in its place and whole; the object's own inventory does not say so yet. */
  | { readonly kind: 'forwards'; readonly version: string; readonly copy: WholeInventory }
  /** A folder of a version that is not whole and that the object's inventory does not know. */
  | { readonly kind: 'back'; readonly version: string }

/**
 * What is in progress in an object where nobody writes; null: nothing. A commit puts the newest version's folder in its
 * place and then exchanges the object's inventory and its sidecar, each as a whole: so each of the two is that of the newest
 * version or of the one before, and nothing else.
 */
export function leftInProgress(vault: Vault, folder: string): LeftInProgress | null {
  const versions = versionsIn(vault, folder)
  const [newest, before] = [versions.at(-1), versions.at(-2)]
  const own = wholeInventory(vault, folder)
  if (newest === undefined || own?.inventory.head === newest) return null
  const isNext = own !== null && versionNumber(own.inventory.head) === (versionNumber(newest) ?? 0) - 1
  const copy = wholeInventory(vault, inFolder(folder, newest))
  if (copy === null || !isWholeVersion(vault, folder, newest, copy))
    return isNext ? { kind: 'back', version: newest } : null
  const earlier = before === undefined ? null : wholeInventory(vault, inFolder(folder, before))
  const isHalf = earlier !== null && isOfEither(vault, folder, earlier, copy)
  return isNext || isHalf ? { kind: 'forwards', version: newest, copy } : null
}

/** Whether a version's inventory is its own, and all that it added has its digest. */
function isWholeVersion(
  vault: Vault,
  folder: string,
  version: string,
  { inventory }: WholeInventory,
): boolean {
  if (inventory.head !== version) return false
  for (const [digest, paths] of inventory.manifest) {
    for (const path of paths) {
      if (!path.startsWith(`${version}/`)) continue
      if (vault.digest(inFolder(folder, path), inventory.digestAlgorithm) !== digest) return false
    }
  }
  return true
}

/** Whether an object's inventory and sidecar are each that of one of two versions. */
function isOfEither(vault: Vault, folder: string, one: WholeInventory, other: WholeInventory): boolean {
  const isOne = (path: string, choices: readonly Uint8Array[]): boolean => {
    const bytes = vault.read(inFolder(folder, path))
    return bytes !== null && choices.some((choice) => sameBytes(bytes, choice))
  }
  return (
    one.sidecar.name === other.sidecar.name &&
    isOne(inventoryName, [one.bytes, other.bytes]) &&
    isOne(other.sidecar.name, [one.sidecar.bytes, other.sidecar.bytes])
  )
}
