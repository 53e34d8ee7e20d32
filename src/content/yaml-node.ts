import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { SourceFile, Span } from '../base/span.ts'

/** What an author's YAML says, with places and without any reading of values: 5.20 is the text `5.20`. */
export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlScalar {
  readonly kind: 'scalar'
  /** As written, escapes resolved and indentation removed; each line break of the source is one `\n`. */
  readonly text: string
  /** From the first character of the text to the last, quotes and block headers not included. */
  readonly span: Span
  /** As in `Leaf`. */
  readonly places: Leaf['places']
  /** Without quotes: only such a scalar can be `true` or `null`. */
  readonly isPlain: boolean
  /** Nothing, `~` or `null`: there is no value, on purpose. */
  readonly isNull: boolean
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly span: Span
}

export interface YamlEntry {
  readonly key: string
  readonly keySpan: Span
  readonly value: YamlNode
}

interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

/** A content file, read. */
export interface Loaded {
  readonly file: SourceFile
  readonly root: YamlNode
}

/** The text of a scalar as the text of a language. */
export function leafOf(scalar: YamlScalar, lang: Lang): Leaf {
  return { text: scalar.text, lang, span: scalar.span, places: scalar.places }
}
