import { folderOf } from '../../base/path.ts'
import type { Report } from '../../base/report.ts'
import type { BookFile } from '../book.ts'
import type { Rows } from '../data/rows.ts'
import type { WrittenPublication } from '../schema.ts'
import type { WrittenTable } from '../schema-blocks.ts'
import type { TextSettings } from '../texts.ts'
import type { YamlNode } from '../yaml-node.ts'
import { type NamedIndicator, readIndicators } from './indicators.ts'
import { Drawing, type Sheet } from './sheet.ts'

/** Gathers what the blocks of all files may show: the indicators of the first, the figures and tables of each. */
export function openSheet(
  indicators: WrittenPublication['indicators'],
  files: readonly BookFile[],
  isPartial: boolean,
  data: ReadonlyMap<string, Rows | null>,
  settings: TextSettings,
  report: Report,
): Sheet {
  const [own] = files
  const named = own === undefined ? [] : namedIndicators(own.loaded.root, indicators)
  const folder = own === undefined ? '' : folderOf(own.loaded.file.path)
  const blocks = files.flatMap(({ written }) => written.blocks)
  return {
    indicators: readIndicators(named, { ...settings, folder, data }, report),
    figures: new Map(files.flatMap(({ written }) => written.figures ?? []).map((one) => [one.id.text, one])),
    tables: new Map(
      blocks.flatMap((block) =>
        'table' in block && isTable(block) && block.id ? [[block.id.text, block]] : [],
      ),
    ),
    lost: isPartial ? null : new Set(files.flatMap(({ loaded }) => namesIn(loaded.root))),
    data,
    drawing: new Drawing(),
  }
}

function isTable(block: object): block is WrittenTable {
  return !('chart' in block)
}

function namedIndicators(
  root: YamlNode,
  written: WrittenPublication['indicators'] = {},
): readonly NamedIndicator[] {
  const node = childOf(root, 'indicators')
  if (node?.kind !== 'map') return []
  return [...node.entries.values()].flatMap(({ key, keySpan }) => {
    const one = Object.hasOwn(written, key) ? written[key] : undefined
    return one === undefined ? [] : [{ id: key, span: keySpan, written: one }]
  })
}

/** Names that stand in a file, whatever the schema thinks of what they name. */
function namesIn(root: YamlNode): readonly string[] {
  const indicators = childOf(root, 'indicators')
  const lists = ['figures', 'blocks'].flatMap((key) => {
    const list = childOf(root, key)
    return list?.kind === 'list' ? list.items : []
  })
  return [
    ...(indicators?.kind === 'map' ? indicators.entries.keys() : []),
    ...lists.flatMap((item) => {
      const id = childOf(item, 'id')
      return id?.kind === 'scalar' && !hasKind(item) ? [id.text] : []
    }),
  ]
}

/** Whether a block is one that no chart or card can name. */
function hasKind(item: YamlNode): boolean {
  return item.kind === 'map' && ['paragraph', 'heading', 'list', 'quote'].some((key) => item.entries.has(key))
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined
}
