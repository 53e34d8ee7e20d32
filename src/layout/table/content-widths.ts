import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { BlockBox, Box } from '../../style/box.ts'
import { extentOf } from '../../style/sum.ts'
import { widthsOf } from '../../text/paragraph.ts'
import { edge } from '../column.ts'
import { atSize } from '../font-sizes.ts'
import { gridWidths } from '../grid/grid-columns.ts'
import { placedGrid } from '../grid/placed-grid.ts'
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
    case 'block': {
      const { left, right } = box.style.margin
      return blockWidths(box, Math.max(0, left + right), settings, report)
    }
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
    case 'chart': {
      const { width } = box.style
      const wide = width ? extentOf(width, settings.measure) : 0
      return { least: width?.kind === 'pt' ? wide : 0, natural: wide }
    }
    default:
      return { least: 0, natural: 0 }
  }
}

/** A picture whose width is not given may become as small as this. */
const leastPicture = 24

/** The widths of a block with its borders and padding, and with `margins`. */
export function blockWidths(box: BlockBox, margins: Pt, settings: GalleySettings, report: Report): Widths {
  const { style } = box
  const around = margins + insetsOf(box)
  if (style.display === 'table') {
    const columns = columnsOf(gridOf(box, null), settings, report)
    const sum = (key: keyof Widths) => columns.reduce((total, column) => total + column[key], around)
    return { least: sum('least'), natural: sum('natural') }
  }
  const grid = style.display === 'grid' ? placedGrid(box, null, report) : null
  if (grid) {
    const { least, natural } = gridWidths(grid, settings, report)
    return { least: least + around, natural: natural + around }
  }
  const most = widest(box.children, settings, report)
  const [first, last] = [style.fontSizes[0], style.fontSizes.at(-1)]
  const inSize = (size: Pt | undefined) => {
    if (size === undefined) return most
    const children = box.children.map((child) => (child.kind === 'paragraph' ? atSize(child, size) : child))
    return widest(children, settings, report)
  }
  const least = inSize(last).least + around
  const natural = inSize(first).natural + around
  return style.width?.kind === 'pt'
    ? { least: Math.max(least, style.width.value), natural: Math.max(least, style.width.value) }
    : { least, natural }
}

function widest(boxes: readonly Box[], settings: GalleySettings, report: Report): Widths {
  let [least, natural] = [0, 0]
  for (const box of boxes) {
    const widths = contentWidths(box, settings, report)
    least = Math.max(least, widths.least)
    natural = Math.max(natural, widths.natural)
  }
  return { least, natural }
}

/** Borders and padding at the sides. */
export function insetsOf({ style: { border, padding } }: BlockBox): Pt {
  return edge(border.left, padding.left) + edge(border.right, padding.right)
}
