import type { Lang } from '../base/lang.ts'
import { type Leaf, placeInLeaf } from '../base/leaf.ts'
import { withoutNotes } from './calls.ts'
import type { Block, Chapter, ContentsEntry, Text } from './publication.ts'

/** What the contents list: parts, chapters, sections, and run-in headings without their final stop; no notes. */
export function contentsOf(chapters: readonly Chapter[]): readonly ContentsEntry[] {
  return chapters.flatMap(({ id, part, heading, blocks }) => [
    ...(part === null ? [] : [{ id: part.id, level: 0 as const, text: withoutNotes(part.text) }]),
    ...(heading === null ? [] : [{ id, level: 1 as const, text: withoutNotes(heading) }]),
    ...blocks.flatMap(entriesOf),
  ])
}

function entriesOf(block: Block): readonly ContentsEntry[] {
  if (block.kind === 'heading' && block.level === 2)
    return [{ id: block.id, level: 2, text: withoutNotes(block.text) }]
  if (block.kind !== 'paragraph' || block.runIn === null) return []
  return [{ id: block.id, level: 2, text: withoutStop(withoutNotes(block.runIn)) }]
}

function withoutStop(text: Text): Text {
  const versions = new Map<Lang, Leaf>()
  for (const [lang, leaf] of text.versions) versions.set(lang, leafWithoutStop(leaf))
  return { kind: 'text', versions, only: text.only }
}

function leafWithoutStop(leaf: Leaf): Leaf {
  const stop = /(?<!\.)[.。]\s*$/u.exec(leaf.text)
  if (stop === null) return leaf
  const end = placeInLeaf(leaf, stop.index).start
  return { ...leaf, text: leaf.text.slice(0, stop.index), span: { ...leaf.span, end } }
}
