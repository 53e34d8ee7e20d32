import { visible } from '../base/visible.ts'
import type { Combined } from '../batch/manifest.ts'
import type { Ran } from '../batch/run.ts'
import type { Status } from '../batch/unit.ts'
import { asJson } from './findings-json.ts'
import type { Format } from './format.ts'
import { outputPath } from './write-output.ts'

export interface SummarySettings {
  readonly out: string
  readonly format: Format
  readonly seconds: number
  /** Rows whose file has no name, and which have no line therefore. */
  readonly unnamed: number
}

/** Folder, files by what became of them, seconds and files a second; what was combined; what to do after a stop. */
export function summary(
  { lines, worked, isWhole }: Ran,
  combined: Combined | null,
  { out, format, seconds, unnamed }: SummarySettings,
): string {
  const count = (status: Status) => lines.filter((line) => line.status === status).length
  const counts = { made: count('made'), unchanged: count('unchanged'), failed: count('failed') + unnamed }
  const rounded = Math.round(seconds * 100) / 100
  const rate = Math.round((10 * worked) / Math.max(seconds, 0.001)) / 10
  const path = combined && outputPath(out, combined.file)
  if (format === 'json')
    return `${asJson({ path: out, ...counts, isWhole, combined: path, seconds: rounded, rate })}\n`
  const said = Object.entries(counts).map(([status, number]) => `${number} ${status}`)
  const first = [visible(out), said.join(', '), `${rounded} s`, ...(worked > 0 ? [`${rate} a second`] : [])]
  return [
    first.join('  '),
    ...(path === null ? [] : [`${visible(path)}  ${combined?.pages} pages`]),
    ...(isWhole ? [] : ['not all are done: the same command goes on from here']),
    '',
  ].join('\n')
}
