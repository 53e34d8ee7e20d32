import { type Leaf, pickFromLeaf, type Stretch } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { type ReferenceForm, scan, withoutEscapes } from '../content/scan.ts'
import { isWide } from '../content/wide.ts'
import type { Attrs } from './element.ts'
import { deepestMark } from './limits.ts'
import { isLinkTarget, linkTargets } from './link.ts'
import { resolveMarks } from './markdown-marks.ts'

/** What a leaf becomes: text with its marks taken off, marked stretches, calls of notes and references. */
export type Inline =
  | { readonly kind: 'text'; readonly leaf: Leaf }
  | Mark
  | { readonly kind: 'note'; readonly id: string; readonly span: Span }
  | { readonly kind: 'reference'; readonly id: string; readonly form: ReferenceForm; readonly span: Span }

interface Mark {
  readonly kind: 'mark'
  readonly name: 'em' | 'strong' | 'code' | 'a' | 'br'
  readonly attrs: Attrs
  readonly children: readonly Inline[]
  /** From the first character of the opening mark to the last of the closing one. */
  readonly span: Span
}

/**
 * Reads the inline Markdown of a leaf: CommonMark's emphasis by asterisks, code spans, links in parentheses, backslash
 * escapes and hard breaks; `[^id]` and `{ref: id}`. Linear in the length of the text.
 */
export function markdown(leaf: Leaf, report: Report): readonly Inline[] {
  return inlines(leaf, report)
}

/** The text of a leaf without its marks, on one line: for metadata, attributes and the outline. */
export function plain(leaf: Leaf): string {
  const text = isPlain(leaf.text) ? leaf.text : flat(inlines(leaf, null))
  return oneLine(text.replaceAll('\u200B', ''))
}

// Marks can only begin with these; two spaces matter before a line end.
function isPlain(text: string): boolean {
  return !/[*`[\\{]| {2}\n/.test(text)
}

function inlines(leaf: Leaf, report: Report | null): readonly Inline[] {
  if (leaf.text === '') return []
  if (isPlain(leaf.text)) return [{ kind: 'text', leaf }]
  const builder = new Builder(leaf, report)
  for (const event of resolveMarks(scan(leaf.text))) {
    if (event.kind === 'text') builder.text(event.from, event.to)
    else if (event.kind === 'open') builder.open(event.name, event.at, event.target)
    else if (event.kind === 'close') builder.close(event.at)
    else if (event.kind === 'note') builder.note(event.from, event.to, event.id)
    else if (event.kind === 'reference') builder.reference(event.from, event.to, event.id, event.form)
    else if (event.kind === 'code') builder.code(event.from, event.to, event.inner)
    else builder.break(event.from, event.to)
  }
  return builder.end()
}

interface Open {
  readonly name: 'em' | 'strong' | 'a'
  readonly at: number
  /** Null for a mark without effect: what it holds goes to the mark around it. */
  readonly attrs: Attrs | null
  readonly children: Inline[]
}

/** Guards the stack of open marks and the text that is being gathered. */
class Builder {
  readonly #leaf: Leaf
  readonly #report: Report | null
  readonly #root: Inline[] = []
  readonly #open: Open[] = []
  #stretches: Stretch[] = []

  constructor(leaf: Leaf, report: Report | null) {
    this.#leaf = leaf
    this.#report = report
  }

  text(from: number, to: number): void {
    if (from === to) return
    const last = this.#stretches.at(-1)
    if (last?.[1] === from) this.#stretches[this.#stretches.length - 1] = [last[0], to]
    else this.#stretches.push([from, to])
  }

  open(name: Open['name'], at: number, target: Stretch | null): void {
    this.#flush()
    const wanted = target === null ? none : this.#link(target)
    const attrs = this.#open.length < deepestMark ? wanted : null
    this.#open.push({ name, at, attrs, children: attrs === null ? this.#children : [] })
  }

  close(at: number): void {
    this.#flush()
    const open = this.#open.pop()
    if (open === undefined) throw new Error('a mark was closed that was not open')
    if (open.attrs !== null) this.#mark(open.name, open.attrs, open.children, open.at, at)
  }

  code(from: number, to: number, inner: Stretch): void {
    this.#flush()
    this.#mark('code', none, [{ kind: 'text', leaf: pickFromLeaf(this.#leaf, [inner]) }], from, to)
  }

  note(from: number, to: number, id: Stretch): void {
    this.#flush()
    this.#add({ kind: 'note', id: this.#leaf.text.slice(...id), span: this.#span(from, to) })
  }

  reference(from: number, to: number, id: Stretch, form: ReferenceForm): void {
    this.#flush()
    this.#add({ kind: 'reference', id: this.#leaf.text.slice(...id), form, span: this.#span(from, to) })
  }

  break(from: number, to: number): void {
    this.#flush()
    this.#mark('br', none, [], from, to)
  }

  end(): readonly Inline[] {
    this.#flush()
    return this.#root
  }

  /** Null for a link that may not be. */
  #link(target: Stretch): Attrs | null {
    const href = withoutEscapes(this.#leaf.text.slice(...target))
    if (isLinkTarget(href)) return new Map([['href', href]])
    const { span } = pickFromLeaf(this.#leaf, [target])
    this.#report?.error(
      'document/link',
      `a link cannot lead to \`${href}\``,
      span,
      `links lead to ${linkTargets}`,
    )
    return null
  }

  #mark(name: Mark['name'], attrs: Attrs, children: readonly Inline[], from: number, to: number): void {
    this.#add({ kind: 'mark', name, attrs, children, span: this.#span(from, to) })
  }

  #span(from: number, to: number): Span {
    return pickFromLeaf(this.#leaf, [[from, to]]).span
  }

  #flush(): void {
    if (this.#stretches.length === 0) return
    this.#add({ kind: 'text', leaf: pickFromLeaf(this.#leaf, this.#stretches) })
    this.#stretches = []
  }

  #add(inline: Inline): void {
    this.#children.push(inline)
  }

  /** Where what comes next belongs. */
  get #children(): Inline[] {
    return this.#open.at(-1)?.children ?? this.#root
  }
}

const none: Attrs = new Map()

function flat(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.leaf.text
      // Notes and references have no words of their own.
      if (inline.kind !== 'mark') return ''
      return inline.name === 'br' ? '\n' : flat(inline.children)
    })
    .join('')
}

/** A line end between wide characters is nothing, else a space (CSS Text 3, 4.1.3: segment break transformation). */
function oneLine(text: string): string {
  if (!text.includes('\n')) return text.trim()
  const lines = text.split('\n').map((line) => line.trim())
  let joined = ''
  for (const line of lines.filter((line) => line !== '')) {
    const isBetweenWide = isWide(lastCodePoint(joined)) && isWide(line.codePointAt(0) ?? 0)
    joined += joined === '' || isBetweenWide ? line : ` ${line}`
  }
  return joined
}

function lastCodePoint(text: string): number {
  return Array.from(text.slice(-2)).at(-1)?.codePointAt(0) ?? 0
}
