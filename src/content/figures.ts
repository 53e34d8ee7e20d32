import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { reportDuplicateId } from './ids.ts'
import type { Block, Chapter, Figure, Item, Text } from './publication.ts'
import type { WrittenPublication } from './schema.ts'
import { readChange, readPeriodText } from './sheet/about.ts'
import { unitNamed } from './sheet/units.ts'
import { readValue } from './sheet/values.ts'
import { readOptionalText, readText, type TextSettings } from './texts.ts'
import type { YamlScalar } from './yaml-node.ts'

export type WrittenFigure = NonNullable<WrittenPublication['figures']>[number]

/** What there is for figures to point at. */
export interface Pointable {
  readonly chapters: readonly Chapter[]
  /** Ids of all blocks, also of those that are not printed or were found wrong; null: a whole file of them is missing. */
  readonly ids: ReadonlySet<UnitId> | null
}

/** Reads the figures and looks each one up in its block. */
export function readFigures(
  written: readonly WrittenFigure[],
  pointable: Pointable,
  settings: TextSettings,
  report: Report,
): readonly Figure[] {
  const texts = textsOf(pointable.chapters)
  const seen = new Map<string, Span>()
  return written.map((one) => {
    const { id, block } = one
    const earlier = seen.get(id.text)
    if (earlier === undefined) seen.set(id.text, id.span)
    else reportDuplicateId(id.text, id.span, earlier, report)
    const figure = readFigure(one, settings, report)
    const text = texts.get(block.text)
    if (text !== undefined) lookUp(figure.find, text, block.text, report)
    else if (pointable.ids?.has(block.text) === false) reportUnknownBlock(block, pointable.ids, report)
    return figure
  })
}

function readFigure(written: WrittenFigure, settings: TextSettings, report: Report): Figure {
  const values = Array.isArray(written.value) ? written.value : [written.value]
  return {
    id: written.id.text,
    value: values.map((value) => value.text),
    unit: written.unit.text,
    block: written.block.text,
    find: readText(written.find, settings, report),
    label: readText(written.label, settings, report),
    display: readOptionalText(written.display, settings, report),
    period: readPeriodText(written.period, settings, report),
    qualifier: readOptionalText(written.qualifier, settings, report),
    source: readOptionalText(written.source, settings, report),
    change: changeOf(written, settings, report),
    isHeadline: written.headline ?? false,
    span: written.id.span,
  }
}

function changeOf(written: WrittenFigure, settings: TextSettings, report: Report): Text | null {
  const { value, unit, change } = written
  if (change === undefined) return null
  const kind = unitNamed(unit.text)
  const isNumber = !Array.isArray(value) && !('kind' in change)
  const now = isNumber ? readValue({ ...value, where: null }, kind, report) : null
  return readChange(change, now, kind, settings, report)
}

function lookUp(find: Text, text: BlockText, block: UnitId, report: Report): void {
  for (const [lang, { text: wanted, span }] of find.versions) {
    const whole = text(lang)
    if (whole === null || whole.bare.includes(bare(wanted))) continue
    const message = `\`${wanted}\` is not in the text of \`${block}\` in \`${lang}\``
    const there = { at: whole.span, note: 'the text begins here' }
    report.warning('content/figure-not-found', message, span, 'copy the words from the text', there)
  }
}

function reportUnknownBlock(block: YamlScalar, ids: ReadonlySet<UnitId>, report: Report): void {
  const message = `no block has the id \`${block.text}\``
  report.error('content/unknown-block-id', message, block.span, didYouMean(block.text, [...ids]))
}

/** The bare text of a block in a language, and where it begins; null where the block is not in it. */
type BlockText = (lang: Lang) => { readonly bare: string; readonly span: Span } | null

function textsOf(chapters: readonly Chapter[]): ReadonlyMap<UnitId, BlockText> {
  const texts = new Map<UnitId, BlockText>()
  // Of two blocks with one id, which has been reported, the first is meant.
  const add = (id: UnitId, parts: readonly Text[]): void => {
    if (!texts.has(id)) texts.set(id, bareTextOf(parts))
  }
  for (const chapter of chapters) {
    if (chapter.heading !== null) add(chapter.id, [chapter.heading])
    for (const block of chapter.blocks) {
      add(block.id, textsIn(block))
      for (const { id, texts: own } of partsOf(block)) add(id, own)
    }
  }
  return texts
}

/** Made when it is asked for, once: many figures may stand in one long block. */
function bareTextOf(texts: readonly Text[]): BlockText {
  const made = new Map<Lang, ReturnType<BlockText>>()
  return (lang) => {
    const known = made.get(lang)
    if (known !== undefined) return known
    const leaves = texts.flatMap((text) => text.versions.get(lang) ?? [])
    const [first] = leaves
    const whole = first ? { bare: leaves.map((leaf) => bare(leaf.text)).join(''), span: first.span } : null
    made.set(lang, whole)
    return whole
  }
}

function textsIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'heading':
    case 'quote':
    case 'code':
      return [block.text]
    case 'paragraph':
      return block.runIn === null ? [block.text] : [block.runIn, block.text]
    case 'list':
      return itemsIn(block.items).map((item) => item.text)
    case 'image':
      return block.caption === null ? [] : [block.caption]
    case 'table':
      return [
        ...(block.caption === null ? [] : [block.caption]),
        ...partsOf(block).flatMap((row) => row.texts),
      ]
    case 'callout':
      return [...(block.title === null ? [] : [block.title]), ...block.paragraphs.map(({ text }) => text)]
    case 'facts':
      return block.facts.flatMap(({ figure, text }) => [figure, text])
    case 'timeline':
      return block.events.flatMap(({ date, text }) => [date, text])
    case 'cards':
      return block.cards.flatMap(({ label, said }) => [said.prefix, said.numeral, said.word, label])
    case 'chart':
    case 'data-table':
      return []
  }
}

/** What in a block has an id of its own: items, rows, paragraphs. */
function partsOf(block: Block): readonly { readonly id: UnitId; readonly texts: readonly Text[] }[] {
  switch (block.kind) {
    case 'list':
      return itemsIn(block.items).map(({ id, text }) => ({ id, texts: [text] }))
    case 'table':
      return [...block.head, ...block.rows].map(({ id, cells }) => ({
        id,
        texts: cells.map(({ text }) => text),
      }))
    case 'callout':
      return block.paragraphs.map(({ id, text }) => ({ id, texts: [text] }))
    default:
      return []
  }
}

function itemsIn(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...itemsIn(item.list?.items ?? [])])
}

/** Line breaks, marks of emphasis and calls of notes are no part of the words that are looked for. */
function bare(text: string): string {
  return text.replace(/\[\^[A-Za-z0-9-]+\]/g, '').replace(/[\s\u200b*`\\]/g, '')
}
