import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { TextNode } from '../document/element.ts'
import type { AcrossBox, BlockBox, Box, ImageBox, Inline, ParagraphBox, PassageBox } from './box.ts'
import type { Marker, Styled, StyledRoot } from './cascade.ts'
import type { Computed } from './compute.ts'
import { counterSuffix, isCounterStyle } from './counter-style.ts'
import { Counters } from './counters.ts'
import { Flow, isBlank } from './flow.ts'
import {
  contentOf,
  generatedText,
  inlinesOf,
  type Making,
  ownInlines,
  pseudoInlines,
  textInline,
} from './inlines.ts'
import { checkEffects } from './no-effect.ts'
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
export function boxes(styled: StyledRoot, report: Report): Boxes {
  const making: Making = { report, counters: new Counters(), boxed: new Set(), reported: new Set() }
  const root = block(styled, [], making)
  checkEffects(styled.looks, report)
  return { root, running: running(styled, making.boxed) }
}

/** The box of a block; `lead` is a run-in heading that its first paragraph begins with. */
function block(styled: Styled, lead: readonly Inline[], making: Making): BlockBox {
  const { element, style, look } = styled
  const { counters } = making
  making.boxed.add(element.index)
  counters.enter(styled)
  const marker = look.marker && listMarker(styled, look.marker, making)
  const children = inside(styled, lead, making)
  counters.leave(styled)
  return { kind: 'block', element, style, marker, children }
}

/** What stands in a block, with what the theme puts before and after it. */
function inside(styled: Styled, lead: readonly Inline[], making: Making): readonly Box[] {
  const { element, style, look } = styled
  const { anonymous } = look.computed
  if (lead.length === 0 && style.content === null && look.before === null && look.after === null) {
    if (isText(styled)) return textBoxes(styled, making)
    if (isStack(styled)) return stack(styled, making)
  }
  const flow = new Flow(element, anonymous, lead)
  addPseudo(look.before, styled, flow, making)
  if (style.content === null) addChildren(styled, flow, making)
  else flow.addInlines(ownInlines(styled, anonymous, making))
  addPseudo(look.after, styled, flow, making)
  return flow.end()
}

/** Whether an element holds nothing but text, as most do. */
function isText({ children }: Styled): boolean {
  for (const child of children) if (child.kind !== 'text') return false
  return true
}

function textBoxes({ element, look, children }: Styled, making: Making): readonly Box[] {
  const style = look.computed.anonymous
  const inlines: Inline[] = []
  for (const child of children) {
    if (child.kind === 'text') inlines.push(textInline(child.leaf, element, style, making))
  }
  return inlines.every(isBlank) ? [] : [{ kind: 'paragraph', element, style, inlines }]
}

/** Whether an element holds nothing but boxes, as most others do. */
function isStack({ children }: Styled): boolean {
  for (const child of children) {
    if (child.kind === 'text' ? /[^ \t\r\n\f]/.test(child.leaf.text) : !child.look.isBox) return false
  }
  return true
}

function stack({ children }: Styled, making: Making): readonly Box[] {
  const boxes: Box[] = []
  for (const child of children) if (child.kind === 'styled') boxes.push(boxOf(child, [], making))
  return boxes
}

