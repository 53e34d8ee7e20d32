import { createHash } from 'node:crypto'
import {
  byCodeUnit,
  cryptoName,
  type DigestAlgorithm,
  type Entry,
  type EntryKind,
  type Vault,
  VaultError,
  type VaultProblem,
} from '../archive/vault.ts'
import {
  afterPowerCut,
  copied,
  everything,
  type MemoryFolder,
  type MemoryNode,
  memoryFile,
  memoryFolder,
  nodeAt,
  placeOf,
  plantAt,
} from './memory-tree.ts'

/** The process was killed: what it calls from then on is killed too. */
export class Killed extends Error {}

/**
 * What goes wrong. `stop`: the process is killed at the operation of this number, counted from 1, before it has done
 * anything, or with half of the bytes written where it is `torn`. `fail`: from this number on the disk answers so; a full
 * one still renames, syncs and removes. `room`: the disk has so many bytes.
 */
export type Fault =
  | { readonly kind: 'stop'; readonly at: number; readonly torn?: boolean }
  | { readonly kind: 'fail'; readonly from: number; readonly code: VaultProblem }
  | { readonly kind: 'room'; readonly bytes: number }

interface Options {
  readonly fault?: Fault
  /** Is told of each operation before it is done, with its number: another writer may come in between. */
  readonly before?: (operation: string, number: number) => void
}

