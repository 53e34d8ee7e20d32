import type { Inventory } from '../ocfl/inventory.ts'
import { isObject, type Json, jsonObject, readJson, writeJson } from '../ocfl/json.ts'
import { byCodeUnit } from '../vault.ts'

/** The logical path of the notices of a publication. It is the archive's own, and goes from version to version. */
export const statusPath = 'status.json'

/** That a version was withdrawn. It stays readable. */
export interface Withdrawal {
  readonly version: string
  readonly reason: string
  /** RFC 3339. */
  readonly at: string
}

/** The notices as a file, sorted by version. */
export function writeStatus(withdrawals: readonly Withdrawal[]): Uint8Array {
  const entries = withdrawals.map(({ version, reason, at }): [string, Json] => [
    version,
    jsonObject({ reason, at }),
  ])
  return writeJson(new Map([['withdrawn', new Map(entries)]]))
}

/** Reads notices; what is none is left out. */
export function readStatus(bytes: Uint8Array): readonly Withdrawal[] {
  const read = readJson(bytes)
  const block = read.ok && isObject(read.value) ? read.value.get('withdrawn') : undefined
  if (!isObject(block)) return []
  return [...block].flatMap(([version, notice]) => {
    const [reason, at] = isObject(notice) ? [notice.get('reason'), notice.get('at')] : []
    return typeof reason === 'string' && typeof at === 'string' ? [{ version, reason, at }] : []
  })
}

/** Whether two versions hold the same files, notices aside. */
export function sameFiles(inventory: Inventory, one: string, other: string): boolean {
  return filesText(inventory, one) === filesText(inventory, other)
}

/** Whether a version only brings a notice: it has the files of the one before. */
export function isNotice(inventory: Inventory, version: string): boolean {
  const names = [...inventory.versions.keys()]
  const before = names[names.indexOf(version) - 1]
  if (before === undefined || !sameFiles(inventory, version, before)) return false
  return statusDigest(inventory, version) !== statusDigest(inventory, before)
}

/** Each logical path with its digest. */
export function digestsOf(inventory: Inventory, version: string): ReadonlyMap<string, string> {
  const state = inventory.versions.get(version)?.state ?? new Map<string, readonly string[]>()
  const digests = [...state].flatMap(([digest, paths]) =>
    paths.map((path): [string, string] => [path, digest]),
  )
  return new Map(digests.sort(([one], [other]) => byCodeUnit(one, other)))
}

function statusDigest(inventory: Inventory, version: string): string | null {
  return digestsOf(inventory, version).get(statusPath) ?? null
}

function filesText(inventory: Inventory, version: string): string {
  return JSON.stringify([...digestsOf(inventory, version)].filter(([path]) => path !== statusPath))
}
