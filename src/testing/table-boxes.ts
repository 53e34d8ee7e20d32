import type { Element } from '../document/element.ts'
import type { GalleySettings } from '../layout/setting.ts'
import type { BlockBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { inlinesOf, paragraph, plainStyle, squareWorkshop } from './square-face.ts'

/** A cell, by its text in the square face at 10 pt, and how many columns and rows it covers. */
export interface CellSketch {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
  readonly style?: Partial<ComputedStyle>
}

/** A table of one group of rows. */
export function tableBox(
  rows: readonly (readonly CellSketch[])[],
  style: Partial<ComputedStyle> = {},
): BlockBox {
  const trs = rows.map((cells) => boxOf('tr', 'table-row', cells.map(cellBox)))
  return boxOf('table', 'table', [boxOf('tbody', 'table-row-group', trs)], style)
}

function cellBox({ text, columns = 1, rows = 1, style = {} }: CellSketch): BlockBox {
  const attrs = new Map([
    ['colspan', String(columns)],
    ['rowspan', String(rows)],
  ])
  const inlines = text === '' ? [] : inlinesOf(text, 'en')
  const content = { kind: 'paragraph', element: paragraph, style: plainStyle(), inlines } as const
  return { ...boxOf('td', 'table-cell', [content], style), element: elementOf('td', attrs) }
}

function boxOf(
  name: string,
  display: ComputedStyle['display'],
  children: BlockBox['children'],
  style: Partial<ComputedStyle> = {},
): BlockBox {
  const computed = plainStyle({ ...style, display })
  return { kind: 'block', element: elementOf(name), style: computed, marker: null, children }
}

function elementOf(name: string, attrs: Element['attrs'] = new Map()): Element {
  return { ...paragraph, name, attrs }
}

/** A column of a measure on pages of 1,000 pt, in the square face. */
export function columnOf(measure: number): GalleySettings {
  const labels = { labelOf: () => '1' }
  return {
    workshop: squareWorkshop(),
    pictures: new Map(),
    charts: new Map(),
    languages: ['en'],
    labels,
    measure,
    lane: measure,
    lanes: new Map(),
    depth: 1000,
    lang: 'en',
  }
}
