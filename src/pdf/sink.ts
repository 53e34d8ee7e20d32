/** Bytes of a file as they come: kept in blocks, so that none is copied while the file grows. */
export class Sink {
  readonly #blocks: Buffer[] = []
  #block: Buffer = Buffer.allocUnsafe(blockSize)
  #used = 0
  #length = 0

  /** Bytes so far: where the next one will stand in the file. */
  get length(): number {
    return this.#length
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#block.set(bytes, this.#used)
    this.#used += bytes.length
    this.#length += bytes.length
  }

  /** One byte for each character. */
  text(latin: string): void {
    this.#reserve(latin.length)
    this.#block.write(latin, this.#used, 'latin1')
    this.#used += latin.length
    this.#length += latin.length
  }

  /** The whole file. */
  take(): Buffer {
    this.#blocks.push(this.#block.subarray(0, this.#used))
    return Buffer.concat(this.#blocks, this.#length)
  }

  #reserve(count: number): void {
    if (this.#used + count <= this.#block.length) return
    this.#blocks.push(this.#block.subarray(0, this.#used))
    this.#block = Buffer.allocUnsafe(Math.max(blockSize, count))
    this.#used = 0
  }
}

const blockSize = 1 << 18
