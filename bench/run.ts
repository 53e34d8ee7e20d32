import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
/** What is measured is compiled as it ships: a loader that compiles on the way adds calls of its own. */
export const compiled = join(project, 'node_modules', '.cache', 'bifolio-bench')

export interface Ended {
  readonly out: string
  readonly errors: string
}

/** Runs Node in the project; throws where it fails. */
export function node(parameters: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${parameters.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return { out: stdout, errors: stderr }
}

/** What a process took, all its threads together. */
export interface Used extends Ended {
  /** Seconds of processor time, and by the clock. */
  readonly cpu: number
  readonly wall: number
  /** MB of memory at its highest. */
  readonly peak: number
}

/** Runs Node in the project and says what it used. */
export function used(parameters: readonly string[]): Used {
  const tell =
    'process.on("exit", () => process.stderr.write("\\n" + JSON.stringify({ ...process.cpuUsage(), peak: process.resourceUsage().maxRSS / 1000 })))'
  const start = performance.now()
  const ended = node(['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...parameters])
  const wall = (performance.now() - start) / 1000
  const { user, system, peak }: NodeJS.CpuUsage & { readonly peak: number } = JSON.parse(
    ended.errors.slice(ended.errors.lastIndexOf('{')),
  )
  return { ...ended, cpu: (user + system) / 1e6, wall, peak }
}

export function two(value: number): string {
  return value.toFixed(2)
}

export function whole(value: number): string {
  return value.toFixed(0)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'))
  return `${[head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
}
