import type { SourceFile, Span } from '../base/span.ts'
import { deepestCall, deepestParsed, longestPath, mostTags } from './limits.ts'

/** Where a layout is too deep, and what is said of it. */
export interface Depth {
  readonly node: Pick<hbs.AST.Node, 'loc'>
  readonly message: string
  readonly hint: string
}

interface Visit {
  readonly node: unknown
  readonly depth: number
}

/**
 * The first node that stands deeper than may be walked recursively, or a path of too many steps; null when there is
 * none. Walks the tree without recursion itself.
 */
export function tooDeep(program: hbs.AST.Program): Depth | null {
  const open: Visit[] = [{ node: program, depth: 0 }]
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { node } = visit
    if (Array.isArray(node)) {
      for (const item of node.toReversed()) open.push({ node: item, depth: visit.depth })
      continue
    }
    if (!isNode(node)) continue
    if (isPath(node) && node.parts.length + node.depth > longestPath) {
      return { node, message: `a look-up takes more than ${longestPath} steps`, hint: 'use `{{#with …}}`' }
    }
    const depth = visit.depth + (nesting.has(node.type) ? 1 : 0)
    if (depth > deepestCall) {
      return { node, ...nested }
    }
    for (const part of parts(node).toReversed()) open.push({ node: part, depth })
  }
  return null
}

/** What is said of nesting, wherever it is found. */
export const nested = {
  message: `blocks and calls stand in each other more than ${deepestCall} deep`,
  hint: 'put the inner ones into a partial: `{{> name}}`',
}

/** The offset where a layout file is nested too deep even to be parsed, or null. Counts tags as they are written. */
export function tooDeepToParse(text: string): number | null {
  let blocks = 0
  let calls = 0
  for (const { 0: tag, index } of text.matchAll(/\{\{~?\s*(?:[#^]>?\s*[^\s~}]|\/)|\}\}|[()]/g)) {
    if (tag === '(') calls++
    else if (tag === ')') calls--
    else if (tag === '}}') calls = 0
    else blocks = Math.max(0, blocks + (tag.endsWith('/') ? -1 : 1))
    if (blocks > deepestParsed || calls > deepestParsed) return index
  }
  return null
}

/** The place of the first tag in the files of a layout that is one too many, or null. */
export function tagTooMany(files: readonly SourceFile[]): Span | null {
  let count = 0
  for (const file of files) {
    for (const { index } of file.text.matchAll(/\{\{/g)) {
      if (++count > mostTags) return { file, start: index, end: index + 2 }
    }
  }
  return null
}

const nesting: ReadonlySet<string> = new Set(['BlockStatement', 'PartialBlockStatement', 'SubExpression'])

/** All that may hold other nodes, in the order of the file. */
function parts(node: hbs.AST.Node): readonly unknown[] {
  const names = ['path', 'name', 'params', 'hash', 'pairs', 'value', 'body', 'program', 'inverse']
  return names.map((name) => Reflect.get(node, name)).filter((part) => typeof part === 'object')
}

function isNode(value: unknown): value is hbs.AST.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'loc' in value
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}
