import type { Pt, Size } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { readMarks } from './press-marks.ts'
import {
  readCaliper,
  readGrammage,
  readLength,
  readOne,
  readPaper,
  readScale,
  readScheme,
  readSignature,
  readUp,
  type Said,
} from './press-values.ts'

/** How an author wants pages to stand on sheets, checked; null: as the pages, the paper and the printer have it. */
export interface PressWish {
  readonly scheme: WishedScheme
  /** Upright or across is for the pages to say. Null: as large as the pages need. */
  readonly paper: WishedPaper | null
  readonly duplex: 'long' | 'short' | null
  readonly sides: 'both' | 'front' | 'back'
  readonly binding: 'left' | 'right'
  readonly blanks: 'end' | 'before-back' | null
  readonly caliper: Pt
  readonly gutter: Pt
  readonly edge: Pt | null
  /** A number: 1 is the size of the pages. */
  readonly scale: 'fit' | 'exact' | number | null
  readonly marks: ReadonlySet<WishedMark>
  readonly bleed: Pt
  /** Where it is asked for. */
  readonly span: Span
}

export type WishedScheme =
  | { readonly kind: 'saddle'; readonly up: 2 | 4 | 8 }
  | { readonly kind: 'perfect'; readonly up: 2 | 4 | 8; readonly pages: number }
  | { readonly kind: 'nup' | 'repeat' | 'cut-stack'; readonly grid: Grid | null }

/** Columns and rows of pages on a side; in place of it null: as many as the paper has room for. */
export interface Grid {
  readonly columns: number
  readonly rows: number
}

export interface WishedPaper extends Size {
  /** Whether it is one that offices print on, by printers that leave an edge white. */
  readonly isOffice: boolean
}

export type WishedMark = 'crop' | 'fold' | 'registration' | 'slug'

/** A word of an author, of a file or of a command line, and where it stands. */
export interface Word {
  readonly text: string
  readonly span: Span
}

/** The settings as they were written, each by its name; what is missing is left to what is usual. */
export interface PressWords {
  readonly impose?: Word | undefined
  readonly signature?: Word | undefined
  readonly up?: Word | undefined
  readonly paper?: Word | undefined
  readonly duplex?: Word | undefined
  readonly sides?: Word | undefined
  readonly binding?: Word | undefined
  readonly blanks?: Word | undefined
  readonly caliper?: Word | undefined
  readonly grammage?: Word | undefined
  readonly gutter?: Word | undefined
  readonly edge?: Word | undefined
  readonly scale?: Word | undefined
  readonly marks?: Word | readonly Word[] | undefined
  readonly bleed?: Word | undefined
}

/** As which a finding comes up: in a file, or of a command line. */
export interface PressCodes {
  /** For a value that is none that there is. */
  readonly value: `${string}/${string}`
  /** For a setting that says nothing beside the others. */
  readonly unused: `${string}/${string}`
}

/** Pages of a signature where nothing is said: four sheets of four pages, which every folder takes. */
const usualSignature = 16

/** Reads the settings of a file or of a command line; what is wrong is reported and counts as not said. */
export function readPressWish(
  impose: Word,
  words: PressWords,
  codes: PressCodes,
  report: Report,
): PressWish | null {
  const read = <T>(word: Word | undefined, reader: (text: string) => Said<T>): T | null => {
    if (word === undefined) return null
    const said = reader(word.text)
    if (said.ok) return said.value
    report.error(codes.value, said.message, word.span, said.hint)
    return null
  }
  const scheme = read(impose, readScheme)
  const up = read(words.up, readUp)
  const pages = read(words.signature, (text) => readSignature(text, up ?? 2))
  const caliper = read(words.caliper, readCaliper)
  const grammage = read(words.grammage, readGrammage)
  const others: Omit<PressWish, 'scheme'> = {
    paper: read(words.paper, readPaper),
    duplex: read(words.duplex, readOne('edge to turn over', ['long', 'short'])),
    sides: read(words.sides, readOne('choice of sides', ['both', 'front', 'back'])) ?? 'both',
    binding: read(words.binding, readOne('side to bind at', ['left', 'right'])) ?? 'left',
    blanks: read(words.blanks, readOne('place for blank pages', ['end', 'before-back'])),
    caliper: caliper ?? grammage ?? usualCaliper,
    gutter: read(words.gutter, readLength) ?? 0,
    edge: read(words.edge, readLength),
    scale: read(words.scale, readScale),
    marks: readMarks(words.marks, codes, report),
    bleed: read(words.bleed, readLength) ?? 0,
    span: impose.span,
  }
  if (scheme === null) return null
  const wished = completed(scheme, up, pages)
  checkUnused(wished, words, codes, report)
  return { scheme: wished, ...others }
}

type ReadScheme = Extract<ReturnType<typeof readScheme>, { readonly ok: true }>['value']

function completed(scheme: ReadScheme, up: 2 | 4 | 8 | null, pages: number | null): WishedScheme {
  switch (scheme.kind) {
    case 'saddle':
      return { kind: scheme.kind, up: up ?? 2 }
    case 'perfect':
      return { kind: scheme.kind, up: up ?? 2, pages: pages ?? usualSignature }
    case 'nup':
    case 'repeat':
    case 'cut-stack':
      return { kind: scheme.kind, grid: scheme.grid }
  }
}

/** Of the paper that offices print on, 80 g/m2. */
const usualCaliper = caliperOf(80)

function caliperOf(grammage: number): Pt {
  const said = readGrammage(String(grammage))
  if (!said.ok) throw new Error(`${grammage} g/m2 is a usual grammage`)
  return said.value
}

/** Settings that say nothing with a scheme, or beside another. */
function checkUnused(scheme: WishedScheme, words: PressWords, codes: PressCodes, report: Report): void {
  const { kind } = scheme
  const isFolded = kind === 'saddle' || kind === 'perfect'
  const unused = (name: string, word: Word | undefined, reason: string, hint: string): void => {
    if (word !== undefined) report.error(codes.unused, `\`${name}\` ${reason}`, word.span, hint)
  }
  const without = (name: keyof PressWords, word: Word | undefined, schemes: string): void =>
    unused(name, word, `says nothing with \`${kind}\`: it is for ${schemes}`, 'leave it out')
  if (kind !== 'perfect') without('signature', words.signature, '`perfect`')
  if (!isFolded) {
    without('up', words.up, '`saddle` and `perfect`')
    without('blanks', words.blanks, '`saddle` and `perfect`')
    without('caliper', words.caliper, '`saddle` and `perfect`')
    without('grammage', words.grammage, '`saddle` and `perfect`')
  }
  if ('up' in scheme && scheme.up === 2)
    unused(
      'gutter',
      words.gutter,
      'says nothing where sheets are folded once: no pages are cut apart',
      'leave it out',
    )
  if (isFolded && words.caliper !== undefined)
    unused('grammage', words.grammage, 'says what `caliper` says as well', 'keep one of the two')
}
