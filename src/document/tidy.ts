import type { Element, Node } from './element.ts'
import { sortOf } from './elements.ts'

/**
 * Drops white space that is only there to make a layout legible: beside blocks and at the edges of one. Between two
 * words, links or spans it is a space and stays. Changes the children of an element that is still being made.
 */
export function tidy(element: Element & { readonly children: Node[] }): void {
  const { children } = element
  if (sortOf(element.name) === 'inline' || !children.some(isSpace)) return
  const kept = children.filter((child, index) => {
    return !isSpace(child) || !(isEdge(children[index - 1]) || isEdge(children[index + 1]))
  })
  children.splice(0, children.length, ...kept)
}

function isSpace(node: Node): boolean {
  return node.kind === 'text' && /^[ \t\r\n]*$/.test(node.leaf.text)
}

function isEdge(neighbour: Node | undefined): boolean {
  return neighbour === undefined || (neighbour.kind === 'element' && sortOf(neighbour.name) !== 'inline')
}
