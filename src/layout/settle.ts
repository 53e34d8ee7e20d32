import { handOn, Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { BlockBox } from '../style/box.ts'
import type { Workshop } from '../text/workshop.ts'
import { type AnchorTable, findAnchors, findPlaces, type PlaceTable } from './anchors.ts'
import { arrange } from './arrange.ts'
import type { Galley } from './flow.ts'
import { galley } from './galley.ts'
import type { Manuscript, Sheet } from './manuscript.ts'
import { findCalls } from './note-links.ts'
import type { Labels } from './references.ts'
import type { GalleySettings } from './setting.ts'
import { makeSheets, type Paper } from './sheets.ts'

/** A document on its pages, before marks. */
export interface Settled {
  readonly sheets: readonly Sheet[]
  readonly places: PlaceTable
  readonly anchors: AnchorTable
}

/** References in running text change lines, lines change pages, pages change references: so often at most. */
const mostRounds = 5
/** What a reference is set with before any page is known. */
const guess = '00'

/**
 * Lays out a document until its references name the pages that they lead to. Without references that is once; else
 * only what has a changed one in it is set again.
 */
export function settle(manuscript: Manuscript, paper: Paper, workshop: Workshop, report: Report): Settled {
  const references = referencesIn(manuscript.root)
  if (references.length === 0) return layOnce(manuscript, paper, workshop, plainly, report)
  const memory = new Map<BlockBox, Remembered>()
  let known: ReadonlyMap<string, string> = new Map()
  for (let round = 1; ; round++) {
    const scratch = new Report()
    const settled = layOnce(manuscript, paper, workshop, remembering(memory, known), scratch)
    const labels = labelsIn(settled, references)
    const changed = references.filter(({ anchor }) => labels.get(anchor) !== known.get(anchor))
    if (changed.length === 0 || round === mostRounds) {
      handOn(scratch.diagnostics, report)
      for (const { element } of changed) reportUnsettled(element, report)
      for (const { element, anchor } of references)
        if (labels.get(anchor) === '') reportUnnumbered(element, anchor, report)
      return settled
    }
    known = labels
  }
}

interface Setting {
  readonly labels: Labels
  readonly setCell: (box: BlockBox, settings: GalleySettings, report: Report) => Galley
}

const plainly: Setting = { labels: { labelOf: () => guess }, setCell: galley }

function layOnce(
  manuscript: Manuscript,
  paper: Paper,
  workshop: Workshop,
  { labels, setCell }: Setting,
  report: Report,
): Settled {
  const { languages, frameFor } = paper
  const { pictures, charts } = manuscript
  const arrangement = { languages, frameFor, workshop, pictures, charts, labels, setCell }
  const sections = arrange(manuscript.boxes, arrangement, report)
  const sheets = makeSheets(sections, paper, report)
  const places = findPlaces(manuscript.root, sheets)
  const anchors = new Map([...findAnchors(manuscript.root, places), ...findCalls(sheets)])
  return { sheets, places, anchors }
}

/** A cell that was set, with the labels that it asked for and what was found. */
interface Remembered {
  readonly galley: Galley
  readonly asked: ReadonlyMap<string, string>
  readonly found: Report
}

function remembering(memory: Map<BlockBox, Remembered>, known: ReadonlyMap<string, string>): Setting {
  const labelIn = (anchor: string): string => known.get(anchor) ?? guess
  return {
    labels: { labelOf: labelIn },
    setCell: (box, settings, report) => {
      const before = memory.get(box)
      const isSame = before && [...before.asked].every(([anchor, label]) => labelIn(anchor) === label)
      const set = isSame ? before : setAnew(box, settings, labelIn)
      memory.set(box, set)
      handOn(set.found.diagnostics, report)
      return set.galley
    },
  }
}

function setAnew(box: BlockBox, settings: GalleySettings, labelIn: (anchor: string) => string): Remembered {
  const asked = new Map<string, string>()
  const found = new Report()
  const labelOf = (anchor: string): string => {
    const label = labelIn(anchor)
    asked.set(anchor, label)
    return label
  }
  return { galley: galley(box, { ...settings, labels: { labelOf } }, found), asked, found }
}

interface Reference {
  readonly element: Element
  readonly anchor: string
}

/** The references without a text of their own. */
function referencesIn(root: Element): readonly Reference[] {
  const found: Reference[] = []
  const visit = (element: Element): void => {
    const href = element.name === 'bi-reference' ? element.attrs.get('href') : undefined
    if (href?.startsWith('#') && element.children.length === 0) found.push({ element, anchor: href.slice(1) })
    for (const child of element.children) if (child.kind === 'element') visit(child)
  }
  visit(root)
  return found
}

function labelsIn(
  { sheets, anchors }: Settled,
  references: readonly Reference[],
): ReadonlyMap<string, string> {
  return new Map(
    references.map(({ anchor }) => [anchor, sheets[anchors.get(anchor)?.page ?? -1]?.label ?? '?']),
  )
}

function reportUnsettled(element: Element, report: Report): void {
  const message = 'the page number of a reference does not settle: each layout moves what it leads to'
  const hint = 'reword the sentence a little, so that its lines do not depend on the number'
  report.warning('layout/unsettled-reference', message, element.span, hint)
}

function reportUnnumbered(element: Element, anchor: string, report: Report): void {
  const message = `\`${anchor}\` stands on a page without a number`
  const hint =
    'refer to its title instead, as in `{ref: id title}`, or number the page: `bi-page-label` in the theme'
  report.warning('layout/unnumbered-reference', message, element.span, hint)
}
