import type { Report } from '../../base/report.ts'
import type { BlockBox, Box } from '../../style/box.ts'
import {
  type Alignment,
  autoPlace,
  type GridStyle,
  type GridTemplate,
  type TrackSize,
} from '../../style/grid-style.ts'
import { type Area, placeItems } from './placement.ts'

/** A grid with a place for all that stands in it. */
export interface PlacedGrid {
  readonly box: BlockBox
  readonly style: GridStyle
  /** `subgrid`: those of the grid around. */
  readonly columns: readonly TrackSize[] | 'subgrid'
  readonly rows: readonly TrackSize[] | 'subgrid'
  readonly items: readonly PlacedItem[]
}

export interface PlacedItem {
  readonly box: BlockBox
  readonly area: Area
  readonly align: Alignment
  readonly justify: GridStyle['justifyItems']
  /** What it is where it is a grid itself. */
  readonly inner: PlacedGrid | null
}

/** What a subgrid covers of the grid around it. */
export type Around = Pick<Area, 'columns' | 'rows'>

/** Places all that stands in a grid, and in the grids in it; `around` null: it stands in none. */
export function placedGrid(box: BlockBox, around: Around | null, report: Report): PlacedGrid | null {
  const style = box.style.grid
  if (style === null) return null
  const boxes = itemsIn(box)
  const [columns, rows] = [templateOf(style.columns, around), templateOf(style.rows, around)]
  const count = (template: GridTemplate, drawn: number, covered: number | undefined) =>
    template === 'subgrid' ? (covered ?? 0) : Math.max(template.length, drawn)
  const explicit = {
    columns: count(columns, style.areas[0]?.length ?? 0, around?.columns),
    rows: count(rows, style.areas.length, around?.rows),
    areas: style.areas,
  }
  const found = placeItems(
    boxes.map((one) => one.style.gridPlace ?? autoPlace),
    explicit,
  )
  const isWide = columns === 'subgrid' && found.columns > explicit.columns
  if (isWide || (rows === 'subgrid' && found.rows > explicit.rows)) {
    const asked = isWide ? found.columns : found.rows
    reportSubgrid(box, isWide ? 'column' : 'row', asked, report)
  }
  const items = boxes.map((one, index): PlacedItem => {
    const area = within(found.areas[index] ?? nowhere, {
      columns: columns === 'subgrid' ? explicit.columns : found.columns,
      rows: rows === 'subgrid' ? explicit.rows : found.rows,
    })
    const { alignSelf, justifySelf } = one.style.gridPlace ?? autoPlace
    return {
      box: one,
      area,
      align: alignSelf === 'auto' ? style.alignItems : alignSelf,
      justify: justifySelf === 'auto' ? style.justifyItems : justifySelf,
      inner: placedGrid(one, area, report),
    }
  })
  const filled = (template: GridTemplate, length: number) =>
    template === 'subgrid' ? template : Array.from({ length }, (_, index) => template[index] ?? auto)
  return { box, style, columns: filled(columns, found.columns), rows: filled(rows, found.rows), items }
}

/** A track that no template names. */
const auto: TrackSize = { min: { kind: 'auto' }, max: { kind: 'auto' } }

const nowhere: Area = { column: 0, columns: 1, row: 0, rows: 1 }

/** Outside of a grid there is nothing that a subgrid could take over (CSS Grid 2, 9). */
function templateOf(template: GridTemplate, around: Around | null): GridTemplate {
  return template === 'subgrid' && around === null ? [] : template
}

/** What a subgrid has no tracks for stands over its last ones (CSS Grid 2, 9). */
function within(area: Area, most: Around): Area {
  const columns = Math.min(area.columns, most.columns)
  const rows = Math.min(area.rows, most.rows)
  return {
    column: Math.min(area.column, most.columns - columns),
    columns,
    row: Math.min(area.row, most.rows - rows),
    rows,
  }
}

/** What stands in a grid, each a box of its own; what takes no room goes with what stands before it. */
function itemsIn(grid: BlockBox): readonly BlockBox[] {
  const items: BlockBox[] = []
  let waiting: Box[] = []
  for (const child of grid.children) {
    if (child.kind === 'unseen') {
      const last = items.pop()
      if (last) items.push({ ...last, children: [...last.children, child] })
      else waiting.push(child)
      continue
    }
    const item = boxed(child)
    items.push(waiting.length > 0 ? { ...item, children: [...waiting, ...item.children] } : item)
    waiting = []
  }
  return items
}

/** Text, a picture or a chart in a grid stands in a box without an element of its own (CSS Grid 1, 6). */
function boxed(child: Box): BlockBox {
  if (child.kind === 'block') return child
  const { element, style } = child
  const { top, right, bottom, left } = style.border
  const none = { top: 0, right: 0, bottom: 0, left: 0 }
  const rule = (one: typeof top) => ({ ...one, width: 0 })
  const bare = {
    ...style,
    display: 'block',
    margin: none,
    padding: none,
    border: { top: rule(top), right: rule(right), bottom: rule(bottom), left: rule(left) },
    background: null,
    width: null,
    height: null,
    minHeight: 0,
  } as const
  return { kind: 'block', element, style: bare, marker: null, children: [child] }
}

function reportSubgrid({ element }: BlockBox, axis: 'column' | 'row', asked: number, report: Report): void {
  report.error(
    'layout/subgrid',
    `what stands in a subgrid needs ${asked} ${axis}s of the grid around it, and covers fewer`,
    element.span,
    `let it cover as many: \`grid-${axis}: span ${asked}\``,
  )
}
