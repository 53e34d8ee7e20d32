import type { Report } from '../../base/report.ts'
import { load } from '../load.ts'
import type { YamlNode, YamlScalar } from '../yaml-node.ts'
import { reportNested, reportNoRow } from './findings.ts'
import { type RowObject, rowsOfObjects } from './object-rows.ts'
import type { DataCell, Rows } from './rows.ts'

/** Reads a YAML list of flat maps. It has the limits of a publication's YAML: larger data is JSON or CSV. */
export function readYamlRows(path: string, bytes: Uint8Array, report: Report): Rows | null {
  const loaded = load(path, bytes, report)
  if (loaded === null) return null
  const { file, root } = loaded
  if (root.kind !== 'list') {
    reportNoRow('the data is no list', { file, start: 0, end: 0 }, '`- { id: a, value: 1 }`', report)
    return null
  }
  const objects = root.items.map((item, index) => rowOf(item, index + 1, report))
  return { file, ...rowsOfObjects(objects) }
}

function rowOf(node: YamlNode, number: number, report: Report): RowObject | null {
  if (node.kind !== 'map') {
    reportNoRow(`row ${number} is no map`, node.span, '`- { id: a, value: 1 }`', report)
    return null
  }
  const cells = new Map<string, DataCell>()
  for (const { key, keySpan, value } of node.entries.values()) {
    if (value.kind === 'scalar') cells.set(key, cellOf(value))
    else reportNested(key, number, keySpan, report)
  }
  if (cells.size < node.entries.size) return null
  const names = [...node.entries.values()].map(({ key, keySpan }) => ({ name: key, span: keySpan }))
  return { span: node.span, cells, names }
}

function cellOf({ text, isNull, span, places }: YamlScalar): DataCell {
  return isNull ? { text: '', span, places: null } : { text, span, places }
}
