import type { Lang, PerLanguage } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import type { SourceFile, Span } from '../base/span.ts'
import type { Chart, GraphSort } from '../figures/chart.ts'
import type { Imprint } from './imprint.ts'
import type { Output } from './outputs.ts'

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
  /** What has a bar beside it, since it is not as it was, in each language; null: nothing is compared. */
  readonly changed: PerLanguage<ReadonlySet<UnitId>> | null
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
  readonly imprint: Imprint
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
  /** Where the record of it stands, an address; printed as a code. */
  readonly link: string | null
  /** Sentences about sources and methods, in order. */
  readonly remarks: readonly Remark[]
  /** What its charts show, by the `source` of each. */
  readonly charts: ReadonlyMap<string, Chart>
  /** How many pages it may have, and where that is said; null: as many as it takes. */
  readonly fit: PageLimit | null
  /** The files that are made of it; the first is the copy for reading. */
  readonly outputs: readonly Output[]
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

export interface PageLimit {
  readonly pages: number
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
  /** `26 May 2014`: the same with the day first, as international publications have it. */
  readonly dayFirst: Text
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
  | (OnBlock & { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Text })
  | (OnBlock & { readonly kind: 'paragraph'; readonly runIn: Text | null; readonly text: Text })
  | (OnBlock & List & { readonly kind: 'list' })
  | (OnBlock & { readonly kind: 'quote'; readonly text: Text; readonly source: Text | null })
  | (OnBlock & { readonly kind: 'code'; readonly text: Text; readonly isCommon: boolean })
  | Image
  | Table
  | Callout
  | Cards
  | Facts
  | ChartBlock
  | Timeline
  | DataTable

/** What every block has. */
interface OnBlock {
  readonly id: UnitId
  /** Where room is short, blocks with a priority may be dropped, the lowest first; null: it stays. */
  readonly priority: number | null
}

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
export interface Image extends OnBlock {
  readonly kind: 'image'
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

export interface Table extends OnBlock {
  readonly kind: 'table'
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
export interface Callout extends OnBlock {
  readonly kind: 'callout'
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
  /** `2014`, `2014年`; null: not said. */
  readonly period: Text | null
  /** A word before the number, as `over`. */
  readonly qualifier: Text | null
  readonly source: Text | null
  /** `up 24% since 1990`. */
  readonly change: Text | null
  readonly isHeadline: boolean
  readonly span: Span
}

export interface Term {
  readonly text: Text
  readonly abbreviation: Text | null
  readonly note: string | null
}

/** A sentence about sources or methods. */
export interface Remark {
  readonly id: UnitId
  readonly text: Text
  /** What is dropped first where room is short has the lowest; null: it stays. */
  readonly priority: number | null
}

/** Key figures, each on a card of its own. */
export interface Cards extends OnBlock {
  readonly kind: 'cards'
  readonly cards: readonly Card[]
}

export interface Card {
  readonly id: UnitId
  readonly label: Text
  readonly said: Said
  /** `2023`, `2023年`; with the remark that it is the latest there is, where the others go further; null: not said. */
  readonly period: Text | null
  /** `(latest data)`, `（最新数据）`; null where it is of the last period. */
  readonly latest: Text | null
  /** `up 24% since 1990`; null: nothing to compare with. */
  readonly change: Text | null
  readonly source: Text | null
}

/** A figure as each language says it: `US$` `17.8` `trillion`; `17.8` `万亿美元`. A part is absent where a language has none. */
export interface Said {
  readonly prefix: Text
  readonly numeral: Text
  readonly word: Text
  /** Whether all printed languages write the same numeral, without a prefix and at most one with a word: it stands for all. */
  readonly isCommon: boolean
  /** Whether there is no figure: the numeral is `No data` then. */
  readonly isMissing: boolean
}

/** Figures with what each says, a row each. */
export interface Facts extends OnBlock {
  readonly kind: 'facts'
  readonly title: Text | null
  readonly facts: readonly {
    readonly id: UnitId
    readonly figure: Text
    readonly text: Text
    readonly priority: number | null
  }[]
}

export interface ChartBlock extends OnBlock {
  readonly kind: 'chart'
  /** Its key in `Publication.charts`. */
  readonly source: string
  readonly sort: GraphSort
  readonly title: Text | null
  /** `US$ billion`, `亿美元`; null: the values have none. */
  readonly unit: Text | null
  /** What it shows, made from its data. */
  readonly alt: Text
  /** Whether it takes half the width, beside another one. */
  readonly isHalf: boolean
  /** The names of its series, where there are several. */
  readonly legend: readonly Text[]
  /** The same as a table, where the author asks for it. */
  readonly table: Table | null
}

/** Events on a common scale of years. */
export interface Timeline extends OnBlock {
  readonly kind: 'timeline'
  readonly title: Text | null
  /** The chart of the head, with the years: its key in `Publication.charts`. */
  readonly source: string
  readonly events: readonly TimelineEvent[]
}

export interface TimelineEvent {
  readonly id: UnitId
  readonly date: Text
  readonly text: Text
  /** Its key in `Publication.charts`. */
  readonly source: string
  /** What its mark shows. */
  readonly alt: Text
}

/** Values by period, a column for each language's way of giving them. */
export interface DataTable extends OnBlock {
  readonly kind: 'data-table'
  readonly caption: Text | null
  readonly columns: readonly DataColumn[]
  readonly rows: readonly DataRow[]
  /** Whether a value is missing, so that the notes must say what `..` means. */
  readonly hasGaps: boolean
}

export interface DataColumn {
  readonly label: Text
  readonly unit: Text | null
  /** The language whose column it is; null: what it says is said alike in all. */
  readonly lang: Lang | null
}

export interface DataRow {
  readonly id: UnitId
  /** `1990`. */
  readonly period: Text
  /** A cell for each column. */
  readonly cells: readonly { readonly text: Text; readonly isMissing: boolean; readonly lang: Lang | null }[]
  readonly isLatest: boolean
}
