import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { reportDuplicateId } from './ids.ts'
import type { Block, Chapter, Figure, Text } from './publication.ts'
import type { WrittenPublication } from './schema.ts'
import { readOptionalText, readText, type TextSettings } from './texts.ts'
import type { YamlScalar } from './yaml-node.ts'

type WrittenFigure = NonNullable<WrittenPublication['figures']>[number]

/** What there is for figures to point at. */
export interface Pointable {
  readonly chapters: readonly Chapter[]
  /** Ids of all blocks of the file, also of those that are not printed or were found wrong. */
  readonly ids: ReadonlySet<UnitId>
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
    else if (!pointable.ids.has(block.text)) reportUnknownBlock(block, pointable.ids, report)
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
    isHeadline: written.headline ?? false,
    span: written.id.span,
  }
}

function lookUp(find: Text, text: BlockText, block: UnitId, report: Report): void {
  for (const [lang, { text: wanted, span }] of find.versions) {
    const whole = text(lang)
    if (whole === null || whole.includes(bare(wanted))) continue
    const message = `\`${wanted}\` is not in the text of \`${block}\` in \`${lang}\``
    report.warning('content/figure-not-found', message, span, 'copy the words from the text')
  }
}

function reportUnknownBlock(block: YamlScalar, ids: ReadonlySet<UnitId>, report: Report): void {
  const message = `no block has the id \`${block.text}\``
  report.error('content/unknown-block-id', message, block.span, didYouMean(block.text, [...ids]))
}

/** The bare text of a block in a language; null where the block is not in it. */
type BlockText = (lang: Lang) => string | null

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
      if (block.kind === 'list') for (const { id, text } of block.items) add(id, [text])
    }
  }
  return texts
}

/** Made when it is asked for, once: many figures may stand in one long block. */
function bareTextOf(texts: readonly Text[]): BlockText {
  const made = new Map<Lang, string | null>()
  return (lang) => {
    const known = made.get(lang)
    if (known !== undefined) return known
    const leaves = texts.flatMap((text) => text.versions.get(lang) ?? [])
    const bareText = leaves.length === 0 ? null : leaves.map((leaf) => bare(leaf.text)).join('')
    made.set(lang, bareText)
    return bareText
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
      return block.items.map((item) => item.text)
  }
}

/** Line breaks and marks of emphasis are no part of the words that are looked for. */
function bare(text: string): string {
  return text.replace(/[\s\u200b*`\\]/g, '')
}
