import { createHash } from 'node:crypto'
import { cryptoName, type DigestAlgorithm } from '../vault.ts'
import { isObject, type Json, jsonObject, readJson, writeJson } from './json.ts'

/**
 * How identifiers become folders: OCFL's community extension 0003, hash-and-id-n-tuple. A folder for each of the first
 * tuples of the identifier's digest, and in the last one a folder with the identifier's name.
 */
export interface Layout {
  readonly digestAlgorithm: DigestAlgorithm
  /** Digits of a tuple, 0 to 32. */
  readonly tupleSize: number
  /** Folders above an object's, 0 to 32. */
  readonly numberOfTuples: number
}

export const layoutName = '0003-hash-and-id-n-tuple-storage-layout'

/** The extension's own defaults: 4096 folders in a folder at most, three levels. */
export const defaultLayout: Layout = { digestAlgorithm: 'sha256', tupleSize: 3, numberOfTuples: 3 }

/** Characters of an encoded identifier before it is cut and its digest stands for the rest (extension 0003). */
const longestName = 100

/** The most digits and tuples that the extension lets one ask for. */
const most = 32

/** The folder of an object under the storage root. */
export function objectPath(id: string, layout: Layout = defaultLayout): string {
  const digest = createHash(cryptoName(layout.digestAlgorithm)).update(id, 'utf8').digest('hex')
  const tuples = Array.from({ length: layout.numberOfTuples }, (_, index) =>
    digest.slice(index * layout.tupleSize, (index + 1) * layout.tupleSize),
  )
  const name = encoded(id)
  return [...tuples, name.length > longestName ? `${name.slice(0, longestName)}-${digest}` : name].join('/')
}

/** The parameters as the extension's `config.json`. */
export function layoutConfig(layout: Layout): Uint8Array {
  return writeJson(jsonObject({ extensionName: layoutName, ...layout }))
}

/** What a `config.json` says; what it leaves out is the extension's default. Null: it is none of this extension's. */
export function readLayoutConfig(bytes: Uint8Array): Layout | null {
  const read = readJson(bytes)
  if (!read.ok || !isObject(read.value) || read.value.get('extensionName') !== layoutName) return null
  const { value } = read
  const layout = {
    digestAlgorithm: digestOf(value.get('digestAlgorithm') ?? defaultLayout.digestAlgorithm),
    tupleSize: count(value.get('tupleSize') ?? defaultLayout.tupleSize),
    numberOfTuples: count(value.get('numberOfTuples') ?? defaultLayout.numberOfTuples),
  }
  const { digestAlgorithm, tupleSize, numberOfTuples } = layout
  if (digestAlgorithm === null || tupleSize === null || numberOfTuples === null) return null
  const digits = createHash(cryptoName(digestAlgorithm)).digest('hex').length
  const isFit = tupleSize * numberOfTuples <= digits && (tupleSize === 0) === (numberOfTuples === 0)
  return isFit ? { digestAlgorithm, tupleSize, numberOfTuples } : null
}

/** Percent-encoded, lower-case, but for the letters, digits, `-` and `_` of ASCII. */
function encoded(id: string): string {
  return [...id]
    .map((character) => (/[A-Za-z0-9_-]/.test(character) ? character : escaped(character)))
    .join('')
}

function escaped(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')
}

function digestOf(value: Json): DigestAlgorithm | null {
  const known: readonly DigestAlgorithm[] = ['md5', 'sha1', 'sha256', 'sha512', 'blake2b-512', 'sha512/256']
  return known.find((name) => name === value) ?? null
}

function count(value: Json): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : null
}
