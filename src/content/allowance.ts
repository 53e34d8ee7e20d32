import { contentLimit, mostTokens } from './limits.ts'

/** Guards what the files of one publication may hold together, so that many of them are no way around the limits. */
export class Allowance {
  #bytes = contentLimit
  #tokens = mostTokens
  #isSpent = false

  /** Bytes that there may still be. */
  get bytes(): number {
    return this.#bytes
  }

  /** Words and signs of YAML that there may still be. */
  get tokens(): number {
    return this.#tokens
  }

  /** Whether a file was refused: no more of them are to be read. */
  get isSpent(): boolean {
    return this.#isSpent
  }

  takeBytes(count: number): void {
    this.#bytes = Math.max(0, this.#bytes - count)
  }

  takeTokens(count: number): void {
    this.#tokens = Math.max(0, this.#tokens - count)
  }

  /** A file was too much, which has been said. */
  refuse(): void {
    this.#isSpent = true
  }
}
