import type { Frame } from './frame.ts'

/** What a helper is given last, behind its arguments; of one that is no block, only the first two are there. */
export interface Call {
  /** The named arguments. */
  readonly hash: Readonly<Record<string, unknown>>
  /** The data variables where it is called. */
  readonly data: Frame
  /** What the block holds, as seen from a value; `values` are those of the block parameters. */
  fn(self: unknown, data?: Frame, values?: readonly unknown[]): string
  /** What stands behind `{{else}}`. */
  inverse(self: unknown): string
}

/** The options of a helper, the last of its arguments. */
export function call(options: unknown): Call {
  // A cast, because each helper is given its options behind its arguments; misuse was refused before.
  return options as Call
}

/** The number of the place that a helper was called at. */
export function placeOf(options: unknown): number {
  return Number(call(options).hash['bi-at'])
}
