import { isKind, type ReadDictionary, type Token } from '../pdf/lexer.ts'
import type { OwnPart } from '../pdf/read-attached.ts'
import { entry, type ReadFile } from '../pdf/read-file.ts'

/** A place at which two PDFs say something else. */
export interface Difference {
  /** From 1; null: it belongs to no page. */
  readonly page: number | null
  /** The way to it from the page or from the catalog: the keys of dictionaries and the indices of lists. */
  readonly object: string
  /** What is other there, in words that follow the place. */
  readonly what: string
}

/** Places that are named; of two files that have nothing in common there would be no end. */
export const mostDifferences = 100

/**
 * Compares two PDFs object by object, streams as they are once inflated; numbers of objects, the order in which they
 * stand and the identifier of the file make no difference.
 */
export function compareObjects(stored: OwnPart, made: OwnPart): readonly Difference[] {
  const walk: Walk = { stored: stored.file, made: made.file, seen: new Set(), left: [], found: [] }
  const [before, after] = [kidsOf(stored.file), kidsOf(made.file)]
  if (before.length !== after.length)
    add(walk, { page: null, object: 'Pages' }, `${after.length} pages, not ${before.length}`)
  // Links, and pages themselves, lead to other pages: each is compared as itself and nowhere else.
  markSeen(entry(stored.file.catalog, 'Pages'), entry(made.file.catalog, 'Pages'), walk)
  const pages = before.slice(0, after.length).map((page, index): Pair => {
    const other = after[index]
    markSeen(page, other, walk)
    return {
      at: { page: index + 1, object: '' },
      a: stored.file.resolve(page),
      b: made.file.resolve(other),
    }
  })
  const rest: readonly Pair[] = [
    { at: { page: null, object: 'Catalog' }, a: stored.file.catalog, b: made.file.catalog },
    { at: { page: null, object: 'Info' }, a: stored.file.information, b: made.file.information },
  ]
  for (const pair of [...pages, ...rest]) {
    walk.left.push(pair)
    for (let next = walk.left.pop(); next && walk.found.length < mostDifferences; next = walk.left.pop())
      compare(next, walk)
  }
  compareAttached(stored, made, walk)
  return walk.found
}

interface At {
  readonly page: number | null
  readonly object: string
}

interface Pair {
  readonly at: At
  readonly a: Token
  readonly b: Token
}

interface Walk {
  readonly stored: ReadFile
  readonly made: ReadFile
  /** Pairs of objects that were, or are being, compared. */
  readonly seen: Set<string>
  readonly left: Pair[]
  readonly found: Difference[]
}

/** The files that are embedded are compared by name. */
const elsewhere: ReadonlySet<string> = new Set(['EmbeddedFiles', 'AF'])

function compare({ at, a, b }: Pair, walk: Walk): void {
  if (isKind(a, 'pointer') && isKind(b, 'pointer')) {
    const key = `${a.id} ${b.id}`
    if (walk.seen.has(key)) return
    walk.seen.add(key)
    const [one, other] = [walk.stored.resolve(a), walk.made.resolve(b)]
    if (isStream(one) && isStream(other) && walk.stored.stream(a) !== walk.made.stream(b))
      add(walk, at, 'another stream')
    walk.left.push({ at, a: one, b: other })
    return
  }
  if (isKind(a, 'pointer')) walk.left.push({ at, a: walk.stored.resolve(a), b })
  else if (isKind(b, 'pointer')) walk.left.push({ at, a, b: walk.made.resolve(b) })
  else if (isKind(a, 'dictionary') && isKind(b, 'dictionary')) compareEntries(at, a, b, walk)
  else if (Array.isArray(a) && Array.isArray(b)) compareItems(at, a, b, walk)
  else if (JSON.stringify(a) !== JSON.stringify(b)) add(walk, at, `${shown(b)}, not ${shown(a)}`)
}

function markSeen(a: Token | undefined, b: Token | undefined, { seen }: Walk): void {
  if (isKind(a, 'pointer') && isKind(b, 'pointer')) seen.add(`${a.id} ${b.id}`)
}

function compareEntries(at: At, a: ReadDictionary, b: ReadDictionary, walk: Walk): void {
  const [font, other] = [a.entries.get('BaseFont'), b.entries.get('BaseFont')]
  // Another choice of glyphs: each width, and each glyph, would be other.
  if (isKind(font, 'name') && isKind(other, 'name') && font.name !== other.name) {
    add(walk, at, `the font ${shown(other)}, not ${shown(font)}`)
    return
  }
  const isPacked = a.entries.has('Length')
  const keys = [...new Set([...a.entries.keys(), ...b.entries.keys()])]
  const pairs = keys.flatMap((key): readonly Pair[] => {
    // How long a stream is once deflated says nothing of what is in it.
    if (elsewhere.has(key) || (isPacked && key === 'Length')) return []
    const [one, other] = [a.entries.get(key), b.entries.get(key)]
    return [{ at: below(at, key), a: one ?? null, b: other ?? null }]
  })
  walk.left.push(...pairs.reverse())
}

function compareItems(at: At, a: readonly Token[], b: readonly Token[], walk: Walk): void {
  if (a.length !== b.length) add(walk, at, `${b.length} entries, not ${a.length}`)
  const pairs = a.slice(0, b.length).map(
    (item, index): Pair => ({
      at: below(at, String(index)),
      a: item,
      b: b[index] ?? null,
    }),
  )
  // A list of thousands must not become arguments of one call.
  for (const pair of pairs.reverse()) walk.left.push(pair)
}

function compareAttached(stored: OwnPart, made: OwnPart, walk: Walk): void {
  const [before, after] = [stored, made].map(
    ({ attached }) => new Map(attached.map(({ name, bytes }) => [name, bytes])),
  )
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [one, other] = [before?.get(name), after?.get(name)]
    const at = { page: null, object: `embedded file ${name}` }
    if (one === undefined) add(walk, at, 'embedded now, and not before')
    else if (other === undefined) add(walk, at, 'embedded before, and not now')
    else if (Buffer.compare(one, other) !== 0) add(walk, at, 'another content')
  }
}

function add({ found }: Walk, at: At, what: string): void {
  if (found.length < mostDifferences) found.push({ ...at, what })
}

function below({ page, object }: At, key: string): At {
  // However deep: the end of the way tells more than its middle.
  const way = object === '' ? key : `${object}/${key}`
  return { page, object: way.length > longestWay ? `…${way.slice(-longestWay)}` : way }
}

/** Characters of such a way that are shown. */
const longestWay = 120

function isStream(value: Token): boolean {
  return typeof entry(value, 'Length') === 'number'
}

function kidsOf(file: ReadFile): readonly Token[] {
  const kids = file.resolve(entry(file.resolve(entry(file.catalog, 'Pages')), 'Kids'))
  return Array.isArray(kids) ? kids : []
}

function shown(token: Token): string {
  if (token === null) return 'nothing'
  if (isKind(token, 'name')) return `\`/${token.name}\``
  const text = isKind(token, 'string') ? token.bytes : typeof token === 'object' ? 'an object' : String(token)
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``
}
