import type { Chart } from '../../figures/chart.ts'
import type { Rows } from '../data/rows.ts'
import type { WrittenFigure } from '../figures.ts'
import type { WrittenTable } from '../schema-blocks.ts'
import type { Indicator } from './indicators.ts'

/** What the blocks of a sheet show and name. */
export interface Sheet {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly figures: ReadonlyMap<string, WrittenFigure>
  /** Tables of values, by the ids that their author gave them. */
  readonly tables: ReadonlyMap<string, WrittenTable>
  /** Names of what was found wrong and left out, which has been said; null: all others, since a whole file is missing. */
  readonly lost: ReadonlySet<string> | null
  /** The files that `data:` names, by path; null for one that could not be read. */
  readonly data: ReadonlyMap<string, Rows | null>
  readonly drawing: Drawing
}

/** Gathers what the blocks draw, and whether a value is missing in what they show. */
export class Drawing {
  readonly charts = new Map<string, Chart>()
  hasGaps = false

  see(values: readonly (number | null)[]): void {
    if (values.includes(null)) this.hasGaps = true
  }
}
