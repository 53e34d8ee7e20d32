/**
 * All that comes from outside, in two halves: what a build reads and what it writes. Paths are relative to the
 * project's folder, with forward slashes; `npm:<package>/<file>` names a file of an installed package, and
 * `bifolio:<path>` one of this program's own (templates, fonts).
 */
export interface World {
  readonly source: Source
  readonly disk: Disk
}

export type Read = { readonly ok: true; readonly path: string; readonly bytes: Uint8Array } | Unread

/** The names in a folder, sorted by code unit; folders end in `/`. */
export type Listing = { readonly ok: true; readonly names: readonly string[] } | Unread

/** Why something was not read. */
export interface Unread {
  readonly ok: false
  readonly path: string
  readonly problem: ReadProblem
  readonly detail: string
}

/**
 * `outside`: beyond the project's folder, also by a link; `special`: a device, a pipe, a folder in place of a file or a
 * file in place of a folder; `large`: over the limit; `name`: with a character that nobody sees.
 */
export type ReadProblem = 'missing' | 'outside' | 'special' | 'large' | 'name' | 'unreadable'

export interface Source {
  /** Reads a whole file of at most `limit` bytes. */
  read(path: string, limit: number): Read
  /** Lists a folder; a link to a folder counts as one, wherever it leads: to list or read it tells. */
  list(folder: string): Listing
}

/** The names in a folder; none where there is nothing that can be listed. */
export function namesIn(source: Source, folder: string): readonly string[] {
  const listed = source.list(folder)
  return listed.ok ? listed.names : []
}

/**
 * Whether a path holds what is never part of a name that people gave: controls, line ends, marks that turn the
 * direction of a text (`fdp.exe` that reads `exe.pdf`: Unicode Technical Report 36, 2.5), surrogates that stand alone.
 */
export function isOddName(path: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u.test(path)
}

export interface SourceBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A source that keeps a log of what was read. */
export interface Recording extends Source {
  readonly log: readonly SourceBytes[]
}

/** A source that keeps a log of what was read, each file once, behind what was read before: what a PDF embeds. */
export function recording(source: Source, before: readonly SourceBytes[] = []): Recording {
  const log = [...before]
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
