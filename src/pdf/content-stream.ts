/**
 * The operators of a page as bytes. Numbers are rounded here and nowhere before, never with an exponent or a
 * negative zero.
 */
export class ContentStream {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  /** ASCII only. */
  text(ascii: string): void {
    this.#reserve(ascii.length)
    for (let index = 0; index < ascii.length; index++) this.#bytes[this.#length++] = ascii.charCodeAt(index)
  }

  /** At most three decimals, no trailing zeros. */
  number(value: number): void {
    let thousandths = Math.round(value * 1000)
    if (!Number.isSafeInteger(thousandths)) throw new Error(`a number beyond what can be written: ${value}`)
    this.#reserve(24)
    if (thousandths < 0) {
      this.#bytes[this.#length++] = minus
      thousandths = -thousandths
    }
    const fraction = thousandths % 1000
    this.#digits((thousandths - fraction) / 1000)
    if (fraction === 0) return
    this.#bytes[this.#length++] = point
    this.#bytes[this.#length++] = zero + Math.floor(fraction / 100)
    if (fraction % 100 === 0) return
    this.#bytes[this.#length++] = zero + (Math.floor(fraction / 10) % 10)
    if (fraction % 10 !== 0) this.#bytes[this.#length++] = zero + (fraction % 10)
  }

  /** Numbers, each followed by a space, then an operator and a line end. */
  operator(name: string, ...operands: readonly number[]): void {
    for (const operand of operands) {
      this.number(operand)
      this.text(' ')
    }
    this.text(name)
    this.text('\n')
  }

  /** A character code as four hexadecimal digits. */
  code(code: number): void {
    this.#reserve(4)
    const bytes = this.#bytes
    const at = this.#length
    bytes[at] = hexDigit(code >> 12)
    bytes[at + 1] = hexDigit((code >> 8) & 15)
    bytes[at + 2] = hexDigit((code >> 4) & 15)
    bytes[at + 3] = hexDigit(code & 15)
    this.#length = at + 4
  }

  /** What was written, as a copy; the stream begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #digits(integer: number): void {
    if (integer >= 10) this.#digits(Math.floor(integer / 10))
    this.#bytes[this.#length++] = zero + (integer % 10)
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const larger = new Uint8Array(2 * (this.#length + count))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

const [zero, minus, point] = [48, 45, 46]

function hexDigit(value: number): number {
  return value < 10 ? zero + value : 55 + value
}
