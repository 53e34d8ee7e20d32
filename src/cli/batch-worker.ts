import { Report } from '../base/report.ts'
import { type Desk, openDesk } from '../batch/desk.ts'
import { told } from '../batch/threads.ts'
import type { Outcome, Unit } from '../batch/unit.ts'
import { work as workAt } from '../batch/work.ts'
import { openWorkshop } from '../read.ts'
import { diskStore } from './batch-store.ts'
import { diskWorld } from './disk.ts'

// The program of a thread: loaded once in each, by `openThreads`.

/** What a thread of a batch is told. */
export interface Told {
  readonly project: string
  readonly program: string
  readonly out: string
}

let desk: Desk | null = null

/** Does a unit with what this thread has open. */
export function work(unit: Unit): Outcome {
  desk ??= open()
  return workAt(unit, desk)
}

function open(): Desk {
  // A cast: `batchCommand` tells it so.
  const { project, program, out } = told() as Told
  const { source } = diskWorld({ project, program, output: out })
  // What is wrong with the fonts has been said before any thread was begun.
  return openDesk(source, (seen) => openWorkshop(seen, new Report()), diskStore(project, out).write)
}
