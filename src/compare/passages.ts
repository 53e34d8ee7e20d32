import type { Lang, PerLanguage } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'

/** What a passage is; what a publication says of itself, as its title and its date, are fields. */
export type PassageKind = (typeof passageKinds)[number]

export const passageKinds = [
  'field',
  'heading',
  'paragraph',
  'run-in',
  'item',
  'quote',
  'code',
  'cell',
  'caption',
  'description',
  'picture',
  'source',
  'label',
  'figure',
  'values',
  'note',
  'term',
  'remark',
] as const

/** The least of a publication that is told apart: one text, in all its languages. */
export interface Passage {
  /** Unique: the id of a unit (`upr`), or that and what in it this is (`upr/run-in`, `rain-row-2/1`). */
  readonly id: string
  readonly kind: PassageKind
  /**
   * Whether the id says where its unit stands rather than which it is: `list-2` is another item when one is put
   * before it. Such units are recognised by what they say.
   */
  readonly isNumbered: boolean
  /** The titles of part, chapter and sections that it stands under, in the first language that has them. */
  readonly path: readonly string[]
  /**
   * Its words without marks of emphasis, white space collapsed but in code. `[^id]` calls a note, `{ref: id}` is a
   * reference, and where a link leads to stands behind it in angle brackets.
   */
  readonly texts: PerLanguage<string>
  /** The languages that it is meant to be in, where that is not all of them. */
  readonly only: readonly Lang[] | null
}

/** The passages of a publication, in reading order. */
export type Passages = readonly Passage[]

/** Where passages stand when they are printed. */
export interface LayoutFacts {
  readonly pages: number
  /** The page, from 1, on which a unit begins, in each language; a unit that is not printed is not there. */
  readonly places: PerLanguage<ReadonlyMap<UnitId, number>>
}

/** A publication at one time: an edition, a draft, what a PDF embeds. */
export interface State {
  readonly passages: Passages
  /** Null: it was not laid out. */
  readonly layout: LayoutFacts | null
}

/** The unit of a passage: what a layout prints as one, as a paragraph with its run-in heading, or the row of a table. */
export function unitOf({ id }: Pick<Passage, 'id'>): UnitId {
  const slash = id.indexOf('/')
  return slash < 0 ? id : id.slice(0, slash)
}

/** All languages of some passages, in the order in which they come. */
export function languagesOf(passages: Passages): readonly Lang[] {
  return [...new Set(passages.flatMap(({ texts }) => [...texts.keys()]))]
}
