import { byCodeUnit, inFolder, partsOf, VaultError } from '../archive/vault.ts'

/** A file of a disk in memory: what was written of it, and what of that would be there after a power cut. */
export interface MemoryFile {
  readonly kind: 'file'
  bytes: Uint8Array
  synced: Uint8Array
}

/** A folder: the names in it as they are, and as they were when it was last synced. */
export interface MemoryFolder {
  readonly kind: 'folder'
  readonly names: Map<string, MemoryNode>
  synced: ReadonlyMap<string, MemoryNode>
}

/** What a test puts in the way. */
export interface MemoryOddity {
  readonly kind: 'link' | 'other'
}

export type MemoryNode = MemoryFile | MemoryFolder | MemoryOddity

export function memoryFolder(names: Iterable<readonly [string, MemoryNode]> = []): MemoryFolder {
  const held = new Map(names)
  return { kind: 'folder', names: held, synced: new Map(held) }
}

export function memoryFile(bytes: Uint8Array): MemoryFile {
  return { kind: 'file', bytes, synced: bytes }
}

/** The same tree over again, with nothing in common; names of one file stay names of one file. */
export function copied(folder: MemoryFolder): MemoryFolder {
  const copies = new Map<MemoryNode, MemoryNode>()
  const copy = (node: MemoryNode): MemoryNode => {
    const known = copies.get(node)
    if (known !== undefined) return known
    const made = node.kind === 'folder' ? copyFolder(node) : { ...node }
    copies.set(node, made)
    return made
  }
  const copyFolder = (from: MemoryFolder): MemoryFolder => {
    const to = memoryFolder()
    copies.set(from, to)
    for (const [name, node] of from.names) to.names.set(name, copy(node))
    to.synced = new Map([...from.synced].map(([name, node]) => [name, copy(node)]))
    return to
  }
  return copyFolder(folder)
}

/**
 * What the disk holds after a power cut. Where the names of a folder or the bytes of a file were changed and not synced,
 * `keeps` says of each path whether the change is there.
 */
export function afterPowerCut(folder: MemoryFolder, keeps: (path: string) => boolean): MemoryFolder {
  return survivors(copied(folder), '', keeps)
}

function survivors(folder: MemoryFolder, path: string, keeps: (path: string) => boolean): MemoryFolder {
  const names = [...new Set([...folder.names.keys(), ...folder.synced.keys()])].sort()
  const kept: [string, MemoryNode][] = []
  for (const name of names) {
    const place = path === '' ? name : `${path}/${name}`
    const [now, before] = [folder.names.get(name), folder.synced.get(name)]
    const node = now === before || keeps(place) ? now : before
    if (node !== undefined) kept.push([name, survivor(node, place, keeps)])
  }
  return memoryFolder(kept)
}

function survivor(node: MemoryNode, path: string, keeps: (path: string) => boolean): MemoryNode {
  if (node.kind === 'folder') return survivors(node, path, keeps)
  if (node.kind !== 'file') return node
  return memoryFile(node.bytes === node.synced || keeps(path) ? node.bytes : node.synced)
}

/** Null: there is nothing. A link on the way is refused. */
export function nodeAt(root: MemoryFolder, path: string): MemoryNode | null {
  let node: MemoryNode = root
  for (const part of partsOf(path)) {
    if (node.kind === 'link') throw new VaultError('denied', path, 'a link is on the way')
    const next: MemoryNode | undefined = node.kind === 'folder' ? node.names.get(part) : undefined
    if (next === undefined) return null
    node = next
  }
  return node
}

/** The folder in which a path has its name. */
export function placeOf(
  root: MemoryFolder,
  path: string,
): { readonly folder: MemoryFolder; readonly name: string } {
  const parts = partsOf(path)
  const name = parts.at(-1)
  if (name === undefined) throw new Error('the root of a vault has no name')
  const folder = nodeAt(root, parts.slice(0, -1).join('/'))
  if (folder?.kind === 'link') throw new VaultError('denied', path, 'a link is on the way')
  if (folder?.kind !== 'folder') throw new VaultError('io', path, 'there is no folder for it')
  return { folder, name }
}

/** Puts something where it is from then on, synced, in folders that are made for it. */
export function plantAt(root: MemoryFolder, path: string, node: MemoryNode): void {
  let folder = root
  const parts = partsOf(path)
  for (const part of parts.slice(0, -1)) {
    const next = folder.names.get(part) ?? memoryFolder()
    if (next.kind !== 'folder') throw new Error(`\`${part}\` of \`${path}\` is no folder`)
    put(folder, part, next)
    folder = next
  }
  put(folder, parts.at(-1) ?? '', node)
}

function put(folder: MemoryFolder, name: string, node: MemoryNode): void {
  folder.names.set(name, node)
  folder.synced = new Map([...folder.synced, [name, node]])
}

/** All that a disk holds, by path, sorted. */
export function everything(root: MemoryFolder): readonly (readonly [string, MemoryNode])[] {
  return [...below(root, '')].sort(([one], [other]) => byCodeUnit(one, other))
}

function below(folder: MemoryFolder, path: string): readonly (readonly [string, MemoryNode])[] {
  return [...folder.names].flatMap(([name, node]) => {
    const place = inFolder(path, name)
    return [[place, node] as const, ...(node.kind === 'folder' ? below(node, place) : [])]
  })
}
