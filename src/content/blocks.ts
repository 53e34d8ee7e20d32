import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import { type ClaimId, slugOf } from './ids.ts'
import { readImage } from './images.ts'
import { firstText, nameItems, readItems } from './lists.ts'
import type { Block, Callout, Text } from './publication.ts'
import type { WrittenBlock, WrittenCallout } from './schema-blocks.ts'
import type { WrittenText } from './schema-values.ts'
import { readCards } from './sheet/cards.ts'
import { readChart } from './sheet/charts.ts'
import { readDataTable } from './sheet/data-table.ts'
import { readFacts } from './sheet/facts.ts'
import { priorityOf } from './sheet/priority.ts'
import type { Sheet } from './sheet/sheet.ts'
import { readTimeline } from './sheet/timeline.ts'
import { readTable } from './tables.ts'
import { readOptionalText, readText, type TextSettings, withoutMarks } from './texts.ts'

/** What a block becomes: itself, or the head of a chapter or part. */
export type Read = Block | Head

type Head =
  | { readonly kind: 'part'; readonly id: UnitId; readonly text: Text }
  | { readonly kind: 'chapter'; readonly id: UnitId; readonly text: Text }

/** What the making of blocks keeps between them. */
export interface Making {
  readonly claim: ClaimId
  /** Whether the block is the first with the id that its author gave it: the others are found wrong, and get another. */
  readonly isFirst: boolean
  /** The folder of the file, which paths begin from; empty or ending in a slash. */
  readonly folder: string
  /** Whether nothing of the file was found wrong and left out, so that what is left can be held against itself. */
  readonly isWhole: boolean
  /** The next number of a table or picture that has a caption. */
  readonly count: (kind: 'table' | 'image') => number
  /** What blocks with values show. */
  readonly sheet: Sheet
}

/** Reads one block. */
export function readBlock(
  written: WrittenBlock,
  making: Making,
  settings: TextSettings,
  report: Report,
): Read {
  const text = (one: WrittenText) => readText(one, settings, report)
  const optional = (one: WrittenText | undefined) => readOptionalText(one, settings, report)
  const named = (kind: string, first: Text | null) => idOf(written, first, kind, making, settings)
  if ('part' in written) {
    const part = text(written.part)
    return { kind: 'part', id: named('part', part), text: part }
  }
  const priority = priorityOf(written)
  if ('paragraph' in written) {
    const runIn = optional(written.runIn)
    const body = text(written.paragraph)
    return { kind: 'paragraph', id: named('paragraph', runIn ?? body), priority, runIn, text: body }
  }
  if ('heading' in written) {
    const heading = text(written.heading)
    const id = named('heading', heading)
    const level = written.level?.text
    if (level === '2' || level === '3')
      return { kind: 'heading', id, priority, level: level === '2' ? 2 : 3, text: heading }
    return { kind: 'chapter', id, text: heading }
  }
  if ('list' in written) {
    const items = readItems(written.list, settings, report)
    const id = named('list', firstText(items))
    return {
      kind: 'list',
      id,
      priority,
      isOrdered: written.ordered ?? false,
      items: nameItems(items, id, making.claim),
    }
  }
  if ('quote' in written) {
    const body = text(written.quote)
    return { kind: 'quote', id: named('quote', body), priority, text: body, source: optional(written.source) }
  }
  if ('code' in written) {
    const body = readText(written.code, withoutMarks(settings), report)
    const isCommon = written.code.kind === 'scalar'
    return { kind: 'code', id: named('code', body), priority, text: body, isCommon }
  }
  if ('image' in written) return { ...readImage(written, named, making, settings, report), priority }
  // `table` may be a key of a chart.
  if ('chart' in written) return { ...readChart(written, named, making, settings, report), priority }
  if ('table' in written) return { ...readTable(written, named, making, settings, report), priority }
  if ('callout' in written) return { ...readCallout(written, named, making, settings, report), priority }
  if ('cards' in written) return { ...readCards(written, named, making, settings, report), priority }
  if ('facts' in written) return { ...readFacts(written, named, making, settings, report), priority }
  if ('timeline' in written) return { ...readTimeline(written, named, making, settings, report), priority }
  return { ...readDataTable(written, named, making, settings, report), priority }
}

/** Gives a block its id, once its first words are known. */
export type Named = (kind: string, first: Text | null) => UnitId

function idOf(
  { id }: WrittenBlock,
  first: Text | null,
  kind: string,
  { isFirst, claim }: Making,
  { declared }: TextSettings,
): UnitId {
  if (isFirst && id) return id.text
  return claim(id?.text ?? (first === null ? kind : slugOf(first, declared[0] ?? 'en', kind)))
}

function readCallout(
  written: WrittenCallout,
  named: Named,
  { claim }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Callout, 'priority'> {
  const title = readOptionalText(written.title, settings, report)
  const { callout } = written
  const texts = (Array.isArray(callout) ? callout : [callout]).map((one) => readText(one, settings, report))
  const id = named('callout', title ?? texts[0] ?? null)
  const paragraphs = texts.map((text, index) => ({ id: claim(`${id}-${index + 1}`), text }))
  return { kind: 'callout', id, sort: written.kind ?? 'note', title, paragraphs }
}
