import { jsonObject } from '../base/json-object.ts'
import { namesIn, type Source } from '../base/world.ts'
import { producer } from '../describe.ts'
import { manifestAt, sha256, stringIn, versionOf } from './fonts.ts'

/** What ran the program: the only facts of a machine that an edition states, since the bytes of its streams depend on them. */
export interface Toolchain {
  /** Version of Node.js. */
  readonly node: string
  readonly zlib: string
  /** Of the processor: `x64`, `arm64`. */
  readonly architecture: string
}

/** Files in which package managers keep what they installed. */
const lockfiles = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock']

/** A lockfile of a large project has some megabytes. */
const lockfileLimit = 64 * 1024 * 1024

/** `build/tools.json`: the program, what it is made of and what ran it. */
export function buildFacts(tools: Toolchain, source: Source): object {
  const manifest = manifestAt('bifolio:package.json', source)
  return {
    format: 'bifolio-tools-1',
    program: producer,
    ...tools,
    dependencies: Object.fromEntries(namesOf(manifest).map((name) => [name, versionOf(name, source)])),
    lockfiles: Object.fromEntries(lockfilesIn(source)),
  }
}

/** The names of the packages that a manifest depends on, sorted. */
function namesOf(manifest: unknown): readonly string[] {
  if (typeof manifest !== 'object' || manifest === null || !('dependencies' in manifest)) return []
  const { dependencies } = manifest
  return typeof dependencies === 'object' && dependencies !== null ? Object.keys(dependencies).sort() : []
}

/** SHA-256 of each lockfile of the project. */
function lockfilesIn(source: Source): readonly (readonly [name: string, sha256: string])[] {
  const there = new Set(namesIn(source, '.'))
  return lockfiles
    .filter((name) => there.has(name))
    .flatMap((name) => {
      const read = source.read(name, lockfileLimit)
      return read.ok ? [[name, sha256(read.bytes)] as const] : []
    })
}

/** What ran the program when an edition was made; null: the file does not say. */
export function toolsIn(bytes: Uint8Array | undefined): Toolchain | null {
  const read = bytes && jsonObject(bytes)
  if (!read) return null
  const [node, zlib, architecture] = ['node', 'zlib', 'architecture'].map((key) => stringIn(read, key))
  return node && zlib && architecture ? { node, zlib, architecture } : null
}
