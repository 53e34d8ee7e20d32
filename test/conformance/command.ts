import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What became of a program that was run to its end. */
export interface Ran {
  /** The exit code; -1 when it could not be started or was killed. */
  readonly code: number
  readonly out: string
  readonly errors: string
}

export interface RunSettings {
  /** The folder to run in; this process's own by default. */
  readonly folder?: string
  /** Variables beside this process's own. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program to its end. */
export function run(program: string, parameters: readonly string[], settings: RunSettings = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd: settings.folder ?? process.cwd(),
    env: { ...process.env, ...settings.environment },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return { code: status ?? -1, out: stdout ?? '', errors: error ? String(error) : (stderr ?? '') }
}

/** Whether a program can be found. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** Where what was fetched is kept between runs (XDG Base Directory Specification). */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'bifolio')
}
