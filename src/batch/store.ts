import type { Report } from '../base/report.ts'
import type { Write } from './desk.ts'

/** The output folder as whoever leads a batch sees it. What the disk refuses is a finding. */
export interface Store {
  /** A file that an earlier run wrote; null where there is none that can be read. */
  read(file: string): Uint8Array | null
  readonly write: Write
  /** Adds to the end of a file. */
  append(file: string, bytes: Uint8Array, report: Report): void
  remove(file: string): void
}
