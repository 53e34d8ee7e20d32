import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { BlockBox, PassageBox } from '../style/box.ts'
import { reportTooTall } from './column.ts'
import type { Galley } from './flow.ts'
import { settingsFor } from './lane-settings.ts'
import { atLeast, heightOfRows, heldTogether, keptWhole, type VersionRow } from './stack.ts'
import { galleyOfRows, rowsIn } from './table/table.ts'
import { openFrame, type Walk } from './walk.ts'

/** The rows of a passage: its versions set, as high and as far on one page as they must be; none where there is nothing. */
export function passageRows(walk: Walk, box: PassageBox): readonly VersionRow[] {
  const versions = versionsOf(walk, box)
  const { depth } = openFrame(walk).text
  const { minHeight, breakInside } = box.style
  const rows = minHeight > 0 ? atLeast(versions, minHeight) : versions
  if (breakInside !== 'avoid') return heldTogether(rows, depth)
  if (heightOfRows(versions) <= depth) return keptWhole(rows)
  if (rows.some(({ cells }) => cells.some((cell) => cell && cell.items.length > 1)))
    reportTooTall(box.element, walk.report)
  return heldTogether(rows, depth)
}

/**
 * The versions of a passage in their lanes, row by row, and beside the first what they share. Between two rows stands the
 * larger of the margins of the versions that meet there; those of what is in them go around the passage.
 */
function versionsOf(walk: Walk, box: PassageBox): readonly VersionRow[] {
  const { rows } = openFrame(walk)
  const isFilled = (cell: Galley | null) => cell !== null && cell.items.length > 0
  const axis = box.axis && setVersion(walk, box.axis, null)
  const set = rows.map((languages) => ({
    languages,
    cells: languages.map((lang) => {
      const version = box.cells.get(lang)
      return version ? setVersion(walk, version, lang) : null
    }),
  }))
  const filled = set.filter(({ cells }) => cells.some(isFilled))
  if (filled.length === 0 && !isFilled(axis)) return []
  return (filled.length > 0 ? filled : set.slice(0, 1)).map(({ languages, cells }, row) => {
    const before = marginOf(box, filled[row - 1]?.languages ?? [], 'bottom')
    const space = row > 0 ? Math.max(before, marginOf(box, languages, 'top')) : 0
    return { cells: [...cells, row === 0 ? axis : null], space }
  })
}

function marginOf({ cells }: PassageBox, languages: readonly Lang[], side: 'top' | 'bottom'): Pt {
  return Math.max(0, ...languages.map((lang) => cells.get(lang)?.style.margin[side] ?? 0))
}

function setVersion(walk: Walk, version: BlockBox, lang: Lang | null): Galley {
  const settings = settingsFor(walk, lang)
  if (walk.table && rowsIn(version).length > 0)
    return galleyOfRows(version, walk.table.rows, settings.measure)
  return walk.arrangement.setCell(version, settings, walk.report)
}
