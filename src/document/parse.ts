import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Lang, parseLang } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import type { Attrs, Element, Node } from './element.ts'
import { attributes, elements } from './elements.ts'
import { untoken } from './leaf.ts'
import { deepestElement } from './limits.ts'
import { isLinkTarget, linkTargets } from './link.ts'
import { type Inline, markdown, plain } from './markdown.ts'
import { explainMarkup } from './markup-problem.ts'
import type { Markup } from './template.ts'
import { tidy } from './tidy.ts'

/** Reads markup into a tree with one root, `html`, and exchanges its tokens for their leaves; null for broken markup. */
export function parse(markup: Markup, report: Report): Element | null {
  const [before, after] = /^\s*<html[\s>]/.test(markup.text) ? ['', ''] : ['<html>', '</html>']
  const text = before + markup.text + after
  const builder = new Builder(markup, report)
  const parser = new SaxesParser()
  Object.assign(parser.ENTITIES, entities)
  let isBroken = false
  parser.on('opentag', (tag) => builder.open(tag))
  parser.on('closetag', () => builder.close())
  parser.on('text', (words) => builder.text(words))
  parser.on('cdata', (words) => builder.text(words))
  parser.on('error', (problem) => {
    // One tag that is not closed makes all that follows look wrong: only the first problem says something.
    if (!isBroken) builder.refuse(problem.message, before.length, text.slice(0, parser.position))
    isBroken = true
  })
  parser.write(text).close()
  return isBroken ? null : builder.root
}

/** Names of HTML for characters that are hard to tell or to type. */
const entities = {
  nbsp: '\u00A0',
  shy: '\u00AD',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  copy: '©',
  middot: '·',
}

/** An element that is not closed yet. */
interface Frame {
  /** Null for one that was refused: what it holds goes to its parent. */
  readonly element: (Element & { readonly children: Node[] }) | null
  readonly name: string
  readonly lang: Lang | null
  readonly unit: UnitId | null
  readonly span: Span
  readonly children: Node[]
  /** Whether marks in it are text. */
  readonly isRaw: boolean
  readonly isPreformatted: boolean
  readonly isLink: boolean
}

/** Guards the elements that are open, and the count. */
class Builder {
  root: Element | null = null
  readonly #markup: Markup
  readonly #report: Report
  readonly #open: Frame[] = []
  readonly #units = new Set<UnitId>()
  #closed: Frame | null = null
  #count = 0

  constructor(markup: Markup, report: Report) {
    this.#markup = markup
    this.#report = report
  }

  open(tag: SaxesTagPlain): void {
    const parent = this.#open.at(-1)
    const span = this.#markup.places[Number(tag.attributes['bi-at'] ?? -1)] ?? parent?.span ?? this.#start()
    const attrs = this.#attrs(tag, span)
    const lang = this.#lang(attrs, span) ?? parent?.lang ?? null
    const unit = tag.name === 'bi-passage' ? this.#unit(attrs, span) : (parent?.unit ?? null)
    const { name } = tag
    const children: Node[] = []
    const isWanted = this.#check(name, span)
    const element = isWanted
      ? { kind: 'element' as const, name, index: this.#count++, lang, unit, attrs, children, span }
      : null
    if (this.#open.length === 0) this.root = element
    this.#open.push({
      element,
      name,
      lang,
      unit,
      span,
      children: isWanted ? children : (parent?.children ?? children),
      isRaw: parent?.isRaw || name === 'pre' || name === 'code',
      isPreformatted: parent?.isPreformatted || name === 'pre',
      isLink: parent?.isLink || name === 'a',
    })
    if (element !== null) parent?.children.push(element)
  }

  close(): void {
    const frame = this.#open.pop()
    if (frame === undefined) return
    this.#closed = frame
    if (frame.element !== null && !frame.isPreformatted) tidy(frame.element)
  }

