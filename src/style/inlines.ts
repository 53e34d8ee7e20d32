import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import { type Element, textOf } from '../document/element.ts'
import type { BlockBox, Inline, ParagraphBox } from './box.ts'
import type { Styled } from './cascade.ts'
import type { Computed } from './compute.ts'
import type { ComputedStyle, Content } from './computed.ts'
import type { Counters } from './counters.ts'
import { Flow } from './flow.ts'
import { isInLine } from './longhands.ts'

/** What the making of boxes keeps as it goes through the document. */
export interface Making {
  /** Whether what is made stands between passages, in a column of all languages, or in one language's. */
  readonly where: 'lanes' | 'column' | 'version'
  readonly report: Report
  readonly counters: Counters
  /** `Element.index` of what has a box or a stretch of text. */
  readonly boxed: Set<number>
  /** What was already reported, by style or by content: one finding is enough for all the elements of a rule. */
  readonly reported: Set<ComputedStyle | string>
}

/** What an element puts into the line that it stands in. */
export function inlinesOf(styled: Styled, making: Making): readonly Inline[] {
  const { element, style, look } = styled
  if (style.display === 'none') return []
  if (element.name === 'br') {
    making.boxed.add(element.index)
    return [{ kind: 'break', element }]
  }
  if (element.name === 'bi-note') return noteInlines(styled, making)
  if (!isInLine(style.display) && style.display !== 'contents') refuseBlock(styled, making)
  making.counters.enter(styled)
  const isUnit = style.display === 'inline-block'
  const content = contentOf(styled, isUnit ? look.computed.anonymous : style, making)
  making.counters.leave(styled)
  return withSpace(isUnit ? [unit(styled, content, making)] : content, style, element)
}

function refuseBlock({ element }: Styled, making: Making): void {
  const isPicture = element.name === 'img'
  const message = isPicture
    ? 'a picture stands in a line of text'
    : `\`<${element.name}>\` is a block inside a line of text`
  const hint = isPicture
    ? 'put it between the paragraphs'
    : 'close the text around it first, or give it `display: inline`'
  making.report.error('style/block-in-line', message, element.span, hint)
}

/** The call of a note, and with it the note. */
function noteInlines(styled: Styled, making: Making): readonly Inline[] {
  const { element, look } = styled
  if (look.note === null) return []
  making.boxed.add(element.index)
  const { call, marker, body } = look.note
  making.counters.enter(styled)
  const called = pseudoInlines(call.style, call.style, element, making)
  const flow = new Flow(element, look.content, [])
  const marked = pseudoInlines(marker.computed.style, marker.computed.style, element, making)
  flow.addInlines(contentOf(styled, look.content, making))
  making.counters.leave(styled)
  const line: ParagraphBox = { kind: 'paragraph', element, style: marker.style, inlines: marked }
  const block: BlockBox = {
    kind: 'block',
    element,
    style: body,
    marker: marked.length === 0 ? null : line,
    children: flow.end(),
  }
  return [{ kind: 'note', call: called, body: block, style: call.style, element }]
}

/** What an element holds, with what the theme puts before and after it, as one line of text in a style. */
export function contentOf(styled: Styled, style: ComputedStyle, making: Making): readonly Inline[] {
  const { before, after } = styled.look
  const own = () => ownInlines(styled, style, making)
  if (before === null && after === null) return own()
  const { element } = styled
  return [...pseudoOf(before, element, making), ...own(), ...pseudoOf(after, element, making)]
}

function pseudoOf(pseudo: Computed | null, element: Element, making: Making): readonly Inline[] {
  if (pseudo === null) return []
  making.counters.countGenerated(element.lang, pseudo)
  return pseudoInlines(pseudo.style, pseudo.style, element, making)
}

/** What an element holds, or what the theme puts in the place of it. */
export function ownInlines(styled: Styled, style: ComputedStyle, making: Making): readonly Inline[] {
  const whole = () => childrenOf(styled, style, making)
  const { content } = styled.style
  if (content !== null) return generate(content, styled.element, style, making, whole)
  return isBareReference(styled.element) ? reference(styled.element, style, making) : whole()
}

/** `{ref: id}`: it has no text of its own. */
function isBareReference(element: Element): boolean {
  return element.name === 'bi-reference' && textOf(element).trim() === ''
}

function reference(element: Element, style: ComputedStyle, making: Making): readonly Inline[] {
  const anchor = anchorOf(element, 'href', making)
  if (anchor === null) return []
  making.boxed.add(element.index)
  return [{ kind: 'reference', anchor, style, element }]
}

/** The content that `::before` or `::after` has by its own style, as text of a given style. */
export function pseudoInlines(
  pseudo: ComputedStyle,
  style: ComputedStyle,
  element: Element,
  making: Making,
): readonly Inline[] {
  const whole = () => generatedText(textOf(element), element, style, making)
  return withSpace(generate(pseudo.content ?? [], element, style, making, whole), style, element)
}

