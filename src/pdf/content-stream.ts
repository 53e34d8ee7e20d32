/**
 * The operators of a page as bytes, in one buffer that serves all pages. Numbers are rounded here and nowhere before,
 * never with an exponent or a negative zero.
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
    this.thousandths(Math.round(value * 1000))
  }

  /** A whole number of thousandths, as `number` writes it. */
  thousandths(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Error(`a number beyond what can be written: ${value}`)
    this.#reserve(24)
    const whole = this.#sign(value)
    const fraction = whole % 1000
    this.#digits((whole - fraction) / 1000)
    if (fraction === 0) return
    this.#bytes[this.#length++] = point
    this.#bytes[this.#length++] = zero + Math.floor(fraction / 100)
    if (fraction % 100 === 0) return
    this.#bytes[this.#length++] = zero + (Math.floor(fraction / 10) % 10)
    if (fraction % 10 !== 0) this.#bytes[this.#length++] = zero + (fraction % 10)
  }

  integer(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Error(`a number beyond what can be written: ${value}`)
    this.#reserve(24)
    this.#digits(this.#sign(value))
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

  /** An operator of two numbers, as `operator` writes it. */
  point(name: string, x: number, y: number): void {
    this.number(x)
    this.text(' ')
    this.number(y)
    this.text(' ')
    this.text(name)
    this.text('\n')
  }

  /** The two bytes of a character code inside a literal string (ISO 32000-1, 7.3.4.2): half of what digits take. */
  code(code: number): void {
    this.#reserve(4)
    this.#literal(code >> 8)
    this.#literal(code & 0xff)
  }

  /** What was written, until the next call of a method; the stream begins anew. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }

  #sign(value: number): number {
    if (value >= 0) return value
    this.#bytes[this.#length++] = minus
    return -value
  }

  /** An unescaped carriage return would be read as a line feed. */
  #literal(byte: number): void {
    if (byte === open || byte === close || byte === backslash || byte === carriageReturn) {
      this.#bytes[this.#length++] = backslash
      this.#bytes[this.#length++] = byte === carriageReturn ? letterR : byte
    } else this.#bytes[this.#length++] = byte
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

const [zero, minus, point, open, close, backslash, carriageReturn, letterR] = [
  48, 45, 46, 40, 41, 92, 13, 114,
]
