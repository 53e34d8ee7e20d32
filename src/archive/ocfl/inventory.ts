import { byCodeUnit } from '../vault.ts'

/** The versions of OCFL that are read; 1.1 is written. */
export type SpecVersion = '1.0' | '1.1'

/** What an OCFL object may be addressed by (spec 3.4). */
export type ContentDigest = 'sha512' | 'sha256'

/** Digests, lower-case hex, and the paths of the files that have them: no path stands twice, none is empty. */
export type PathsByDigest = ReadonlyMap<string, readonly string[]>

/** The inventory of an OCFL object (spec 3.5): all that it holds, and what each version of it says. */
export interface Inventory {
  readonly id: string
  readonly specVersion: SpecVersion
  readonly digestAlgorithm: ContentDigest
  /** The name of the newest version: a key of `versions`. */
  readonly head: string
  /** The name of the folder in a version that holds its files: `content` where the inventory says nothing. */
  readonly contentDirectory: string
  /** Content paths: from the root of the object, `v1/content/…`. */
  readonly manifest: PathsByDigest
  /** By name, oldest first. */
  readonly versions: ReadonlyMap<string, InventoryVersion>
  /** More digests of content paths, by the name of their algorithm; empty where there are none. */
  readonly fixity: ReadonlyMap<string, PathsByDigest>
}

/** One version of an object: which logical paths have which content. */
export interface InventoryVersion {
  /** RFC 3339, with seconds. */
  readonly created: string
  /** Logical paths. */
  readonly state: PathsByDigest
  readonly message: string | null
  readonly user: InventoryUser | null
}

export interface InventoryUser {
  readonly name: string
  /** A URI, as `mailto:…`. */
  readonly address: string | null
}

/** The content path of each logical path of a version, sorted; null: there is no such version. */
export function filesOf(inventory: Inventory, version: string): ReadonlyMap<string, string> | null {
  const found = inventory.versions.get(version)
  if (found === undefined) return null
  const files: [string, string][] = []
  for (const [digest, logical] of found.state) {
    const content = inventory.manifest.get(digest)?.[0]
    if (content === undefined) throw new Error(`an inventory names no file for the digest ${digest}`)
    for (const path of logical) files.push([path, content])
  }
  return new Map(files.sort(([one], [other]) => byCodeUnit(one, other)))
}

/** The digest of each content path. */
export function digestsByPath(manifest: PathsByDigest): ReadonlyMap<string, string> {
  return new Map([...manifest].flatMap(([digest, paths]) => paths.map((path) => [path, digest] as const)))
}
