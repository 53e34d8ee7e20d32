import type { Output } from '../content/outputs.ts'
import type { LayoutName } from '../content/publication.ts'

/** Copies of one file in one layout: they share a layout run. */
export interface Edition {
  /** The file that is laid out. */
  readonly path: string
  /** Null: the one that the file names. */
  readonly layout: LayoutName | null
  /** Copies for reading come first. */
  readonly outputs: readonly Output[]
}

/** The layout runs that outputs need: one with the copy for reading that a print copy names comes before the print copy's. */
export function editionsOf(outputs: readonly Output[], path: string): readonly Edition[] {
  const editions = new Map<string, Edition & { readonly outputs: Output[] }>()
  const inOrder = [
    ...outputs.filter(({ press }) => press === null),
    ...outputs.filter(({ press }) => press !== null),
  ]
  for (const output of inOrder) {
    const file = output.from?.path ?? path
    const key = JSON.stringify([file, output.layout?.name])
    const known = editions.get(key) ?? { path: file, layout: output.layout, outputs: [] }
    known.outputs.push(output)
    editions.set(key, known)
  }
  return [...editions.values()]
}

/** The copy for reading of the file that an output is made of: the first one. */
export function readingCopyOf({ from }: Output, outputs: readonly Output[]): Output {
  const found = outputs.find((other) => other.press === null && other.from?.path === from?.path)
  if (found === undefined) throw new Error('of each file that is printed there is a copy for reading')
  return found
}
