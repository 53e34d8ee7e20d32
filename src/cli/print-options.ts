import { didYouMean, type Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'
import { type Output, readingOutput } from '../content/outputs.ts'
import { type PressWish, type PressWords, readPressWish, type Word } from '../content/press-wish.ts'
import type { LayoutName, Publication } from '../content/publication.ts'
import { isForA5 } from '../outputs/for-a5.ts'
import { a5Variant } from '../read-layout.ts'

/** What `bifolio print` is told of sheets, as it was written. */
export interface WrittenPrint {
  readonly as?: string
  readonly layout?: string
  readonly impose?: string
  readonly signature?: string
  readonly up?: string
  readonly paper?: string
  readonly duplex?: string
  readonly sides?: string
  readonly binding?: string
  readonly blanks?: string
  readonly caliper?: string
  readonly grammage?: string
  readonly gutter?: string
  readonly edge?: string
  readonly scale?: string
  readonly marks?: string
  readonly bleed?: string
}

/** What is printed, as the user asked for it. */
export interface PrintJob {
  /** What the copy is called beside the outputs that a publication names: it is written over none of them. */
  readonly nameBeside: (outputs: readonly Output[]) => string
  readonly press: PressWish
  readonly outputsOf: (publication: Publication, source: Source) => readonly Output[]
}

type Purpose = 'booklet' | 'handout' | 'cards'

/** What each purpose stands for; what is said besides goes before it. */
const purposes: Readonly<Record<Purpose, { readonly [One in Name]?: string }>> = {
  // Sheets that are laid into one another, folded once and stapled in the fold.
  booklet: { impose: 'saddle' },
  // Two pages beside each other, as they are read.
  handout: { impose: 'nup=2x1' },
  // Each page as often as it goes on the paper, to be cut; a gutter as wide as a knife needs to miss no mark.
  cards: { impose: 'repeat', scale: 'exact', marks: 'crop', gutter: '3mm' },
}

const usualPaper = 'a4'

const codes = { value: 'cli/usage', unused: 'cli/usage' } as const

/** Reads the options; null after a finding. */
export function readPrint(written: WrittenPrint, report: Report): PrintJob | null {
  const purpose = readPurpose(written, report)
  const { as: asked, layout, ...options } = written
  const preset = { paper: usualPaper, ...presetFor(purpose, options.impose) }
  const place = wholeFile(asked === undefined ? 'print' : '--as')
  const { impose, ...words } = {
    ...wordsOf(preset, () => place),
    ...wordsOf(options, (name) => wholeFile(`--${name}`)),
  }
  const press = impose ? readPressWish(impose, words, codes, report) : null
  if (press === null) return null
  const kind = purpose ?? press.scheme.kind
  const usualName = press.sides === 'both' ? kind : `${kind}-${press.sides}`
  const nameBeside = (outputs: readonly Output[]): string => nameFor(usualName, outputs)
  const chosen = layout === undefined ? null : { name: layout, span: wholeFile('--layout') }
  const outputsOf = (publication: Publication, source: Source): readonly Output[] => {
    const own = chosen ?? variantFor(press, publication, source)
    const reading = publication.outputs[0] ?? readingOutput(wholeFile(publication.file.path))
    const name = nameBeside(publication.outputs)
    return [reading, { name, span: press.span, layout: own ?? reading.layout, from: null, press }]
  }
  return { nameBeside, press, outputsOf }
}

/** A name that no output has: on many disks capitals make no difference. */
function nameFor(name: string, outputs: readonly Output[]): string {
  const isTaken = outputs.some((output) => output.name.toLowerCase() === name)
  return isTaken ? nameFor(`print-${name}`, outputs) : name
}

/** What it is to be; a booklet where nothing says how pages stand on sheets. */
function readPurpose({ as: purpose, impose }: WrittenPrint, report: Report): Purpose | null {
  if (purpose === undefined) return impose === undefined ? 'booklet' : null
  const known = (['booklet', 'handout', 'cards'] as const).find((one) => one === purpose)
  if (known !== undefined) return known
  const message = `nothing is printed as \`${purpose}\``
  report.error('cli/usage', message, wholeFile('--as'), didYouMean(purpose, Object.keys(purposes)))
  return null
}

/** What a purpose stands for: beside a scheme that only folds, nothing of what is cut apart. */
function presetFor(purpose: Purpose | null, impose: string | undefined): (typeof purposes)[Purpose] {
  if (purpose === null) return {}
  const { gutter, ...folded } = purposes[purpose]
  return impose === 'saddle' || impose === 'perfect' ? folded : purposes[purpose]
}

/** The layout for A5, where there is one and pages are printed about so large. */
function variantFor(press: PressWish, publication: Publication, source: Source): LayoutName | null {
  const name = isForA5(press) ? a5Variant(publication.layout.name, source) : null
  return name === null ? null : { name, span: press.span }
}

const names = [
  'impose',
  'signature',
  'up',
  'paper',
  'duplex',
  'sides',
  'binding',
  'blanks',
  'caliper',
  'grammage',
  'gutter',
  'edge',
  'scale',
  'marks',
  'bleed',
] as const satisfies readonly (keyof PressWords)[]

type Name = (typeof names)[number]

/** The settings that are said, each with where that is. */
function wordsOf(
  said: { readonly [One in Name]?: string },
  placeOf: (name: Name) => Span,
): { readonly [One in Name]?: Word } {
  const words: { [One in Name]?: Word } = {}
  for (const name of names) {
    const text = said[name]
    if (text !== undefined) words[name] = { text, span: placeOf(name) }
  }
  return words
}
