import { isChinese } from './base/lang.ts'
import type { Leaf, UnitId } from './base/leaf.ts'
import type { Span } from './base/span.ts'
import { type Element, textOf } from './document/element.ts'
import type { Role, Structure, TagId } from './document/structure.ts'
import type { Manuscript } from './layout/manuscript.ts'
import { type Shown, shownIn } from './shown-text.ts'
import { isWide } from './text/unicode.ts'

/** What a passage of the PDF should say. */
export interface ExpectedPassage {
  readonly lang: string
  /** The unit that it belongs to, the key of alignment between the languages; null: it has none. */
  readonly unit: UnitId | null
  /** White space as it is painted; U+FFFC stands for what the PDF says as a Reference. */
  readonly text: string
  /** Of the same text, with what may differ in its place: how wide a tab is, the number of a page inside a link. */
  readonly pattern: RegExp | null
  readonly pieces: readonly Piece[]
}

/** A part of a passage, as it was written. */
interface Piece {
  readonly text: string
  /** Null: it was counted. */
  readonly leaf: Leaf | null
  /** The place of what was counted, else of the leaf. */
  readonly span: Span
}

// Noncharacters that no file of an author's holds, as those of `document/leaf.ts`.
const [keptSpace, keptTab, keptBreak, pageNumber, readBreak] = [
  '\ufdd2',
  '\ufdd3',
  '\ufdd4',
  '\ufdd5',
  '\ufdd6',
]
const inlineRoles: ReadonlySet<Role> = new Set(['Span', 'Link', 'Code'])

/** The texts of the element tree by their tags, in the order of the tags: what the PDF should say. */
export function expectedPassages({ root, boxes, structure, hidden }: Manuscript): readonly ExpectedPassage[] {
  const shown = shownIn(boxes)
  const byTag = new Map<TagId, Piece[]>()
  const say = (element: Element, piece: Piece): void => {
    const tag = blockTag(structure.of.get(element.index), structure)
    if (tag === null) return
    const pieces = byTag.get(tag)
    if (pieces) pieces.push(piece)
    else byTag.set(tag, [piece])
  }
  const visit = (element: Element): void => {
    if (element.name === 'nav' || hidden.has(element.index)) return
    if (element.name === 'bi-read') {
      say(element, { text: read(textOf(element)), leaf: null, span: element.span })
      return
    }
    const isKept = shown.kept.has(element.index)
    for (const child of element.children) {
      if (child.kind === 'text') {
        const { leaf } = child
        say(element, { text: isKept ? kept(leaf.text) : leaf.text, leaf, span: leaf.span })
        continue
      }
      const number = hidden.has(child.index) ? null : numberIn(child, structure, shown)
      if (number !== null) say(element, { text: number, leaf: null, span: child.span })
      if (child.name !== 'bi-reference') visit(child)
    }
  }
  visit(root)
  return [...byTag]
    .sort(([a], [b]) => a - b)
    .map(([tag, pieces]) => passage(structure.tags[tag]?.lang ?? '', unitOf(tag, structure), pieces))
    .filter(({ text }) => text !== '')
}

/** What stands in the text for the number of a note or of a page; null: there is none. */
function numberIn(element: Element, structure: Structure, { numbers }: Shown): string | null {
  const { name, index } = element
  if ((name !== 'bi-note' && name !== 'bi-reference') || !numbers.has(index)) return null
  const parent = structure.tags[structure.of.get(index) ?? -1]?.parent ?? -1
  if (name === 'bi-note' || structure.tags[parent]?.role === 'Reference') return '\ufffc'
  // Inside a link a number belongs to its words.
  return textOf(element).trim() || pageNumber
}

function passage(lang: string, unit: UnitId | null, pieces: readonly Piece[]): ExpectedPassage {
  // A line break that is kept leaves no character in a PDF.
  const marked = collapse(pieces.map((piece) => piece.text).join(''), lang)
    .replaceAll(keptSpace, ' ')
    .replaceAll(keptBreak, '')
    .replaceAll(readBreak, '\n')
  const text = marked.replaceAll(keptTab, '\t').replaceAll(pageNumber, '\ufffc')
  return { lang, unit, text, pattern: marked === text ? null : patternOf(marked), pieces }
}

/**
 * A tab reaches to the next eighth column; a page is numbered in digits, letters or Chinese. Stretches that could be
 * divided in more than one way are one, so that it takes no long search to say that a text differs.
 */
function patternOf(marked: string): RegExp {
  const pattern = marked
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/[ \ufdd3]*\ufdd3[ \ufdd3]*/g, (white) => {
      const tabs = white.split(keptTab).length - 1
      return ` {${white.length},${white.length + 7 * tabs}}`
    })
    .replace(/\ufdd5+/g, '(?:\\d+|\\p{Script=Latin}+|\\p{Script=Han}+)')
  return new RegExp(`^${pattern}$`, 'u')
}

/** White space that is kept, in a form that does not collapse. */
function kept(text: string): string {
  return text
    .replace(/[\r\n]/g, keptBreak)
    .replaceAll(' ', keptSpace)
    .replaceAll('\t', keptTab)
}

/** What is only read is in the PDF as it was written, its line breaks as well. */
function read(text: string): string {
  return text.replaceAll('\n', readBreak).replaceAll(' ', keptSpace)
}

/** The unit of a tag or of what it stands in. */
function unitOf(tag: TagId, { tags }: Structure): UnitId | null {
  for (let current: TagId | null = tag; current !== null; current = tags[current]?.parent ?? null) {
    const unit = tags[current]?.unit ?? null
    if (unit !== null) return unit
  }
  return null
}

function blockTag(tag: TagId | undefined, structure: Structure): TagId | null {
  let current = tag ?? null
  while (current !== null) {
    const { role, parent } = structure.tags[current] ?? { role: 'P', parent: null }
    if (!inlineRoles.has(role)) return current
    current = parent
  }
  return null
}

const hangul = /\p{Script=Hangul}/u
/** Full-width in Chinese, though other languages have them too. */
const chineseMarks = '“”‘’·‧–—―…⋯⸺⸻‼⁇⁈⁉'

/** White space as CSS collapses it; written apart from the typesetter's own way, so that one can find fault with the other. */
function collapse(text: string, lang: string): string {
  const joins = (character: string): boolean =>
    (isWide(character.codePointAt(0) ?? 0) && !hangul.test(character)) ||
    (isChinese(lang) && chineseMarks.includes(character))
  return text
    .replace(/[\u200b\u2060\u00ad]/g, '')
    .replace(/[ \t\r]*\n[ \t\r\n]*/g, '\n')
    .replace(/(.)\n(?=(.))/gsu, (_, before: string, after: string) =>
      joins(before) && joins(after) ? before : `${before} `,
    )
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}

const unseen = /[\s\u200b\u2060\u00ad\ufdd2-\ufdd4]/g

/** The place in the source of a character of a passage's text: white space has changed, so the others are counted. */
export function placeIn({ text, pieces }: ExpectedPassage, offset: number): InPiece {
  let count = text.slice(0, offset).replace(unseen, '').length
  for (const piece of pieces) {
    for (let at = 0; at < piece.text.length; at++) {
      if (piece.text.charAt(at).replace(unseen, '') === '') continue
      if (count-- === 0) return { piece, at }
    }
  }
  const piece = pieces.at(-1)
  if (piece === undefined) throw new Error('a passage is made of pieces')
  return { piece, at: piece.text.length }
}

interface InPiece {
  readonly piece: Piece
  /** Offset in its text. */
  readonly at: number
}
