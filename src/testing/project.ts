import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCommand } from '../cli/build-command.ts'
import { type PrintOptions, printCommand } from '../cli/print-command.ts'
import type { BuildOptions, Surroundings } from '../cli/run-build.ts'
import { keepWorkshop } from '../read.ts'

/** This program's own folder: templates and fonts come from there. */
export const programFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

// Each project would open the same faces again, and HarfBuzz gives their memory back late.
const opener = keepWorkshop()

/** A project in a folder of its own, with the files given by path. */
export interface Project {
  readonly folder: string
  write(path: string, text: string | Uint8Array): void
  remove(): void
  /** Runs `bifolio build` in it. */
  build(names: readonly string[], options?: Partial<BuildOptions>, epoch?: string): Run
  /** Runs `bifolio print` in it. */
  print(names: readonly string[], options?: Partial<PrintOptions>): Run
}

export interface Run {
  readonly code: number
  readonly out: string
  readonly errors: string
}

/** Makes a project; take it away again with `remove`. */
export function makeProject(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), 'bifolio-'))
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    folder,
    write,
    remove: () => rmSync(folder, { recursive: true }),
    build: (names, options = {}, epoch) =>
      run((around) => buildCommand(names, { ...usual, ...options }, around), folder, epoch),
    print: (names, options = {}) =>
      run((around) => printCommand(names, { ...usual, ...options }, around), folder),
  }
}

const usual = { out: 'output', profile: 'archive', media: 'screen' }

function run(command: (around: Surroundings) => number, folder: string, epoch?: string): Run {
  const printed = { out: '', errors: '' }
  const code = command({
    project: folder,
    program: programFolder,
    out: { write: (text: string) => (printed.out += text) },
    errors: { write: (text: string) => (printed.errors += text) },
    openWorkshop: opener,
    epoch,
  })
  return { code, ...printed }
}
