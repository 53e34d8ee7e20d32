import { inFolder } from '../vault.ts'
import { type Archive, workFolder } from './archive.ts'
import { ifPossible } from './on-disk.ts'
import { ownerName } from './owner.ts'
import { removeTree } from './tree.ts'

/** A folder in `work/` of one writer for one piece of work. */
export interface Staging {
  readonly owner: string
  readonly folder: string
}

/** Does a piece of work with a staging folder, which is gone at the end, whatever came of it. */
export function withStaging<Result>(archive: Archive, work: (staging: Staging) => Result): Result {
  const staging = openStaging(archive)
  try {
    return work(staging)
  } finally {
    ifPossible(() => removeTree(archive.vault, staging.folder))
  }
}

/** Makes a folder that no other writer has. */
export function openStaging({ vault, writer, clock }: Archive): Staging {
  // A copy of an archive may have been made without it.
  if (vault.kindOf(workFolder) === null) vault.makeFolder(workFolder)
  const name = ownerName(writer, clock())
  let owner = name
  for (let count = 2; vault.kindOf(inFolder(workFolder, owner)) !== null; count++) owner = `${name}~${count}`
  const folder = inFolder(workFolder, owner)
  vault.makeFolder(folder)
  return { owner, folder }
}
