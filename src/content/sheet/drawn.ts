import type { PerLanguage } from '../../base/lang.ts'
import { type Leaf, pickFromLeaf, type Stretch } from '../../base/leaf.ts'
import type { Text } from '../publication.ts'
import { scan, type Token } from '../scan.ts'

/** The words of a text as they are drawn, where nothing is emphasised: without marks and the backslashes before others. */
export function drawn({ versions }: Text): PerLanguage<Leaf> {
  const leaves = [...versions.values()]
  if (!leaves.some(({ text }) => mayBeMarked(text))) return versions
  return new Map([...versions].map(([lang, leaf]) => [lang, leafDrawn(leaf)]))
}

function mayBeMarked(text: string): boolean {
  return /[*`[\\{]/.test(text)
}

function leafDrawn(leaf: Leaf): Leaf {
  if (!mayBeMarked(leaf.text)) return leaf
  const tokens = scan(leaf.text)
  const linked = new Set(tokens.flatMap((token) => (token.kind === 'link' ? [token.bracket] : [])))
  return pickFromLeaf(
    leaf,
    tokens.flatMap((token, index) => shownOf(token, linked.has(index))),
  )
}

/** What of a piece of text is words. */
function shownOf(token: Token, isLinked: boolean): readonly Stretch[] {
  switch (token.kind) {
    case 'text':
      return [[token.from, token.to]]
    case 'code':
      return [token.inner]
    case 'stars':
      // `5 * 3` is no emphasis.
      return token.mayOpen || token.mayClose ? [] : [[token.from, token.to]]
    case 'bracket':
      return isLinked ? [] : [[token.from, token.to]]
    case 'reference':
      // Braces that hold no reference are text.
      return token.id === null ? [[token.from, token.to]] : []
    default:
      return []
  }
}
