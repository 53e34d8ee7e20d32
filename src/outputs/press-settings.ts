import { type Pt, pointsPer, type Size } from '../base/length.ts'
import type { Grid, PressWish, WishedPaper, WishedScheme } from '../content/press-wish.ts'
import type { PageFacts } from '../layout/page.ts'
import { gridOf } from '../press/grid.ts'
import { reachOf } from '../press/mark-room.ts'
import { orderOf } from '../press/orders.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'

/** How a printer was found to print. */
export interface PrinterHabits {
  /** The edge to prepare the backs for, so that they stand right on such paper; null: that was not tried. */
  readonly duplexOn: (side: Size) => 'long' | 'short' | null
  /** What it leaves white at each edge. */
  readonly edge: Pt
}

/** What office printers leave white at each edge: 4 to 5 mm. */
const usualEdge: Pt = 5 * (pointsPer('mm') ?? 0)

/** The page of a theme that is the last cover: blank pages come before it. */
const backCover = 'back-cover'

/** The settings for pages: what the author left open is as these pages, their paper and the printer have it. */
export function pressSettings(
  wish: PressWish,
  pages: readonly PageFacts[],
  printer: PrinterHabits | null,
): PressSettings {
  const { paper, sides, binding, caliper, gutter, marks, bleed } = wish
  const page = largestOf(pages)
  const blanks = wish.blanks ?? (pages.at(-1)?.name === backCover ? 'before-back' : 'end')
  const scheme = schemeOf(wish.scheme, paper, page, { gutter, marks, bleed, edge: wish.edge ?? 0 })
  const common = { scheme, paper, sides, binding, caliper, gutter, marks, bleed, blanks }
  const placed = (scale: PressSettings['scale'], edge: Pt) => {
    const settings: PressSettings = { ...common, scale, edge, duplex: 'short' }
    return gridOf(orderOf(pages.length, settings), page, settings)
  }
  const exact = placed('exact', wish.edge ?? 0)
  const scale = wish.scale ?? ('grid' in exact && exact.grid.largest === 1 ? 'exact' : 'fit')
  // Pages that fill the paper at their own size are not made smaller for its edge: what stands there is their margin.
  const unprinted = printer?.edge ?? (isOffice(wish) ? usualEdge : 0)
  const edge = wish.edge ?? (scale === 'fit' ? unprinted : 0)
  const found = placed(scale, edge)
  const side = 'grid' in found ? found.grid.size : found.noRoom.paper
  return { ...common, scale, edge, duplex: wish.duplex ?? printer?.duplexOn(side) ?? turningLikeAPage(side) }
}

/** Who asks for marks or bleed prints on more than the paper of an office, and cuts. */
function isOffice({ paper, marks, bleed }: PressWish): boolean {
  return paper?.isOffice === true && marks.size === 0 && bleed === 0
}

/** The edge over which a sheet turns like the page of a book: the upright one. */
function turningLikeAPage({ width, height }: Size): 'long' | 'short' {
  return width > height ? 'short' : 'long'
}

function largestOf(pages: readonly PageFacts[]): Size {
  let [width, height] = [0, 0]
  for (const { size } of pages) {
    width = Math.max(width, size.width)
    height = Math.max(height, size.height)
  }
  return { width, height }
}

type Room = Pick<PressSettings, 'gutter' | 'marks' | 'bleed' | 'edge'>

function schemeOf(scheme: WishedScheme, paper: WishedPaper | null, page: Size, room: Room): Scheme {
  switch (scheme.kind) {
    case 'saddle':
    case 'perfect':
      return scheme
    case 'nup':
    case 'repeat':
    case 'cut-stack':
      return { kind: scheme.kind, ...(scheme.grid ?? mostOn(paper, page, room)) }
  }
}

/** As many pages at their size as a paper has room for, upright or across; at least one. */
function mostOn(paper: Size | null, page: Size, { gutter, marks, bleed, edge }: Room): Grid {
  if (paper === null) return { columns: 1, rows: 1 }
  const around = 2 * (edge + reachOf({ marks, bleed }))
  const along = (length: Pt, one: Pt): number =>
    Math.max(0, Math.floor((length - around + gutter) / (one + gutter) + 1e-9))
  const [upright, across] = [paper, { width: paper.height, height: paper.width }].map(
    ({ width, height }) => ({
      columns: along(width, page.width),
      rows: along(height, page.height),
    }),
  )
  const count = (grid: Grid | undefined): number => (grid ? grid.columns * grid.rows : 0)
  const best = count(across) > count(upright) ? across : upright
  return best && count(best) > 0 ? best : { columns: 1, rows: 1 }
}
