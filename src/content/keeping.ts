import type { Loaded } from './yaml-node.ts'

/** Where a publication's editions are kept; null: its file does not say. */
export interface Keeping {
  /** The folder of an archive, from the project's folder. */
  readonly archive: string | null
  /** Its identifier there: `tag:authority,year:document` (RFC 4151). */
  readonly id: string | null
}

/** Reads it, the findings of the file left to the build. */
export function keepingIn({ root }: Loaded): Keeping {
  const wordAt = (key: string): string | null => {
    const value = root.kind === 'map' ? root.entries.get(key)?.value : undefined
    return value?.kind === 'scalar' && !value.isNull && value.text !== '' ? value.text : null
  }
  return { archive: wordAt('archive'), id: wordAt('id') }
}
