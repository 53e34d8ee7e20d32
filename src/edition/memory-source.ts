import type { Listing, Read, Source, Unread } from '../base/world.ts'

/** A source of files that are held, by the paths that `Source.read` takes, and of nothing else. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): Source {
  return {
    read: (path, limit) => readHeld(files.get(path), path, limit),
    list: (folder) => listHeld(files, folder),
  }
}

/** What the first source lacks, the second gives, where it may. */
export function behind(first: Source, second: Source, mayRead: (path: string) => boolean): Source {
  return {
    read(path, limit) {
      const read = first.read(path, limit)
      return !read.ok && read.problem === 'missing' && mayRead(path) ? second.read(path, limit) : read
    },
    list: (folder) => first.list(folder),
  }
}

function readHeld(bytes: Uint8Array | undefined, path: string, limit: number): Read {
  if (bytes === undefined) return missing(path, 'it is not among the stored files')
  if (bytes.length <= limit) return { ok: true, path, bytes }
  const detail = `it has ${bytes.length} bytes; the limit is ${limit}`
  return { ok: false, path, problem: 'large', detail }
}

function listHeld(files: ReadonlyMap<string, Uint8Array>, folder: string): Listing {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`
  const names = new Set<string>()
  for (const path of files.keys()) {
    if (!path.startsWith(prefix)) continue
    const rest = path.slice(prefix.length)
    const end = rest.indexOf('/')
    names.add(end < 0 ? rest : rest.slice(0, end + 1))
  }
  return names.size === 0
    ? missing(folder, 'there is no such folder')
    : { ok: true, names: [...names].sort() }
}

function missing(path: string, detail: string): Unread {
  return { ok: false, path, problem: 'missing', detail }
}