  text(text: string): void {
    const frame = this.#open.at(-1)
    if (frame === undefined) return
    for (const piece of untoken(text, this.#markup.leaves)) {
      if (typeof piece === 'string') frame.children.push({ kind: 'text', leaf: literal(piece, frame) })
      else {
        const leaf = frame.lang === null || frame.lang === piece.lang ? piece : { ...piece, lang: frame.lang }
        const inlines: readonly Inline[] = frame.isRaw
          ? [{ kind: 'text', leaf }]
          : markdown(leaf, this.#report)
        const into = this.#markup.gaps.has(piece) ? this.#gap(frame) : frame.children
        this.#add(inlines, frame, into, frame.isLink)
      }
    }
  }

  /** Reports broken markup; `read` is what the parser has read, with `before` characters in front of the layout's. */
  refuse(message: string, before: number, read: string): void {
    const open = this.#open.map((frame) => frame.name)
    const problem = explainMarkup(message, { read, open, closed: this.#closed?.name ?? null })
    const near = problem.isAboutClosed ? this.#closed?.span : this.#near(problem.at - before)
    this.#report.error('document/markup', problem.message, near ?? this.#start(), ...problem.hints)
  }

  /** The place of the last tag before an offset of the markup. */
  #near(offset: number): Span | undefined {
    const { text, places } = this.#markup
    const stamp = 'bi-at="'
    const at = text.lastIndexOf(stamp, offset)
    return at < 0 ? undefined : places[Number.parseInt(text.slice(at + stamp.length), 10)]
  }

  /** Marks what stands for a missing text, so that a theme can show it; gives where its text goes. */
  #gap({ children: around, lang, unit, span }: Frame): Node[] {
    const children: Node[] = []
    const attrs = new Map([['class', 'gap']])
    around.push({ kind: 'element', name: 'span', index: this.#count++, lang, unit, attrs, children, span })
    return children
  }

  #add(inlines: readonly Inline[], frame: Frame, into: Node[], isLink: boolean): void {
    for (const inline of inlines) {
      if (inline.kind === 'text') into.push(inline)
      // A link in a link leads where the outer one does.
      else if (inline.name === 'a' && isLink) this.#add(inline.children, frame, into, isLink)
      else {
        const { name, attrs, span } = inline
        const children: Node[] = []
        const { lang, unit } = frame
        into.push({ kind: 'element', name, index: this.#count++, lang, unit, attrs, children, span })
        this.#add(inline.children, frame, children, isLink || name === 'a')
      }
    }
  }

  #check(name: string, span: Span): boolean {
    if (!elements.has(name) || (name === 'html' && this.#open.length > 0)) {
      const hint =
        name === 'html' ? 'it stands around everything else' : didYouMean(name, [...elements.keys()])
      this.#report.error('document/unknown-element', `\`<${name}>\` is no element of a layout`, span, hint)
      return false
    }
    if (this.#open.length < deepestElement) return true
    this.#report.error(
      'document/too-deep',
      `elements stand more than ${deepestElement} deep in each other`,
      span,
      'take away elements that only stand around others, and look for a partial that calls itself',
    )
    return false
  }

  #attrs(tag: SaxesTagPlain, span: Span): Attrs {
    const attrs = new Map<string, string>()
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (name === 'bi-at') continue
      if (!attributes.has(name) && !name.startsWith('data-')) {
        const hint =
          name === 'style'
            ? 'give it a class, and write the style in the theme'
            : didYouMean(name, [...attributes.keys()])
        this.#report.warning(
          'document/unknown-attribute',
          `the attribute \`${name}\` has no effect`,
          span,
          hint,
        )
      }
      const pieces = untoken(value, this.#markup.leaves)
      // The mark of a gap is no address.
      if (
        name === 'href' &&
        pieces.some((piece) => typeof piece !== 'string' && this.#markup.gaps.has(piece))
      )
        continue
      attrs.set(name, pieces.map((piece) => (typeof piece === 'string' ? piece : plain(piece))).join(''))
    }
    const href = attrs.get('href')
    if (href === undefined || isLinkTarget(href)) return attrs
    this.#report.error(
      'document/link',
      `a link cannot lead to \`${href}\``,
      span,
      `links lead to ${linkTargets}`,
    )
    attrs.delete('href')
    return attrs
  }

  #lang(attrs: Attrs, span: Span): Lang | null {
    const written = attrs.get('lang')
    if (written === undefined) return null
    const lang = parseLang(written)
    if (lang === null) {
      const hint = 'use a BCP 47 tag, as `en` or `zh-Hans`'
      this.#report.error('document/unknown-language', `\`${written}\` is no language known here`, span, hint)
    }
    return lang
  }

  #unit(attrs: Attrs, span: Span): UnitId | null {
    const id = attrs.get('id') ?? null
    if (id !== null && this.#units.has(id)) {
      const hint = 'a passage that repeats another, such as a line of the contents, has no id of its own'
      this.#report.error('document/duplicate-id', `two passages have the id \`${id}\``, span, hint)
    }
    if (id !== null) this.#units.add(id)
    return id
  }

  #start(): Span {
    const [first] = this.#markup.places
    return first ? { file: first.file, start: 0, end: 0 } : wholeFile('layout.hbs')
  }
}

/** Text that the layout itself says; its place is the tag that it stands in. `und` is BCP 47's undetermined language. */
function literal(text: string, { lang, span }: Frame): Leaf {
  return { text, lang: lang ?? 'und', span, places: null }
}
