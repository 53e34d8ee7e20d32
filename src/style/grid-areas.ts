import { didYouMean, type Report } from '../base/report.ts'
import type { Computed } from './compute.ts'
import type { ComputedStyle } from './computed.ts'
import { areaNames } from './grid-values.ts'

const lines = ['grid-row-start', 'grid-column-start', 'grid-row-end', 'grid-column-end'] as const

/** Reports where a theme places an element in an area that the grid around it has not; `where` is the element. */
export function checkAreas(
  { style: { gridPlace }, declared }: Computed,
  grid: ComputedStyle['grid'],
  where: string,
  report: Report,
): void {
  if (gridPlace === null || grid === null) return
  const { row, column } = gridPlace
  const names = areaNames(grid.areas)
  for (const [index, line] of [row.start, column.start, row.end, column.end].entries()) {
    const longhand = lines[index]
    const span = longhand && declared.get(longhand)
    if (line.kind !== 'area' || names.includes(line.name) || !span) continue
    const message = `the grid around \`${where}\` has no area \`${line.name}\``
    const hint =
      names.length === 0 ? 'draw it in `grid-template-areas` of the grid' : didYouMean(line.name, names)
    report.error('style/grid-area', message, span, hint)
  }
}
