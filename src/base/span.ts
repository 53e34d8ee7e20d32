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

/** Where a span begins; the line table of a file is made the first time it is asked for. */
export function position(span: Span): Position {
  const starts = startsOf(span.file)
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= span.start) low = middle
    else high = middle
  }
  const before = span.file.text.slice(starts[low] ?? 0, span.start)
  return { line: low + 1, column: Array.from(before).length + 1 }
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

function startsOf(file: SourceFile): readonly number[] {
  const known = lineStarts.get(file)
  if (known) return known
  const starts = [0]
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(file, starts)
  return starts
}
