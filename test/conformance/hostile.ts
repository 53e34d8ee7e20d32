import { hostileCases, largeCases } from '../../src/testing/hostile.ts'
import { hostileData } from '../../src/testing/hostile-data.ts'
import { hostileLooks } from '../../src/testing/hostile-looks.ts'
import { run } from './command.ts'
import { projectFolder, type Sample } from './samples.ts'
import { type Verdict, verdict } from './verdict.ts'

/** Seconds of the clock until a process is ended; what it may take of the processor, ten, it looks after itself. */
const longest = 60

/**
 * Every hostile project in a process of its own: a finding or a PDF within ten seconds of the processor and a gibibyte, without a call to
 * the network; and the samples, which must not call it either.
 */
export function hostile(samples: readonly Sample[]): readonly Verdict[] {
  const cases = [...hostileCases, ...largeCases].map(({ name }, index): [string, string] => [
    name,
    String(index),
  ])
  const all = [...samples.map(({ name }): [string, string] => [name, name]), ...cases]
  return [...all.map(([name, what]) => verdict(name, problemsOf('test/run-hostile.ts', what))), ...sheets()]
}

/** Sheets and their data, by the command on a disk: besides, nothing is left there but whole files. */
function sheets(): readonly Verdict[] {
  return [...hostileData, ...hostileLooks].map(({ name }, index) =>
    verdict(`a sheet: ${name}`, problemsOf('test/run-hostile-sheet.ts', String(index))),
  )
}

function problemsOf(program: string, what: string): readonly string[] {
  const limits = ['--signal=KILL', String(longest), process.execPath, '--import', 'tsx', program, what]
  const { code, out, errors } = run('timeout', limits, { folder: projectFolder })
  if (code !== 0) return [errors === '' ? `it took more than ${longest} s` : errors]
  const problems: unknown = JSON.parse(out)
  return Array.isArray(problems) ? problems.map(String) : ['its answer is none']
}
