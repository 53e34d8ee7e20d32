import type { Source } from '../base/world.ts'

/** Files of this program that it makes itself, by path. */
export type MadeFiles = ReadonlyMap<string, Uint8Array>

/** A source in which some files stand that nobody has written to a disk. */
export function withFiles(source: Source, files: MadeFiles): Source {
  return {
    read(path, limit) {
      const bytes = files.get(path)
      return bytes === undefined ? source.read(path, limit) : { ok: true, path, bytes }
    },
    list: (folder) => source.list(folder),
  }
}

/** The same source without the fonts of the project: what is this program's own is set in the faces that come with it. */
export function withOwnFonts(source: Source): Source {
  return {
    read: (path, limit) => source.read(path, limit),
    list: (folder) =>
      folder === 'fonts/'
        ? { ok: false, path: folder, problem: 'missing', detail: 'this program has its own' }
        : source.list(folder),
  }
}
