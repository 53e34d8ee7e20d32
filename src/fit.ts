import { type Leaf, pickFromLeaf } from './base/leaf.ts'
import { millimetres, type Pt, tolerance } from './base/length.ts'
import { type Diagnostic, type Hints, handOn, Report } from './base/report.ts'
import type { Span } from './base/span.ts'
import { callsIn } from './content/calls.ts'
import { type Level, levelsOf, planOf } from './content/fit-plan.ts'
import type { Droppable, FitStep } from './content/layout-settings.ts'
import type { Block, Publication, Remark } from './content/publication.ts'
import { type Piece, without } from './content/without.ts'
import type { LaidOut } from './layout/lay.ts'
import type { Manuscript } from './layout/manuscript.ts'

/** How a publication came to fit its pages. */
export interface Fit {
  /** The steps that were taken, in order, in words. */
  readonly steps: readonly string[]
  /** How many steps there were to take. */
  readonly of: number
  /** Left on the last page. */
  readonly room: Pt
}

/** A publication on its pages. */
export interface Attempt {
  readonly manuscript: Manuscript
  readonly laid: LaidOut
  /** All texts that the layout printed. */
  readonly leaves: readonly Leaf[]
}

/** How a publication is taken to its pages, in two halves: steps that only tighten print the same words. */
export interface Fitting<Written> {
  /** How many pages it may have. */
  readonly pages: number
  /** Where that is said. */
  readonly span: Span
  readonly steps: readonly FitStep[]
  /** What it says; null after a finding that leaves nothing to go on with. */
  readonly write: (publication: Publication, report: Report) => Written | null
  readonly set: (written: Written, level: Level, report: Report) => Attempt
}

export interface Fitted extends Attempt {
  readonly fit: Fit
}

/** Steps that are tried for a publication: each lays it out anew, and a sheet that needs twenty is no sheet. */
export const mostTries = 200

/**
 * Takes the steps of a layout one after the other, each on top of those before, until the publication has no more pages
 * than it may and nothing runs over the foot of one. Sizes are those of the theme at each step: nothing is scaled. What
 * is found at a level that is not taken is forgotten; an error there ends the search, since it has nothing to do with
 * room. Null after a finding.
 */
export function fitPages<Written>(
  publication: Publication,
  fitting: Fitting<Written>,
  report: Report,
): Fitted | null {
  const { pages, steps } = fitting
  const plan = planOf(publication, steps)
  const tryLevel = trying(fitting)
  let last: TriedLevel | null = null
  for (const level of levelsOf(publication, plan.slice(0, mostTries))) {
    const found = new Report()
    const attempt = tryLevel(level, found)
    if (attempt === null || found.failed) {
      handOn(found.diagnostics, report)
      return null
    }
    if (doesFit(attempt, pages, found)) {
      handOn(found.diagnostics, report)
      checkReferences(publication, level.publication, attempt.leaves, report)
      const { steps: taken } = level
      const room = attempt.laid.roomOn(pages)
      const laid = handingOn(attempt.laid, found, report)
      return { ...attempt, laid, fit: { steps: taken, of: plan.length, room } }
    }
    last = { level, attempt, found }
  }
  if (last === null) throw new Error('a publication is tried as it is, whatever the steps')
  handOn(
    last.found.diagnostics.filter(({ code }) => !tooTall.has(code)),
    report,
  )
  reportNoFit(last, fitting, tryLevel, report)
  return null
}

type TryLevel = (level: Level, report: Report) => Attempt | null

/** Writes a publication once for the levels in a row that have the same. */
function trying<Written>({ write, set }: Fitting<Written>): TryLevel {
  let last: Draft<Written> | null = null
  return (level, report) => {
    const { publication } = level
    if (last?.publication !== publication) last = draftOf(publication, write)
    handOn(last.found, report)
    return last.written === null ? null : set(last.written, level, report)
  }
}

interface Draft<Written> {
  readonly publication: Publication
  readonly written: Written | null
  readonly found: readonly Diagnostic[]
}

function draftOf<Written>(publication: Publication, write: Fitting<Written>['write']): Draft<Written> {
  const report = new Report()
  const written = write(publication, report)
  return { publication, written, found: report.diagnostics }
}

interface TriedLevel {
  readonly level: Level
  readonly attempt: Attempt
  readonly found: Report
}

/** What is said of something that runs over the foot of a page, or is taller than one. */
const tooTall: ReadonlySet<Diagnostic['code']> = new Set(['layout/overfull', 'layout/broken-box'])

function doesFit({ laid }: Attempt, pages: number, { diagnostics }: Report): boolean {
  if (laid.pages.length > pages || laid.roomOn(pages) < -tolerance) return false
  return !diagnostics.some(({ code }) => code === 'layout/overfull')
}

