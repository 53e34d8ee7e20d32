import type { ContentDigest } from '../ocfl/inventory.ts'
import { inFolder, type Vault } from '../vault.ts'
import type { DamageKind } from './fixity.ts'
import { sameBytes } from './objects.ts'
import { everythingIn, type Found } from './tree.ts'

type Say = (kind: DamageKind, path: string, why: string) => void

/** The files of an object while they are compared with what should be there. */
export class ObjectFiles {
  /** Of a path in the object. */
  readonly say: Say
  /** How many files were read. */
  count = 0
  /** Of the content that is whole. */
  readonly digests = new Set<string>()
  readonly #vault: Vault
  readonly #folder: string
  readonly #onFile: () => void
  readonly #found: ReadonlyMap<string, Found>
  readonly #expected = new Set<string>()

  constructor(vault: Vault, folder: string, onFile: () => void, say: Say) {
    this.#vault = vault
    this.#folder = folder
    this.#onFile = onFile
    this.say = say
    this.#found = new Map(everythingIn(vault, folder).map((entry) => [entry.path, entry]))
  }

  /** The bytes of a file that should be there; null: it is none, and that is said. */
  read(path: string): Uint8Array | null {
    if (!this.#isThere(path)) return null
    const bytes = this.#vault.read(inFolder(this.#folder, path))
    if (bytes === null) this.say('missing', path, 'is missing')
    this.#counted()
    return bytes
  }

  /** A file that should have just these bytes. */
  expect(path: string, bytes: Uint8Array): void {
    const read = this.read(path)
    if (read !== null && !sameBytes(read, bytes)) this.say('damaged', path, 'is damaged')
  }

  /** A file that should have this digest. */
  expectDigest(path: string, digest: string, algorithm: ContentDigest): void {
    if (!this.#isThere(path)) return
    const found = this.#vault.digest(inFolder(this.#folder, path), algorithm)
    this.#counted()
    if (found === digest) this.digests.add(digest)
    else if (found === null) this.say('missing', path, 'is missing')
    else this.say('damaged', path, 'is damaged: its digest is another')
  }

  /** Says what is there and was never expected. */
  sayExtra(): void {
    for (const { path, kind, isEmpty } of this.#found.values()) {
      if (this.#expected.has(path) || (kind === 'folder' && !isEmpty)) continue
      // What lay in it is missing, which is said.
      if (kind === 'folder' && [...this.#expected].some((one) => one.startsWith(`${path}/`))) continue
      const what = kind === 'folder' ? 'an empty folder' : `a ${kind}`
      this.say('extra', path, `is ${what} that no edition has; \`repair\` takes away what a kill left`)
    }
  }

  #isThere(path: string): boolean {
    this.#expected.add(path)
    const kind = this.#found.get(path)?.kind
    if (kind === undefined) this.say('missing', path, 'is missing')
    else if (kind !== 'file') this.say('damaged', path, `is a ${kind} in place of a file`)
    return kind === 'file'
  }

  #counted(): void {
    this.count += 1
    this.#onFile()
  }
}
