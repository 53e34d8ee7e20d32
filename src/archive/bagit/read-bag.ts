import { createHash } from 'node:crypto'
import { logicalPathProblem } from '../ocfl/names.ts'
import { byCodeUnit, cryptoName, inFolder, type Vault, VaultError } from '../vault.ts'
import type { BagElement } from './bag-info.ts'
import type { BagVersion } from './declaration.ts'
import { type BagProblem, isBagError } from './problem.ts'
import { isKnownTagFile } from './tag-files.ts'
import { type BagInspection, inspectBag } from './validate-bag.ts'

/** A bag that is valid, as it was read. */
export interface Bag {
  readonly version: BagVersion
  readonly elements: readonly BagElement[]
  /** The payload by its paths below `data/`, as the manifests state them, sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Files beside the payload that the format does not name: they are left out. */
  readonly others: readonly string[]
}

/** A bag, and what could be better in it; or null, and what is wrong. */
export interface ReadBag {
  readonly bag: Bag | null
  readonly problems: readonly BagProblem[]
}

/**
 * Reads a bag when it is valid and each of its names can be one in an archive. The bytes that are given are those whose
 * digests were compared: who changes the folder meanwhile is found out.
 */
export function readBag(vault: Vault, folder: string): ReadBag {
  const inspection = inspectBag(vault, folder)
  const { problems, tags } = inspection
  if (problems.some(isBagError)) return { bag: null, problems }
  const files = new Map<string, Uint8Array>()
  const found: BagProblem[] = []
  for (const [path, { stated, algorithm, digest }] of payloadOf(inspection)) {
    const logical = stated.slice('data/'.length)
    const wrong = logicalPathProblem(logical)
    const bytes = wrong === null ? readNow(vault, inFolder(folder, path)) : null
    if (wrong !== null) found.push(error('path', path, `${wrong}, which no file of an archive has`))
    else if (bytes === null || createHash(algorithm).update(bytes).digest('hex') !== digest)
      found.push(error('changed', path, 'was changed while the bag was read'))
    else files.set(logical, bytes)
  }
  if (found.length > 0) return { bag: null, problems: [...problems, ...found] }
  const others = [...inspection.files].filter((path) => !path.startsWith('data/') && !isKnownTagFile(path))
  const sorted = [...files].sort(([one], [other]) => byCodeUnit(one, other))
  const bag = { version: tags.version, elements: tags.elements, files: new Map(sorted), others }
  return { bag, problems }
}

/** Null: what could be read a moment ago cannot any more. */
function readNow(vault: Vault, path: string): Uint8Array | null {
  try {
    return vault.read(path)
  } catch (problem) {
    if (problem instanceof VaultError) return null
    throw problem
  }
}

interface Expected {
  readonly stated: string
  /** As `node:crypto` calls it. */
  readonly algorithm: string
  readonly digest: string
}

/** Each file of the payload with a digest. Where lines call it by several names, it has the one on the disk. */
function payloadOf({ listed }: BagInspection): ReadonlyMap<string, Expected> {
  const payload = new Map<string, Expected>()
  for (const { manifest, entry, stated, path } of listed) {
    const { algorithm, isOfTags } = manifest
    if (isOfTags || algorithm === null) continue
    const known = payload.get(path)
    const name = known === undefined || known.stated === stated ? stated : path
    payload.set(path, { stated: name, algorithm: cryptoName(algorithm), digest: entry.digest })
  }
  return payload
}

function error(rule: BagProblem['rule'], path: string, message: string): BagProblem {
  return { severity: 'error', rule, path, message }
}
