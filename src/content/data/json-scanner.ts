/** An object whose values are single ones. */
export interface JsonObject {
  readonly at: number
  readonly end: number
  readonly entries: readonly JsonEntry[]
}

/** A name and its value; the offsets are those of the value without its quotes. */
export interface JsonEntry {
  readonly name: string
  readonly nameAt: number
  readonly start: number
  readonly end: number
  /** Numbers as they are written; `null` is an empty text. Null: a list or an object. */
  readonly text: string | null
}

/** What is no JSON (RFC 8259), and where. */
export class JsonProblem extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

// Sticky, so that each is tried at one place only. Of the controls that no string holds only these reach it: a file is
// read without the others.
const blank = /[ \t\r\n]*/y
const string = /"((?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*)"/y
const bare = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y

/** Guards a place in a JSON text. JSON.parse tells neither where values stand nor how numbers are written. */
export class JsonScanner {
  readonly #text: string
  #at = 0
  /** Whether a line ended before the last thing that was looked at. */
  #isOnNewLine = false

  constructor(text: string) {
    this.#text = text
  }

  isAtEnd(): boolean {
    this.#skip()
    return this.#at >= this.#text.length
  }

  /** Whether a line end stands between what was read last and what comes. */
  isOnNewLine(): boolean {
    this.#skip()
    return this.#isOnNewLine
  }

  /** Goes on behind the end of the line at hand. */
  skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#text.length : end + 1
    this.#isOnNewLine = true
  }

  /** Takes a sign, if it comes next. */
  take(sign: string): boolean {
    this.#skip()
    if (this.#text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  object(): JsonObject {
    this.#skip()
    const at = this.#at
    if (!this.take('{')) this.fail('a row is no object')
    const entries = new Map<string, JsonEntry>()
    if (!this.take('}')) {
      do this.#entry(entries)
      while (this.take(','))
      if (!this.take('}')) this.fail('a comma or the end of the row is missing')
    }
    this.#isOnNewLine = false
    return { at, end: this.#at, entries: [...entries.values()] }
  }

  fail(message: string): never {
    this.#skip()
    throw new JsonProblem(message, this.#at)
  }

  #entry(entries: Map<string, JsonEntry>): void {
    this.#skip()
    const nameAt = this.#at
    const name = this.#match(string)
    if (name === null) this.fail('a name in quotes is missing')
    const known = JSON.parse(name) as string
    if (entries.has(known)) throw new JsonProblem(`the name \`${known}\` stands twice in one row`, nameAt)
    if (!this.take(':')) this.fail('a colon is missing')
    this.#skip()
    const start = this.#at
    const quoted = this.#match(string)
    if (quoted !== null) {
      const text = JSON.parse(quoted) as string
      entries.set(known, { name: known, nameAt, start: start + 1, end: this.#at - 1, text })
      return
    }
    const plain = this.#match(bare)
    if (plain === null && !this.#passNested()) this.fail('this is no value')
    const text = plain === 'null' ? '' : plain
    entries.set(known, { name: known, nameAt, start, end: this.#at, text })
  }

  /** Passes over a list or object, whatever it holds; strings in it may hold brackets. */
  #passNested(): boolean {
    let depth = 0
    do {
      const sign = this.#text[this.#at]
      if (sign === '"') {
        if (this.#match(string) === null) return false
        continue
      }
      if (sign === undefined) return false
      if (sign === '[' || sign === '{') depth++
      else if (sign === ']' || sign === '}') depth--
      else if (depth === 0) return false
      this.#at++
    } while (depth > 0)
    return true
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#text) ?? []
    if (found === undefined) return null
    this.#at += found.length
    return found
  }

  #skip(): void {
    const passed = this.#match(blank) ?? ''
    if (passed.includes('\n')) this.#isOnNewLine = true
  }
}
