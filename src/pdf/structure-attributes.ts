import type { Tag } from '../document/structure.ts'
import { decimal, type Syntax } from './syntax.ts'

/** ISO 32000-1, table 347. */
export type Numbering = 'Decimal' | 'Disc'

/** Where a figure stands on a page, y upwards, in points. */
export interface Box {
  /** Index of the page. */
  readonly page: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** The attributes of a structure element (14.8.5), or nothing. */
export function attributes(tag: Tag, numbering: Numbering | null, box: Box | null): Syntax {
  if (numbering) return `/A<</O/List/ListNumbering/${numbering}>>`
  if (tag.role === 'Figure') return `/A<</O/Layout/Placement/Block${box ? `/BBox[${corners(box)}]` : ''}>>`
  const cell =
    (tag.scope === null ? '' : `/Scope/${tag.scope}`) +
    (tag.columns === 1 ? '' : `/ColSpan ${tag.columns}`) +
    (tag.rows === 1 ? '' : `/RowSpan ${tag.rows}`)
  return cell === '' ? '' : `/A<</O/Table${cell}>>`
}

function corners({ left, bottom, right, top }: Box): Syntax {
  return [left, bottom, right, top].map(decimal).join(' ')
}
