import type { ContentDigest, Inventory, PathsByDigest, SpecVersion } from './inventory.ts'
import { isObject, type Json, type JsonObject, readJson } from './json.ts'
import { fixityCodes, manifestCodes, readPaths, type Say } from './read-paths.ts'
import { isUri, readVersions } from './read-versions.ts'
import { checkVersionNames, sortedVersions } from './version-names.ts'
import { inventoryType } from './write-inventory.ts'

/** What is wrong with an inventory by itself: a code of OCFL's list and the words. */
export interface InventoryProblem {
  readonly code: string
  readonly message: string
}

export interface ReadInventory {
  /** What is sound of it; null: too little to know what the object holds. */
  readonly inventory: Inventory | null
  readonly problems: readonly InventoryProblem[]
}

/** Reads an inventory and says all that is wrong with it, of what can be known without the files (spec 3.5). */
export function readInventory(bytes: Uint8Array): ReadInventory {
  const problems: InventoryProblem[] = []
  const say: Say = (code, message) => problems.push({ code, message })
  const read = readJson(bytes)
  if (!read.ok) say('E033', `the inventory is no JSON: ${read.problem}`)
  else if (!isObject(read.value)) say('E033', 'the inventory is no JSON object')
  const inventory = read.ok && isObject(read.value) ? readBlocks(read.value, say) : null
  return { inventory, problems }
}

/** The inventory, where nothing is wrong with it that breaks a rule; null for any other. */
export function readSoundInventory(bytes: Uint8Array): Inventory | null {
  const { inventory, problems } = readInventory(bytes)
  return problems.some(({ code }) => code.startsWith('E')) ? null : inventory
}

const keys: ReadonlySet<string> = new Set([
  'id',
  'type',
  'digestAlgorithm',
  'head',
  'contentDirectory',
  'manifest',
  'versions',
  'fixity',
])

function readBlocks(object: JsonObject, say: Say): Inventory | null {
  for (const key of object.keys()) if (!keys.has(key)) say('E102', `the inventory has a key \`${key}\``)
  for (const key of ['id', 'type', 'digestAlgorithm', 'head'])
    if (!object.has(key)) say('E036', `the inventory has no \`${key}\``)
  const id = readId(object.get('id'), say)
  const specVersion = readType(object.get('type'), say)
  const digestAlgorithm = readAlgorithm(object.get('digestAlgorithm'), say)
  const contentDirectory = readContentDirectory(object.get('contentDirectory'), say)
  const manifest = readManifest(object.get('manifest'), say)
  const block = readVersionsBlock(object.get('versions'), say)
  const head = readHead(object.get('head'), block, say)
  const versions = block === null ? null : readVersions(block, object.get('manifest'), say)
  const fixity = readFixity(object.get('fixity'), say)
  if (id === null || specVersion === null || digestAlgorithm === null) return null
  if (manifest === null || head === null || versions === null) return null
  const inventory = { id, specVersion, digestAlgorithm, head, contentDirectory, manifest, versions, fixity }
  return withinVersions(inventory, say)
}

function readId(id: Json | undefined, say: Say): string | null {
  if (id === undefined) return null
  if (typeof id !== 'string' || id === '') {
    say('E037', 'the `id` is no text')
    return null
  }
  if (!isUri(id)) say('W005', `the id \`${id}\` is no URI`)
  return id
}

function readType(type: Json | undefined, say: Say): SpecVersion | null {
  if (type === undefined) return null
  const known: readonly SpecVersion[] = ['1.0', '1.1']
  const found = known.find((version) => inventoryType(version) === type) ?? null
  if (found === null) say('E038', 'the `type` is none of OCFL 1.0 or 1.1')
  return found
}

function readAlgorithm(name: Json | undefined, say: Say): ContentDigest | null {
  if (name === undefined) return null
  if (name === 'sha256') say('W004', 'the digests are sha256, not sha512')
  if (name === 'sha512' || name === 'sha256') return name
  say('E025', 'the `digestAlgorithm` is neither sha512 nor sha256')
  return null
}

function readContentDirectory(name: Json | undefined, say: Say): string {
  if (name === undefined) return 'content'
  if (typeof name !== 'string' || name === '') say('E108', '`contentDirectory` is no name of a folder')
  else if (/[/\\\0]/.test(name)) say('E017', `\`contentDirectory\` has a slash: \`${name}\``)
  else if (name === '.' || name === '..') say('E018', `\`contentDirectory\` is \`${name}\``)
  else return name
  return 'content'
}

function readManifest(block: Json | undefined, say: Say): PathsByDigest | null {
  if (block === undefined) say('E041', 'the inventory has no `manifest`')
  else if (!isObject(block)) say('E106', 'the `manifest` is no object')
  else return readPaths(block, 'manifest', manifestCodes, say)
  return null
}

function readVersionsBlock(block: Json | undefined, say: Say): JsonObject | null {
  if (block === undefined) say('E043', 'the inventory has no `versions`')
  else if (!isObject(block)) say('E044', '`versions` is no object')
  else {
    if (block.size === 0) say('E008', 'the inventory has no version')
    checkVersionNames([...block.keys()], say)
    return block
  }
  return null
}

function readHead(head: Json | undefined, versions: JsonObject | null, say: Say): string | null {
  if (head === undefined) return null
  if (typeof head !== 'string') {
    say('E040', 'the `head` is no name of a version')
    return null
  }
  const newest = sortedVersions(versions?.keys() ?? []).at(-1)
  if (newest === head) return head
  say(
    'E040',
    `the head is \`${head}\`; the newest version is ${newest === undefined ? 'none' : `\`${newest}\``}`,
  )
  return versions?.has(head) ? head : null
}

function readFixity(block: Json | undefined, say: Say): ReadonlyMap<string, PathsByDigest> {
  if (block === undefined) return new Map()
  if (!isObject(block)) {
    say('E111', '`fixity` is no object')
    return new Map()
  }
  const entries = [...block].map(([name, paths]) => {
    if (!isObject(paths)) say('E057', `the fixity block \`${name}\` is no object`)
    return [name, readPaths(paths, `fixity ${name}`, fixityCodes, say)] as const
  })
  return new Map(entries)
}

/** Content stands in a version's folder, and is of some version's state. */
function withinVersions(inventory: Inventory, say: Say): Inventory {
  const used = new Set([...inventory.versions.values()].flatMap(({ state }) => [...state.keys()]))
  const manifest = new Map<string, readonly string[]>()
  for (const [digest, paths] of inventory.manifest) {
    // OCFL 1.0 does not ask for it.
    if (inventory.specVersion !== '1.0' && !used.has(digest))
      say('E107', `no version has the digest that the manifest gives to \`${paths.join('`, `')}\``)
    manifest.set(
      digest,
      paths.filter((path) => isWithin(path, inventory, say)),
    )
  }
  return { ...inventory, manifest }
}

function isWithin(path: string, inventory: Inventory, say: Say): boolean {
  const isFound = path.includes('/') && inventory.versions.has(path.slice(0, path.indexOf('/')))
  if (!isFound) say('E042', `\`manifest\`: \`${path}\` is in no folder of a version`)
  return isFound
}
