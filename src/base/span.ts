/** A text file as it was read; its path is relative to the project, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A stretch of a source file, in UTF-16 offsets, end excluded. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** Line and column for people: both start at 1, a column is a code point. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineStarts = new WeakMap<SourceFile, readonly number[]>()
const pairEnds = new WeakMap<SourceFile, readonly number[]>()

/**
 * Where a span begins; the tables of a file are made the first time it is asked for. Logarithmic in the size of the
 * file: a line of a megabyte may have a hundred thousand findings.
 */
export function position(span: Span): Position {
  const { file } = span
  const starts = startsOf(file)
  const start = Math.min(span.start, file.text.length)
  const line = countUpTo(starts, start)
  const lineStart = starts[line - 1] ?? 0
  const pairs = pairEndsOf(file)
  return { line, column: start - lineStart - (countUpTo(pairs, start) - countUpTo(pairs, lineStart)) + 1 }
}

/** Where a span ends: the place after its last character, or its beginning where it is empty. */
export function endPosition(span: Span): Position {
  return position({ ...span, start: Math.max(span.start, span.end) })
}

/** The text of a line, counted from 1, without its line end; empty beyond the file. */
export function lineText(file: SourceFile, line: number): string {
  const starts = startsOf(file)
  const start = starts[line - 1]
  if (start === undefined) return ''
  return file.text.slice(start, starts[line] ?? file.text.length).replace(/\r?\n$/, '')
}

/** A span for what has no place inside a file: a missing file, a whole file, an option. */
export function wholeFile(path: string, text = ''): Span {
  return { file: { path, text }, start: 0, end: 0 }
}

/** Whether a place is in a file of a layout: its own words and tags, which no author of a publication wrote. */
export function isOfLayout({ file }: Span): boolean {
  return /^(?:bifolio:)?templates\//.test(file.path)
}

/** How many of some ascending numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The ends of the surrogate pairs in a file: two UTF-16 units that are one code point. */
function pairEndsOf(file: SourceFile): readonly number[] {
  const known = pairEnds.get(file)
  if (known) return known
  const ends = Array.from(file.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index + 2)
  pairEnds.set(file, ends)
  return ends
}

function startsOf(file: SourceFile): readonly number[] {
  const known = lineStarts.get(file)
  if (known) return known
  const starts = [0]
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(file, starts)
  return starts
}
