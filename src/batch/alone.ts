import { setImmediate } from 'node:timers/promises'
import type { Desk } from './desk.ts'
import type { Runner } from './run.ts'
import { work } from './work.ts'

/** Does units here, one after another. */
export function alone(desk: Desk): Runner {
  return {
    lanes: 1,
    run: async (unit) => {
      // Between two of them whoever wants to stop is heard.
      await setImmediate()
      return work(unit, desk)
    },
  }
}
