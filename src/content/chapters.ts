import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { type Read, readBlock } from './blocks.ts'
import { idMaker, reportDuplicateId } from './ids.ts'
import type { Block, Chapter, Part, Text } from './publication.ts'
import type { WrittenBlock } from './schema-blocks.ts'
import type { Sheet } from './sheet/sheet.ts'
import { readLang, type TextSettings } from './texts.ts'

/** The blocks of one file. */
export interface BlocksFile {
  /** What paths in it begin from; empty or ending in a slash. */
  readonly folder: string
  /** Whether nothing of the file was found wrong and left out. */
  readonly isWhole: boolean
  readonly blocks: readonly WrittenBlock[]
}

/** The chapters, and what is there but not printed. */
export interface Chapters {
  readonly chapters: readonly Chapter[]
  /** Blocks that exist in no printed language. */
  readonly unprinted: readonly Block[]
}

/** Reads the blocks of all files and divides them into chapters, which begin with the headings of level 1. */
export function readChapters(
  files: readonly BlocksFile[],
  /** Names that no id may be derived to: those of the notes. */
  reserved: Iterable<string>,
  sheet: Sheet,
  settings: TextSettings,
  report: Report,
): Chapters {
  const all = files.flatMap((file) => file.blocks)
  const given = givenIds(all, report)
  const claim = idMaker([...given.keys(), ...reserved])
  const count = { table: 0, image: 0 }
  const division = new Division(() => claim('opening'), report)
  for (const { folder, isWhole, blocks } of files) {
    for (const written of blocks) {
      const own = limited(written, settings, report)
      const isPrinted = own.only === null || own.needed.length > 0
      const making = {
        claim,
        isFirst: given.get(written.id?.text ?? '') === written,
        folder,
        isWhole,
        count: (kind: 'table' | 'image') => (isPrinted ? ++count[kind] : 0),
        sheet,
      }
      const block = readBlock(written, making, own, report)
      // Read all the same: the ids that are derived must not depend on which languages are printed.
      if (isPrinted) division.add(block)
      else if (block.kind !== 'part' && block.kind !== 'chapter') division.unprinted.push(block)
      else
        division.unprinted.push({ kind: 'heading', id: block.id, priority: null, level: 2, text: block.text })
    }
  }
  return division.end()
}

/** Guards the chapter and the part that are open. */
class Division {
  readonly unprinted: Block[] = []
  readonly #chapters: Chapter[] = []
  readonly #nameOpening: () => UnitId
  readonly #report: Report
  #blocks: Block[] = []
  #part: Part | null = null

  constructor(nameOpening: () => UnitId, report: Report) {
    this.#nameOpening = nameOpening
    this.#report = report
  }

  add(block: Read): void {
    if (block.kind === 'part') this.#beginPart(block)
    else if (block.kind === 'chapter') this.#begin(block.id, block.text)
    else {
      if (this.#chapters.length === 0 || this.#part !== null) this.#begin(this.#nameOpening(), null)
      this.#blocks.push(block)
    }
  }

  end(): Chapters {
    this.#refuseEmptyPart()
    return { chapters: this.#chapters, unprinted: this.unprinted }
  }

  #begin(id: UnitId, heading: Text | null): void {
    this.#blocks = []
    this.#chapters.push({ id, part: this.#part, heading, blocks: this.#blocks })
    this.#part = null
  }

  #beginPart({ id, text }: Part): void {
    this.#refuseEmptyPart()
    this.#part = { id, text }
  }

  #refuseEmptyPart(): void {
    const span = this.#part === null ? undefined : placeOf(this.#part.text)
    if (span === undefined) return
    const hint = 'put a chapter behind it, or delete it'
    this.#report.error('content/empty-part', 'nothing follows the part', span, hint)
  }
}

function placeOf({ versions }: Text): Span | undefined {
  return [...versions.values()][0]?.span
}

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
