import { createHash } from 'node:crypto'
import type { Version } from '../edition.ts'
import { byCodeUnit } from '../vault.ts'
import type { ContentDigest, Inventory, PathsByDigest } from './inventory.ts'
import { conflicting, logicalPathProblem, storedPaths } from './names.ts'
import { inventoryFile, type NamedFile, sidecarFile } from './write-inventory.ts'

/** A version that is not stored yet: all that its folder will hold, and the inventory that the object will have. */
export interface NextVersion {
  /** `v1`, `v2`, … */
  readonly name: string
  readonly inventory: Inventory
  readonly inventoryFile: NamedFile
  readonly sidecarFile: NamedFile
  /** The files that no version before has, by their path in the folder of the version: `content/…`; sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * The version that follows those of `previous`, or an object's first. What an earlier version or another path has already
 * is not stored again (forward delta). Throws for a logical path that cannot be one: whoever collects files checks them.
 */
export function nextVersion(previous: Inventory | null, version: Version, created: Date): NextVersion {
  if (previous !== null && previous.id !== version.id)
    throw new Error(`a version of \`${version.id}\` cannot follow one of \`${previous.id}\``)
  checkPaths([...version.files.keys()])
  const name = nextName(previous?.head ?? null)
  const algorithm = previous?.digestAlgorithm ?? 'sha512'
  const contentDirectory = previous?.contentDirectory ?? 'content'
  const state = stateOf(version.files, algorithm)
  const known = previous?.manifest ?? new Map()
  const files = newFiles(version.files, state, known, contentDirectory)
  const inventory: Inventory = {
    id: version.id,
    specVersion: previous?.specVersion ?? '1.1',
    digestAlgorithm: algorithm,
    head: name,
    contentDirectory,
    manifest: new Map([
      ...known,
      ...[...files].map(([path, { digest }]) => [digest, [`${name}/${path}`]] as const),
    ]),
    versions: new Map([
      ...(previous?.versions ?? []),
      [name, { created: instant(created), state, message: version.message, user: version.user }],
    ]),
    fixity: previous?.fixity ?? new Map(),
  }
  const written = inventoryFile(inventory)
  return {
    name,
    inventory,
    inventoryFile: written,
    sidecarFile: sidecarFile(inventory, written),
    files: new Map([...files].map(([path, { bytes }]) => [path, bytes])),
  }
}

/** The logical paths by the digest of what they hold, both sorted. */
function stateOf(files: ReadonlyMap<string, Uint8Array>, algorithm: ContentDigest): PathsByDigest {
  const state = new Map<string, string[]>()
  for (const [path, bytes] of files) {
    const digest = createHash(algorithm).update(bytes).digest('hex')
    state.set(digest, [...(state.get(digest) ?? []), path].sort(byCodeUnit))
  }
  return new Map([...state].sort(([one], [other]) => byCodeUnit(one, other)))
}

interface NewFile {
  readonly digest: string
  readonly bytes: Uint8Array
}

/** What has to be stored: of files with one content the first by path. */
function newFiles(
  files: ReadonlyMap<string, Uint8Array>,
  state: PathsByDigest,
  known: PathsByDigest,
  contentDirectory: string,
): ReadonlyMap<string, NewFile> {
  const added = [...state].filter(([digest]) => !known.has(digest))
  const firsts = new Map(added.map(([digest, paths]) => [paths[0] ?? '', digest]))
  const stored = storedPaths([...firsts.keys()])
  const found = [...firsts].map(([logical, digest]): [string, NewFile] => [
    `${contentDirectory}/${stored.get(logical)}`,
    { digest, bytes: files.get(logical) ?? new Uint8Array() },
  ])
  return new Map(found.sort(([one], [other]) => byCodeUnit(one, other)))
}

function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    const problem = logicalPathProblem(path)
    if (problem !== null) throw new Error(`the logical path ${JSON.stringify(path)} ${problem}`)
  }
  const conflict = conflicting(paths)
  if (conflict !== null) throw new Error(`\`${conflict[0]}\` is a file and a folder`)
}

/** Numbers keep the form that the first one has, with zeros before it or without (spec 3.3). */
function nextName(head: string | null): string {
  if (head === null) return 'v1'
  const digits = head.slice(1)
  const next = String(Number(digits) + 1)
  if (!digits.startsWith('0')) return `v${next}`
  if (next.length >= digits.length)
    throw new Error(`no version can follow \`${head}\` in ${digits.length} digits`)
  return `v${next.padStart(digits.length, '0')}`
}

/** RFC 3339 in whole seconds, UTC. */
function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
