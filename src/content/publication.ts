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
  /** What the contents list, in order: chapters, sections, and run-in headings without their final stop. */
  readonly contents: readonly ContentsEntry[]
  readonly figures: readonly Figure[]
  readonly terms: readonly Term[]
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
  /** Null for blocks before the first heading of level 1. */
  readonly heading: Text | null
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly id: UnitId; readonly level: 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly id: UnitId; readonly runIn: Text | null; readonly text: Text }
  | {
      readonly kind: 'list'
      readonly id: UnitId
      readonly isOrdered: boolean
      readonly items: readonly Item[]
    }
  | { readonly kind: 'quote'; readonly id: UnitId; readonly text: Text; readonly source: Text | null }
  | { readonly kind: 'code'; readonly id: UnitId; readonly text: Text }

export interface Item {
  readonly id: UnitId
  readonly text: Text
}

export interface ContentsEntry {
  readonly id: UnitId
  readonly level: 1 | 2
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
