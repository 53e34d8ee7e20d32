import type { PerLanguage } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { handOn, Report } from '../base/report.ts'
import { recording, type Source } from '../base/world.ts'
import { type Request, readPublication, setPages } from '../build.ts'
import { changedUnits, compare } from '../compare/compare.ts'
import type { State } from '../compare/passages.ts'
import { passagesOf } from '../passages.ts'
import { pagesOfPassages } from '../passages-on-pages.ts'
import { openWorkshop } from '../read.ts'
import { openMade, type ReadAgain, readAgain } from './made-pdf.ts'

/**
 * What a publication says now, and on which pages; null: it cannot be read. Only errors are findings: who compares a draft
 * knows that it is one. With one in its layout it has no pages, and can be compared all the same.
 */
export function stateOfDraft(request: Request, source: Source, report: Report): State | null {
  return quietly(report, (found) => {
    const reading = recording(source)
    const publication = readPublication(request, reading, found)
    return publication && onPages({ publication, request, reading }, found)
  })
}

/** The same of what a PDF embeds; `path` is the PDF's. */
export function stateOfPdf(bytes: Uint8Array, path: string, fonts: Source, report: Report): State | null {
  const made = openMade(bytes, path, fonts, report)
  return (
    made &&
    quietly(report, (found) => {
      const read = readAgain(made, found)
      return read && onPages(read, found)
    })
  )
}

/**
 * The units of a publication that are not as they were, in each language; null where it cannot be read, which the build
 * that follows says.
 */
export function changedSince(
  before: State,
  request: Request,
  source: Source,
): PerLanguage<ReadonlySet<UnitId>> | null {
  const publication = readPublication(request, source, new Report())
  if (publication === null) return null
  return changedUnits(compare(before, { passages: passagesOf(publication), layout: null }))
}

function onPages({ publication, request, reading }: ReadAgain, report: Report): State {
  const passages = passagesOf(publication)
  const workshop = openWorkshop(reading, report)
  const set = report.failed ? null : setPages(publication, request, reading, workshop, report)
  return { passages, layout: set && pagesOfPassages(set.laid) }
}

function quietly(report: Report, act: (found: Report) => State | null): State | null {
  const found = new Report()
  const state = act(found)
  handOn(
    found.diagnostics.filter(({ severity }) => severity === 'error'),
    report,
  )
  return state
}
