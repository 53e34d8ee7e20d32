import type { Block, Card, Chapter, List, TableRow, Text } from './publication.ts'

/**
 * What may stand in a text besides its marks. `running`: calls of notes and references; `aside`: references only;
 * `title`, which contents, outline and running heads repeat: calls of notes, which they leave out, and numbers; `bare`,
 * which is read out or goes into metadata: nothing.
 */
export type Use = 'running' | 'aside' | 'title' | 'bare'

/** A text and what it is for. */
export interface Passage {
  readonly text: Text
  readonly use: Use
}

/** The texts of a chapter, in reading order; code is left out, since marks are text in it. */
export function passagesOf({ part, heading, blocks }: Chapter): readonly Passage[] {
  const passages: Passage[] = []
  const add = (use: Use, text: Text | null | undefined): void => {
    if (text) passages.push({ text, use })
  }
  add('title', part?.text)
  add('title', heading)
  for (const block of blocks) addBlock(block, add)
  return passages
}

type Add = (use: Use, text: Text | null) => void

function addBlock(block: Block, add: Add): void {
  switch (block.kind) {
    case 'heading':
      add('title', block.text)
      return
    case 'paragraph':
      add('title', block.runIn)
      add('running', block.text)
      return
    case 'list':
      addList(block, add)
      return
    case 'quote':
      add('running', block.text)
      add('running', block.source)
      return
    case 'code':
      return
    case 'image':
      add('bare', block.alt)
      add('title', block.caption)
      return
    case 'table':
      add('title', block.caption)
      for (const row of block.head) addRow(row, add)
      for (const row of block.rows) addRow(row, add)
      return
    case 'callout':
      add('title', block.title)
      for (const { text } of block.paragraphs) add('running', text)
      return
    case 'cards':
      for (const card of block.cards) addCard(card, add)
      return
    case 'facts':
      add('title', block.title)
      for (const { figure, text } of block.facts) {
        add('bare', figure)
        add('running', text)
      }
      return
    // What is drawn is read out as well.
    case 'chart':
      add('bare', block.title)
      for (const name of block.legend) add('bare', name)
      return
    case 'timeline':
      add('title', block.title)
      for (const { text } of block.events) add('bare', text)
      return
    case 'data-table':
      add('title', block.caption)
      for (const { label } of block.columns) add('bare', label)
  }
}

function addCard({ label, source, change }: Card, add: Add): void {
  add('aside', label)
  add('aside', change)
  add('aside', source)
}

function addList({ items }: List, add: Add): void {
  for (const { text, list } of items) {
    add('running', text)
    if (list !== null) addList(list, add)
  }
}

function addRow({ cells }: TableRow, add: Add): void {
  for (const { text } of cells) add('running', text)
}
