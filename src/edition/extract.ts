import { conflicting } from '../archive/ocfl/names.ts'
import { byCodeUnit } from '../archive/vault.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { type OwnPart, openOwnPart } from '../pdf/read-attached.ts'
import { folderPath, namingProblem } from './names.ts'

/** What a PDF was made from. */
export interface Extracted {
  /** By the path that `Source.read` takes, sorted. */
  readonly sources: ReadonlyMap<string, Uint8Array>
  /** The part of the file that this program wrote. */
  readonly part: OwnPart
}

/**
 * The files that a PDF embeds, whole and under names that lead nowhere; null after a finding. `path` is the PDF's, for
 * findings.
 */
export function extract(bytes: Uint8Array, path: string, report: Report): Extracted | null {
  const part = openOwnPart(bytes)
  const place = wholeFile(path)
  if (part === null) {
    const message = `\`${visible(path)}\` is no PDF of this program, or it is damaged`
    const hint = 'take the file as `bifolio` wrote it: other programs write PDFs anew when they save them'
    report.error('archive/not-readable', message, place, hint)
    return null
  }
  if (part.attached.length === 0) {
    const hint = 'take the copy for reading: a print copy names it in its properties'
    report.error('archive/no-sources', `\`${visible(path)}\` embeds no sources`, place, hint)
    return null
  }
  const before = report.diagnostics.length
  const sources = new Map<string, Uint8Array>()
  for (const { name, bytes: content, isWhole } of part.attached) {
    const problem = problemOf(name, sources)
    if (problem !== null) {
      const message = `the embedded file \`${visible(name)}\` ${problem}`
      report.error('archive/unsafe-name', message, place, 'trust neither this file nor where it came from')
    } else if (!isWhole) {
      const message = `the embedded file \`${visible(name)}\` is not what was embedded: its checksum differs`
      report.error('archive/damaged-source', message, place, 'take another copy of the PDF')
    } else sources.set(name, content)
  }
  const clash = conflicting([...sources.keys()].map(folderPath).sort(byCodeUnit))
  if (clash !== null) {
    const message = `the embedded file \`${visible(clash[0])}\` is also the folder of another one`
    report.error('archive/unsafe-name', message, place, 'trust neither this file nor where it came from')
  }
  if (report.diagnostics.length > before) return null
  return { sources: new Map([...sources].sort(([a], [b]) => byCodeUnit(a, b))), part }
}

function problemOf(name: string, known: ReadonlyMap<string, Uint8Array>): string | null {
  const problem = namingProblem(name)
  if (problem !== null) return problem
  return known.has(name) ? 'is embedded twice' : null
}
