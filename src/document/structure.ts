import type { Lang } from '../base/lang.ts'
import type { Span } from '../base/span.ts'
import type { UnitId } from './element.ts'

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
  | 'Code'
  | 'Span'
  | 'Link'

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
  readonly span: Span
}
