import type { DigestAlgorithm } from '../vault.ts'
import type { Examination } from './examination.ts'
import type { FoundVersion } from './examine-version.ts'
import { digestsByPath, type Inventory } from './inventory.ts'
import { versionNumber } from './version-names.ts'

/** Compares the files of an object with its inventory: the content paths that are damaged or missing. */
export function examineContent(
  inventory: Inventory,
  versions: readonly FoundVersion[],
  found: Examination,
  onFile: (path: string) => void,
): ReadonlySet<string> {
  const there = new Set(versions.flatMap(({ files }) => files))
  const expected = digestsByPath(inventory.manifest)
  for (const path of there)
    if (!expected.has(path)) found.say('E023', path, 'a file that the inventory does not name')
  const damaged = new Set<string>()
  for (const [path, digest] of expected) {
    onFile(path)
    if (!isWhole(path, digest, inventory.digestAlgorithm, found)) damaged.add(path)
  }
  for (const version of versions) examineOlder(version, inventory, expected, versions, found)
  examineFixity(inventory, found)
  return damaged
}

/** The names of the versions of which each file can still be had, oldest first. */
export function wholeVersions(inventory: Inventory, damaged: ReadonlySet<string>): readonly string[] {
  const isThere = (digest: string): boolean =>
    inventory.manifest.get(digest)?.some((path) => !damaged.has(path)) === true
  return [...inventory.versions]
    .filter(([, { state }]) => [...state.keys()].every(isThere))
    .map(([name]) => name)
}

function isWhole(path: string, digest: string, algorithm: DigestAlgorithm, found: Examination): boolean {
  const computed = found.digest(path, algorithm, 'E092')
  if (computed === digest) return true
  if (computed === null) found.say('E092', path, 'a file that the inventory names is missing')
  else found.say('E092', path, 'the file was changed: its digest is not the one in the inventory')
  return false
}

/** What an older inventory says of the files that there were (spec 3.3.1, 3.7). */
function examineOlder(
  { name, inventory: own }: FoundVersion,
  current: Inventory,
  expected: ReadonlyMap<string, string>,
  versions: readonly FoundVersion[],
  found: Examination,
): void {
  const then = own?.inventory ?? null
  if (then === null || then.head === current.head) return
  const manifest = digestsByPath(then.manifest)
  for (const earlier of versions.filter((one) => numberOf(one.name) <= numberOf(name)))
    for (const path of earlier.files)
      if (!manifest.has(path))
        found.say('E023', `${name}/inventory.json`, `does not name the file \`${path}\``)
  for (const [path, digest] of manifest) {
    const isKnown = then.digestAlgorithm === current.digestAlgorithm && expected.get(path) === digest
    if (!isKnown && found.digest(path, then.digestAlgorithm, 'E092') !== digest)
      found.say('E092', `${name}/inventory.json`, `states a digest that \`${path}\` has not`)
  }
}

/** Algorithms that are not known are none of ours to judge (E028). */
function examineFixity({ fixity }: Inventory, found: Examination): void {
  for (const [name, block] of fixity) {
    const algorithm = fixityAlgorithms.get(name)
    if (algorithm === undefined) continue
    for (const [path, digest] of digestsByPath(block))
      if (found.digest(path, algorithm, 'E093') !== digest)
        found.say('E093', path, `its ${name} is not the one in the fixity block, or there is no such file`)
  }
}

const fixityAlgorithms: ReadonlyMap<string, DigestAlgorithm> = new Map(
  (['md5', 'sha1', 'sha256', 'sha512', 'sha512/256', 'blake2b-512'] as const).map((name) => [name, name]),
)

function numberOf(name: string): number {
  return versionNumber(name) ?? 0
}
