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

interface Versions {
  readonly versions: ReadonlyMap<Lang, Leaf>
}

/** A text without its calls of notes: for where it is repeated. */
export function withoutNotes<Repeated extends Versions>(text: Repeated): Repeated {
  return without(({ kind }) => kind === 'note', text)
}

/**
 * A title as a reference shows it: without calls of notes, and without references to titles and pages, which would
 * bring others in turn, without end where two titles name each other.
 */
export function asReferred<Title extends Versions>(title: Title): Title {
  return without((call) => call.kind === 'note' || call.form !== 'number', title)
}

function without<Repeated extends Versions>(isLeftOut: (call: Call) => boolean, text: Repeated): Repeated {
  const leaves = [...text.versions.values()]
  if (!leaves.some((leaf) => mayCall(leaf.text))) return text
  const versions = new Map(
    [...text.versions].map(([lang, leaf]) => [lang, leafWithout(isLeftOut, leaf)] as const),
  )
  return { ...text, versions }
}

function leafWithout(isLeftOut: (call: Call) => boolean, leaf: Leaf): Leaf {
  const stretches: Stretch[] = []
  let from = 0
  for (const call of callsIn(leaf)) {
    if (!isLeftOut(call)) continue
    const { whole } = call
    if (whole[0] > from) stretches.push([from, whole[0]])
    from = whole[1]
  }
  if (from < leaf.text.length) stretches.push([from, leaf.text.length])
  return pickFromLeaf(leaf, stretches)
}