function addChildren({ element, look, children }: Styled, flow: Flow, making: Making): void {
  for (const [index, child] of children.entries()) {
    if (child.kind === 'text')
      flow.addInlines([textInline(child.leaf, element, look.computed.anonymous, making)])
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
  const { name } = child.element
  if (display === 'none') return
  if (name === 'bi-note') flow.addInlines(inlinesOf(child, making))
  else if (position === 'absolute' && name !== 'img') flow.addAside(block(child, [], making))
  else if (display === 'run-in' && hasParagraphAfter(siblings, index)) flow.addLead(runIn(child, making))
  else if ((display === 'inline' || display === 'inline-block') && name !== 'img') {
    flow.addInlines(inlinesOf(child, making))
  } else {
    const isBlock = !notBlocks.has(name)
    flow.addBox(boxOf(child, isBlock ? flow.takeLead() : [], making))
  }
}

/** Boxes that no text stands in directly: a run-in heading passes them by. */
const notBlocks: ReadonlySet<string> = new Set(['bi-passage', 'bi-across', 'img'])

function boxOf(styled: Styled, lead: readonly Inline[], making: Making): Box {
  switch (styled.element.name) {
    case 'bi-passage':
      return passage(styled, making)
    case 'bi-across':
      return across(styled, making)
    case 'img':
      return picture(styled, making)
    default:
      return block(styled, lead, making)
  }
}

/** A picture stands in the flow, as a block, whatever its `display` says. */
function picture({ element, style }: Styled, making: Making): ImageBox {
  making.boxed.add(element.index)
  if (style.position === 'absolute') {
    const hint = 'give the `position` to a `<div>` around it'
    making.report.error('style/picture', 'a picture cannot be placed absolutely', element.span, hint)
  }
  return { kind: 'image', element, style }
}

function across(styled: Styled, making: Making): AcrossBox {
  const { element, style, look } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
  const children = inside(styled, [], making)
  making.counters.leave(styled)
  const content: BlockBox = { kind: 'block', element, style: look.content, marker: null, children }
  return { kind: 'across', element, style, content }
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
    return !notBlocks.has(next.element.name)
  }
  return false
}

/** The heading as the start of a line, and its margin as a space after it. */
function runIn(styled: Styled, making: Making): readonly Inline[] {
  making.boxed.add(styled.element.index)
  const { margin } = styled.style
  making.counters.enter(styled)
  const content = contentOf(styled, styled.look.computed.anonymous, making)
  making.counters.leave(styled)
  const space: Inline = { kind: 'space', width: margin.right, element: styled.element }
  return margin.right === 0 ? content : [...content, space]
}

function passage(styled: Styled, making: Making): PassageBox {
  const { element, style } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
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
  making.counters.leave(styled)
  return { kind: 'passage', element, style, cells, axis }
}

function refuse(what: string, span: Styled['element']['span'], making: Making): void {
  const hint = 'a passage holds one `<bi-version lang="…">` for each language, and at most one `<bi-axis>`'
  making.report.error('style/passage', `${what} has no place in a passage`, span, hint)
}

/** The item's bullet, number or text: the theme's `::marker`, else by its `list-style-type`. */
function listMarker(
  { element, style }: Styled,
  { computed, style: line }: Marker,
  making: Making,
): ParagraphBox | null {
  const inlines =
    computed.style.content === null
      ? generatedText(markerText(style.listStyle, element.lang, making), element, computed.style, making)
      : pseudoInlines(computed.style, computed.style, element, making)
  return inlines.length === 0 ? null : { kind: 'paragraph', element, style: line, inlines }
}

/** A `list-style-type` with a quotation mark in front is a text. */
function markerText(listStyle: string | null, lang: Lang | null, { counters }: Making): string {
  if (listStyle === null) return ''
  if (listStyle.startsWith('"')) return listStyle.slice(1)
  if (!isCounterStyle(listStyle)) return ''
  return counters.text(lang, 'list-item', listStyle) + counterSuffix(listStyle)
}

/** What stands before or after the content: in its first or last line, or as a block of its own. */
function addPseudo(pseudo: Computed | null, { element }: Styled, flow: Flow, making: Making): void {
  if (pseudo === null) return
  const { style, anonymous } = pseudo
  making.counters.countGenerated(element.lang, pseudo)
  if (style.display === 'inline' || style.display === 'inline-block') {
    flow.addInlines(pseudoInlines(style, style, element, making))
    return
  }
  const content = new Flow(element, anonymous, [])
  content.addInlines(pseudoInlines(style, anonymous, element, making))
  const box: BlockBox = { kind: 'block', element, style, marker: null, children: content.end() }
  if (style.position === 'absolute') flow.addAside(box)
  else flow.addBox(box)
}
