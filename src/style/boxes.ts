import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { TextNode } from '../document/element.ts'
import type { BlockBox, Inline, ParagraphBox, PassageBox } from './box.ts'
import type { Styled } from './cascade.ts'
import type { Computed } from './compute.ts'
import { Counters } from './counters.ts'
import { Flow } from './flow.ts'
import {
  contentOf,
  generatedText,
  inlinesOf,
  type Making,
  ownInlines,
  pseudoInlines,
  textInline,
} from './inlines.ts'
import { type Running, running } from './running.ts'

/** What there is to lay out, and the texts for the running heads. */
export interface Boxes {
  readonly root: BlockBox
  readonly running: readonly Running[]
}

/**
 * The boxes of a document. Each block with text is a block box around a paragraph box: the block has the margins,
 * borders and breaks, the paragraph has the same element and only what is inherited.
 */
export function boxes(styled: Styled, report: Report): Boxes {
  const making: Making = { report, counters: new Counters(), boxed: new Set(), reported: new Set() }
  const root = block(styled, [], making)
  return { root, running: running(styled, making.boxed) }
}

/** The box of a block; `lead` is a run-in heading that its first paragraph begins with. */
function block(styled: Styled, lead: readonly Inline[], making: Making): BlockBox {
  const { element, style, computed } = styled
  making.boxed.add(element.index)
  if (computed.marker !== null) making.counters.countItem(element.lang)
  const marker = computed.marker === null ? null : markerOf(styled, computed.marker, making)
  const isList = element.name === 'ol' || element.name === 'ul'
  if (isList) making.counters.enterList()
  const flow = new Flow(element, computed.anonymous, lead)
  addPseudo(styled.before, styled, flow, making)
  if (style.content === null) addChildren(styled, flow, making)
  else flow.addInlines(ownInlines(styled, computed.anonymous, making))
  addPseudo(styled.after, styled, flow, making)
  if (isList) making.counters.leaveList()
  return { kind: 'block', element, style, marker, children: flow.end() }
}

function addChildren({ element, computed, children }: Styled, flow: Flow, making: Making): void {
  for (const [index, child] of children.entries()) {
    if (child.kind === 'text') flow.addInlines([textInline(child.leaf, element, computed.anonymous, making)])
    else addChild(child, children, index, flow, making)
  }
}

function addChild(
  child: Styled,
  siblings: readonly (Styled | TextNode)[],
  index: number,
  flow: Flow,
  making: Making,
): void {
  const { display, position } = child.style
  if (display === 'none') return
  if (position === 'absolute') flow.addAside(block(child, [], making))
  else if (display === 'inline' || display === 'inline-block') flow.addInlines(inlinesOf(child, making))
  else if (child.element.name === 'bi-passage') flow.addBox(passage(child, making))
  else if (display === 'run-in' && hasParagraphAfter(siblings, index)) flow.addLead(runIn(child, making))
  else {
    const lead = flow.takeLead()
    flow.addBox(block(child, lead, making))
  }
}

/** A run-in stands as a block of its own when nothing follows that it could begin (CSS 2, 9.2.3). */
function hasParagraphAfter(siblings: readonly (Styled | TextNode)[], index: number): boolean {
  for (let at = index + 1; at < siblings.length; at++) {
    const next = siblings[at]
    if (next === undefined) return false
    if (next.kind === 'text') {
      if (next.leaf.text.trim() !== '') return true
      continue
    }
    if (next.style.display === 'none' || next.style.position === 'absolute') continue
    return next.element.name !== 'bi-passage'
  }
  return false
}

/** The heading as the start of a line, and its margin as a space after it. */
function runIn(styled: Styled, making: Making): readonly Inline[] {
  making.boxed.add(styled.element.index)
  const { margin } = styled.style
  const space: Inline = { kind: 'space', width: margin.right, element: styled.element }
  return [...contentOf(styled, styled.computed.anonymous, making), ...(margin.right === 0 ? [] : [space])]
}

function passage(styled: Styled, making: Making): PassageBox {
  const { element, style } = styled
  making.boxed.add(element.index)
  const cells = new Map<Lang, BlockBox>()
  let axis: BlockBox | null = null
  for (const child of styled.children) {
    if (child.kind === 'text') {
      if (child.leaf.text.trim() !== '') refuse('text', child.leaf.span, making)
      continue
    }
    if (child.style.display === 'none') continue
    const { name, lang } = child.element
    if (name === 'bi-version' && lang !== null && !cells.has(lang)) cells.set(lang, block(child, [], making))
    else if (name === 'bi-axis' && axis === null) axis = block(child, [], making)
    else refuse(`\`<${name}${lang === null ? '' : ` lang="${lang}"`}>\``, child.element.span, making)
  }
  return { kind: 'passage', element, style, cells, axis }
}

function refuse(what: string, span: Styled['element']['span'], making: Making): void {
  const hint = 'a passage holds one `<bi-version lang="…">` for each language, and at most one `<bi-axis>`'
  making.report.error('style/passage', `${what} has no place in a passage`, span, hint)
}

/** The item's bullet, number or text; a `list-style-type` with a quotation mark in front is a text. */
function markerOf(
  { element, style }: Styled,
  of: ParagraphBox['style'],
  making: Making,
): ParagraphBox | null {
  if (style.listStyle === null) return null
  const text = style.listStyle.startsWith('"')
    ? style.listStyle.slice(1)
    : style.listStyle === 'decimal'
      ? `${making.counters.item(element.lang)}.`
      : '•'
  const inlines = generatedText(text, element, of, making)
  return inlines.length === 0 ? null : { kind: 'paragraph', element, style: of, inlines }
}

/** What stands before or after the content: in its first or last line, or as a block of its own. */
function addPseudo(pseudo: Computed | null, { element }: Styled, flow: Flow, making: Making): void {
  if (pseudo === null) return
  const { style, anonymous } = pseudo
  if (style.display === 'inline' || style.display === 'inline-block') {
    flow.addInlines(pseudoInlines(style, style, element, making))
    return
  }
  const inside = new Flow(element, anonymous, [])
  inside.addInlines(pseudoInlines(style, anonymous, element, making))
  const box: BlockBox = { kind: 'block', element, style, marker: null, children: inside.end() }
  if (style.position === 'absolute') flow.addAside(box)
  else flow.addBox(box)
}
