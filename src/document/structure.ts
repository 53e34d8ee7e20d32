import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import type { Span } from '../base/span.ts'
import type { Element } from './element.ts'
import { StructureBuilder } from './structure-builder.ts'

/** Standard structure types of ISO 32000-1, 14.8.4. */
export type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Code'
  | 'Span'
  | 'Link'
  | 'Reference'
  | 'Note'

/** Index into `Structure.tags`. */
export type TagId = number

/** An element of the structure tree. The order of the array is the reading order: a parent before its children. */
export interface Tag {
  readonly role: Role
  readonly lang: Lang
  readonly parent: TagId | null
  readonly unit: UnitId | null
  /** Alternative text of a figure. */
  readonly alt: string | null
  /** What a TH is the head of. */
  readonly scope: 'Row' | 'Column' | null
  /** Columns and rows that a cell covers; 1 for all else. */
  readonly columns: number
  readonly rows: number
  /** Of a Note, unique in the document (PDF/UA-1 7.9). */
  readonly id: string | null
  readonly span: Span
}

/** The structure tree of a document: one Part for each language, so that each can be read, and read aloud, alone. */
export interface Structure {
  readonly tags: readonly Tag[]
  /** The tag that an element's text belongs to, by `Element.index`; none for what repeats in each Part. */
  readonly of: ReadonlyMap<number, TagId>
  /** The tag of a list item's marker or of the number of a note, by `Element.index`. */
  readonly markers: ReadonlyMap<number, TagId>
  /** The tag of the call of a note, by `Element.index` of the note. */
  readonly calls: ReadonlyMap<number, TagId>
  /** The Figures of a picture, one for each language that describes it, in order; none for decoration. */
  readonly figures: ReadonlyMap<number, readonly TagId[]>
}

/** Decides the structure tree: Document, a Part for each language, and in each what is said in it, in document order. */
export function structure(root: Element, languages: readonly Lang[]): Structure {
  return new StructureBuilder(languages).build(root)
}
