import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { type Recording, recording, type Source } from '../base/world.ts'
import { type Request, readPublication } from '../build.ts'
import { readRows } from '../content/data/read-rows.ts'
import type { Row } from '../content/data/rows.ts'
import type { Publication } from '../content/publication.ts'
import { type Rendering, readRendering, renderingPath } from '../rendering.ts'
import { extract } from './extract.ts'
import { declaredFonts } from './fonts.ts'
import { behind, memorySource } from './memory-source.ts'

/** What a PDF was made of, and how, as it says itself. */
export interface MadePdf {
  readonly rendering: Rendering
  readonly sources: ReadonlyMap<string, Uint8Array>
  /** The same as a build reads them; only fonts, which a PDF holds no whole files of, come from elsewhere. */
  readonly source: Source
}

/** Null after a finding; `path` is the PDF's. */
export function openMade(bytes: Uint8Array, path: string, fonts: Source, report: Report): MadePdf | null {
  const extracted = extract(bytes, path, report)
  if (extracted === null) return null
  const { sources } = extracted
  const rendering = renderingIn(sources, path, report)
  if (rendering === null) return null
  const held = memorySource(sources)
  const declared = new Set(declaredFonts(held).map(({ file }) => file))
  return { rendering, sources, source: behind(held, fonts, (file) => declared.has(file)) }
}

/** The publication of a PDF, read again as it was read then. */
export interface ReadAgain {
  readonly publication: Publication
  readonly request: Request
  readonly reading: Recording
}

/** Null after a finding. */
export function readAgain({ rendering, sources, source }: MadePdf, report: Report): ReadAgain | null {
  const { publication: path, languages, isDraft, changed, media, profile, date, layout: name } = rendering
  const row = rendering.row === null ? null : rowIn(rendering.row, sources, report)
  if (report.failed) return null
  const request: Request = { path, name: 'rebuilt', languages, isDraft, row, changed, media, profile, date }
  const reading = recording(source)
  const publication = readPublication(request, reading, report)
  if (publication === null) return null
  const layout = publication.layout.name === name ? publication.layout : { name, span: wholeFile(path) }
  return { publication: { ...publication, layout }, request, reading }
}

/**
 * Does something with what was made before, of whose findings only errors are told: what was a warning then is one now, and
 * was told to its author.
 */
export function withErrorsOnly<T>(report: Report, act: (found: Report) => T | null): T | null {
  const found = new Report()
  const done = act(found)
  if (done !== null && !found.failed) return done
  for (const { severity, code, message, span, hints } of found.diagnostics) {
    const [first = '', ...others] = hints
    if (severity === 'error') report.error(code, message, span, first, ...others)
  }
  return null
}

function renderingIn(
  sources: ReadonlyMap<string, Uint8Array>,
  path: string,
  report: Report,
): Rendering | null {
  const bytes = sources.get(renderingPath)
  const read = bytes === undefined ? 'is not there' : readRendering(bytes)
  if (typeof read !== 'string') return read
  const message = `\`${visible(path)}\` does not say how it was made: its \`${renderingPath}\` ${read}`
  const hint =
    'build it from its sources with the options that it was built with: a combined file of a batch, or one of an older version, cannot be made again from itself'
  report.error('archive/no-rendering', message, wholeFile(path), hint)
  return null
}

const rowEnding = '.row.csv'

/** The row that filled a pattern: it is embedded as a table of its own, beside the data that it is from. */
function rowIn(path: string, sources: ReadonlyMap<string, Uint8Array>, report: Report): Row | null {
  const bytes = path.endsWith(rowEnding) ? sources.get(path) : undefined
  const rows = bytes && readRows(`${path.slice(0, -rowEnding.length)}.csv`, bytes, report)
  const [row] = rows?.rows ?? []
  if (row !== undefined) return row
  const message = `\`${visible(path)}\`, the row that the file was made of, is not among its sources`
  report.error('archive/damaged-source', message, wholeFile(path), 'take another copy of the PDF')
  return null
}