/** Pages are made when they are painted: what is found then is said then. */
function handingOn(laid: LaidOut, found: Report, report: Report): LaidOut {
  const { pages } = laid
  return {
    ...laid,
    pages: {
      length: pages.length,
      *[Symbol.iterator]() {
        for (const page of pages) {
          handOn(found.diagnostics, report)
          yield page
        }
      },
    },
  }
}

/** Reports references that are left over to what was dropped: the words around them would lead nowhere. */
function checkReferences(
  whole: Publication,
  { targets, notes }: Publication,
  leaves: readonly Leaf[],
  report: Report,
): void {
  if (targets.size === whole.targets.size) return
  const texts = [...leaves, ...notes.flatMap(({ text }) => [...text.versions.values()])]
  for (const leaf of texts) {
    for (const call of callsIn(leaf)) {
      if (call.kind !== 'reference' || call.id === null) continue
      if (targets.has(call.id) || !whole.targets.has(call.id)) continue
      const message = `\`${call.id}\`, to which this refers, was dropped to make room`
      const hint = 'reword the text so that it does without, or take the `priority` of what it refers to away'
      report.error('layout/lost-reference', message, pickFromLeaf(leaf, [call.whole]).span, hint)
    }
  }
}

type Limits = Pick<Fitting<never>, 'pages' | 'span' | 'steps'>

/** Says by how much a publication is too long, and what would help. */
function reportNoFit(
  last: TriedLevel,
  { pages, span, steps }: Limits,
  tryLevel: TryLevel,
  report: Report,
): void {
  const { attempt } = last
  const over = -attempt.laid.roomOn(pages)
  const where = pages === 1 ? 'its page' : `its ${pages} pages`
  const message =
    over > tolerance
      ? `it is ${millimetres(over, Math.ceil)} mm too long for ${where}`
      : `it has ${attempt.laid.pages.length} pages and may have ${pages}: something begins a page of its own`
  const [first = usualHint, ...others] = whatWouldHelp(last, { pages, span, steps }, tryLevel)
  const hints: Hints = [first, ...others]
  report.error('layout/no-fit', message, span, ...hints)
}

const usualHint = 'shorten the text, or allow more pages in `fit:`'

/** Blocks that are left out on trial to see what they take up: who has more does not write a sheet. */
const mostTrials = 20
/** Of these, so many are named: the tallest of each kind. */
const mostNamed = 3

/** The tallest of each kind that could be dropped but may not be, with what would allow it. */
function whatWouldHelp(
  { level, attempt }: TriedLevel,
  { pages, steps }: Limits,
  tryLevel: TryLevel,
): readonly string[] {
  const { publication } = level
  const dropped = new Set(steps.flatMap((step) => (step.kind === 'drop' ? [step.what] : [])))
  const room = attempt.laid.roomOn(pages)
  const saving = spared(publication)
    .filter(({ kind, hasPriority }) => !hasPriority || !dropped.has(kind))
    .slice(0, mostTrials)
    .flatMap((one) => {
      const shorter = without(publication, new Set([one.piece]))
      const tried = tryLevel({ ...level, publication: shorter }, new Report())
      const saved = tried === null ? 0 : tried.laid.roomOn(pages) - room
      return saved > tolerance ? [{ ...one, saved }] : []
    })
    .sort((a, b) => b.saved - a.saved)
  const sortOf = ({ kind, hasPriority }: Spared) => `${kind} ${hasPriority}`
  const sorts = saving.map(sortOf)
  const tallest = saving.filter((one, index) => sorts.indexOf(sortOf(one)) === index)
  return tallest.slice(0, mostNamed).map(({ kind, name, hasPriority, saved }) => {
    const needed = [
      ...(hasPriority ? [] : ['give it a `priority`']),
      ...(dropped.has(kind) ? [] : [`add \`- drop: ${kind}\` to the steps of the layout`]),
    ]
    return `without ${name} it would be ${millimetres(saved)} mm shorter: ${needed.join(' and ')}`
  })
}

interface Spared {
  readonly piece: Piece
  readonly kind: Droppable
  readonly name: string
  readonly hasPriority: boolean
}

/** All blocks and remarks that are left. */
function spared({ chapters, remarks }: Publication): readonly Spared[] {
  const blocks = chapters.flatMap((chapter) => chapter.blocks)
  return [
    ...blocks.map((block) => sparedOne(block, block.kind, `the ${block.kind}`)),
    ...remarks.map((remark) => sparedOne(remark, 'remarks', 'the remark')),
  ]
}

function sparedOne(piece: Block | Remark, kind: Droppable, noun: string): Spared {
  return { piece, kind, name: `${noun} \`${piece.id}\``, hasPriority: piece.priority !== null }
}
