import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as soon, setTimeout as wait } from 'node:timers/promises'
import { objectPath } from '../../src/archive/ocfl/layout.ts'
import {
  addOf,
  changedFiles,
  editionsOf,
  idOf,
  projectOf,
  publication,
  publicationPath,
  storedFiles,
  wrongWith,
} from './archive-hello.ts'
import { type Program, unless } from './archive-program.ts'
import type { Ran } from './command.ts'
import type { OcflPython } from './ocfl-python.ts'
import { figure, type Verdict, verdict } from './verdict.ts'

/** From when a moment is counted: the process starts, it begins to write, its version is in its place. */
type From = 'start' | 'work' | 'version'

/** How many moments are counted from each; in `work/` most of the operations are, around the rename most of the states. */
const counts: readonly (readonly [From, number])[] = [
  ['start', 3],
  ['work', 10],
  ['version', 7],
]
const moments = counts.flatMap(([from, count]) =>
  Array.from({ length: count }, (_, index) => ({ from, share: index / count })),
)

/** An add is killed at many moments, then repaired: the old state or the new one. */
export async function killedAdds(program: Program, judge: OcflPython | null): Promise<readonly Verdict[]> {
  const folder = projectOf(program, ['hello'])
  const said: string[] = []
  const problems = [...unless('add', program.run(addOf('hello', '1'), { folder }))]
  writeFileSync(join(folder, publicationPath('hello')), publication('Timed'))
  const whole = await timesOf(program, folder)
  for (const [moment, { from, share }] of moments.entries()) {
    writeFileSync(join(folder, publicationPath('hello')), publication(`Time ${moment}`))
    const before = editionsOf(program, folder, 'hello')
    const bytes = storedFiles(folder)
    const running = program.start(addOf('hello', `killed-${moment}`), folder)
    await reached(folder, from, running.ended)
    await wait(share * whole[from])
    running.kill()
    await running.ended
    const repaired = program.run(['archive', 'repair', '--archive', 'kept'], { folder })
    const now = editionsOf(program, folder, 'hello')
    const isNew = now.length === before.length + 1 && now.at(-1) === `killed-${moment}`
    said.push(isNew ? 'new' : 'old')
    const wrong = [
      ...unless('repair', repaired),
      ...(isNew || now.join() === before.join() ? [] : [`there are editions ${now.join()}`]),
      ...changedFiles(bytes, storedFiles(folder), isNew),
      ...wrongWith(program, folder, null),
    ]
    problems.push(...wrong.map((problem) => `moment ${moment}: ${problem}`))
  }
  const next = program.run(addOf('hello', 'last'), { folder })
  problems.push(...unless('the next add', next), ...wrongWith(program, folder, judge))
  const news = said.filter((state) => state === 'new').length
  return [
    verdict(
      `an add is killed at ${moments.length} moments: repaired it has the old state or the new one`,
      problems,
    ),
    figure(`${moments.length - news} times the old state, ${news} times the new one`),
  ]
}

/** Milliseconds of an add from each to the next, and at last to its end. */
async function timesOf(program: Program, folder: string): Promise<Readonly<Record<From, number>>> {
  const { ended } = program.start(addOf('hello', 'timed'), folder)
  const start = performance.now()
  await reached(folder, 'work', ended)
  const work = performance.now()
  await reached(folder, 'version', ended)
  const version = performance.now()
  await ended
  return { start: work - start, work: version - work, version: performance.now() - version }
}

/** When a process has come so far, or has ended. */
async function reached(folder: string, from: From, ended: Promise<Ran>): Promise<void> {
  if (from === 'start') return
  const kept = join(folder, 'kept')
  const watched = join(kept, from === 'work' ? 'work' : join('store', objectPath(idOf('hello'))))
  const before = from === 'work' ? 0 : readdirSync(watched).length
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  while (!isOver && readdirSync(watched).length <= before) await soon()
}
