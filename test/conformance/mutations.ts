import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { projectFolder } from './samples.ts'
import { type Verdict, verdict } from './verdict.ts'

const count = 1000
/** Milliseconds that one of them may take. */
const longest = 10_000

/** A thousand mutations of the samples: each gives a PDF or findings, and ends. */
export async function mutations(): Promise<readonly Verdict[]> {
  const problems: string[] = []
  for (let next = 0; next < count; ) next = await runFrom(next, problems)
  return [verdict(`${count} mutated publications, layouts and themes give a PDF or sound findings`, problems)]
}

/** Runs them in a process of their own, so that one that hangs can be ended; gives the number to go on with. */
function runFrom(from: number, problems: string[]): Promise<number> {
  const parameters = ['--import', 'tsx', 'test/run-mutations.ts', String(from), String(count)]
  const child = spawn(process.execPath, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => {
    let current = from
    let timer = setTimeout(() => child.kill('SIGKILL'), 3 * longest)
    createInterface(child.stdout).on('line', (line) => {
      clearTimeout(timer)
      timer = setTimeout(() => child.kill('SIGKILL'), longest)
      if (/^\d+$/.test(line)) current = Number(line)
      else for (const problem of JSON.parse(line)) problems.push(`number ${current}: ${problem}`)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code !== 0) problems.push(`number ${current}: it did not end by itself`)
      resolve(code === 0 ? count : current + 1)
    })
  })
}
