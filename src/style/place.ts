import type { CssNode } from 'css-tree'
import type { SourceFile, Span } from '../base/span.ts'

/** Where a part of a theme stands. */
export function spanOf(node: CssNode, file: SourceFile): Span {
  return { file, start: node.loc?.start.offset ?? 0, end: node.loc?.end.offset ?? 0 }
}

/** Its first character. */
export function startOf(node: CssNode, file: SourceFile): Span {
  const span = spanOf(node, file)
  return { ...span, end: Math.min(span.start + 1, file.text.length) }
}

/** Whether a block has a bracket of its own at its end: the end of the file closes all that are open. */
export function isClosed(block: CssNode, file: SourceFile): boolean {
  const { end } = spanOf(block, file)
  const last = block.type === 'Block' ? block.children.last : null
  return file.text[end - 1] === '}' && (last?.loc?.end.offset ?? 0) < end
}
