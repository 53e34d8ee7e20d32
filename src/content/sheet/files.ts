import { folderOf } from '../../base/path.ts'
import type { Report } from '../../base/report.ts'
import type { NamedFile } from '../chapter-files.ts'
import type { Row } from '../data/rows.ts'
import { readPath } from '../paths.ts'
import type { WrittenPublication } from '../schema.ts'
import type { WrittenBlock } from '../schema-blocks.ts'
import type { Loaded, YamlScalar } from '../yaml-node.ts'
import { fillScalar, sheetRow } from './fill.ts'

/** What may name files of data: blocks, and the file that they stand in. */
export interface NamesData {
  readonly loaded: Loaded
  readonly written: {
    readonly blocks?: readonly WrittenBlock[] | undefined
    readonly indicators?: WrittenPublication['indicators']
  }
}

/** The files that `data:` names, each once. */
export function filesOfData(
  files: readonly NamesData[],
  row: Row | null,
  report: Report,
): readonly NamedFile[] {
  const filling = row && sheetRow(row)
  const found = new Map<string, NamedFile>()
  for (const { loaded, written } of files) {
    const folder = folderOf(loaded.file.path)
    for (const scalar of namesIn(written)) {
      const filled = fillScalar(scalar, filling, 'bare', report)
      const path = filled && readPath(folder, filled, report)
      if (path !== null && !found.has(path)) found.set(path, { path, span: scalar.span })
    }
  }
  return [...found.values()]
}

function namesIn({ blocks = [], indicators = {} }: NamesData['written']): readonly YamlScalar[] {
  const charts = blocks.flatMap((block) =>
    'chart' in block && !Array.isArray(block.chart) && 'data' in block.chart ? [block.chart.data] : [],
  )
  return [...Object.values(indicators).flatMap(({ data }) => data ?? []), ...charts]
}
