import type { Lang } from '../base/lang.ts'
import { type Element, textOf } from '../document/element.ts'
import type { Styled } from './cascade.ts'
import type { Content } from './computed.ts'

/** A text kept by `string-set` for the running heads, from the page on where its element stands. */
export interface Running {
  readonly name: string
  /** Null: for all languages. */
  readonly lang: Lang | null
  /** As written: white space is not collapsed. */
  readonly text: string
  /**
   * `Element.index` of an element that has a box: the one that sets the text, or, when that has none, the nearest
   * after it in its section, else the nearest before it.
   */
  readonly element: number
}

/** The running texts of a document, in its order; `hasBox` says by `Element.index` what the box tree holds. */
export function running(root: Styled, hasBox: ReadonlySet<number>): readonly Running[] {
  const setters: Setter[] = []
  const size = collect(root, { first: root.element.index, last: Number.POSITIVE_INFINITY }, setters)
  const nearest = findNearest(size, hasBox)
  return setters.flatMap(({ styled, section }) => {
    const element = placeOf(styled.element.index, section, nearest)
    return styled.style.stringSet.map(({ name, value }) => ({
      name,
      lang: styled.element.lang,
      text: value.map((piece) => textOfPiece(piece, styled.element)).join(''),
      element,
    }))
  })
}

interface Section {
  readonly first: number
  readonly last: number
}

interface Setter {
  readonly styled: Styled
  readonly section: Section
}

/** Finds what sets texts; returns the index after the last one below. */
function collect(styled: Styled, around: Section, setters: Setter[]): number {
  const { element, style } = styled
  const isSection = element.name === 'section' || element.name === 'article'
  const section = isSection ? { first: element.index, last: lastIndex(element) } : around
  if (style.stringSet.length > 0) setters.push({ styled, section: around })
  let end = element.index + 1
  for (const child of styled.children) if (child.kind === 'styled') end = collect(child, section, setters)
  return end
}

/** The last index in an element: that of its last element's last element. */
function lastIndex(element: Element): number {
  const last = element.children.findLast((child) => child.kind === 'element')
  return last?.kind === 'element' ? lastIndex(last) : element.index
}

interface Nearest {
  /** By index: the first element from there on that has a box, and the last one up to there; null: none. */
  readonly after: readonly (number | null)[]
  readonly before: readonly (number | null)[]
}

function findNearest(size: number, hasBox: ReadonlySet<number>): Nearest {
  const after: (number | null)[] = new Array(size).fill(null)
  const before: (number | null)[] = new Array(size).fill(null)
  for (let index = 0, last: number | null = null; index < size; index++) {
    if (hasBox.has(index)) last = index
    before[index] = last
  }
  for (let index = size - 1, next: number | null = null; index >= 0; index--) {
    if (hasBox.has(index)) next = index
    after[index] = next
  }
  return { after, before }
}

function placeOf(index: number, section: Section, nearest: Nearest): number {
  const after = nearest.after[index] ?? null
  const before = nearest.before[index] ?? null
  if (after !== null && after <= section.last) return after
  if (before !== null && before >= section.first) return before
  return after ?? before ?? index
}

function textOfPiece(piece: Content, element: Element): string {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'content') return textOf(element)
  return piece.kind === 'attr' ? (element.attrs.get(piece.name) ?? '') : ''
}