export function textInline(leaf: Leaf, element: Element, style: ComputedStyle, making: Making): Inline {
  making.boxed.add(element.index)
  return { kind: 'text', leaf, from: 0, to: leaf.text.length, style, element }
}

/** Text that no author wrote, as a leaf of its element. */
export function generatedText(
  text: string,
  element: Element,
  style: ComputedStyle,
  making: Making,
): readonly Inline[] {
  if (text === '') return []
  making.boxed.add(element.index)
  // BCP 47: `und` is a text whose language is not determined, such as a bullet for all languages.
  const leaf = { text, lang: element.lang ?? 'und', span: element.span, places: null }
  return [{ kind: 'text', leaf, from: 0, to: text.length, style, element }]
}

/** The pieces of a `content`; `whole` gives what `content()` stands for. */
function generate(
  content: readonly Content[],
  element: Element,
  style: ComputedStyle,
  making: Making,
  whole: () => readonly Inline[],
): readonly Inline[] {
  return content.flatMap((piece) =>
    piece.kind === 'content' ? whole() : generatePiece(piece, element, style, making),
  )
}

function generatePiece(
  piece: Exclude<Content, { kind: 'content' }>,
  element: Element,
  style: ComputedStyle,
  making: Making,
): readonly Inline[] {
  switch (piece.kind) {
    case 'text':
      return generatedText(piece.text, element, style, making)
    case 'attr':
      return generatedText(element.attrs.get(piece.name) ?? '', element, style, making)
    case 'target-counter':
      return pageNumber(piece.attr, element, style, making)
    case 'counter':
    case 'counters': {
      const { name, style: written } = piece
      if (name === 'page' || name === 'pages') return refuse(`${piece.kind}(${name})`, element, style, making)
      const text =
        piece.kind === 'counter'
          ? making.counters.text(element.lang, name, written ?? 'decimal')
          : making.counters.texts(element.lang, name, piece.separator, written ?? 'decimal')
      return generatedText(text, element, style, making)
    }
    case 'string':
    case 'strings':
      return refuse(`${piece.kind}(${piece.name})`, element, style, making)
    case 'leader':
      making.boxed.add(element.index)
      return [{ kind: 'leader', text: piece.text, style, element }]
  }
}

function childrenOf({ element, children }: Styled, style: ComputedStyle, making: Making): readonly Inline[] {
  return children.flatMap((child) =>
    child.kind === 'text' ? [textInline(child.leaf, element, style, making)] : inlinesOf(child, making),
  )
}

function unit({ element, style }: Styled, inlines: readonly Inline[], making: Making): Inline {
  making.boxed.add(element.index)
  if (style.width?.kind === 'share' && !making.reported.has(style)) {
    making.reported.add(style)
    const message = `a width in % has no meaning for the inline-block \`<${element.name}>\``
    making.report.error('style/width', message, element.span, 'give it a length')
  }
  const width = style.width?.kind === 'pt' ? style.width.value : 0
  return { kind: 'unit', inlines, width, style, element }
}

/** Margins and padding of what stands in a line are empty stretches of it. */
function withSpace(inlines: readonly Inline[], style: ComputedStyle, element: Element): readonly Inline[] {
  const before = style.margin.left + style.padding.left
  const after = style.margin.right + style.padding.right
  if (before === 0 && after === 0) return inlines
  const space = (width: number): Inline[] => (width === 0 ? [] : [{ kind: 'space', width, element }])
  return [...space(before), ...inlines, ...space(after)]
}

function pageNumber(attr: string, element: Element, style: ComputedStyle, making: Making): readonly Inline[] {
  const anchor = anchorOf(element, attr, making)
  if (anchor === null) return []
  making.boxed.add(element.index)
  return [{ kind: 'page-number', anchor, style, element }]
}

/** The place in the document that an attribute names; null after a finding. */
function anchorOf(element: Element, attr: string, making: Making): string | null {
  const target = element.attrs.get(attr) ?? ''
  if (target.startsWith('#') && target.length > 1) return target.slice(1)
  const message = `\`<${element.name}>\` shows a page number, but its \`${attr}\` names no place in the document`
  making.report.error('style/target', message, element.span, `write \`${attr}="#id"\``)
  return null
}

function refuse(what: string, element: Element, style: ComputedStyle, making: Making): readonly Inline[] {
  const isSaid = making.reported.has(style) || making.reported.has(what)
  making.reported.add(style).add(what)
  if (isSaid) return []
  const message = `\`${what}\` has a value only in the margin boxes of a page, not in \`<${element.name}>\``
  const hint = 'put it into a box of `@page`, as `@bottom-center { content: … }`'
  making.report.error('style/content', message, element.span, hint)
  return []
}