/** A vault on a disk in memory. Its operations are counted; each may fail, or be the last; a power cut shows what was synced. */
export class MemoryVault implements Vault {
  readonly #root: MemoryFolder
  readonly #options: Options
  readonly #done: string[] = []
  #isDead = false

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, options: Options = {}) {
    this.#root = memoryFolder()
    this.#options = options
    for (const [path, content] of Object.entries(files)) this.set(path, content)
  }

  static #on(root: MemoryFolder, options: Options): MemoryVault {
    const vault = new MemoryVault({}, options)
    for (const [name, node] of root.names) vault.#root.names.set(name, node)
    vault.#root.synced = root.synced
    return vault
  }

  /** What was done to the disk, in order: `write a/b`, `rename a/b -> c`. */
  get operations(): readonly string[] {
    return this.#done
  }

  /** The same disk as the next process finds it, with what was never synced still in the memory of the system. */
  again(options: Options = {}): MemoryVault {
    return MemoryVault.#on(copied(this.#root), options)
  }

  /** The disk after a power cut. Of what was never synced it has all (`optimistic`), nothing, or what `outcome` says of a path. */
  powerCut(
    outcome: 'optimistic' | 'pessimistic' | ((path: string) => boolean),
    options: Options = {},
  ): MemoryVault {
    const keeps = typeof outcome === 'function' ? outcome : () => outcome === 'optimistic'
    return MemoryVault.#on(afterPowerCut(this.#root, keeps), options)
  }

  /** All files by path, sorted: what two disks are compared by. */
  files(): ReadonlyMap<string, Uint8Array> {
    return new Map(
      everything(this.#root).flatMap(([path, node]) => (node.kind === 'file' ? [[path, node.bytes]] : [])),
    )
  }

  /** All paths, of files, folders and whatever else, sorted. */
  paths(): readonly string[] {
    return everything(this.#root).map(([path]) => path)
  }

  /** A file as if it had always been there, in folders that are made for it: no operation. */
  set(path: string, content: string | Uint8Array): void {
    this.plant(path, memoryFile(typeof content === 'string' ? new TextEncoder().encode(content) : content))
  }

  /** The same for a link, a device or an empty folder. */
  plant(path: string, node: MemoryNode): void {
    plantAt(this.#root, path, node)
  }

  /** Takes something away, with all that is in it, as if it had never been there: no operation. */
  drop(path: string): void {
    const { folder, name } = placeOf(this.#root, path)
    folder.names.delete(name)
    folder.synced = new Map([...folder.synced].filter(([held]) => held !== name))
  }

  list(path: string): readonly Entry[] | null {
    this.#live()
    const node = nodeAt(this.#root, path)
    if (node?.kind !== 'folder') return null
    return [...node.names]
      .map(([name, { kind }]) => ({ name, kind }))
      .sort((one, other) => byCodeUnit(one.name, other.name))
  }

  kindOf(path: string): EntryKind | null {
    this.#live()
    return nodeAt(this.#root, path)?.kind ?? null
  }

  read(path: string): Uint8Array | null {
    this.#live()
    const node = nodeAt(this.#root, path)
    if (node?.kind === 'link') throw new VaultError('denied', path, 'is a link')
    return node?.kind === 'file' ? node.bytes.slice() : null
  }

  size(path: string): number | null {
    return this.read(path)?.length ?? null
  }

  digest(path: string, algorithm: DigestAlgorithm): string | null {
    const bytes = this.read(path)
    return bytes === null ? null : createHash(cryptoName(algorithm)).update(bytes).digest('hex')
  }

  makeFolder(path: string): void {
    this.#operation(`makeFolder ${path}`, path, 'grows')
    if (path === '') return
    const { folder, name } = placeOf(this.#root, path)
    const found = folder.names.get(name)
    if (found === undefined) folder.names.set(name, memoryFolder())
    else if (found.kind !== 'folder') throw new VaultError('io', path, 'is there and is no folder')
  }

  write(path: string, bytes: Uint8Array): void {
    this.#operation(`write ${path}`, path, 'grows', bytes)
    const { folder, name } = placeOf(this.#root, path)
    if (folder.names.has(name)) throw new VaultError('io', path, 'is there already')
    folder.names.set(name, memoryFile(bytes.slice()))
  }

  append(path: string, bytes: Uint8Array): void {
    this.#operation(`append ${path}`, path, 'grows', bytes)
    const { folder, name } = placeOf(this.#root, path)
    const node = folder.names.get(name)
    if (node === undefined) folder.names.set(name, memoryFile(bytes.slice()))
    else if (node.kind === 'file') node.bytes = node.synced = joined(node.bytes, bytes)
    else throw new VaultError(node.kind === 'link' ? 'denied' : 'io', path, `is a ${node.kind}`)
  }

  sync(path: string): void {
    this.#operation(`sync ${path}`, path, 'stays')
    const node = nodeAt(this.#root, path)
    if (node?.kind !== 'folder') throw new VaultError('io', path, 'there is no such folder')
    node.synced = new Map(node.names)
  }

  rename(from: string, to: string): void {
    this.#operation(`rename ${from} -> ${to}`, from, 'stays')
    const [old, target] = [placeOf(this.#root, from), placeOf(this.#root, to)]
    const node = old.folder.names.get(old.name)
    if (node === undefined) throw new VaultError('io', from, 'there is no such file or folder')
    if (node.kind === 'link') throw new VaultError('denied', from, 'is a link')
    const there = target.folder.names.get(target.name)
    if (there !== undefined && (there.kind === 'folder' || node.kind === 'folder'))
      throw new VaultError('io', to, 'is there already')
    old.folder.names.delete(old.name)
    target.folder.names.set(target.name, node)
  }

  link(from: string, to: string): boolean {
    this.#operation(`link ${from} -> ${to}`, from, 'grows')
    const node = nodeAt(this.#root, from)
    if (node?.kind !== 'file') throw new VaultError('io', from, 'there is no such file')
    const target = placeOf(this.#root, to)
    if (target.folder.names.has(target.name)) return false
    target.folder.names.set(target.name, node)
    return true
  }

  remove(path: string): void {
    this.#operation(`remove ${path}`, path, 'stays')
    const { folder, name } = placeOf(this.#root, path)
    const node = folder.names.get(name)
    if (node?.kind === 'link') throw new VaultError('denied', path, 'is a link')
    if (node?.kind === 'folder' && node.names.size > 0) throw new VaultError('io', path, 'is not empty')
    folder.names.delete(name)
  }

  /** Counts an operation; whatever goes wrong with it goes wrong here. */
  #operation(
    operation: string,
    path: string,
    effect: 'grows' | 'stays',
    bytes: Uint8Array = new Uint8Array(),
  ): void {
    this.#live()
    const number = this.#done.length + 1
    this.#options.before?.(operation, number)
    const { fault } = this.#options
    if (fault?.kind === 'stop' && number >= fault.at) {
      if (fault.torn === true && bytes.length > 0) this.#tear(path, bytes.subarray(0, bytes.length >> 1))
      this.#isDead = true
      throw new Killed(`killed at operation ${number}: ${operation}`)
    }
    this.#done.push(operation)
    const isRefused =
      fault?.kind === 'fail' && number >= fault.from && (fault.code !== 'full' || effect === 'grows')
    if (isRefused) throw new VaultError(fault.code, path, refusals[fault.code])
    if (fault?.kind === 'room' && effect === 'grows' && this.#size() + bytes.length > fault.bytes)
      throw new VaultError('full', path, refusals.full)
  }

  /** Half of a file, of which nothing is synced. */
  #tear(path: string, half: Uint8Array): void {
    const { folder, name } = placeOf(this.#root, path)
    const node = folder.names.get(name)
    if (node === undefined) folder.names.set(name, { ...memoryFile(half), synced: new Uint8Array() })
    else if (node.kind === 'file') node.bytes = joined(node.bytes, half)
  }

  /** Bytes of all files; one with two names takes its room once. */
  #size(): number {
    const files = new Set(everything(this.#root).map(([, node]) => node))
    return [...files].reduce((sum, node) => sum + (node.kind === 'file' ? node.bytes.length : 0), 0)
  }

  #live(): void {
    if (this.#isDead) throw new Killed('the process is dead')
  }
}

const refusals: Readonly<Record<VaultProblem, string>> = {
  full: 'no space left on the disk',
  'read-only': 'the disk is read-only',
  io: 'the disk cannot be read or written',
  denied: 'permission denied',
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}
