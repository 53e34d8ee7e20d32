import { createHash } from 'node:crypto'
import { inFolder, VaultError } from '../vault.ts'
import { type Archive, workFolder } from './archive.ts'
import { ifPossible } from './on-disk.ts'
import { isGone, type Owner, readOwner } from './owner.ts'
import type { Staging } from './staging.ts'
import { removeTree } from './tree.ts'

/** What is locked: all of an object, or the end of the log. */
export type Locked = { readonly kind: 'object'; readonly id: string } | { readonly kind: 'log' }

/** A lock as it was found. Owner null: nobody can tell whose it is. */
export interface FoundLock {
  readonly path: string
  readonly ownerName: string
  readonly owner: Owner | null
  readonly locked: Locked | null
}

/** Null: it was taken. */
type Held = FoundLock | null

/**
 * Takes a lock by giving a file that names its owner a second name: of several writers the system lets one do so. A lock
 * keeps writers from each other's way; that none destroys what another stored is made sure by the renames of a commit.
 */
export function takeLock(archive: Archive, locked: Locked, staging: Staging): Held {
  const { vault } = archive
  const name = lockName(locked)
  const own = inFolder(staging.folder, name)
  const id = locked.kind === 'log' ? null : locked.id
  if (vault.kindOf(own) === null)
    vault.write(own, new TextEncoder().encode(`${JSON.stringify({ owner: staging.owner, id })}\n`))
  const path = inFolder(workFolder, name)
  // It may go away between the two: then it is tried again.
  for (;;) {
    if (vault.link(own, path)) return null
    const found = readLock(archive, path)
    if (found !== null) return found
  }
}

/** Whether a lock is still that of this work: another may have taken it for left behind. */
export function isOurs(archive: Archive, locked: Locked, { owner }: Staging): boolean {
  return readLock(archive, inFolder(workFolder, lockName(locked)))?.ownerName === owner
}

/** Gives a lock back, where it still is ours. */
export function releaseLock(archive: Archive, locked: Locked, staging: Staging): void {
  ifPossible(() => {
    if (isOurs(archive, locked, staging)) archive.vault.remove(inFolder(workFolder, lockName(locked)))
  })
}

/** All locks that there are. */
export function locksIn(archive: Archive): readonly FoundLock[] {
  return (archive.vault.list(workFolder) ?? []).flatMap(({ name, kind }) => {
    if (kind !== 'file' || !name.endsWith('.lock')) return []
    return readLock(archive, inFolder(workFolder, name)) ?? []
  })
}

/** Whether a lock was left behind. One that cannot be read was: a lock has its name only when it is whole. */
export function isStale({ owner }: FoundLock, archive: Archive): boolean {
  return owner === null || isGone(owner, archive)
}

/**
 * Takes away a lock that was left behind. First the staging folder of its owner: should he live after all, his next
 * rename fails for want of it, and he cannot undo what others do from now on. Of two that take the same lock away one gets
 * it; should that be a new one already, it is put back.
 */
export function breakLock(archive: Archive, { path, ownerName }: FoundLock, staging: Staging): void {
  const { vault } = archive
  if (readOwner(ownerName) !== null) removeTree(vault, inFolder(workFolder, ownerName))
  const aside = inFolder(staging.folder, 'left-behind')
  try {
    vault.rename(path, aside)
  } catch (problem) {
    if (problem instanceof VaultError && vault.kindOf(path) === null) return
    throw problem
  }
  if (readLock(archive, aside)?.ownerName !== ownerName) vault.link(aside, path)
  vault.remove(aside)
}

/** The name of a lock tells no identifier, as those may be longer than names. */
function lockName(locked: Locked): string {
  if (locked.kind === 'log') return 'log.lock'
  return `${createHash('sha256').update(locked.id).digest('hex')}.lock`
}

/** Null: there is none. */
function readLock({ vault }: Archive, path: string): FoundLock | null {
  const bytes = vault.read(path)
  if (bytes === null) return null
  const { owner, id } = fieldsOf(bytes)
  const ownerName = typeof owner === 'string' ? owner : ''
  const locked: Locked | null =
    path === inFolder(workFolder, lockName({ kind: 'log' })) ? { kind: 'log' } : object(id)
  return { path, ownerName, owner: readOwner(ownerName), locked }
}

function object(id: unknown): Locked | null {
  return typeof id === 'string' ? { kind: 'object', id } : null
}

function fieldsOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
