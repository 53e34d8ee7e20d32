import { spawn } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Ran, type RunSettings, run } from './command.ts'
import { projectFolder, temporaryFolder } from './samples.ts'

/** The program as a package is installed, away from its repository. */
export interface Program {
  /** Runs a command to its end. */
  readonly run: (parameters: readonly string[], settings: RunSettings) => Ran
  /** Starts a command and leaves it to itself. */
  readonly start: (parameters: readonly string[], folder: string) => Running
}

export interface Running {
  readonly ended: Promise<Ran>
  /** As `kill -9` does. */
  readonly kill: () => void
}

/** Compiles the program into a folder of its own. Throws where it does not compile. */
export function installProgram(): Program {
  const folder = temporaryFolder()
  const compiler = join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc')
  const parameters = [compiler, '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')]
  const { code, out, errors } = run(process.execPath, parameters, { folder: projectFolder })
  if (code !== 0) throw new Error(`the program does not compile: ${out}${errors}`)
  for (const part of ['bin', 'templates', 'fonts', 'package.json'])
    cpSync(join(projectFolder, part), join(folder, part), { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  const command = join(folder, 'bin', 'bifolio')
  return {
    run: (asked, settings) => run(process.execPath, [command, ...asked], settings),
    start: (asked, cwd) => started([command, ...asked], cwd),
  }
}

function started(parameters: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, parameters, { cwd })
  let [out, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? -1, out, errors }))
  })
  return { ended, kill: () => child.kill('SIGKILL') }
}

/** What is wrong where a command should have done what it was asked for. */
export function unless(what: string, { code, out, errors }: Ran): readonly string[] {
  return code === 0 && errors === '' ? [] : [`${what} ended with ${code}: ${`${out}${errors}`.trim()}`]
}
