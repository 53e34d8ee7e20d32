import type { Report } from '../../base/report.ts'
import type { Remark } from '../publication.ts'
import type { WrittenRemark } from '../schema-remarks.ts'
import { readText, type TextSettings } from '../texts.ts'
import { priorityOf } from './priority.ts'

/** Reads the sentences about sources and methods; those about gaps only where the sheet has some. */
export function readRemarks(
  written: readonly WrittenRemark[],
  hasGaps: boolean,
  settings: TextSettings,
  report: Report,
): readonly Remark[] {
  return written.flatMap((one, index) => {
    const isDetailed = !('kind' in one)
    // Read all the same: what is wrong in it must not wait for a row with gaps.
    const text = readText(isDetailed ? one.text : one, settings, report)
    if (isDetailed && one.when === 'gaps' && !hasGaps) return []
    return [{ id: `remark-${index + 1}`, text, priority: isDetailed ? priorityOf(one) : null }]
  })
}
