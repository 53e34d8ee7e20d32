import type { Disk, Source, World } from '../base/world.ts'

/** A world in memory: files by path, and what is written to it. */
export interface MemoryWorld extends World {
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, Uint8Array>
}

/** A world that holds these files; what it does not have is read from `behind`: templates, fonts, packages. */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  behind: Source = nothing,
): MemoryWorld {
  const written = new Map<string, Uint8Array>()
  return { source: memorySource(files, behind), disk: memoryDisk(written), written }
}

const nothing: Source = {
  read: (path) => ({ ok: false, path, problem: 'missing', detail: 'there is no such file' }),
  list: (path) => ({ ok: false, path, problem: 'missing', detail: 'there is no such folder' }),
}

function memorySource(files: Readonly<Record<string, string | Uint8Array>>, behind: Source): Source {
  const encoder = new TextEncoder()
  const held = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  )
  return {
    read(path, limit) {
      const bytes = held.get(path)
      if (!bytes) return behind.read(path, limit)
      if (bytes.length <= limit) return { ok: true, path, bytes }
      const detail = `it has ${bytes.length} bytes; the limit is ${limit}`
      return { ok: false, path, problem: 'large', detail }
    },
    list(folder) {
      const below = behind.list(folder)
      const own = [...held.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => nameIn(folder, path))
      if (own.length === 0) return below
      return { ok: true, names: [...new Set([...own, ...(below.ok ? below.names : [])])].sort() }
    },
  }
}

/** A file's name in a folder, or that of the folder in it that leads there. */
function nameIn(folder: string, path: string): string {
  const rest = path.slice(folder.length)
  const end = rest.indexOf('/')
  return end < 0 ? rest : rest.slice(0, end + 1)
}

function memoryDisk(written: Map<string, Uint8Array>): Disk {
  return {
    replace: (path, bytes) => {
      written.set(path, bytes)
    },
  }
}
