import { rootFiles } from '../ocfl/root-files.ts'
import { inFolder } from '../vault.ts'
import { type Archive, logFolder, logPath, readmePath, storeFolder, workFolder } from './archive.ts'
import type { Damage } from './fixity.ts'
import { sameBytes } from './objects.ts'
import { readme } from './readme.ts'

/** What is wrong with an archive beside its objects and its log. */
export function checkAround(archive: Archive): readonly Damage[] {
  const files = new Map([
    [readmePath, new TextEncoder().encode(readme)],
    ...[...rootFiles(archive.layout)].map(([path, bytes]) => [inFolder(storeFolder, path), bytes] as const),
  ])
  const own = [...files].flatMap(([path, bytes]) => expected(archive, path, bytes))
  return [...own, ...extras(archive, new Set([...files.keys(), logPath]))]
}

function expected({ vault }: Archive, path: string, bytes: Uint8Array): Damage | readonly [] {
  const kind = vault.kindOf(path)
  if (kind === null) return { kind: 'missing', path, why: 'is missing' }
  if (kind !== 'file') return { kind: 'damaged', path, why: `is a ${kind} in place of a file` }
  const found = vault.read(path)
  if (found !== null && sameBytes(found, bytes)) return []
  return { kind: 'damaged', path, why: 'is damaged' }
}

/** What lies where nothing should: beside the store, in the log's folder, and above the objects. */
function extras(archive: Archive, known: ReadonlySet<string>): readonly Damage[] {
  const places = [readmePath, storeFolder, logFolder, workFolder]
  return [
    ...extraIn(archive, '', (path) => places.includes(path)),
    ...extraIn(archive, logFolder, (path) => known.has(path)),
    ...aboveObjects(archive, storeFolder, 0, known),
  ]
}

function extraIn({ vault }: Archive, folder: string, isKnown: (path: string) => boolean): readonly Damage[] {
  return (vault.list(folder) ?? []).flatMap(({ name, kind }): Damage | readonly [] => {
    const path = inFolder(folder, name)
    return isKnown(path) && kind !== 'link'
      ? []
      : { kind: 'extra', path, why: `is a ${kind} that does not belong there` }
  })
}

/** Above objects there are folders and nothing else, and none of them is empty (E073). */
function aboveObjects(
  archive: Archive,
  folder: string,
  depth: number,
  known: ReadonlySet<string>,
): readonly Damage[] {
  const leads = (path: string): boolean => [...known].some((one) => one.startsWith(`${path}/`))
  return (archive.vault.list(folder) ?? []).flatMap(({ name, kind }): Damage | readonly Damage[] => {
    const path = inFolder(folder, name)
    if (known.has(path)) return []
    if (kind !== 'folder') return { kind: 'extra', path, why: `is a ${kind} that does not belong there` }
    if (leads(path)) return aboveObjects(archive, path, depth, known)
    if (folder !== storeFolder && leads(folder))
      return { kind: 'extra', path, why: 'is a folder that does not belong there' }
    if (depth === archive.layout.numberOfTuples) return []
    if (archive.vault.list(path)?.length === 0) return { kind: 'extra', path, why: 'is an empty folder' }
    return aboveObjects(archive, path, depth + 1, known)
  })
}
