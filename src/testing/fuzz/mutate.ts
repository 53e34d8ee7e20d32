import fc from 'fast-check'

/** Texts that are like the samples, but for up to eight changes such as people, editors and enemies make. */
export function mutatedText(samples: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const edits = fc.array(anyEdit(words), { minLength: 1, maxLength: 8 })
  return fc
    .tuple(fc.constantFrom(...samples), edits)
    .map(([sample, all]) => all.reduce((text, edit) => edit(text), sample))
}

/** Bytes that are like the samples, but for up to eight changes; cut short now and then. */
export function mutatedBytes(samples: readonly Uint8Array[], mostAt: number): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.nat(mostAt),
    fc.oneof(fc.constantFrom(...hardBytes), fc.uint8Array({ maxLength: 8 })),
  )
  const length = fc.option(fc.nat(mostAt), { freq: 4 })
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 8 }), length)
    .map(([sample, changes, cut]) => {
      const bytes = Uint8Array.from(cut === null ? sample : sample.subarray(0, cut))
      for (const [at, written] of changes) {
        if (at + written.length <= bytes.length) bytes.set(written, at)
      }
      return bytes
    })
}

type Edit = (text: string) => string

/** Counts and offsets that overflow, or are just one too many. */
const hardBytes: readonly Uint8Array[] = [
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
  Uint8Array.of(0x80, 0, 0, 0),
  Uint8Array.of(0, 0, 0, 0),
  Uint8Array.of(0xff, 0xff),
  Uint8Array.of(0, 1),
]

/** Places are shares of the text, so that a smaller sample shrinks with its edits. */
function anyEdit(words: readonly string[]): fc.Arbitrary<Edit> {
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const insert = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...noise),
    fc.string({ maxLength: 4, unit: 'binary' }),
  )
  return fc.oneof(
    fc.tuple(place, insert).map(
      ([at, word]): Edit =>
        (text) =>
          splice(text, at, 0, word),
    ),
    fc.tuple(place, fc.nat(12)).map(
      ([at, length]): Edit =>
        (text) =>
          splice(text, at, length, ''),
    ),
    fc.tuple(place, insert).map(
      ([at, word]): Edit =>
        (text) =>
          splice(text, at, word.length, word),
    ),
    fc.tuple(place, place).map(
      ([at, to]): Edit =>
        (text) =>
          moveLine(text, at, to),
    ),
    place.map(
      (at): Edit =>
        (text) =>
          lines(text, at, () => []),
    ),
    place.map(
      (at): Edit =>
        (text) =>
          lines(text, at, (line) => [line, line]),
    ),
    fc.tuple(place, fc.constantFrom(' ', '  ', '\t', '')).map(
      ([at, indent]): Edit =>
        (text) =>
          lines(text, at, (line) => [indent + (indent === '' ? line.trimStart() : line)]),
    ),
    fc.tuple(place, fc.constantFrom(...numbers)).map(
      ([at, number]): Edit =>
        (text) =>
          renumber(text, at, number),
    ),
    fc.tuple(place, fc.integer({ min: 2, max: 200 })).map(
      ([at, times]): Edit =>
        (text) =>
          splice(text, at, 0, text.slice(index(text, at), index(text, at) + 6).repeat(times)),
    ),
  )
}

const numbers = ['0', '-1', '1e9', '-1e9', '99999999999999999999', '0.0000001', 'NaN', '1e400', '2147483648']

/** What is seldom typed and often pasted. */
const noise = [
  '\0',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u202e',
  '\u3000',
  '\ufdd0',
  '\ufe0f',
  '\ufeff',
  '\ufffd',
  '\r',
  '\r\n',
  '\ud800',
  '\udc00',
  '\u0301',
  '\u{1f468}\u200d\u{1f469}',
  '\u{e0001}',
  '\u{10ffff}',
  'ا',
  'ไ',
  'ー',
  '……',
  '——',
]

function index(text: string, at: number): number {
  return Math.floor(at * text.length)
}

function splice(text: string, at: number, length: number, word: string): string {
  const from = index(text, at)
  return text.slice(0, from) + word + text.slice(from + length)
}

function lines(text: string, at: number, change: (line: string) => readonly string[]): string {
  const all = text.split('\n')
  const which = Math.min(Math.floor(at * all.length), all.length - 1)
  return all.flatMap((line, number) => (number === which ? change(line) : line)).join('\n')
}

function moveLine(text: string, at: number, to: number): string {
  const all = text.split('\n')
  const [line] = all.splice(Math.min(Math.floor(at * all.length), all.length - 1), 1)
  all.splice(Math.floor(to * all.length), 0, line ?? '')
  return all.join('\n')
}

/** Another number in place of the first one after a place. */
function renumber(text: string, at: number, number: string): string {
  const from = index(text, at)
  return text.slice(0, from) + text.slice(from).replace(/\d+(?:\.\d+)?/, number)
}
