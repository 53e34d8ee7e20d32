import type { Inventory, PathsByDigest } from '../ocfl/inventory.ts'
import type { NextVersion } from '../ocfl/next-version.ts'
import { inventoryFile, sidecarFile } from '../ocfl/write-inventory.ts'
import { byCodeUnit } from '../vault.ts'

/** A version that also has, of the files of the version before it, those that `keeps` names; their bytes are not needed. */
export function keeping(
  before: Inventory,
  made: NextVersion,
  keeps: (logicalPath: string) => boolean,
): NextVersion {
  const version = made.inventory.versions.get(made.name)
  const kept = before.versions.get(before.head)?.state
  if (version === undefined || kept === undefined) throw new Error('an inventory has its own versions')
  const state = merged(version.state, kept, keeps)
  const versions = new Map([...made.inventory.versions, [made.name, { ...version, state }]])
  const inventory = { ...made.inventory, versions }
  const file = inventoryFile(inventory)
  return { ...made, inventory, inventoryFile: file, sidecarFile: sidecarFile(inventory, file) }
}

function merged(own: PathsByDigest, kept: PathsByDigest, keeps: (path: string) => boolean): PathsByDigest {
  const state = new Map<string, readonly string[]>(own)
  for (const [digest, paths] of kept) {
    const more = paths.filter(keeps)
    if (more.length > 0) state.set(digest, [...(state.get(digest) ?? []), ...more].sort(byCodeUnit))
  }
  return new Map([...state].sort(([one], [other]) => byCodeUnit(one, other)))
}
