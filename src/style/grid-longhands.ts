import type { Pt } from '../base/length.ts'
import type { ComputedStyle } from './computed.ts'
import {
  type Alignment,
  autoPlace,
  type GridAreas,
  type GridLine,
  type GridPlace,
  type GridStyle,
  type GridTemplate,
} from './grid-style.ts'

/** The computed values of the properties of grids. */
export type GridLonghands = {
  readonly 'grid-template-columns': GridTemplate
  readonly 'grid-template-rows': GridTemplate
  readonly 'grid-template-areas': GridAreas
  readonly 'column-gap': Pt | null
  readonly 'row-gap': Pt | null
  readonly 'align-items': Alignment
  readonly 'justify-items': GridStyle['justifyItems']
  readonly 'align-self': GridPlace['alignSelf']
  readonly 'justify-self': GridPlace['justifySelf']
} & { readonly [Name in `grid-${'column' | 'row'}-${'start' | 'end'}`]: GridLine }

export function gridStyleOf(of: GridLonghands): NonNullable<ComputedStyle['grid']> {
  return {
    columns: of['grid-template-columns'],
    rows: of['grid-template-rows'],
    areas: of['grid-template-areas'],
    columnGap: of['column-gap'],
    rowGap: of['row-gap'],
    alignItems: of['align-items'],
    justifyItems: of['justify-items'],
  }
}

/** Null for what goes wherever there is room, as nearly all that there is. */
export function gridPlaceOf(of: GridLonghands): GridPlace | null {
  const lines = [
    of['grid-column-start'],
    of['grid-column-end'],
    of['grid-row-start'],
    of['grid-row-end'],
  ] as const
  const [columnStart, columnEnd, rowStart, rowEnd] = lines
  const { 'align-self': alignSelf, 'justify-self': justifySelf } = of
  const isAuto = lines.every(({ kind }) => kind === 'auto')
  if (isAuto && alignSelf === 'auto' && justifySelf === 'auto') return null
  if (isAuto) return { ...autoPlace, alignSelf, justifySelf }
  return {
    column: { start: columnStart, end: columnEnd },
    row: { start: rowStart, end: rowEnd },
    alignSelf,
    justifySelf,
  }
}
