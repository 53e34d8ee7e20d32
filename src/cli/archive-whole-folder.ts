import { mkdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { removeTree, writeTree } from '../archive/store/tree.ts'
import { type Vault, VaultError } from '../archive/vault.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { ArchiveSurroundings } from './archive-open.ts'
import { diskVault } from './disk-vault.ts'
import { reportRefusal } from './write-output.ts'

/**
 * Writes a folder that is there as a whole or not at all: beside its place, synced, and then renamed. One that is there
 * already must be empty. False: a finding says why it was not written.
 */
export function writeWholeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  { project, openVault = diskVault }: Pick<ArchiveSurroundings, 'project' | 'openVault'>,
  report: Report,
): boolean {
  const target = resolve(project, folder)
  const [parent, name] = [dirname(target), basename(target)]
  try {
    mkdirSync(parent, { recursive: true })
  } catch (problem) {
    reportRefusal(problem, '', folder, report)
    return false
  }
  try {
    const vault = openVault(parent)
    const inTheWay = obstacle(vault, name)
    if (inTheWay === null) {
      place(vault, name, files)
      return true
    }
    const hint = 'name a folder that is new or empty: nothing is ever written over'
    report.error('cli/output', `nothing was written: ${inTheWay}`, wholeFile(folder), hint)
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const hint = 'mend that and try again; nothing is left of what was written'
    report.error('cli/output', `nothing was written: ${problem.message}`, wholeFile(folder), hint)
  }
  return false
}

/** What stands where the folder should; null: nothing, or an empty folder. */
function obstacle(vault: Vault, name: string): string | null {
  if (name === '' || name.includes('\\')) return 'a folder cannot have this name'
  const kind = vault.kindOf(name)
  if (kind === null) return null
  if (kind !== 'folder') return `a ${kind} of this name is there`
  const first = vault.list(name)?.[0]
  return first === undefined ? null : `the folder is not empty: it has \`${first.name}\``
}

function place(vault: Vault, name: string, files: ReadonlyMap<string, Uint8Array>): void {
  const beside = `.${name}.${process.pid}.part`
  try {
    removeTree(vault, beside)
    writeTree(vault, beside, files)
    // Only an empty folder can be taken away.
    if (vault.kindOf(name) === 'folder') vault.remove(name)
    vault.rename(beside, name)
    vault.sync('')
  } catch (problem) {
    quietly(() => removeTree(vault, beside))
    throw problem
  }
}

/** Tidies after a failure; what the disk says to that is not what people have to know. */
function quietly(act: () => void): void {
  try {
    act()
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
  }
}
