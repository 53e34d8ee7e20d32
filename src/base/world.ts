/**
 * All that comes from outside, in two halves: what a build reads and what it writes. Paths are relative to the
 * project's folder, with forward slashes; `npm:<package>/<file>` names a file of an installed package, and
 * `bifolio:<path>` one of this program's own (templates, fonts).
 */
export interface World {
  readonly source: Source
  readonly disk: Disk
}

export type Read =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly path: string; readonly problem: ReadProblem; readonly detail: string }

/** `outside`: beyond the project's folder, also by a link; `special`: a folder, device, pipe; `large`: over the limit. */
export type ReadProblem = 'missing' | 'outside' | 'special' | 'large' | 'unreadable'

export interface Source {
  /** Reads a whole file of at most `limit` bytes. */
  read(path: string, limit: number): Read
  /** The names in a folder, sorted by code unit; folders end in `/`. Null when there is no such folder. */
  list(folder: string): readonly string[] | null
}

export interface SourceBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A source that keeps a log of what was read, each file once: the list of sources that a PDF embeds. */
export function recording(source: Source): Source & { readonly log: readonly SourceBytes[] } {
  const log: SourceBytes[] = []
  return {
    log,
    read(path, limit) {
      const read = source.read(path, limit)
      if (read.ok && !log.some((entry) => entry.path === read.path))
        log.push({ path: read.path, bytes: read.bytes })
      return read
    },
    list: (folder) => source.list(folder),
  }
}

export interface Disk {
  /** Puts a whole file at `path` or leaves what was there: written beside, synced, renamed. Throws on failure. */
  replace(path: string, bytes: Uint8Array): void
}
