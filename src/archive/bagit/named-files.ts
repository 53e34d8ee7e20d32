import { decodePath, folded, normalised } from './names.ts'

/** What a line of a manifest means. */
export interface Meant {
  /** The path that it states, decoded. */
  readonly stated: string
  /** The file on the disk, which may have other accents or capitals; null: there is none. */
  readonly path: string | null
}

/** The files of a bag by the names that lines may call them. Nothing but what is there can be meant. */
export class NamedFiles {
  readonly #files: ReadonlySet<string>
  readonly #isStrict: boolean
  readonly #normalised = new Map<string, string>()
  readonly #folded = new Map<string, string[]>()

  /** `isStrict`: as BagIt 1.0 has it. */
  constructor(files: ReadonlySet<string>, isStrict: boolean) {
    this.#files = files
    this.#isStrict = isStrict
    for (const path of files) {
      this.#normalised.set(normalised(path), path)
      const alike = this.#folded.get(folded(path))
      if (alike === undefined) this.#folded.set(folded(path), [path])
      else alike.push(path)
    }
  }

  /** The file of that very name, or else the one that differs as file systems let names differ. */
  find(written: string): Meant {
    // Before 1.0 a percent sign may have been left as it is, and `%25` be a name.
    const decoded = decodePath(written)
    const ways = this.#isStrict ? [decoded, written] : [written, decoded]
    const exact = ways.find((way) => this.#files.has(way))
    if (exact !== undefined) return { stated: exact, path: exact }
    return {
      stated: decoded,
      path: this.#normalised.get(normalised(decoded)) ?? this.#inOtherCapitals(decoded),
    }
  }

  /** RFC 8493 tolerates other accents (6.1.1.3); bags before it were made on disks that ignore capitals. */
  #inOtherCapitals(path: string): string | null {
    const found = this.#isStrict ? [] : (this.#folded.get(folded(path)) ?? [])
    return found.length === 1 ? (found[0] ?? null) : null
  }
}
