import { contentAt, isEmptyAt } from './quick-scalars.ts'

/** Guards the offset that has been reached in plain YAML; goes from line to line, over blank lines and comments. */
export class QuickLines {
  at = 0
  /** The column of what stands at the offset, which then begins its line; -1 at the end of the file. */
  column = -1
  /** The offset behind the value that was read last, and behind its line. */
  after = 0
  /** An upper bound of the tokens so far. */
  tokens = 1
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Whether a list goes on here. */
  isItem(): boolean {
    return this.#text.charCodeAt(this.at) === hyphen && isEmptyAt(this.#text, this.at + 1)
  }

  /** Whether only a comment may stand between here and the end of the line. */
  isAtEnd(): boolean {
    const unit = this.#text.charCodeAt(this.at)
    return unit === hash || isEmptyAt(this.#text, this.at)
  }

  /**
   * Goes to the next line that says something; false where something else than a comment stands before the end of this
   * one. Comments that follow in lines of their own, further in than `indent`, are counted to the value that ends here.
   */
  endLine(indent = Number.POSITIVE_INFINITY): boolean {
    if (!this.skipLine()) return false
    this.after = this.at
    return this.nextLine(indent)
  }

  /** Goes to the next line; false where something else than a comment stands before the end of this one. */
  skipLine(): boolean {
    const text = this.#text
    const at = contentAt(text, this.at)
    const isComment = text.charCodeAt(at) === hash && text[at - 1] === ' '
    if (!isComment && !isEmptyAt(text, at)) return false
    this.#toNextLine(at)
    return true
  }

  #toNextLine(at: number): void {
    const end = this.#text.indexOf('\n', at)
    this.at = end < 0 ? this.#text.length : end + 1
  }

  /**
   * Goes to the next line that says something, from the beginning of one. False after a comment further in than what
   * follows it: a parser may count it to what ends there.
   */
  nextLine(indent = Number.POSITIVE_INFINITY): boolean {
    const text = this.#text
    let belongs = true
    let deepest = 0
    while (true) {
      const start = this.at
      const at = contentAt(text, start)
      const unit = text.charCodeAt(at)
      if (unit !== lineFeed && unit !== carriageReturn && unit !== hash) {
        this.column = at < text.length ? at - start : -1
        this.at = at
        return deepest <= Math.max(this.column, 0)
      }
      this.tokens += tokensOfLine
      this.#toNextLine(at)
      if (unit !== hash) continue
      belongs &&= at - start >= indent
      if (belongs) this.after = this.at
      else deepest = Math.max(deepest, at - start)
    }
  }
}

const [lineFeed, carriageReturn, hash, hyphen] = [0x0a, 0x0d, 0x23, 0x2d]

/** Spaces, a comment and a line end. */
const tokensOfLine = 3
