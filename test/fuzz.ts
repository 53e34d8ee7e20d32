import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { fuzzTargets } from '../src/testing/fuzz/targets.ts'

/**
 * What `npm test` tries with one seed, with new seeds until the time is over (`BIFOLIO_FUZZ_SECONDS`, 120 by default).
 * A failure is printed with its seed and path, by which fast-check finds it again; the others are still tried.
 */
const seconds = Number(process.env.BIFOLIO_FUZZ_SECONDS ?? 120)
/** Milliseconds for one reader at a time: to shrink what fails takes longer than to find it. */
const longest = 20_000
const end = performance.now() + seconds * 1000
const failed = new Map<string, string>()
let runs = 0
while (performance.now() < end && failed.size < fuzzTargets.length) {
  for (const { name, property, runs: numRuns } of fuzzTargets) {
    if (failed.has(name) || performance.now() >= end) continue
    const details = fc.check(property, {
      seed: randomInt(2 ** 31),
      numRuns,
      interruptAfterTimeLimit: longest,
    })
    runs += details.numRuns
    if (details.failed) failed.set(name, fc.defaultReportMessage(details) ?? 'no message')
  }
}
for (const [name, message] of failed) console.error(`not ok ${name}\n${message}\n`)
console.log(`${runs} runs of ${fuzzTargets.length} readers in ${seconds} s: ${failed.size} failed`)
if (failed.size > 0 || runs === 0) process.exitCode = 1
