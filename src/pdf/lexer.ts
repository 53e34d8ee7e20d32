/** A value of PDF syntax as it is read back (ISO 32000-1, 7.3). */
export type Token =
  | null
  | boolean
  | number
  | Name
  | ByteString
  | Pointer
  | Operator
  | readonly Token[]
  | ReadDictionary

interface Name {
  readonly kind: 'name'
  readonly name: string
}

/** The bytes of a string, one character each. */
interface ByteString {
  readonly kind: 'string'
  readonly bytes: string
}

export interface Pointer {
  readonly kind: 'pointer'
  readonly id: number
}

/** A word that is no value: an operator of a content stream, `endobj`, `stream`. */
interface Operator {
  readonly kind: 'operator'
  readonly name: string
}

export interface ReadDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, Token>
}

/** Reads values of PDF syntax from a text that has one character for each byte, as far as PDFKit and this program write it. */
export class Lexer {
  readonly #source: string
  #at: number
  /** Arrays and dictionaries that are open. */
  #depth = 0

  constructor(source: string, at = 0) {
    this.#source = source
    this.#at = at
  }

  /** Where the next token will be looked for. */
  get at(): number {
    return this.#at
  }

  /** The next value or operator; undefined at the end. */
  next(): Token | undefined {
    this.#skipSpace()
    const source = this.#source
    const code = source.charCodeAt(this.#at)
    if (Number.isNaN(code)) return undefined
    switch (source[this.#at]) {
      case '/':
        return { kind: 'name', name: this.#name() }
      case '(':
        return { kind: 'string', bytes: this.#literal() }
      case '[':
        this.#at++
        return this.#until(']')
      case '<':
        return source[this.#at + 1] === '<'
          ? this.#dictionary()
          : { kind: 'string', bytes: this.#hexadecimal() }
    }
    return isNumeric(code) ? this.#number() : this.#word()
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#source.charCodeAt(this.#at)
      if (code === 37) this.#at = endOfLine(this.#source, this.#at)
      else if (code <= 32) this.#at++
      else return
    }
  }

  #number(): number | Pointer {
    reference.lastIndex = this.#at
    const found = reference.exec(this.#source)
    if (found) {
      this.#at = reference.lastIndex
      return { kind: 'pointer', id: Number(found[1]) }
    }
    const from = this.#at
    while (isNumeric(this.#source.charCodeAt(this.#at))) this.#at++
    const value = Number(this.#source.slice(from, this.#at))
    if (Number.isNaN(value)) throw new Error('the file holds a number that is none')
    return value
  }

  #word(): Token {
    const from = this.#at++
    while (isRegular(this.#source.charCodeAt(this.#at))) this.#at++
    const word = this.#source.slice(from, this.#at)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { kind: 'operator', name: word }
  }

  #name(): string {
    const from = ++this.#at
    while (isRegular(this.#source.charCodeAt(this.#at))) this.#at++
    return this.#source
      .slice(from, this.#at)
      .replace(/#([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }

  #hexadecimal(): string {
    const end = this.#source.indexOf('>', this.#at)
    if (end < 0) throw new Error('a string of the file does not end')
    const digits = this.#source.slice(this.#at + 1, end)
    this.#at = end + 1
    return Buffer.from(digits, 'hex').toString('latin1')
  }

  #literal(): string {
    let bytes = ''
    let depth = 0
    for (;;) {
      const character = this.#source[this.#at++]
      if (character === undefined) throw new Error('a string of the file does not end')
      if (character === '\\') {
        const escaped = this.#source[this.#at++] ?? ''
        bytes += escapes.get(escaped) ?? escaped
        continue
      }
      if (character === ')' && --depth === 0) return bytes
      if (depth > 0) bytes += character
      if (character === '(') depth++
    }
  }

  #dictionary(): ReadDictionary {
    this.#at += 2
    const content = this.#until('>>')
    const entries = new Map<string, Token>()
    for (let index = 0; index + 1 < content.length; index += 2) {
      const key = content[index]
      if (isKind(key, 'name')) entries.set(key.name, content[index + 1] ?? null)
    }
    return { kind: 'dictionary', entries }
  }

  #until(end: string): readonly Token[] {
    const content: Token[] = []
    if (++this.#depth > deepest) throw new Error(`the file holds more than ${deepest} brackets in each other`)
    for (;;) {
      this.#skipSpace()
      if (this.#source.startsWith(end, this.#at)) {
        this.#at += end.length
        this.#depth--
        return content
      }
      const token = this.next()
      if (token === undefined) throw new Error(`the file ends before \`${end}\``)
      content.push(token)
    }
  }
}

type Kind = 'name' | 'string' | 'pointer' | 'operator' | 'dictionary'

/** Whether a token is of a kind. */
export function isKind<K extends Kind>(
  token: Token | undefined,
  kind: K,
): token is Extract<Token, { kind: K }> {
  return typeof token === 'object' && token !== null && 'kind' in token && token.kind === kind
}

/** How deep arrays and dictionaries may stand in each other: what this program writes has four levels. */
const deepest = 100

const reference = /(\d+) \d+ R(?![A-Za-z])/y

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

function isNumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46
}

/** Neither white space nor a delimiter (ISO 32000-1, 7.2.2). */
function isRegular(code: number): boolean {
  return code > 32 && !delimiters.has(code)
}

const delimiters: ReadonlySet<number> = new Set(
  Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)),
)

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}
