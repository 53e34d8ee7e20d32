import type { Severity } from '../base/report.ts'
import type { Request } from '../build.ts'

/** How every file of a batch is built. */
export type BatchSettings = Pick<Request, 'languages' | 'isDraft' | 'media' | 'profile' | 'date'>

/** One file to make. */
export interface Job {
  /** Number of the row in the data, from 1, the head not counted. */
  readonly row: number
  /** Stem of the file's name. */
  readonly stem: string
  /** What the file depends on beside the sources: see `keyOf`. */
  readonly key: string
}

/**
 * A piece of a batch: some rows to be made into files. Plain data, and its outcome as well, so that a thread or another
 * machine that has the same files can do it; the same unit gives the same files and the same outcome anywhere.
 */
export interface Unit {
  /** The publication's YAML, which is a pattern. */
  readonly sheet: string
  readonly data: string
  readonly settings: BatchSettings
  readonly jobs: readonly Job[]
}

export interface Outcome {
  /** A line for each job, in their order. */
  readonly lines: readonly Line[]
  readonly findings: readonly RowFinding[]
  /** The files that findings lie in. */
  readonly files: readonly FoundIn[]
  /** What was read that earlier units did not read. */
  readonly answers: readonly Answer[]
}

/** What became of a row. `unchanged`: the file of an earlier run stands, as nothing that it depends on has changed. */
export type Status = 'made' | 'unchanged' | 'failed'

/** What a manifest says of a row. */
export interface Line {
  readonly row: number
  /** Name of the file in the output folder; of one that failed, the one that it would have. */
  readonly file: string
  readonly status: Status
  /** Null: there is no file. */
  readonly sha256: string | null
  readonly pages: number
  readonly key: string
}

/** A file or folder that was asked for, and a digest of its bytes or names, or why it could not be read. */
export interface Answer {
  readonly path: string
  readonly answer: string
}

/** A finding as plain data, with the row that it came up in. */
export interface RowFinding {
  readonly row: number
  readonly severity: Severity
  readonly code: `${string}/${string}`
  readonly message: string
  readonly at: FoundAt
  readonly hints: readonly string[]
  readonly related: readonly { readonly at: FoundAt; readonly note: string }[]
}

/** A stretch of a file, by its index in the outcome. */
export interface FoundAt {
  readonly file: number
  readonly start: number
  readonly end: number
}

/** A file and its text; null: the data, which whoever hands out units has read, and which may be large. */
export interface FoundIn {
  readonly path: string
  readonly text: string | null
}
