import type { Lang } from '../base/lang.ts'
import { type Leaf, pickFromLeaf, type Stretch, type UnitId } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { type Call, callsIn } from './calls.ts'
import { type Complaint, misplacedReference, wrongForm } from './check-reference.ts'
import { reportUnknownNote } from './notes.ts'
import type { Passage, Use } from './passages.ts'
import type { Target, Text } from './publication.ts'
import { mayCall } from './scan.ts'

/** What there is to call and to refer to. */
export interface Callable {
  /** Names of all notes that were written. */
  readonly notes: ReadonlySet<string>
  readonly targets: ReadonlyMap<UnitId, Target>
  /** In which printed languages a note is called. */
  readonly calledIn: (note: string) => ReadonlySet<Lang>
  /** Ids of what exists in no printed language. */
  readonly unprinted: ReadonlySet<UnitId>
  /** Ids of what was found wrong and left out, which has been said; null: all others, since a whole file is missing. */
  readonly lost: ReadonlySet<UnitId> | null
  /** The printed languages. */
  readonly languages: readonly Lang[]
}

/** Checks what the texts call and refer to; gives the notes that they call. */
export function checkCalls(
  passages: Iterable<Passage>,
  callable: Callable,
  report: Report,
): ReadonlySet<string> {
  const checker = new Checker(callable, report)
  for (const passage of passages) checker.check(passage)
  return checker.used
}

/** Whether a text may call notes or refer to something; most do not. */
function callsAnything({ versions }: Text): boolean {
  for (const { text } of versions.values()) if (mayCall(text)) return true
  return false
}

/** Guards the names of the notes that were called. */
class Checker {
  readonly used = new Set<string>()
  readonly #callable: Callable
  readonly #report: Report

  constructor(callable: Callable, report: Report) {
    this.#callable = callable
    this.#report = report
  }

  check({ text, use }: Passage): void {
    if (!callsAnything(text)) return
    const calls = new Map<Lang, readonly Call[]>()
    const seen = new Set<number>()
    const { languages } = this.#callable
    const printed = (lang: Lang): number => (languages.includes(lang) ? 0 : 1)
    // Those that are printed come first: a string that they share with others is printed.
    for (const [lang, leaf] of [...text.versions].sort(([a], [b]) => printed(a) - printed(b))) {
      const found = callsIn(leaf)
      calls.set(lang, found)
      // One string for all languages is checked once.
      if (seen.has(leaf.span.start)) continue
      seen.add(leaf.span.start)
      for (const call of found) this.#checkCall(call, leaf, use, printed(lang) === 0)
    }
    if ([...calls.values()].some((found) => found.length > 0)) this.#compare(text.versions, calls)
  }

  #checkCall(call: Call, leaf: Leaf, use: Use, isPrinted: boolean): void {
    if (call.kind === 'note') this.#checkNote(call, leaf, use)
    else this.#checkReference(call, leaf, use, isPrinted)
  }

  #checkNote({ id, whole, named }: Call & { kind: 'note' }, leaf: Leaf, use: Use): void {
    if (use === 'bare' || use === 'aside') {
      const message =
        use === 'bare' ? 'a note cannot be called here' : 'a note is called inside a note or notice'
      const hint = 'call it in the text; for brackets that call nothing, write `\\[^`'
      this.#report.error('content/call-place', message, spanOf(leaf, whole), hint)
      return
    }
    this.used.add(id)
    if (!this.#callable.notes.has(id))
      reportUnknownNote(id, first(this.#callable.notes), spanOf(leaf, named), this.#report)
  }

  #checkReference(call: Call & { kind: 'reference' }, leaf: Leaf, use: Use, isPrinted: boolean): void {
    const { id, whole, named } = call
    const target = id === null ? undefined : this.#callable.targets.get(id)
    const misplaced = misplacedReference(call, target, use, leaf)
    if (misplaced !== null) this.#complain(misplaced, spanOf(leaf, whole))
    else if (id === null) return
    else if (target === undefined) this.#checkMissing(id, spanOf(leaf, named), isPrinted)
    else {
      const isCalled = !isPrinted || this.#callable.calledIn(id).has(leaf.lang)
      const wrong = wrongForm(id, call.form, target, isCalled ? null : leaf.lang)
      if (wrong !== null) this.#complain(wrong, spanOf(leaf, named))
    }
  }

  #complain({ code, message, hint }: Complaint, span: Span): void {
    this.#report.error(code, message, span, hint)
  }

  #checkMissing(id: string, span: Span, isPrinted: boolean): void {
    const { unprinted, lost, targets, notes } = this.#callable
    if (unprinted.has(id)) {
      if (!isPrinted) return
      const message = `\`${id}\` is not printed in these languages`
      const hint = 'name the languages of this text in its `only`, or refer to something else'
      this.#report.error('content/unprinted-reference', message, span, hint)
      return
    }
    if (lost === null || lost.has(id) || notes.has(id)) return
    const hint = didYouMean(id, first(targets.keys()))
    this.#report.error('content/unknown-reference', `nothing has the id \`${id}\``, span, hint)
  }

  /** What one language calls or refers to, each other of the same text must as well. */
  #compare(versions: ReadonlyMap<Lang, Leaf>, calls: ReadonlyMap<Lang, readonly Call[]>): void {
    const printed = this.#callable.languages.filter((lang) => versions.has(lang))
    const names = new Map(printed.map((lang) => [lang, new Set((calls.get(lang) ?? []).map(nameOf))]))
    for (const name of new Set([...names.values()].flatMap((own) => [...own]))) {
      const other = printed.find((lang) => names.get(lang)?.has(name))
      for (const lang of printed) {
        const leaf = versions.get(lang)
        if (names.get(lang)?.has(name) || leaf === undefined) continue
        const message = `\`${name}\` stands in \`${other}\`, but not in \`${lang}\``
        const hint = 'put it here as well, or give each language a block of its own with `only`'
        const there = other === undefined ? undefined : versions.get(other)
        const related = there ? [{ at: there.span, note: 'it stands in this one' }] : []
        this.#report.warning('content/calls-differ', message, leaf.span, hint, ...related)
      }
    }
  }
}

/** Names to look for a near one in: each unknown name is held against all of them. */
function first(names: Iterable<string>): readonly string[] {
  return [...names].slice(0, mostCompared)
}

/** To be held against each unknown name: what is near is among the first, or the file has other troubles. */
const mostCompared = 1000

function nameOf(call: Call): string {
  if (call.kind === 'note') return `[^${call.id}]`
  return call.form === 'page' ? `{ref: ${call.id}}` : `{ref: ${call.id} ${call.form}}`
}

function spanOf(leaf: Leaf, stretch: Stretch): Span {
  return pickFromLeaf(leaf, [stretch]).span
}
