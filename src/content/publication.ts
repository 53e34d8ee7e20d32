import type { Lang, PerLanguage } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import type { SourceFile, Span } from '../base/span.ts'

/** A publication as its layout sees it: checked and total; what the author left out is null or empty, never undefined. */
export interface Publication {
  /** `<folder>[-<file>]`: the stem of the output's name. */
  readonly name: string
  /** The file that it was read from. */
  readonly file: SourceFile
  readonly layout: LayoutName
  /** A theme of its own, or null for the layout's. */
  readonly theme: ThemePath | null
  /** The printed languages, in order. */
  readonly languages: readonly Language[]
  /** Whether these are the languages, in the order, that the file prints by default. */
  readonly isDefault: boolean
  readonly isDraft: boolean
  readonly prevailing: Lang | null
  readonly title: Text
  readonly subtitle: Text | null
  readonly series: Text | null
  readonly issuer: Text | null
  readonly place: Text | null
  readonly date: PublicationDate | null
  readonly edition: Text | null
  readonly source: Text | null
  readonly rights: Text | null
  readonly contact: Text | null
  readonly typefaces: Text | null
  readonly isbn: Text | null
  readonly notices: Notices
  readonly chapters: readonly Chapter[]
  /** Whether chapters are grouped into parts. */
  readonly hasParts: boolean
  /** What the contents list, in order: parts, chapters, sections, and run-in headings without their final stop. */
  readonly contents: readonly ContentsEntry[]
  readonly figures: readonly Figure[]
  readonly terms: readonly Term[]
  /** The notes that are called, in the order of their numbers. */
  readonly notes: readonly Note[]
  /** What `{ref: id}` may point at, by id: all that is printed and has an id. */
  readonly targets: ReadonlyMap<UnitId, Target>
}

/** The layout that the author chose; the place is the beginning of the file where it is the usual one. */
export interface LayoutName {
  readonly name: string
  readonly span: Span
}

/** A project-relative path, and where the author named it. */
export interface ThemePath {
  readonly path: string
  readonly span: Span
}

export interface Language {
  readonly tag: Lang
  /** Its name in itself: `English`, `中文`. */
  readonly name: string
  /** What the text in this language is; null where nothing need be said. */
  readonly status: Status | null
}

export type Status = 'original' | 'as-issued' | 'official' | 'working-translation'

/** One text in each language that it has. A plain string in the YAML is the same leaf under every language. */
export interface Text {
  readonly kind: 'text'
  readonly versions: PerLanguage<Leaf>
  /** The languages that it is meant to be in (`only:`), where that is not all of them: a draft shows no gap for the others. */
  readonly only: readonly Lang[] | null
}

export interface PublicationDate {
  /** `2014`, `2014-05` or `2014-05-26`. */
  readonly iso: string
  /** `May 2014`, `2014年5月`. */
  readonly month: Text
  /** `May 26, 2014`, `2014年5月26日`; the month where no day is given. */
  readonly day: Text
}

export interface Notices {
  readonly prevailing: Text | null
  readonly translation: Text | null
  readonly attribution: Text | null
}

export interface Chapter {
  readonly id: UnitId
  /** The part that begins with this chapter. */
  readonly part: Part | null
  /** Null for blocks before the first heading of level 1. */
  readonly heading: Text | null
  readonly blocks: readonly Block[]
}

/** A group of chapters. */
export interface Part {
  readonly id: UnitId
  readonly text: Text
}

export type Block =
  | { readonly kind: 'heading'; readonly id: UnitId; readonly level: 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly id: UnitId; readonly runIn: Text | null; readonly text: Text }
  | (List & { readonly kind: 'list' })
  | { readonly kind: 'quote'; readonly id: UnitId; readonly text: Text; readonly source: Text | null }
  | { readonly kind: 'code'; readonly id: UnitId; readonly text: Text }
  | Image
  | Table
  | Callout

export interface List {
  readonly id: UnitId
  readonly isOrdered: boolean
  readonly items: readonly Item[]
}

export interface Item {
  readonly id: UnitId
  readonly text: Text
  /** The list inside the item, below its text. */
  readonly list: List | null
}

/** A picture: one for all languages (`path`), or one of its own for each (`source`). Just one of the two is there. */
export interface Image {
  readonly kind: 'image'
  readonly id: UnitId
  /** Position among the pictures with a caption, from 1; null without a caption. */
  readonly number: number | null
  /** The project-relative path of the picture that stands once across all columns. */
  readonly path: string | null
  /** Project-relative paths: each language has a picture of its own in its column. */
  readonly source: Text | null
  /** What the picture shows, for those who do not see it; null for decoration. */
  readonly alt: Text | null
  readonly caption: Text | null
  /** As written, as `80%` or `60mm`; null: as wide as the picture is, at most as its place. */
  readonly width: string | null
  /** Where the picture is named. */
  readonly span: Span
}

export interface Table {
  readonly kind: 'table'
  readonly id: UnitId
  /** Position among the tables with a caption, from 1; null without a caption. */
  readonly number: number | null
  readonly caption: Text | null
  /** Whether the columns of every second language run the other way. */
  readonly isMirrored: boolean
  readonly head: readonly TableRow[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly id: UnitId
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly text: Text
  readonly align: Align
  /** Columns and rows that it covers, at least 1. */
  readonly columns: number
  readonly rows: number
  /** Whether it is the head of its row. */
  readonly isRowHead: boolean
}

export type Align = 'left' | 'right' | 'center' | 'decimal'

/** A box beside the argument: a note, a tip, a warning. */
export interface Callout {
  readonly kind: 'callout'
  readonly id: UnitId
  readonly sort: 'note' | 'tip' | 'warning'
  readonly title: Text | null
  readonly paragraphs: readonly Paragraph[]
}

export interface Paragraph {
  readonly id: UnitId
  readonly text: Text
}

/** A note at the foot of the page, called by `[^id]`. */
export interface Note {
  readonly id: string
  /** One number for all languages, in the order of the calls, from 1. */
  readonly number: number
  readonly text: Text
  readonly span: Span
}

/** What `{ref: id}` points at. */
export interface Target {
  /** Its heading or caption, without calls of notes and references to titles and pages; null where it has none. */
  readonly title: Text | null
  /** The number of a table, figure or note; null for what has none. */
  readonly number: number | null
  /** Whether it is a note: each language has its own place of it. */
  readonly isNote: boolean
}

/** A line of the contents; a part has level 0. */
export interface ContentsEntry {
  readonly id: UnitId
  readonly level: 0 | 1 | 2
  readonly text: Text
}

/** A number that stands in the text, with the words by which each language states it. */
export interface Figure {
  readonly id: string
  /** As written: a number, a date, or the two ends of a range. */
  readonly value: readonly string[]
  readonly unit: string
  readonly block: UnitId
  readonly find: Text
  readonly label: Text
  readonly display: Text | null
  readonly isHeadline: boolean
  readonly span: Span
}

export interface Term {
  readonly text: Text
  readonly abbreviation: Text | null
  readonly note: string | null
}
