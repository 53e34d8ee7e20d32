import type { Fixity, FixityUnit } from '../archive/store/fixity.ts'
import { VaultError, type VaultProblem } from '../archive/vault.ts'
import { openPool, type ThreadSettings } from '../batch/threads.ts'

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

/** The program of the threads. */
export type VerifyThreads = Omit<ThreadSettings, 'told'>

/** Does units on so many threads, in any order; gives what came of them in theirs. What the disk refuses is thrown. */
export async function checkOnThreads(
  units: readonly FixityUnit[],
  count: number,
  threads: VerifyThreads,
  told: ToldVerifier,
  onUnit: (fixity: Fixity) => void,
): Promise<readonly Fixity[]> {
  const pool = openPool(count, { ...threads, told })
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
    await pool.close()
  }
}
