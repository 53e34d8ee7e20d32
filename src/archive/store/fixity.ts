import { digestsByPath, type Inventory } from '../ocfl/inventory.ts'
import { checkOwnForm } from '../ocfl/own-form.ts'
import { objectDeclaration } from '../ocfl/root-files.ts'
import { sortedVersions } from '../ocfl/version-names.ts'
import { inFolder, type Vault } from '../vault.ts'
import { checkInventories, type InventoriesAt } from './check-inventories.ts'
import { ObjectFiles } from './object-files.ts'
import { newestInventory } from './objects.ts'

/** A part of a verification: an object. Plain data, so that a thread or another machine that has the files can do it. */
export interface FixityUnit {
  /** From the root of the vault. */
  readonly folder: string
  /** What the log says of it: its identifier, and its versions with the digests of their inventories. Null: nothing. */
  readonly logged: Logged | null
}

interface Logged {
  readonly id: string
  readonly inventories: Readonly<Record<string, string>>
}

/** `changed`: whole by itself, but not what the log says was stored. */
export type DamageKind = 'damaged' | 'missing' | 'extra' | 'changed'

export interface Damage {
  readonly kind: DamageKind
  /** From the root of the vault. */
  readonly path: string
  /** What is wrong, in words that follow the path. */
  readonly why: string
}

/** What came of a unit. */
export interface Fixity {
  readonly folder: string
  /** Null: nothing tells it any more. */
  readonly id: string | null
  /** How many were read. */
  readonly files: number
  readonly damages: readonly Damage[]
  /** Versions all of whose files are whole, oldest first, and the others. */
  readonly whole: readonly string[]
  readonly harmed: readonly string[]
}

/** Reads every byte of an object; `onFile` is told of each file that was read. */
export function checkObject(vault: Vault, unit: FixityUnit, onFile: () => void): Fixity {
  const { folder, logged } = unit
  const known = newestInventory(vault, folder)?.inventory ?? null
  const names = sortedVersions(
    new Set([...(known?.versions.keys() ?? []), ...Object.keys(logged?.inventories ?? {})]),
  )
  const damages: Damage[] = []
  const files = new ObjectFiles(vault, folder, onFile, (kind, path, why) =>
    damages.push({ kind, path: path === '' ? folder : inFolder(folder, path), why }),
  )
  if (vault.kindOf(folder) === null) files.say('missing', '', 'is missing with all that was in it')
  else {
    checkFiles(files, known, logged, names)
    if (known !== null) damages.push(...otherForm(vault, folder, known, damages))
  }
  const digests = files.digests
  const whole = names.filter((name) => known !== null && isWhole(known, name, digests))
  return {
    folder,
    id: known?.id ?? logged?.id ?? null,
    files: files.count,
    damages,
    whole,
    harmed: names.filter((name) => !whole.includes(name)),
  }
}

function checkFiles(
  files: ObjectFiles,
  known: Inventory | null,
  logged: Logged | null,
  names: readonly string[],
): void {
  files.expect(objectDeclaration.name, objectDeclaration.bytes)
  if (known !== null && logged !== null && known.id !== logged.id)
    files.say('changed', '', `holds \`${known.id}\`, which belongs elsewhere`)
  const digests = logged?.inventories ?? {}
  const head = names.at(-1)
  const places: readonly InventoriesAt[] = [
    { folder: '', version: head ?? null, logged: head === undefined ? null : (digests[head] ?? null) },
    ...names.map((name) => ({ folder: name, version: name, logged: digests[name] ?? null })),
  ]
  checkInventories(files, places, known?.digestAlgorithm ?? 'sha512')
  for (const [path, digest] of digestsByPath(known?.manifest ?? new Map()))
    files.expectDigest(path, digest, known?.digestAlgorithm ?? 'sha512')
  // Without an inventory nobody can tell what belongs there.
  if (known !== null) files.sayExtra()
}

/** What is whole by itself, and not as this program writes it: the other checks have found all else. */
function otherForm(
  vault: Vault,
  folder: string,
  known: Inventory,
  damages: readonly Damage[],
): readonly Damage[] {
  // A folder that is empty since its file is missing is no other damage.
  const isSaid = (path: string): boolean =>
    damages.some((one) => one.path === path || one.path.startsWith(`${path}/`))
  return checkOwnForm(vault, folder, known).flatMap(({ path, message }): Damage | readonly [] =>
    isSaid(path) ? [] : { kind: 'changed', path, why: message },
  )
}

/** Whether for each file of a version there is one with its digest. */
function isWhole(inventory: Inventory, version: string, digests: ReadonlySet<string>): boolean {
  const state = inventory.versions.get(version)?.state
  return state !== undefined && [...state.keys()].every((digest) => digests.has(digest))
}
