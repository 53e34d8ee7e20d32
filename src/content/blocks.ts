import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import { type ClaimId, idMaker, reportDuplicateId, slugOf } from './ids.ts'
import type { Block, Chapter, Text } from './publication.ts'
import type { WrittenBlock, WrittenText } from './schema.ts'
import { readLang, readOptionalText, readText, type TextSettings } from './texts.ts'

/** Reads the blocks and divides them into chapters, which begin with the headings of level 1. */
export function readChapters(
  written: readonly WrittenBlock[],
  settings: TextSettings,
  report: Report,
): readonly Chapter[] {
  const given = givenIds(written, report)
  const claim = idMaker(given.keys())
  const chapters: Chapter[] = []
  let blocks: Block[] = []
  for (const one of written) {
    const own = limited(one, settings, report)
    const block = readBlock(one, { claim, isFirst: given.get(one.id?.text ?? '') === one }, own, report)
    // Read all the same: the ids that are derived must not depend on which languages are printed.
    if (own.only !== null && own.needed.length === 0) continue
    if (block.kind === 'chapter') {
      blocks = []
      chapters.push({ id: block.id, heading: block.heading, blocks })
    } else {
      if (chapters.length === 0) chapters.push({ id: claim('opening'), heading: null, blocks })
      blocks.push(block)
    }
  }
  return chapters
}

interface ChapterHead {
  readonly kind: 'chapter'
  readonly id: UnitId
  readonly heading: Text
}

interface Naming {
  readonly claim: ClaimId
  /** Whether the block is the first with the id that its author gave it: the others are found wrong, and get another. */
  readonly isFirst: boolean
}

function readBlock(
  written: WrittenBlock,
  { claim, isFirst }: Naming,
  settings: TextSettings,
  report: Report,
): Block | ChapterHead {
  const text = (one: WrittenText) => readText(one, settings, report)
  const idFrom = (first: Text, kind: string) =>
    isFirst && written.id
      ? written.id.text
      : claim(written.id?.text ?? slugOf(first, settings.declared[0] ?? 'en', kind))
  if ('heading' in written) {
    const heading = text(written.heading)
    const id = idFrom(heading, 'heading')
    const level = written.level?.text
    if (level === '2' || level === '3')
      return { kind: 'heading', id, level: level === '2' ? 2 : 3, text: heading }
    return { kind: 'chapter', id, heading }
  }
  if ('paragraph' in written) {
    const runIn = readOptionalText(written.runIn, settings, report)
    const body = text(written.paragraph)
    return { kind: 'paragraph', id: idFrom(runIn ?? body, 'paragraph'), runIn, text: body }
  }
  if ('list' in written) {
    const texts = written.list.map(text)
    const id = idFrom(texts[0] ?? noText, 'list')
    const items = texts.map((item, index) => ({ id: claim(`${id}-${index + 1}`), text: item }))
    return { kind: 'list', id, isOrdered: written.ordered ?? false, items }
  }
  if ('quote' in written) {
    const body = text(written.quote)
    const source = readOptionalText(written.source, settings, report)
    return { kind: 'quote', id: idFrom(body, 'quote'), text: body, source }
  }
  const body = text(written.code)
  return { kind: 'code', id: idFrom(body, 'code'), text: body }
}

const noText: Text = { kind: 'text', versions: new Map(), only: null }

/** The first block of each id that authors gave; the second of two equal ones is reported. */
function givenIds(written: readonly WrittenBlock[], report: Report): ReadonlyMap<UnitId, WrittenBlock> {
  const given = new Map<UnitId, WrittenBlock>()
  for (const block of written) {
    const { id } = block
    if (id === undefined) continue
    const earlier = given.get(id.text)?.id
    if (earlier === undefined) given.set(id.text, block)
    else reportDuplicateId(id.text, id.span, earlier.span, report)
  }
  return given
}

/** The settings for a block that its author may have limited to some languages. */
function limited({ only: written }: WrittenBlock, settings: TextSettings, report: Report): TextSettings {
  if (written === undefined) return settings
  const only = written.flatMap(({ text, span }) => readLang(text, span, settings, report) ?? [])
  // Which languages it is meant for cannot be told: none of them is missed, and none left out.
  if (only.length < written.length) return { ...settings, needed: [] }
  return { ...settings, only, needed: settings.needed.filter((lang) => only.includes(lang)) }
}
