import { folderOf } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { isOddName } from '../base/world.ts'
import type { NamedFile } from './chapter-files.ts'
import { nameOfCell, type Row } from './data/rows.ts'
import { fileNameLimit } from './limits.ts'
import { readPath } from './paths.ts'
import { fillScalar, sheetRow } from './sheet/fill.ts'
import type { Loaded, YamlScalar } from './yaml-node.ts'

/** The data of a pattern, as a path of the project; null where it names none, or after a finding. */
export function rowsFile({ file, root }: Loaded, report: Report): NamedFile | null {
  const named = root.kind === 'map' ? root.entries.get('rows')?.value : undefined
  if (named?.kind !== 'scalar' || named.isNull) return null
  const path = readPath(folderOf(file.path), named, report)
  return path === null ? null : { path, span: named.span }
}

/**
 * The stem of the file of a row, by the pattern `file:` of its sheet; the row's number where there is none. It is safe
 * on every system: one name, of a file that shows. Null after a finding.
 */
export function fileNameOf({ root }: Loaded, row: Row, report: Report): string | null {
  const pattern = root.kind === 'map' ? root.entries.get('file')?.value : undefined
  if (pattern?.kind !== 'scalar' || pattern.isNull) return String(row.number)
  const filled = fillScalar(pattern, sheetRow(row), 'bare', report)
  if (filled === null) return null
  const name = filled.text.trim()
  const problem = problemOf(name)
  if (problem === null) return name
  const where = placeOf(pattern, row)
  const message = `${where.what} gives the file name \`${name}\`, which ${problem}`
  report.error('content/file-name', message, where.span, 'change the cell, or the pattern in `file:`')
  return null
}

/** Names that Windows gives to devices, with any ending (Microsoft, Naming Files, Paths, and Namespaces). */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i

function problemOf(name: string): string | null {
  if (name === '') return 'is empty'
  if (/[/\\]/.test(name)) return 'leads into another folder'
  if (name.startsWith('.')) return 'begins with a full stop: files of that kind are hidden'
  if (/[. ]$/.test(name)) return 'ends in a full stop or space, which Windows takes away'
  if (/[<>:"|?*]/.test(name)) return 'holds a sign that Windows keeps for itself'
  if (reserved.test(name)) return 'Windows keeps for a device'
  if (isOddName(name)) return 'holds a character that nobody sees'
  if (Buffer.byteLength(name) > fileNameLimit) return `has more than ${fileNameLimit} bytes`
  return null
}

/** The cell that a pattern names; the pattern itself where it names several or none. */
function placeOf(pattern: YamlScalar, row: Row): { readonly what: string; readonly span: Span } {
  const names = [...pattern.text.matchAll(/(?<!\$)\$\{([^{}\n]*)\}/g)].map(([, name = '']) => name.trim())
  const [name = ''] = names
  const cell = names.length === 1 ? row.cells.get(name) : undefined
  if (cell !== undefined) return { what: nameOfCell(name, row), span: cell.span }
  return { what: `row ${row.number}`, span: pattern.span }
}
