import { Tinypool } from 'tinypool'
import type { Fixity, FixityUnit } from '../archive/store/fixity.ts'
import { VaultError, type VaultProblem } from '../archive/vault.ts'

/** What a thread that verifies is told once. */
export interface ToldVerifier {
  /** Absolute. */
  readonly folder: string
  /** The archive as people call it. */
  readonly name: string
}

/** What came of a unit in a thread: an error loses its kind on the way. */
export type Checked =
  | { readonly ok: true; readonly fixity: Fixity }
  | { readonly ok: false; readonly code: VaultProblem; readonly path: string; readonly why: string }

/** The program of the threads: a module whose export `work` does a unit; and options of Node for it. */
export interface VerifyThreads {
  readonly module: URL
  readonly options?: readonly string[]
}

/** Does units on so many threads, in any order; gives what came of them in theirs. What the disk refuses is thrown. */
export async function checkOnThreads(
  units: readonly FixityUnit[],
  count: number,
  { module, options }: VerifyThreads,
  told: ToldVerifier,
  onUnit: (fixity: Fixity) => void,
): Promise<readonly Fixity[]> {
  const pool = new Tinypool({
    filename: module.href,
    name: 'work',
    minThreads: count,
    maxThreads: count,
    workerData: told,
    ...(options ? { execArgv: [...options] } : {}),
  })
  try {
    return await Promise.all(
      units.map(async (unit) => {
        // A cast: the module answers a unit with what came of it.
        const checked = (await pool.run(unit)) as Checked
        if (!checked.ok) throw new VaultError(checked.code, checked.path, checked.why)
        onUnit(checked.fixity)
        return checked.fixity
      }),
    )
  } finally {
    await pool.destroy()
  }
}
