import type { Entry } from '../vault.ts'
import type { Examination } from './examination.ts'
import { examineInventory, type FoundInventory, isInventoryFile } from './examine-inventory.ts'
import type { Inventory, InventoryVersion, PathsByDigest } from './inventory.ts'
import { digestsByPath } from './inventory.ts'
import { sortedVersions } from './version-names.ts'

/** What stands in the folder of a version. */
export interface FoundVersion {
  readonly name: string
  readonly inventory: FoundInventory | null
  /** Content paths of the files that are there, sorted. */
  readonly files: readonly string[]
}

/** Looks at a version's folder: what lies in it, its own inventory, its files (spec 3.3, 3.7). */
export function examineVersion(name: string, root: FoundInventory | null, found: Examination): FoundVersion {
  const entries = found.list(name, 'E001')
  const inventory = examineInventoryOf(name, entries, root, found)
  const known = root?.inventory ?? inventory?.inventory ?? null
  const contentDirectory = known?.contentDirectory ?? 'content'
  for (const entry of entries) {
    const path = `${name}/${entry.name}`
    if (entry.kind === 'folder' && entry.name !== contentDirectory)
      found.say('W002', path, 'a folder that is not the one for content')
    else if (
      entry.kind === 'file' &&
      (inventory === null || !isInventoryFile(entry.name, inventory.inventory))
    )
      // A digest without its inventory too.
      found.say('E015', path, 'a file that belongs in no folder of a version')
    else found.sayOdd(path, entry.kind)
  }
  const content = entries.find((entry) => entry.name === contentDirectory && entry.kind === 'folder')
  const files: string[] = []
  if (content !== undefined) {
    const path = `${name}/${contentDirectory}`
    walk(path, files, found)
    if (files.length === 0) found.say('W003', path, 'a folder for content in a version that has none')
  }
  return { name, inventory, files }
}

/** One that is the root's, byte for byte, has been read. */
function examineInventoryOf(
  name: string,
  entries: readonly Entry[],
  root: FoundInventory | null,
  found: Examination,
): FoundInventory | null {
  const inventory = examineInventory(name, entries, found)
  if (inventory === null) found.say('W010', name, 'a version without an inventory of its own')
  else if (root !== null) compareWithRoot(name, inventory, root, found)
  return inventory
}

/** All files below a folder, in the order of its entries. Folders without anything are said. */
function walk(folder: string, files: string[], found: Examination): void {
  // A vault can be asked for no name with a backslash: what is in such a folder stays unknown, and is none of the object's.
  const entries = folder.includes('\\') ? [] : found.list(folder, 'E092')
  const isTop = folder.split('/').length === 2
  if (entries.length === 0 && !isTop) found.say('E024', folder, 'an empty folder among the content')
  for (const { name, kind } of entries) {
    const path = `${folder}/${name}`
    if (kind === 'file') files.push(path)
    else if (kind === 'folder') walk(path, files, found)
    else found.sayOdd(path, kind)
  }
}

/** A version's inventory says of its own time what the object's says (spec 3.7). */
function compareWithRoot(
  name: string,
  own: FoundInventory,
  { inventory: now, bytes }: FoundInventory,
  found: Examination,
): void {
  const path = `${name}/inventory.json`
  const then = own.inventory
  if (now !== null && now.head === name && !Buffer.from(own.bytes).equals(bytes))
    found.say('E064', path, 'the inventory of the object is not the one of its newest version')
  if (then === null || now === null) return
  if (then.head !== name) found.say('E040', path, `its head is \`${then.head}\``)
  if (then.id !== now.id) found.say('E037', path, `its id is \`${then.id}\`; the object’s is \`${now.id}\``)
  if (then.contentDirectory !== now.contentDirectory)
    found.say('E019', path, 'its folder for content is not named as the object’s is')
  for (const version of sortedVersions(then.versions.keys())) {
    const [before, after] = [then.versions.get(version), now.versions.get(version)]
    if (before === undefined || after === undefined || before === after) continue
    if (!isSameState({ inventory: then, version: before }, { inventory: now, version: after }))
      found.say('E066', path, `says of \`${version}\` another state than the inventory of the object`)
    else if (!isSameRecord(before, after))
      found.say(
        'W011',
        path,
        `says of \`${version}\` another date, message or user than the inventory of the object`,
      )
  }
}

interface Said {
  readonly inventory: Inventory
  readonly version: InventoryVersion
}

/** With one algorithm digests are compared; with two, the files that they stand for, as far as both know them. */
function isSameState(before: Said, after: Said): boolean {
  if (before.inventory.digestAlgorithm === after.inventory.digestAlgorithm)
    return isSameBlock(before.version.state, after.version.state)
  const [old, now] = [digestsByPath(before.version.state), digestsByPath(after.version.state)]
  if (old.size !== now.size) return false
  const known = new Set([...before.inventory.manifest.values()].flat())
  return [...old].every(([path, digest]) => {
    const other = now.get(path)
    if (other === undefined) return false
    return isSameContent(before.inventory.manifest, digest, after.inventory.manifest, other, known)
  })
}

/** Of an object of many versions most states are compared many times: in their order first, then as sets. */
function isSameBlock(before: PathsByDigest, after: PathsByDigest): boolean {
  if (before.size !== after.size) return false
  for (const [digest, paths] of before) {
    const others = after.get(digest)
    if (others === undefined || others.length !== paths.length) return false
    if (paths.some((path, index) => path !== others[index]) && !isSameSet(paths, others)) return false
  }
  return true
}

/** Whether two lists without repetitions, of one length, have the same members. */
function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const members = new Set(one)
  return other.every((path) => members.has(path))
}

function isSameContent(
  before: PathsByDigest,
  digest: string,
  after: PathsByDigest,
  other: string,
  known: ReadonlySet<string>,
): boolean {
  const old = [...(before.get(digest) ?? [])].sort()
  const now = (after.get(other) ?? []).filter((path) => known.has(path)).sort()
  return old.length === now.length && old.every((path, index) => path === now[index])
}

function isSameRecord(before: InventoryVersion, after: InventoryVersion): boolean {
  return (
    before.created === after.created &&
    before.message === after.message &&
    before.user?.name === after.user?.name &&
    before.user?.address === after.user?.address
  )
}
