import type { Diagnostic, Related } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import type { FoundAt, FoundIn, Outcome, RowFinding } from './unit.ts'

/** Findings of rows made plain data, each file's text once. */
export class Packing {
  readonly #data: string
  readonly #findings: RowFinding[] = []
  readonly #files: FoundIn[] = []
  readonly #indices = new Map<string, number>()

  /** `data`: the path of the data, whose text is not packed. */
  constructor(data: string) {
    this.#data = data
  }

  add(row: number, diagnostics: readonly Diagnostic[]): void {
    for (const { span, related, ...said } of diagnostics)
      this.#findings.push({
        row,
        ...said,
        at: this.#at(span),
        related: related.map(({ at, note }) => ({ at: this.#at(at), note })),
      })
  }

  get packed(): Pick<Outcome, 'findings' | 'files'> {
    return { findings: this.#findings, files: this.#files }
  }

  #at({ file: { path, text }, start, end }: Span): FoundAt {
    // A place without a text is the whole file or something that is none, as an option.
    const isData = path === this.#data && text !== ''
    const key = `${isData ? 'data' : text === '' ? 'whole' : 'text'}\n${path}`
    const known = this.#indices.get(key)
    if (known !== undefined) return { file: known, start, end }
    const file = this.#files.push({ path, text: isData ? null : text }) - 1
    this.#indices.set(key, file)
    return { file, start, end }
  }
}

/** A finding, and where it came up: rows, and its position among the findings of each. */
interface Gathered {
  readonly found: Diagnostic
  readonly places: { readonly row: number; readonly index: number }[]
}

/** How many of the rows that have one finding are named. */
const mostNamed = 3

/** Findings of all rows: what several have in common is said once, with the rows that have it. */
export class Gathering {
  readonly #data: SourceFile
  readonly #spans: ReadonlyMap<number, Span>
  readonly #files = new Map<string, SourceFile>()
  readonly #gathered = new Map<string, Gathered>()

  /** `spans`: where each row stands in the data. */
  constructor(data: SourceFile, spans: ReadonlyMap<number, Span>) {
    this.#data = data
    this.#spans = spans
  }

  add({ findings, files }: Pick<Outcome, 'findings' | 'files'>): void {
    const own = files.map((file) => this.#fileOf(file))
    findings.forEach((finding, index) => {
      this.#add(finding, index, own)
    })
  }

  /** In the order of the rows, whatever the order in which they came. */
  get diagnostics(): readonly Diagnostic[] {
    const all = [...this.#gathered.values()].map(({ found, places }) => {
      const sorted = places.toSorted((a, b) => a.row - b.row)
      const { row: first = 0, index = 0 } = sorted[0] ?? {}
      return {
        first,
        index,
        found: this.#withRows(
          found,
          sorted.map(({ row }) => row),
        ),
      }
    })
    all.sort((a, b) => a.first - b.first || a.index - b.index)
    return all.map(({ found }) => found)
  }

  #add({ row, at, related, ...said }: RowFinding, index: number, files: readonly SourceFile[]): void {
    const span = spanIn(at, files)
    const key = `${said.severity} ${said.code}\n${span.file.path}\n${span.start}\n${said.message}`
    const known = this.#gathered.get(key)
    if (known) {
      known.places.push({ row, index })
      return
    }
    const found = {
      ...said,
      span,
      related: related.map((other) => ({ at: spanIn(other.at, files), note: other.note })),
    }
    this.#gathered.set(key, { found, places: [{ row, index }] })
  }

  /** What lies in the data says its row by its place; what all rows have is about none of them. */
  #withRows(found: Diagnostic, rows: readonly number[]): Diagnostic {
    if (found.span.file === this.#data || (rows.length > 1 && rows.length === this.#spans.size)) return found
    const named = rows.slice(0, mostNamed)
    const more = rows.length - named.length
    const related: readonly Related[] = named.map((row, index) => {
      const rest = index === named.length - 1 && more > 0 ? `, and ${more} more` : ''
      return { at: this.#spans.get(row) ?? found.span, note: `in the file of row ${row}${rest}` }
    })
    return { ...found, related: [...found.related, ...related] }
  }

  #fileOf({ path, text }: FoundIn): SourceFile {
    if (text === null) return this.#data
    const key = `${text === '' ? 'whole' : 'text'}\n${path}`
    const known = this.#files.get(key)
    if (known) return known
    const file = { path, text }
    this.#files.set(key, file)
    return file
  }
}

function spanIn({ file, start, end }: FoundAt, files: readonly SourceFile[]): Span {
  const found = files[file]
  if (!found) throw new Error(`an outcome has no file ${file}`)
  return { file: found, start, end }
}
