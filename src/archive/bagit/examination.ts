import { shortened } from '../../base/shortened.ts'
import { type DigestAlgorithm, inFolder, type Vault, VaultError } from '../vault.ts'
import { bagPathProblem } from './names.ts'
import type { BagProblem, BagRule } from './problem.ts'

/** Folders within folders: no system can name a file deeper. The list of files calls itself for each. */
const deepestFolder = 512

/**
 * One look at a bag: what is in it, what was found wrong, and digests that are computed once. Paths are from its base. What
 * the disk refuses is something found wrong. Nothing is read but what was found by listing, so no path leads out of the bag.
 */
export class BagExamination {
  readonly #vault: Vault
  readonly #folder: string
  readonly #problems: BagProblem[] = []
  readonly #digests = new Map<string, string | null>()
  /** Paths of the files, sorted by folder. */
  readonly files: ReadonlySet<string>
  readonly hasPayload: boolean

  constructor(vault: Vault, folder: string) {
    this.#vault = vault
    this.#folder = folder
    const files: string[] = []
    this.hasPayload = this.#gather('', files, 0)
    this.files = new Set(files)
  }

  get problems(): readonly BagProblem[] {
    return this.#problems
  }

  error(rule: BagRule, path: string, message: string): void {
    this.#problems.push({ severity: 'error', rule, path, message: shortened(message) })
  }

  warn(rule: BagRule, path: string, message: string): void {
    this.#problems.push({ severity: 'warning', rule, path, message: shortened(message) })
  }

  /** Null: there is no such file, or none that can be read. */
  read(path: string): Uint8Array | null {
    return this.#asked(path, () => this.#vault.read(this.#place(path)))
  }

  size(path: string): number | null {
    return this.#asked(path, () => this.#vault.size(this.#place(path)))
  }

  /** Each file is read once for each algorithm. Null: it cannot be read, which is said. */
  digest(path: string, algorithm: DigestAlgorithm): string | null {
    const name = `${algorithm} ${path}`
    const known = this.#digests.get(name)
    if (known !== undefined) return known
    const found = this.#asked(path, () => this.#vault.digest(this.#place(path), algorithm))
    this.#digests.set(name, found)
    return found
  }

  /** Lists what is below a folder; whether there is a folder for the payload in it. */
  #gather(folder: string, files: string[], depth: number): boolean {
    const entries = this.#asked(folder, () => this.#vault.list(this.#place(folder))) ?? []
    for (const { name, kind } of entries) {
      const path = inFolder(folder, name)
      // A name alone, as `~` is refused where a path begins.
      const odd = bagPathProblem(`_${name}`)
      if (kind === 'link') this.error('kind', path, 'is a link, which no bag has')
      else if (kind === 'other') this.error('kind', path, 'is neither a file nor a folder')
      else if (odd !== null) this.error('path', path, odd)
      else if (kind === 'file') files.push(path)
      else if (depth === deepestFolder) this.error('path', path, `lies deeper than ${deepestFolder} folders`)
      else this.#gather(path, files, depth + 1)
    }
    return entries.some(({ name, kind }) => name === 'data' && kind === 'folder')
  }

  #place(path: string): string {
    return path === '' ? this.#folder : inFolder(this.#folder, path)
  }

  #asked<T>(path: string, ask: () => T | null): T | null {
    try {
      return ask()
    } catch (problem) {
      if (!(problem instanceof VaultError)) throw problem
      this.error('kind', path, `cannot be read: ${problem.message}`)
      return null
    }
  }
}
