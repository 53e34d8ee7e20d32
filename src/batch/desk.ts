import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'
import type { Rows } from '../content/data/rows.ts'
import { readData } from '../read.ts'
import type { Workshop } from '../text/workshop.ts'
import { type Witness, witness } from './witness.ts'

/** Puts a whole file into the output folder; what the disk refuses is a finding. */
export type Write = (file: string, bytes: Uint8Array, report: Report) => void

/** Where units are done, one after another: what is read and opened for one serves those after it. */
export interface Desk {
  readonly source: Witness
  readonly workshop: Workshop
  readonly write: Write
  /** The data of that path; null after a finding. */
  rowsIn(path: string, report: Report): Rows | null
}

/** A desk over a source, with the workshop that `open` gives for it. */
export function openDesk(source: Source, open: (source: Source) => Workshop, write: Write): Desk {
  const seen = witness(source)
  let data: { readonly path: string; readonly rows: Rows | null } | null = null
  return {
    source: seen,
    workshop: open(seen),
    write,
    rowsIn(path, report) {
      // Not by way of the witness: a row depends on its own cells, not on the whole file.
      if (data?.path !== path)
        data = { path, rows: readData({ path, span: wholeFile(path) }, source, report) }
      return data.rows
    },
  }
}
