import { jsonObject, writeJson } from './json.ts'
import { type Layout, layoutConfig, layoutName } from './layout.ts'
import type { NamedFile } from './write-inventory.ts'

/** What says that a folder is an OCFL object (spec 3.2, after NAMASTE). */
export const objectDeclaration: NamedFile = declaration('ocfl_object_1.1')

/** What says that a folder is an OCFL storage root (spec 4.2). */
export const rootDeclaration: NamedFile = declaration('ocfl_1.1')

/** Where the parameters of the layout stand, from the storage root. */
export const layoutFolder = `extensions/${layoutName}`

/** The files of an empty storage root by their paths; the declaration comes last, since it says that the rest is there. */
export function rootFiles(layout: Layout): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [`${layoutFolder}/config.json`, layoutConfig(layout)],
    ['ocfl_layout.json', layoutDescription()],
    [rootDeclaration.name, rootDeclaration.bytes],
  ])
}

function layoutDescription(): Uint8Array {
  return writeJson(
    jsonObject({
      extension: layoutName,
      description:
        'Folders named by the first digits of the digest of an object’s identifier, and in the last of them the object in a folder named by its identifier, percent-encoded. The digest and the count of digits stand in extensions/.',
    }),
  )
}

function declaration(value: string): NamedFile {
  return { name: `0=${value}`, bytes: new TextEncoder().encode(`${value}\n`) }
}
