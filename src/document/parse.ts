import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Lang } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import { languageOf, readAttributes } from './attributes.ts'
import type { Attrs, Element, Node } from './element.ts'
import { elements } from './elements.ts'
import { InlineElements, type Place } from './inline-elements.ts'
import { untoken } from './leaf.ts'
import { deepestElement } from './limits.ts'
import { explainMarkup } from './markup-problem.ts'
import { pictureGap, picturesIn } from './picture-source.ts'
import { readMarkup } from './read-markup.ts'
import type { Markup } from './template.ts'
import { tidy } from './tidy.ts'

/** Reads markup into a tree with one root, `html`, and exchanges its tokens for their leaves; null for broken markup. */
export function parse(markup: Markup, report: Report): Element | null {
  const [before, after] = /^\s*<html[\s>]/.test(markup.text) ? ['', ''] : ['<html>', '</html>']
  const text = before + markup.text + after
  const quick = new Builder(markup, report)
  if (readMarkup(text, quick, markup.tags)) return quick.root
  // What has been found so far is found again, and is said once.
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
interface Frame extends Place {
  /** Null for one that was refused: what it holds goes to its parent. */
  readonly element: (Element & { readonly children: Node[] }) | null
  readonly name: string
  /** Whether marks in it are text. */
  readonly isRaw: boolean
  readonly isPreformatted: boolean
}

/** Guards the elements that are open, and the count. */
class Builder {
  root: Element | null = null
  readonly #markup: Markup
  readonly #report: Report
  readonly #inline: InlineElements
  /** Where an author names each picture: what is wrong with it is for the author, not for the layout. */
  readonly #pictures: ReadonlyMap<string, Span>
  readonly #open: Frame[] = []
  readonly #units = new Map<UnitId, Span>()
  /** The attributes of tags that may come again, from the same place. */
  readonly #known = new Map<Readonly<Record<string, string>>, Attrs>()
  #closed: Frame | null = null
  #count = 0

  constructor(markup: Markup, report: Report) {
    this.#markup = markup
    this.#report = report
    this.#pictures = picturesIn(markup.references)
    this.#inline = new InlineElements(markup, () => this.#count++, report)
  }

  open(tag: Pick<SaxesTagPlain, 'name' | 'attributes'>): void {
    const parent = this.#open.at(-1)
    const span = this.#markup.places[Number(tag.attributes['bi-at'] ?? -1)] ?? parent?.span ?? this.#start()
    const around = parent?.lang ?? null
    const attrs = this.#attrs(tag.attributes, around, span)
    const lang = languageOf(attrs, span, this.#report) ?? around
    const unit = isUnit(tag.name) ? this.#unit(attrs, around, span) : (parent?.unit ?? null)
    const gap = tag.name === 'img' ? pictureGap(tag.attributes.src, this.#markup) : null
    // In a draft words stand in the place of a picture that a language does not have yet.
    const name = gap === null ? tag.name : 'p'
    const named =
      name === 'img'
        ? this.#pictures.get(attrs.get('src') ?? '')
        : name === 'bi-chart'
          ? this.#textIn(tag.attributes)
          : undefined
    if (name === 'img' || name === 'bi-chart')
      this.#checkPicture(name, attrs, tag.attributes.src, named ?? this.#textIn(tag.attributes), span)
    const children: Node[] = []
    const isWanted = this.#check(name, span)
    const element = isWanted
      ? {
          kind: 'element' as const,
          name,
          index: this.#count++,
          lang,
          unit,
          attrs: gap === null ? attrs : none,
          children,
          span: named ?? span,
        }
      : null
    if (this.#open.length === 0) this.root = element
    const frame: Frame = {
      element,
      name,
      lang,
      unit,
      span,
      children: isWanted ? children : (parent?.children ?? children),
      isRaw: parent?.isRaw || name === 'pre' || name === 'code',
      isPreformatted: parent?.isPreformatted || name === 'pre',
      isLink: parent?.isLink || name === 'a',
    }
    this.#open.push(frame)
    if (element !== null) parent?.children.push(element)
    if (gap !== null) this.#inline.gap(frame).children.push({ kind: 'text', leaf: gap })
  }

  /** The attributes of a tag; of one that comes again they are read once: what is wrong with them has been said. */
  #attrs(written: Readonly<Record<string, string>>, lang: Lang | null, span: Span): Attrs {
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const attrs = readAttributes(written, lang, this.#markup, span, this.#report)
    if ('bi-at' in written && !('id' in written || 'href' in written)) this.#known.set(written, attrs)
    return attrs
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
        const into = this.#markup.gaps.has(piece) ? this.#inline.gap(frame) : frame
        if (frame.isRaw) into.children.push({ kind: 'text', leaf })
        else this.#inline.add(leaf, into)
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

  /** Where an author wrote the first text in the attributes of a tag. */
  #textIn(written: Readonly<Record<string, string>>): Span | undefined {
    for (const value of Object.values(written)) {
      for (const piece of untoken(value, this.#markup.leaves))
        if (typeof piece !== 'string') return piece.span
    }
    return undefined
  }

  /** `written`: where an author names the picture or says what it shows, if anywhere; `span`: its tag in the layout. */
  #checkPicture(
    name: 'img' | 'bi-chart',
    attrs: Attrs,
    src: string | undefined,
    written: Span | undefined,
    span: Span,
  ): void {
    const layout = written ? [{ at: span, note: 'the layout writes it here' }] : []
    const place = written ?? span
    const isDescribed = [...attrs.keys()].some((name) => name === 'alt' || name.startsWith('alt:'))
    // As the layout has it: a text may be an empty path, of which its author has been told.
    if (!src) {
      const [what, hint] =
        name === 'img'
          ? ['an `<img>` names no file', 'write `src="{{path}}"`']
          : ['a `<bi-chart>` names no chart', 'write `src="{{source}}"`']
      this.#report.error('document/picture', what, place, hint, ...layout)
    }
    if (isDescribed) return
    const hint = 'write `alt="{{alt}}"`, or `alt=""` for decoration'
    const message = `${name === 'img' ? 'an' : 'a'} \`<${name}>\` has no \`alt\` for those who do not see it`
    this.#report.error('document/picture', message, place, hint, ...layout)
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

  /** Each language may have a passage of its own, on a page of its own. */
  #unit(attrs: Attrs, around: Lang | null, span: Span): UnitId | null {
    const id = attrs.get('id') ?? null
    const key = `${around ?? ''} ${id}`
    const earlier = id === null ? undefined : this.#units.get(key)
    if (earlier !== undefined) {
      const hint = 'a passage that repeats another, such as a line of the contents, has no id of its own'
      const first = { at: earlier, note: 'the first one' }
      this.#report.error('document/duplicate-id', `two passages have the id \`${id}\``, span, hint, first)
    } else if (id !== null) this.#units.set(key, span)
    return id
  }

  #start(): Span {
    const [first] = this.#markup.places
    return first ? { file: first.file, start: 0, end: 0 } : wholeFile('layout.hbs')
  }
}

const none: Attrs = new Map()

/** Whether an element is a unit of the publication, whose id is of it alone. */
function isUnit(name: string): boolean {
  return name === 'bi-passage' || name === 'bi-across'
}

/** Text that the layout itself says; its place is the tag that it stands in. `und` is BCP 47's undetermined language. */
function literal(text: string, { lang, span }: Frame): Leaf {
  return { text, lang: lang ?? 'und', span, places: null }
}
