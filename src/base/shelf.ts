import type { Report } from './report.ts'
import type { Listing, Read, Source } from './world.ts'

/** Things made from files, each kept for as long as the files say the same. */
export interface Shelf {
  /**
   * What `make` makes of the files that it reads; the thing of that name that was made before where every file and
   * folder that it asked for still answers as it did. Only what gave no finding is kept, so that each run has them all.
   */
  keep<Thing>(
    name: string,
    source: Source,
    report: Report,
    make: (source: Source, report: Report) => Thing,
  ): Thing
}

/** How many things are kept: a publication has a layout and a theme, built in turn with those of a few others. */
const mostKept = 16

interface Kept {
  readonly thing: unknown
  readonly answers: readonly Answer[]
}

/** What a source was asked, and what it said. */
type Answer =
  | { readonly path: string; readonly limit: number; readonly read: Read }
  | { readonly path: string; readonly listing: Listing }

export function openShelf(): Shelf {
  const all = new Map<string, Kept>()
  return {
    keep(name, source, report, make) {
      const kept = all.get(name)
      all.delete(name)
      if (kept?.answers.every((answer) => isSame(answer, source))) {
        // Set again, so that the one at the front is the one not asked for the longest.
        all.set(name, kept)
        return kept.thing as ReturnType<typeof make>
      }
      const answers: Answer[] = []
      const before = report.diagnostics.length
      const thing = make(noting(source, answers), report)
      if (report.diagnostics.length > before) return thing
      all.set(name, { thing, answers })
      for (const oldest of all.keys()) if (all.size > mostKept) all.delete(oldest)
      return thing
    },
  }
}

function noting(source: Source, answers: Answer[]): Source {
  return {
    read(path, limit) {
      const read = source.read(path, limit)
      answers.push({ path, limit, read })
      return read
    },
    list(path) {
      const listing = source.list(path)
      answers.push({ path, listing })
      return listing
    },
  }
}

/** A source that keeps what it read gives the same bytes, which need no comparing. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || Buffer.compare(a, b) === 0
}

/** Asks again. */
function isSame(answer: Answer, source: Source): boolean {
  if ('read' in answer) {
    const { read: was } = answer
    const is = source.read(answer.path, answer.limit)
    return was.ok
      ? is.ok && is.path === was.path && isEqual(is.bytes, was.bytes)
      : !is.ok && is.problem === was.problem
  }
  const { listing: was } = answer
  const is = source.list(answer.path)
  if (!was.ok) return !is.ok && is.problem === was.problem
  return is.ok && (is.names === was.names || is.names.join('\n') === was.names.join('\n'))
}
