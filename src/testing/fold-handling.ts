import type { Fold, Step } from '../press/sheet.ts'
import { cut, fold, gather, lay, nest, type Pile } from './fold.ts'
import type { Edge } from './fold-motion.ts'
import type { Paper } from './fold-paper.ts'
import { type Binding, knockedUp, type Reading, readBook, readLoose, readSheets } from './fold-read.ts'

/** What a reader is handed when all steps are taken: a book, or as many equal sets of leaves as the sheets were cut into. */
export function handle(
  papers: readonly Paper[],
  steps: readonly Step[],
  binding: Binding,
): readonly Reading[] {
  if (steps.length === 0) return [readSheets(gather(papers.map(lay)))]
  return steps.some(({ kind }) => kind === 'fold')
    ? [bound(papers, steps, binding)]
    : piled(papers, steps).map(readLoose)
}

/** Takes the folds among the steps with one sheet. */
export function folded(paper: Paper, steps: readonly Step[]): Pile {
  return steps.filter(isFold).reduce((sheet, { axis, at, under }) => {
    const across = axis === 'vertical' ? 'x' : 'y'
    return fold(sheet, { across, at, side: under === 'right' ? 'after' : 'before', goes: 'under' })
  }, lay(paper))
}

/** Each sheet is folded alone; then they are nested and gathered. */
function bound(papers: readonly Paper[], steps: readonly Step[], binding: Binding): Reading {
  const sheets = papers.map((paper) => folded(paper, steps))
  const signatures: Pile[] = []
  let isGathered = false
  for (const step of steps) {
    switch (step.kind) {
      case 'fold':
        break
      case 'nest':
        signatures.push(...nested(sheets, step.sheets))
        break
      case 'gather':
        isGathered = true
        break
      case 'cut':
      case 'stack':
        throw new Error(`a ${step.kind} of what is folded`)
    }
  }
  if (signatures.length > 1 && !isGathered)
    throw new Error(`${signatures.length} signatures are not gathered`)
  const lastFold: Edge = steps.findLast(isFold)?.under ?? binding.side
  return readBook(gather(signatures), lastFold, binding)
}

function isFold(step: Step): step is Fold {
  return step.kind === 'fold'
}

/** Signatures of so many sheets each. */
function nested(sheets: readonly Pile[], counts: readonly number[]): readonly Pile[] {
  const signatures: Pile[] = []
  let first = 0
  for (const count of counts) {
    const [outer, ...inner] = sheets.slice(first, first + count)
    if (outer === undefined) throw new Error('a signature of no sheet')
    signatures.push(inner.reduce(nest, outer))
    first += count
  }
  if (first !== sheets.length) throw new Error(`${first} of ${sheets.length} sheets are in signatures`)
  return signatures
}

/** All sheets are cut in one stack, and the piles laid on one another. */
function piled(papers: readonly Paper[], steps: readonly Step[]): readonly Pile[] {
  let piles: readonly Pile[] = [gather(papers.map(lay))]
  for (const step of steps) {
    switch (step.kind) {
      case 'cut':
        piles = piles
          .flatMap((pile) => slices(pile, 'y', step.rows))
          .flatMap((pile) => slices(pile, 'x', step.columns))
        break
      case 'stack': {
        if (new Set(step.piles).size !== piles.length) throw new Error('not each pile is stacked once')
        const from = piles
        piles = [gather(step.piles.map((pile) => knockedUp(taken(from, pile))))]
        break
      }
      default:
        throw new Error(`a ${step.kind} of what is not folded`)
    }
  }
  return piles
}

function slices(pile: Pile, across: 'x' | 'y', lines: readonly number[]): readonly Pile[] {
  const piles: Pile[] = []
  let rest = pile
  for (const at of [...lines].sort((one, other) => one - other)) {
    const { before, after } = cut(rest, across, at)
    piles.push(before)
    rest = after
  }
  return [...piles, rest]
}

function taken(piles: readonly Pile[], index: number): Pile {
  const pile = piles[index]
  if (pile === undefined) throw new Error(`there is no pile ${index}`)
  return pile
}
