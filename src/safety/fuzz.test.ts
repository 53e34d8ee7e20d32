import fc from 'fast-check'
import { test } from 'vitest'
import { fuzzTargets } from '../testing/fuzz/targets.ts'

test.each(fuzzTargets)('whatever it is given, a reader returns or reports: $name', ({ property, runs }) => {
  fc.assert(property, { numRuns: runs })
})
