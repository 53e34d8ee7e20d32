import {
  type DigestAlgorithm,
  type Entry,
  type EntryKind,
  inFolder,
  type Vault,
  VaultError,
} from '../vault.ts'
import type { Verdict } from './verdict.ts'

/**
 * One look at a folder of a vault: what was found wrong, and digests that are computed once. Paths are from the folder.
 * What the disk refuses is something found wrong, with the code of what could not be known.
 */
export class Examination {
  readonly #vault: Vault
  readonly #folder: string
  readonly #verdicts: Verdict[] = []
  readonly #digests = new Map<string, string | null>()

  constructor(vault: Vault, folder: string) {
    this.#vault = vault
    this.#folder = folder
  }

  /** What was found, each once, in the order of its finding. */
  get verdicts(): readonly Verdict[] {
    const seen = new Set<string>()
    return this.#verdicts.filter(({ code, path, message }) => {
      const name = `${code}\n${path}\n${message}`
      return !seen.has(name) && seen.add(name)
    })
  }

  say(code: string, path: string, message: string): void {
    this.#verdicts.push({ code, path: this.#place(path), message })
  }

  /** Sorted; empty where there is no such folder, or none that can be read. */
  list(path: string, code: string): readonly Entry[] {
    return this.#asked(path, code, () => this.#vault.list(this.#place(path))) ?? []
  }

  /** Null: there is no such file, or none that can be read. */
  read(path: string, code: string): Uint8Array | null {
    return this.#asked(path, code, () => this.#vault.read(this.#place(path)))
  }

  /** The same; each file is read once for each algorithm. */
  digest(path: string, algorithm: DigestAlgorithm, code: string): string | null {
    const name = `${algorithm} ${path}`
    const known = this.#digests.get(name)
    if (known !== undefined) return known
    const found = this.#asked(path, code, () => this.#vault.digest(this.#place(path), algorithm))
    this.#digests.set(name, found)
    return found
  }

  /** Says what is wrong with a thing that is neither a file nor a folder (spec 4.6). */
  sayOdd(path: string, kind: EntryKind): void {
    if (kind === 'link') this.say('E090', path, 'a link, which is not allowed')
    else if (kind === 'other') this.say('E089', path, 'a device or a pipe, which is not allowed')
  }

  #place(path: string): string {
    if (path === '') return this.#folder
    return inFolder(this.#folder, path)
  }

  #asked<T>(path: string, code: string, ask: () => T | null): T | null {
    try {
      return ask()
    } catch (problem) {
      if (!(problem instanceof VaultError)) throw problem
      this.say(code, path, `cannot be read: ${problem.message}`)
      return null
    }
  }
}
