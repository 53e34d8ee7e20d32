import { createHash } from 'node:crypto'
import type { NamedRow } from './read-batch.ts'
import type { BatchSettings } from './unit.ts'

/**
 * A digest of what the file of a row depends on beside the sources that all rows share: the program, what the command
 * line asks for, the name, and the row's cells. Where the row stands in the data is none of it.
 */
export function keyOf(
  { row, stem }: NamedRow,
  data: string,
  settings: BatchSettings,
  program: string,
): string {
  const { languages, isDraft, media, profile, date } = settings
  const cells = Array.from(row.cells, ([column, { text }]) => [column, text])
  const all = [program, languages, isDraft, media, profile, date, stem, data, cells]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}
