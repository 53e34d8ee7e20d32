import type { UnitId } from '../base/leaf.ts'
import { asReferred } from './calls.ts'
import type { Block, Chapter, List, Note, Target, Text } from './publication.ts'

/** What references may point at: all that has an id. */
export function targetsOf(
  chapters: readonly Chapter[],
  notes: readonly Pick<Note, 'id' | 'number'>[],
): ReadonlyMap<UnitId, Target> {
  const targets = new Map<UnitId, Target>()
  const add: Add = (id, title, number) => {
    // Of two with one id, which has been reported, the first is meant.
    if (!targets.has(id)) targets.set(id, { title: title && asReferred(title), number, isNote: false })
  }
  for (const { id, part, heading, blocks } of chapters) {
    if (part !== null) add(part.id, part.text, null)
    if (heading !== null) add(id, heading, null)
    for (const block of blocks) addBlock(block, add)
  }
  for (const { id, number } of notes) {
    if (!targets.has(id)) targets.set(id, { title: null, number, isNote: true })
  }
  return targets
}

type Add = (id: UnitId, title: Text | null, number: number | null) => void

function addBlock(block: Block, add: Add): void {
  switch (block.kind) {
    case 'heading':
      add(block.id, block.text, null)
      return
    case 'paragraph':
      add(block.id, block.runIn, null)
      return
    case 'quote':
    case 'code':
      add(block.id, null, null)
      return
    case 'list':
      add(block.id, null, null)
      addItems(block, add)
      return
    case 'image':
      add(block.id, block.caption, block.number)
      return
    case 'table':
      add(block.id, block.caption, block.number)
      for (const { id } of [...block.head, ...block.rows]) add(id, null, null)
      return
    case 'callout':
      add(block.id, block.title, null)
      for (const { id } of block.paragraphs) add(id, null, null)
      return
    case 'cards':
      add(block.id, null, null)
      for (const { id } of block.cards) add(id, null, null)
      return
    case 'facts':
      add(block.id, block.title, null)
      for (const { id } of block.facts) add(id, null, null)
      return
    case 'chart':
      add(block.id, block.title, null)
      if (block.table !== null) addBlock(block.table, add)
      return
    case 'timeline':
      add(block.id, block.title, null)
      for (const { id } of block.events) add(id, null, null)
      return
    case 'data-table':
      add(block.id, block.caption, null)
      for (const { id } of block.rows) add(id, null, null)
  }
}

function addItems({ items }: List, add: Add): void {
  for (const { id, list } of items) {
    add(id, null, null)
    if (list === null) continue
    add(list.id, null, null)
    addItems(list, add)
  }
}
