import { type Options, Tinypool } from 'tinypool'
import type { Runner } from './run.ts'
import type { Outcome, Unit } from './unit.ts'

export interface Crew extends Runner {
  /** Ends the threads: what they are doing is lost. */
  close(): Promise<void>
}

/** The program of a thread, and what it is told once. */
export interface ThreadSettings {
  /** A module whose export `work` does a unit that it is handed. */
  readonly module: URL
  readonly told: unknown
  /** Options of Node for it; those of this process unless they are given. */
  readonly options?: readonly string[]
}

type ResourceLimits = NonNullable<Options['resourceLimits']>

/** What is young in a thread's heap: twice V8's usual, so that most of what a file leaves behind is dead when it is looked at. */
const youngMegabytes = 96

/**
 * What is old: V8 lets a heap grow by a share of what it may be at most, and of four gigabytes that would be hundreds of
 * megabytes a thread of files long done. A sheet takes sixty, one of thousands of pages four hundred.
 */
const oldMegabytes = 1024

/** Does units on so many threads: each opens its own faces, and has its own memory of shaped words. */
export function openThreads(count: number, settings: ThreadSettings): Crew {
  const { run, close } = openPool(count, settings, {
    maxYoungGenerationSizeMb: youngMegabytes,
    maxOldGenerationSizeMb: oldMegabytes,
  })
  // A cast: the module answers a unit with an outcome.
  return { lanes: count, run: (unit: Unit) => run(unit) as Promise<Outcome>, close }
}

/** Threads that are handed tasks, each to one that is free. */
export interface Pool {
  /** Gives what the module's `work` answers. */
  run(task: unknown): Promise<unknown>
  /** Ends the threads: what they are doing is lost. */
  close(): Promise<void>
}

/** Opens so many threads, with bounds of their heaps where the usual ones do not fit the work. */
export function openPool(
  count: number,
  { module, told, options }: ThreadSettings,
  resourceLimits: ResourceLimits = {},
): Pool {
  const pool = new Tinypool({
    filename: module.href,
    name: 'work',
    minThreads: count,
    maxThreads: count,
    workerData: told,
    resourceLimits,
    ...(options ? { execArgv: [...options] } : {}),
  })
  return { run: (task) => pool.run(task), close: () => pool.destroy() }
}

/** What the thread that asks was told. */
export function told(): unknown {
  return Tinypool.workerData
}
