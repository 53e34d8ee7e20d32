import { numbers } from './passages.ts'

/** A document of everything that makes pages hard, and what must be found on them. */
export interface RandomDocument {
  readonly yaml: string
  /** The words of each paragraph, heading, item and cell of a language, in order; no two are the same. */
  readonly words: ReadonlyMap<'en' | 'zh-Hans', readonly string[]>
  /** The note words of a language, in order of their calls. */
  readonly notes: ReadonlyMap<'en' | 'zh-Hans', readonly string[]>
}

/** Which kinds of blocks stand in a document, by how often. */
export interface RandomSettings {
  readonly passages: number
  readonly hasPicture: boolean
}

/** Random text in English and Chinese with headings, notes, tables, lists and boxes; the same for the same seed. */
export function randomDocument(seed: number, { passages, hasPicture }: RandomSettings): RandomDocument {
  const making: Making = {
    next: numbers(seed),
    blocks: [],
    notes: [],
    words: { en: [], zh: [] },
    noteWords: { en: [], zh: [] },
    count: 0,
    deepest: 2,
    headings: 0,
  }
  addHeading(making, 1, null)
  while (making.count < passages) addBlock(making, hasPicture)
  addParagraph(making)
  const notes = making.notes.length > 0 ? `notes:\n${making.notes.join('')}` : ''
  const yaml = `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Random, zh-Hans: 随机 }
${notes}blocks:\n${making.blocks.join('')}`
  const both = ({ en, zh }: Making['words']) =>
    new Map<'en' | 'zh-Hans', string[]>([
      ['en', en],
      ['zh-Hans', zh],
    ])
  return { yaml, words: both(making.words), notes: both(making.noteWords) }
}

interface Making {
  readonly next: () => number
  readonly blocks: string[]
  readonly notes: string[]
  readonly words: { readonly en: string[]; readonly zh: string[] }
  readonly noteWords: { readonly en: string[]; readonly zh: string[] }
  count: number
  /** How many headings have an id, `h0` and so on. */
  headings: number
  /** The deepest level that a heading may have now: one below the last one that stands in both languages. */
  deepest: number
}

function addBlock(making: Making, hasPicture: boolean): void {
  const { next, blocks } = making
  const kind = next()
  const isAfterHeading = blocks.at(-1)?.startsWith('  - heading') === true
  // A chapter begins a page: before it a heading would stand alone.
  if (kind < 0.03 && !isAfterHeading) addHeading(making, 1, null)
  else if (kind < 0.12)
    addHeading(
      making,
      next() < 0.5 ? 2 : making.deepest,
      next() < 0.2 ? (next() < 0.5 ? 'en' : 'zh-Hans') : null,
    )
  else if (kind < 0.2) addTable(making)
  else if (kind < 0.26) addList(making)
  else if (kind < 0.28) addQuote(making)
  else if (kind < 0.3) {
    // The title is read first.
    const title = text(making, 2)
    blocks.push(`  - callout: ${text(making, 4 + next() * 30)}\n    title: ${title}\n`)
    making.count += 2
  } else if (kind < 0.34 && hasPicture) {
    const width = 20 + Math.floor(next() * 80)
    blocks.push(
      `  - image: dot.png\n    width: ${width}%\n    alt: { en: A dot, zh-Hans: 一点 }\n    caption: ${text(making, 5)}\n`,
    )
    making.count += 2
  } else addParagraph(making)
}

function addHeading(making: Making, level: number, only: 'en' | 'zh-Hans' | null): void {
  const length = 2 + making.next() * 5
  if (only === null) making.deepest = Math.min(3, level + 1)
  if (only === null) {
    const id = `h${making.headings++}`
    making.blocks.push(`  - heading: ${text(making, length)}\n    level: ${level}\n    id: ${id}\n`)
  }
  if (only !== null) {
    const said = textIn(making, only, length)
    making.blocks.push(
      `  - heading: { ${only}: ${JSON.stringify(said)} }\n    level: ${level}\n    only: [${only}]\n`,
    )
  }
  making.count++
}

