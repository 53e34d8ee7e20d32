/** What a token is: letters and digits, a character of a script without word spaces, white space, any other character. */
type Class = 'word' | 'character' | 'space' | 'mark'

export interface Token {
  readonly text: string
  readonly kind: Class
}

/**
 * Cuts a text into the tokens of a redline, in order and without gaps: words with what joins them inside
 * (`don’t`, `800,000`, `19005-3`), each Chinese or Japanese character, runs of white space, calls of notes and
 * references whole, other characters one by one. Combining characters stay with what they stand on. By ranges of code
 * points that are frozen here: a newer Node must not change a report.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const end = endOfToken(text, at)
    tokens.push({ text: text.slice(at, end), kind: classAt(text, at) })
    at = end
  }
  return tokens
}

/** Whether a token says something by itself. */
export function isSaying({ kind }: Token): boolean {
  return kind === 'word' || kind === 'character'
}

function endOfToken(text: string, from: number): number {
  const call = callAt(text, from)
  if (call > 0) return from + call
  const kind = classAt(text, from)
  let at = endOfCluster(text, from)
  if (kind !== 'word' && kind !== 'space') return at
  while (at < text.length) {
    if (classAt(text, at) === kind) at = endOfCluster(text, at)
    else if (kind === 'word' && joinsAt(text, at)) at += 1
    else break
  }
  return at
}

/** The length of a call of a note or a reference. */
function callAt(text: string, at: number): number {
  const character = text.charAt(at)
  if (character !== '[' && character !== '{') return 0
  // Longer ones are no names of anybody's.
  return (
    /^(?:\[\^[A-Za-z0-9-]+\]|\{ref: [^{}\s]+(?: [a-z]+)?\})/.exec(text.slice(at, at + 200))?.[0].length ?? 0
  )
}

/** Whether a mark stands inside a word: an apostrophe, a hyphen or a middle dot, or between digits a point or comma. */
function joinsAt(text: string, at: number): boolean {
  if (at + 1 >= text.length || classAt(text, at + 1) !== 'word') return false
  const mark = text.charAt(at)
  if ("'’-\u2010\u2011·_".includes(mark)) return true
  return (
    '.,\u066b\u066c'.includes(mark) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  )
}

/** Behind a code point and the combining ones that follow it; what follows a zero width joiner is joined. */
function endOfCluster(text: string, from: number): number {
  let at = from + widthAt(text, from)
  while (at < text.length && isIn(text.codePointAt(at) ?? 0, combining)) {
    const isJoiner = text.charCodeAt(at) === 0x200d
    at += widthAt(text, at)
    if (isJoiner && at < text.length && classAt(text, at) === 'mark') at += widthAt(text, at)
  }
  return at
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function classAt(text: string, at: number): Class {
  const code = text.codePointAt(at) ?? 0
  if (code < 0x80) {
    if (isDigit(code) || ((code | 0x20) - 0x61 < 26 && (code | 0x20) >= 0x61)) return 'word'
    return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'space' : 'mark'
  }
  if (isIn(code, spaces)) return 'space'
  if (isIn(code, characters)) return 'character'
  return isIn(code, marks) ? 'mark' : 'word'
}

function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
  )
}

type Ranges = readonly (readonly [first: number, last: number])[]

function isIn(code: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last)
}

/** White_Space beyond ASCII. */
const spaces: Ranges = [
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
]

/** Han with radicals and numerals, kana, bopomofo and yi: written without spaces between words. */
const characters: Ranges = [
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3041, 0x30fa],
  [0x30fc, 0x312f],
  [0x31a0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
  [0x1b000, 0x1b16f],
  [0x20000, 0x3ffff],
]

/** Combining marks of all scripts, the zero width joiners, variation selectors, emoji modifiers. */
const combining: Ranges = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0100, 0xe01ef],
]

/** Punctuation, symbols, controls and surrogates that stand alone, by block; what is in none of them is a letter. */
const marks: Ranges = [
  [0x80, 0xa9],
  [0xab, 0xb1],
  [0xb4, 0xb4],
  [0xb6, 0xb8],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x37e, 0x37e],
  [0x387, 0x387],
  [0x55a, 0x55f],
  [0x589, 0x58a],
  [0x5be, 0x5be],
  [0x5c0, 0x5c0],
  [0x5c3, 0x5c3],
  [0x5f3, 0x5f4],
  [0x600, 0x60f],
  [0x61b, 0x61f],
  [0x66a, 0x66d],
  [0x6d4, 0x6d4],
  [0x2010, 0x206f],
  [0x20a0, 0x20cf],
  [0x2100, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x2ff0, 0x2fff],
  [0x3001, 0x3004],
  [0x3008, 0x3020],
  [0x302a, 0x3040],
  [0x30fb, 0x30fb],
  [0x3200, 0x33ff],
  [0xd800, 0xf8ff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xfeff, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffe0, 0xffff],
  [0x1d000, 0x1d3ff],
  [0x1f000, 0x1fbff],
  [0xe0000, 0xe007f],
  [0xf0000, 0x10ffff],
]
