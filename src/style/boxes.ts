import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { TextNode } from '../document/element.ts'
import type { AcrossBox, BlockBox, Box, ChartBox, ImageBox, Inline, PassageBox } from './box.ts'
import type { Styled, StyledRoot } from './cascade.ts'
import { partsIn } from './chart-parts.ts'
import type { Computed } from './compute.ts'
import { Counters } from './counters.ts'
import { Flow, isBlank } from './flow.ts'
import { inlinesOf, type Making, ownInlines, pseudoInlines, textInline } from './inlines.ts'
import { listMarker } from './list-marker.ts'
import { checkEffects } from './no-effect.ts'
import { isColumn, isStacked, makesNoBox, partsOf, within } from './passage-parts.ts'
import { hasParagraphAfter, notBlocks, runIn } from './run-in.ts'
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
  const counters = new Counters()
  const making: Making = { where: 'lanes', report, counters, boxed: new Set(), reported: new Set() }
  const root = block(styled, [], making)
  const looks = styled.looks.map(({ look }) => look)
  styled.kept.check('effects', looks, report, (found) => checkEffects(styled.looks, found))
  return { root, running: running(styled, making.boxed) }
}

/** The box of a block; `lead` is a run-in heading that its first paragraph begins with. */
function block(styled: Styled, lead: readonly Inline[], making: Making): BlockBox {
  const { element, style, look } = styled
  const { counters } = making
  making.boxed.add(element.index)
  counters.enter(styled)
  const marker = look.marker && listMarker(styled, look.marker, making)
  const children = inside(styled, lead, isColumn(style) ? within(making, 'column') : making)
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
  if (makesNoBox(child, making)) {
    addContents(child, flow, making)
    return
  }
  if (name === 'bi-note') flow.addInlines(inlinesOf(child, making))
  else if (position === 'absolute' && !isSeen(name)) flow.addAside(block(child, [], making))
  else if (display === 'run-in' && hasParagraphAfter(siblings, index)) flow.addLead(runIn(child, making))
  else if ((display === 'inline' || display === 'inline-block') && !isSeen(name)) {
    flow.addInlines(inlinesOf(child, making))
  } else {
    const isBlock = !notBlocks.has(name)
    flow.addBox(boxOf(child, isBlock ? flow.takeLead() : [], making))
  }
}

/** What stands in the flow as a block, whatever its `display` says. */
function isSeen(name: string): boolean {
  return name === 'img' || name === 'bi-chart'
}

/** What stands in an element that makes no box goes into what is around it (CSS Display 3, 2.5). */
function addContents(styled: Styled, flow: Flow, making: Making): void {
  const { element, look, style } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
  addPseudo(look.before, styled, flow, making)
  if (style.content !== null) flow.addInlines(ownInlines(styled, look.computed.anonymous, making))
  else if (element.name === 'bi-passage') addVersions(styled, flow, making)
  else addChildren(styled, flow, making)
  addPseudo(look.after, styled, flow, making)
  making.counters.leave(styled)
}

/** The versions of a passage in a column, and what they share, one after the other. */
function addVersions(styled: Styled, flow: Flow, making: Making): void {
  const inner = within(making, 'version')
  for (const { part } of partsOf(styled, making)) {
    if (makesNoBox(part, inner)) addContents(part, flow, inner)
    else flow.addBox(block(part, [], inner))
  }
}

function boxOf(styled: Styled, lead: readonly Inline[], making: Making): Box {
  switch (styled.element.name) {
    case 'bi-passage':
      return isStacked(styled, making) ? passageInColumn(styled, making) : passage(styled, making)
    case 'bi-across':
      return isStacked(styled, making)
        ? block(styled, lead, within(making, 'column'))
        : across(styled, making)
    case 'img':
      return picture(styled, making)
    case 'bi-chart':
      return chart(styled, making)
    case 'bi-read':
      making.boxed.add(styled.element.index)
      return { kind: 'unseen', element: styled.element, style: styled.style }
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

/** A chart stands in the flow as a picture does. */
function chart(styled: Styled, making: Making): ChartBox {
  const { element, style } = styled
  making.boxed.add(element.index)
  if (style.position === 'absolute') {
    const hint = 'give the `position` to a `<div>` around it'
    making.report.error('style/picture', 'a chart cannot be placed absolutely', element.span, hint)
  }
  return { kind: 'chart', element, style, parts: partsIn(styled, making.report) }
}

function across(styled: Styled, making: Making): AcrossBox {
  const { element, style, look } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
  const children = inside(styled, [], within(making, 'column'))
  making.counters.leave(styled)
  const content: BlockBox = { kind: 'block', element, style: look.content, marker: null, children }
  return { kind: 'across', element, style, content }
}

/** In a column the versions stand one below the other, or as the grid of the passage has them. */
function passageInColumn(styled: Styled, making: Making): BlockBox {
  const { element, style, look } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
  const flow = new Flow(element, look.computed.anonymous, [])
  addVersions(styled, flow, within(making, 'column'))
  making.counters.leave(styled)
  return { kind: 'block', element, style, marker: null, children: flow.end() }
}

function passage(styled: Styled, making: Making): PassageBox {
  const { element, style } = styled
  making.boxed.add(element.index)
  making.counters.enter(styled)
  const inner = within(making, 'version')
  const cells = new Map<Lang, BlockBox>()
  let axis: BlockBox | null = null
  for (const { part, lang } of partsOf(styled, making)) {
    const box = block(part, [], inner)
    if (lang === null) axis = box
    else cells.set(lang, box)
  }
  making.counters.leave(styled)
  return { kind: 'passage', element, style, cells, axis }
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