function addParagraph(making: Making): void {
  const { next } = making
  const to = next() < 0.15 ? ` {ref: h${Math.floor(next() * making.headings)}}` : ''
  making.blocks.push(`  - paragraph: ${text(making, 3 + next() ** 2 * 110, next() < 0.3, to)}\n`)
  making.count++
}

function addList(making: Making): void {
  const { next } = making
  const item = () => text(making, 2 + next() * 20)
  const items = Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
    making.count++
    if (next() < 0.8) return `      - ${item()}\n`
    // What stands above a list in a list is read first.
    const [above, below] = [item(), [item(), item()]]
    making.count += below.length
    return `      - item: ${above}\n        list: [${below.join(', ')}]\n        ordered: ${next() < 0.5}\n`
  })
  making.blocks.push(`  - list:\n${items.join('')}`)
}

function addQuote(making: Making): void {
  making.blocks.push(`  - quote: ${text(making, 5 + making.next() * 60)}\n    source: ${text(making, 3)}\n`)
  making.count += 2
}

function addTable(making: Making): void {
  const { next } = making
  const columns = 2 + Math.floor(next() * 2)
  // A table is read by its caption first.
  const caption = text(making, 4)
  const row = (): string => {
    making.count++
    if (next() < 0.1) return `[{ cell: ${text(making, 1 + next() * 8)}, columns: ${columns} }]`
    const cells = Array.from({ length: columns }, () => text(making, 1 + next() * 4))
    return `[${cells.join(', ')}]`
  }
  const head = next() < 0.8 ? `      head: ${row()}\n` : ''
  const rows = Array.from({ length: 1 + Math.floor(next() ** 2 * 30) }, () => `        - ${row()}\n`)
  const mirrored = next() < 0.5 ? '    mirrored: true\n' : ''
  making.blocks.push(`  - table:\n${head}      rows:\n${rows.join('')}    caption: ${caption}\n${mirrored}`)
}

/** A text in both languages, as a flow map; with a call of a new note, and what stands behind both. */
function text(making: Making, length: number, hasNote = false, behind = ''): string {
  const note = hasNote ? addNote(making) : ''
  const en = textIn(making, 'en', length)
  const zh = textIn(making, 'zh-Hans', length * (0.9 + 0.3 * making.next()))
  const quoted = (said: string, gap: string) => JSON.stringify(withCall(making, said, gap, note) + behind)
  return `{ en: ${quoted(en, ' ')}, zh-Hans: ${quoted(zh, '，')} }`
}

/** Somewhere in the text, behind a word. */
function withCall({ next }: Making, said: string, gap: string, call: string): string {
  const words = said.split(gap)
  const at = Math.floor(next() * words.length)
  return words.map((word, index) => (index === at ? word + call : word)).join(gap)
}

function addNote(making: Making): string {
  const id = `n${making.notes.length}`
  const length = 3 + making.next() ** 3 * 90
  const words = { ...making, words: making.noteWords }
  const en = textIn(words, 'en', length)
  const zh = textIn(words, 'zh-Hans', length)
  making.notes.push(`  ${id}: { en: ${JSON.stringify(en)}, zh-Hans: ${JSON.stringify(zh)} }\n`)
  return `[^${id}]`
}

/** Words that are numbered, so that each is found again and none is like another. */
function textIn({ words }: Pick<Making, 'words'>, lang: 'en' | 'zh-Hans', length: number): string {
  const known = lang === 'en' ? words.en : words.zh
  const said = Array.from({ length: Math.max(1, Math.floor(lang === 'en' ? length : length / 2)) }, () => {
    const word = lang === 'en' ? lettersOf(known.length) : charactersOf(known.length)
    known.push(word)
    return word
  })
  return said.join(lang === 'en' ? ' ' : '，')
}

function lettersOf(number: number): string {
  return `w${number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`
}

function charactersOf(number: number): string {
  return `字${[...String(number)].map((digit) => '零一二三四五六七八九'[Number(digit)] ?? '').join('')}`
}
