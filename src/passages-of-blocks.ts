import type { Lang } from './base/lang.ts'
import type { UnitId } from './base/leaf.ts'
import { unreachable } from './base/unreachable.ts'
import type { PassageKind } from './compare/passages.ts'
import type {
  Block,
  Card,
  Chapter,
  DataTable,
  List,
  Publication,
  Table,
  Text,
} from './content/publication.ts'
import { printExact } from './figures/number.ts'

/** A unit, and whether its id only says where it stands. */
export interface UnitName {
  readonly id: UnitId
  readonly isNumbered: boolean
}

/** What the passages of a publication go to. */
export interface Gathering {
  /**
   * A passage: what of its unit it is (null: the unit itself), and the language that alone has it (null: all that its
   * text is in). A string is the same in each language; without a text there is no passage.
   */
  say(
    kind: PassageKind,
    unit: UnitName,
    part: string | null,
    text: Text | ReadonlyMap<Lang, string> | string | null,
    lang?: Lang | null,
  ): void
  /** What follows stands under a title: of a part (0), chapter (1) or section (2, 3); null: under none of its level. */
  enter(level: 0 | 1 | 2 | 3, title: Text | null): void
}

export function addChapter(
  { id, part, heading, blocks }: Chapter,
  charts: Publication['charts'],
  to: Gathering,
): void {
  if (part !== null) {
    to.enter(0, part.text)
    to.say('heading', ofBlock(part.id), null, part.text)
  }
  to.enter(1, heading)
  to.say('heading', ofBlock(id), null, heading)
  for (const block of blocks) addBlock(block, charts, to)
}

function addBlock(block: Block, charts: Publication['charts'], to: Gathering): void {
  const id = ofBlock(block.id)
  switch (block.kind) {
    case 'heading':
      to.enter(block.level, block.text)
      to.say('heading', id, null, block.text)
      return
    case 'paragraph':
      to.say('run-in', id, 'run-in', block.runIn)
      to.say('paragraph', id, null, block.text)
      return
    case 'list':
      addItems(block, to)
      return
    case 'quote':
      to.say('quote', id, null, block.text)
      to.say('source', id, 'source', block.source)
      return
    case 'code':
      to.say('code', id, null, block.text)
      return
    case 'image':
      to.say('picture', id, 'picture', block.path ?? block.source)
      to.say('description', id, 'description', block.alt)
      to.say('caption', id, 'caption', block.caption)
      return
    case 'table':
      addTable(block, to)
      return
    case 'callout':
      to.say('label', id, 'title', block.title)
      for (const paragraph of block.paragraphs)
        to.say('paragraph', counted(paragraph.id), null, paragraph.text)
      return
    case 'cards':
      for (const card of block.cards) addCard(card, ofPart(card.id, id), to)
      return
    case 'facts':
      to.say('label', id, 'title', block.title)
      for (const fact of block.facts) {
        to.say('figure', ofPart(fact.id, id), 'figure', fact.figure)
        to.say('paragraph', ofPart(fact.id, id), null, fact.text)
      }
      return
    case 'chart':
      to.say('label', id, 'title', block.title)
      to.say('label', id, 'unit', block.unit)
      if (block.table !== null) addTable(block.table, to)
      else addValues(id, block.source, charts, to)
      return
    case 'timeline':
      to.say('label', id, 'title', block.title)
      for (const event of block.events) {
        to.say('label', counted(event.id), 'date', event.date)
        to.say('paragraph', counted(event.id), null, event.text)
      }
      return
    case 'data-table':
      addData(block, to)
      return
    default:
      unreachable(block)
  }
}

function addItems({ items }: List, to: Gathering): void {
  for (const { id, text, list } of items) {
    to.say('item', counted(id), null, text)
    if (list !== null) addItems(list, to)
  }
}

function addTable({ id, caption, head, rows }: Table, to: Gathering): void {
  to.say('caption', ofBlock(id), 'caption', caption)
  for (const row of [...head, ...rows]) {
    for (const [index, { text }] of row.cells.entries())
      to.say('cell', counted(row.id), String(index + 1), text)
  }
}

function addData({ id, caption, columns, rows }: DataTable, to: Gathering): void {
  to.say('caption', ofBlock(id), 'caption', caption)
  for (const [index, { label, unit, lang }] of columns.entries()) {
    to.say('cell', ofBlock(id), `column-${index + 1}`, label, lang)
    to.say('cell', ofBlock(id), `unit-${index + 1}`, unit, lang)
  }
  for (const row of rows) {
    const unit = ofPart(row.id, ofBlock(id))
    to.say('cell', unit, 'period', row.period)
    for (const [index, { text, lang }] of row.cells.entries())
      to.say('cell', unit, String(index + 1), text, lang)
  }
}

function addCard({ label, said, period, latest, change, source }: Card, id: UnitName, to: Gathering): void {
  to.say('label', id, 'label', label)
  for (const part of ['prefix', 'numeral', 'word'] as const) to.say('figure', id, part, said[part])
  to.say('label', id, 'period', period)
  to.say('label', id, 'latest', latest)
  to.say('label', id, 'change', change)
  to.say('source', id, 'source', source)
}

/** The values of a chart as they were given, a passage for each series: what its description says of many is a part. */
function addValues(id: UnitName, source: string, charts: Publication['charts'], to: Gathering): void {
  const chart = charts.get(source)
  if (chart?.kind !== 'graph') return
  for (const [index, { name, points }] of chart.series.entries()) {
    const languages = new Set(chart.categories.flatMap(({ label }) => [...label.keys()]))
    const texts = [...languages].map((lang) => {
      const values = points.map(({ value }, at) => {
        const category = chart.categories[at]?.label.get(lang)?.text ?? ''
        return `${category}: ${value === null ? '–' : printExact(value, lang)}`
      })
      const said = name?.get(lang)?.text
      return [lang, `${said === undefined ? '' : `${said}. `}${values.join('; ')}`] as const
    })
    to.say('values', id, `series-${index + 1}`, new Map(texts))
  }
}

/** Ids that were made of the kind of a block, where its first words could not be used. */
const madeOfKind =
  /^(?:part|heading|paragraph|list|quote|code|image|table|callout|cards|chart|facts|timeline|data|opening)(?:-\d+)?$/

function ofBlock(id: UnitId): UnitName {
  return { id, isNumbered: madeOfKind.test(id) }
}

/** A part of a block that is named by what it shows, or else by its number. */
function ofPart(id: UnitId, block: UnitName): UnitName {
  return { id, isNumbered: block.isNumbered || /^-\d{1,3}$/.test(id.slice(block.id.length)) }
}

/** A part of a block that is named by its number. */
function counted(id: UnitId): UnitName {
  return { id, isNumbered: true }
}
