import type { Entry, Vault } from '../vault.ts'
import { Examination } from './examination.ts'
import { examineContent, wholeVersions } from './examine-content.ts'
import { examineInventory, type FoundInventory, isInventoryFile } from './examine-inventory.ts'
import { examineVersion, type FoundVersion } from './examine-version.ts'
import { registeredExtensions } from './extensions.ts'
import type { Inventory, SpecVersion } from './inventory.ts'
import type { Verdict } from './verdict.ts'
import { checkVersionNames, sortedVersions, versionNumber } from './version-names.ts'
import { inventoryName } from './write-inventory.ts'

/** All that can be said of an object on the disk. */
export interface Inspection {
  readonly verdicts: readonly Verdict[]
  /** By the best inventory that there is; null: there is none that can be used. */
  readonly inventory: Inventory | null
  /** The specification that the object declares; null: none, or none that is known. */
  readonly specVersion: SpecVersion | null
  /** Versions of which each file is there and as it was, oldest first: what survives. */
  readonly whole: readonly string[]
}

/** What is wrong with an OCFL object; nothing: it is valid. Each file is read. */
export function validateObject(vault: Vault, folder: string): readonly Verdict[] {
  return inspectObject(vault, folder).verdicts
}

/** The same, and what survives. `onFile` is told each content path before it is read. */
export function inspectObject(
  vault: Vault,
  folder: string,
  onFile: (path: string) => void = () => {},
): Inspection {
  const found = new Examination(vault, folder)
  const entries = found.list('', 'E001')
  const root = examineInventory('', entries, found)
  if (root === null) found.say('E063', inventoryName, 'the object has no inventory')
  const specVersion = examineDeclaration(entries, root?.inventory?.specVersion ?? '1.1', found)
  if (root?.inventory && specVersion !== null && root.inventory.specVersion !== specVersion)
    found.say(
      'E038',
      'inventory.json',
      `its type is not that of OCFL ${specVersion}, which the object declares`,
    )
  examineEntries(entries, root?.inventory ?? null, found)
  const folders = sortedVersions(entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name))
  if (root?.inventory) compareVersions(folders, root.inventory, found)
  else checkVersionNames(folders, (code, message) => found.say(code, '', message))
  const versions = folders.map((name) => examineVersion(name, root, found))
  examineOrder(versions, found)
  const inventory = bestInventory(root, versions)
  const damaged = inventory === null ? null : examineContent(inventory, versions, found, onFile)
  const whole = inventory === null || damaged === null ? [] : wholeVersions(inventory, damaged)
  return { verdicts: found.verdicts, inventory, specVersion, whole }
}

/** The one file that says what the folder is (spec 3.2). */
function examineDeclaration(
  entries: readonly Entry[],
  expected: SpecVersion,
  found: Examination,
): SpecVersion | null {
  const declarations = entries.filter(({ name, kind }) => kind === 'file' && isDeclaration(name))
  const declared = declarations.filter(({ name }) => declarationName.test(name))
  for (const { name } of declarations)
    if (!declared.some((one) => one.name === name))
      found.say('E006', name, 'is no declaration of a version of OCFL that is known here')
  if (declared.length === 0)
    found.say('E003', `0=ocfl_object_${expected}`, 'the file that says which OCFL object this is is missing')
  else if (declared.length > 1)
    found.say('E003', '', 'has more than one file that says which OCFL object it is')
  for (const { name } of declared) {
    const content = found.read(name, 'E007')
    if (content !== null && Buffer.from(content).toString('latin1') !== `${name.slice(2)}\n`)
      found.say('E007', name, `does not say \`${name.slice(2)}\``)
  }
  const version = declared.length === 1 ? declarationName.exec(declared[0]?.name ?? '')?.[1] : null
  return version === '1.0' || version === '1.1' ? version : null
}

const declarationName = /^0=ocfl_object_(1\.[01])$/

function isDeclaration(name: string): boolean {
  return /^[0-9]=/.test(name)
}

/** Only what the specification names may lie in an object (spec 3.1). */
function examineEntries(entries: readonly Entry[], inventory: Inventory | null, found: Examination): void {
  for (const { name, kind } of entries) {
    if (kind === 'link' || kind === 'other') found.sayOdd(name, kind)
    else if (kind === 'file' && !isDeclaration(name) && !isInventoryFile(name, inventory))
      found.say('E001', name, 'a file that belongs in no object')
    else if (kind === 'folder' && name === 'extensions') examineExtensions(found)
    else if (kind === 'folder' && name !== 'logs' && versionNumber(name) === null)
      found.say('E001', name, 'a folder that belongs in no object')
  }
}

function examineExtensions(found: Examination): void {
  for (const { name, kind } of found.list('extensions', 'E067')) {
    const path = `extensions/${name}`
    if (kind !== 'folder') found.say('E067', path, 'is no folder of an extension')
    else if (!registeredExtensions.has(name)) found.say('W013', path, 'is no registered extension')
  }
}

/** Each version has a folder, and each folder is a version (spec 3.3, 3.5.3). */
function compareVersions(folders: readonly string[], inventory: Inventory, found: Examination): void {
  for (const name of folders)
    if (!inventory.versions.has(name)) found.say('E046', name, 'a version that the inventory does not name')
  const last = versionNumber(folders.at(-1) ?? '') ?? 0
  for (const name of inventory.versions.keys()) {
    if (folders.includes(name)) continue
    // Before the last folder it is a gap in their numbers.
    const code = (versionNumber(name) ?? 0) < last ? 'E010' : 'E046'
    found.say(code, name, 'the folder of a version that the inventory names is missing')
  }
}

/** No version is of an older specification than the one before (spec 3.7.1). */
function examineOrder(versions: readonly FoundVersion[], found: Examination): void {
  let newest: SpecVersion = '1.0'
  for (const { name, inventory } of versions) {
    const own: SpecVersion = inventory?.inventory?.specVersion ?? newest
    if (own < newest) found.say('E103', `${name}/inventory.json`, `is of OCFL ${own}, after one of ${newest}`)
    else newest = own
  }
}

/** The object's own, or else the newest of a version that is whole: with it the rest can still be proved. */
function bestInventory(root: FoundInventory | null, versions: readonly FoundVersion[]): Inventory | null {
  if (root?.isWhole) return root.inventory
  const own = versions.findLast(({ inventory }) => inventory?.isWhole)
  return own?.inventory?.inventory ?? root?.inventory ?? null
}
