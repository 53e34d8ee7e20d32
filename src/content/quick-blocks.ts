import type { WrittenBlock } from './schema-blocks.ts'
import type { WrittenText } from './schema-values.ts'
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts'

/**
 * What the schema makes of a paragraph or heading in which nothing can be wrong; null for any other block. Most blocks
 * of a long publication are of this kind, and the schema takes ten times as long to say so.
 */
export function quickBlock(node: YamlNode): WrittenBlock | null {
  if (node.kind !== 'map') return null
  const { entries } = node
  const known = entries.size === 1 + (entries.has('id') ? 1 : 0) + (entries.has('level') ? 1 : 0)
  const id = entries.get('id')
  if (!known || (id !== undefined && !isName(id.value))) return null
  const named = id?.value.kind === 'scalar' ? { id: id.value } : {}
  const paragraph = textOf(entries.get('paragraph'))
  if (paragraph !== null) return entries.has('level') ? null : { paragraph, ...named }
  const heading = textOf(entries.get('heading'))
  if (heading === null) return null
  const level = entries.get('level')?.value
  if (level === undefined) return { heading, ...named }
  return isLevel(level) ? { heading, level, ...named } : null
}

function textOf(entry: YamlEntry | undefined): WrittenText | null {
  const value = entry?.value
  if (value?.kind === 'scalar') return value.isNull ? null : value
  if (value?.kind !== 'map') return null
  for (const version of value.entries.values()) if (version.value.kind !== 'scalar') return null
  return value
}

function isName(node: YamlNode): boolean {
  return node.kind === 'scalar' && !node.isNull && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(node.text)
}

function isLevel(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar' && !node.isNull && /^[123]$/.test(node.text)
}
