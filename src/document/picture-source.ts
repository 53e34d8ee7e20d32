import type { Leaf } from '../base/leaf.ts'
import type { Span } from '../base/span.ts'
import { untoken } from './leaf.ts'
import type { Markup, References } from './template.ts'

/** Where an author names each picture, by its path. */
export function picturesIn({ chapters }: References): ReadonlyMap<string, Span> {
  const named = new Map<string, Span>()
  for (const block of chapters.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'image') continue
    if (block.path !== null) named.set(block.path, block.span)
    for (const { text, span } of block.source?.versions.values() ?? []) if (text !== '') named.set(text, span)
  }
  return named
}

/** The mark of a gap that a `src` holds; null where it holds none. */
export function pictureGap(
  src: string | undefined,
  { leaves, gaps }: Pick<Markup, 'leaves' | 'gaps'>,
): Leaf | null {
  for (const piece of src === undefined ? [] : untoken(src, leaves))
    if (typeof piece !== 'string' && gaps.has(piece)) return piece
  return null
}
