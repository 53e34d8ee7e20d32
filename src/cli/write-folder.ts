import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { VaultError } from '../archive/vault.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { diskVault } from './disk-vault.ts'
import { reportRefusal } from './write-output.ts'

/**
 * Writes files into a folder that is new or empty, so that nothing in it can be replaced, or lead elsewhere. False: a finding
 * says why not. Paths have been checked.
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  project: string,
  report: Report,
): boolean {
  const root = resolve(project, folder)
  try {
    mkdirSync(root, { recursive: true })
  } catch (problem) {
    reportRefusal(problem, '', folder, report)
    return false
  }
  try {
    return fill(folder, root, files, report)
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const hint = 'mend that, and write into a new folder: this one may hold some of the files'
    report.error('cli/output', `not all files were written: ${problem.message}`, wholeFile(folder), hint)
    return false
  }
}

function fill(folder: string, root: string, files: ReadonlyMap<string, Uint8Array>, report: Report): boolean {
  const vault = diskVault(root)
  const there = vault.list('') ?? []
  if (there.length > 0) {
    const message = `the folder is not empty: it has \`${there[0]?.name}\``
    report.error('cli/output', message, wholeFile(folder), 'name an empty or a new folder with `--out`')
    return false
  }
  for (const parent of new Set([...files.keys()].flatMap(parentsOf))) vault.makeFolder(parent)
  for (const [path, bytes] of files) vault.write(path, bytes)
  return true
}

/** The folders that a path leads through, outermost first. */
function parentsOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
