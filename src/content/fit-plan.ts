import type { Droppable, FitStep } from './layout-settings.ts'
import type { Publication } from './publication.ts'
import { type Piece, without } from './without.ts'

/** One thing that is done to make a publication shorter. */
export type Planned =
  | { readonly kind: 'tighten'; readonly name: string }
  | { readonly kind: 'drop'; readonly piece: Piece; readonly words: string }

/** A publication after some of the steps, and what of the theme holds for it. */
export interface Level {
  readonly publication: Publication
  /** The names of the steps that tighten. */
  readonly tightened: ReadonlySet<string>
  /** The steps, in words, in the order in which they were taken. */
  readonly steps: readonly string[]
}

/** The steps of a layout for a publication: each `drop` is one for each of its pieces of that kind with a priority. */
export function planOf(publication: Publication, steps: readonly FitStep[]): readonly Planned[] {
  const plan: Planned[] = []
  const gone = new Set<Piece>()
  const tightened = new Set<string>()
  for (const step of steps) {
    if (step.kind === 'tighten') {
      if (!tightened.has(step.name)) plan.push({ kind: 'tighten', name: step.name })
      tightened.add(step.name)
      continue
    }
    for (const { piece, words, container } of inOrder(candidatesOf(publication, step.what))) {
      // Facts that were dropped as a whole have none left, and none are left of which each was dropped.
      const isEmpty = 'kind' in piece && piece.kind === 'facts' && piece.facts.every((one) => gone.has(one))
      if (gone.has(piece) || (container && gone.has(container)) || isEmpty) continue
      gone.add(piece)
      plan.push({ kind: 'drop', piece, words })
    }
  }
  return plan
}

/** The publication as it is, then after each step of a plan, all before it taken as well. */
export function* levelsOf(publication: Publication, plan: readonly Planned[]): Generator<Level, void> {
  let level: Level = { publication, tightened: new Set(), steps: [] }
  yield level
  const gone = new Set<Piece>()
  for (const planned of plan) {
    if (planned.kind === 'tighten') {
      const tightened = new Set([...level.tightened, planned.name])
      level = { ...level, tightened, steps: [...level.steps, `tighten \`${planned.name}\``] }
    } else {
      gone.add(planned.piece)
      level = {
        ...level,
        publication: without(publication, gone),
        steps: [...level.steps, `drop ${planned.words}`],
      }
    }
    yield level
  }
}

interface Candidate {
  readonly piece: Piece
  readonly priority: number
  readonly words: string
  /** What it is a part of: gone, it takes its parts with it. */
  readonly container: Piece | null
}

/** What has a priority, in the order of the document. */
function candidatesOf(publication: Publication, what: Droppable): readonly Candidate[] {
  if (what === 'remarks')
    return publication.remarks.flatMap((remark) => candidate(remark, 'remark', remark.priority, null))
  const blocks = publication.chapters.flatMap((chapter) => chapter.blocks)
  return blocks.flatMap((block) => {
    if (block.kind !== what) return []
    const parts = block.kind === 'facts' ? block.facts : []
    return [
      ...candidate(block, block.kind, block.priority, null),
      ...parts.flatMap((fact) => candidate(fact, 'fact', fact.priority, block)),
    ]
  })
}

function candidate(
  piece: Piece,
  noun: string,
  priority: number | null,
  container: Piece | null,
): readonly Candidate[] {
  if (priority === null) return []
  return [{ piece, priority, words: `the ${noun} \`${piece.id}\` (priority ${priority})`, container }]
}

/** The lowest priority first; of equal ones the last of the document, and facts before what they are part of. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toReversed().sort((a, b) => a.priority - b.priority)
}
