import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { BlockBox, Box } from '../../style/box.ts'
import { widthsOf } from '../../text/paragraph.ts'
import { edge } from '../column.ts'
import { sizeOf } from '../image.ts'
import { withLabels } from '../references.ts'
import type { GalleySettings } from '../setting.ts'
import { columnsOf } from './column-widths.ts'
import { gridOf } from './table-grid.ts'

/** How wide content must be, and how wide it would be with no line broken. */
export interface Widths {
  readonly least: Pt
  readonly natural: Pt
}

/** The widths of a box with its margins, borders and padding. */
export function contentWidths(box: Box, settings: GalleySettings, report: Report): Widths {
  switch (box.kind) {
    case 'block':
      return blockWidths(box, settings, report)
    case 'paragraph': {
      const { inlines, element, style } = box
      const lang = element.lang ?? settings.lang
      const { least, natural } = widthsOf(
        withLabels(inlines, settings.labels),
        lang,
        settings.workshop,
        report,
      )
      return { least, natural: natural + Math.max(0, style.textIndent) }
    }
    case 'image': {
      const picture = settings.pictures.get(box.element.attrs.get('src') ?? '')
      const width = picture
        ? sizeOf(box, picture, { width: settings.measure, height: settings.depth }).width
        : 0
      return { least: box.style.width?.kind === 'pt' ? width : Math.min(width, leastPicture), natural: width }
    }
    default:
      return { least: 0, natural: 0 }
  }
}

/** A picture whose width is not given may become as small as this. */
const leastPicture = 24

function blockWidths(box: BlockBox, settings: GalleySettings, report: Report): Widths {
  const { style } = box
  const { margin } = style
  const around = Math.max(0, margin.left + margin.right) + insetsOf(box)
  if (style.display === 'table') {
    const columns = columnsOf(gridOf(box, null), settings, report)
    const sum = (key: keyof Widths) => columns.reduce((total, column) => total + column[key], around)
    return { least: sum('least'), natural: sum('natural') }
  }
  const inner = box.children.map((child) => contentWidths(child, settings, report))
  const least = Math.max(0, ...inner.map((widths) => widths.least)) + around
  const natural = Math.max(0, ...inner.map((widths) => widths.natural)) + around
  return style.width?.kind === 'pt'
    ? { least: Math.max(least, style.width.value), natural: Math.max(least, style.width.value) }
    : { least, natural }
}

/** Borders and padding at the sides. */
export function insetsOf({ style: { border, padding } }: BlockBox): Pt {
  return edge(border.left, padding.left) + edge(border.right, padding.right)
}
