import type { Lang } from '../base/lang.ts'
import { type Leaf, pickFromLeaf, type Stretch } from '../base/leaf.ts'
import { mayCall, type Reference, scan } from './scan.ts'

/** What a text calls or refers to, in order. */
export type Call =
  | { readonly kind: 'note'; readonly id: string; readonly whole: Stretch; readonly named: Stretch }
  | {
      readonly kind: 'reference'
      /** Null where the braces hold no reference. */
      readonly id: string | null
      readonly form: Reference['form']
      readonly whole: Stretch
      readonly named: Stretch
    }

/** The calls of notes and the references in a text; none in code, and none behind a backslash. */
export function callsIn({ text }: Leaf): readonly Call[] {
  if (!mayCall(text)) return []
  const calls: Call[] = []
  for (const token of scan(text)) {
    const whole: Stretch = [token.from, token.to]
    if (token.kind === 'note')
      calls.push({ kind: 'note', id: text.slice(...token.id), whole, named: token.id })
    else if (token.kind === 'reference') {
      const { id, form } = token
      const named = id ?? whole
      calls.push({ kind: 'reference', id: id && text.slice(...id), form, whole, named })
    }
  }
  return calls
}

/** A text without its calls of notes: for where it is repeated. */
export function withoutNotes<Versions extends { readonly versions: ReadonlyMap<Lang, Leaf> }>(
  text: Versions,
): Versions {
  const leaves = [...text.versions.values()]
  if (!leaves.some((leaf) => leaf.text.includes('[^'))) return text
  const versions = new Map([...text.versions].map(([lang, leaf]) => [lang, leafWithoutNotes(leaf)] as const))
  return { ...text, versions }
}

function leafWithoutNotes(leaf: Leaf): Leaf {
  const stretches: Stretch[] = []
  let from = 0
  for (const { kind, whole } of callsIn(leaf)) {
    if (kind !== 'note') continue
    if (whole[0] > from) stretches.push([from, whole[0]])
    from = whole[1]
  }
  if (from < leaf.text.length) stretches.push([from, leaf.text.length])
  return pickFromLeaf(leaf, stretches)
}
