import {
  type Changes,
  isRenamed,
  type Lag,
  type PassageChange,
  passageOf,
  type TextChange,
} from './changes.ts'
import type { PassageKind } from './passages.ts'

const kinds: Readonly<Record<PassageKind, string>> = {
  field: 'front matter',
  heading: 'heading',
  paragraph: 'paragraph',
  'run-in': 'run-in heading',
  item: 'list item',
  quote: 'quotation',
  code: 'code',
  cell: 'table cell',
  caption: 'caption',
  description: 'description of a picture',
  picture: 'picture',
  source: 'source',
  label: 'label',
  figure: 'figure',
  values: 'values of a chart',
  note: 'note',
  term: 'term',
  remark: 'remark',
}

export function nameOfKind(kind: PassageKind): string {
  return kinds[kind]
}

/** What a lag is about, in words: `en changed; zh-Hans is as before`. */
export function lagSentence({ changed, unchanged, missing, stale, isMinor }: Lag): string {
  const are = (languages: readonly string[]) => (languages.length === 1 ? 'is' : 'are')
  const behind = [
    ...(unchanged.length === 0 ? [] : [`${unchanged.join(', ')} ${are(unchanged)} as before`]),
    ...(missing.length === 0 ? [] : [`${missing.join(', ')} ${are(missing)} missing`]),
  ]
  const head = changed.length === 0 ? [] : [`${changed.join(', ')} changed${isMinor ? ' in marks only' : ''}`]
  return [
    ...(behind.length === 0 ? [] : [...head, ...behind]),
    ...stale.map(
      ({ lang, figure, changedIn, changedTo }) =>
        `${lang} still says “${figure.text}”, which is “${changedTo.text}” in ${changedIn} now`,
    ),
  ].join('; ')
}

/** The passages that one language has and another lacks, in reading order, without those where only marks changed. */
export function lagging({
  passages,
}: Changes): readonly { readonly change: PassageChange; readonly lag: Lag }[] {
  return passages.flatMap((change) =>
    change.lag === null || change.lag.isMinor ? [] : [{ change, lag: change.lag }],
  )
}

/**
 * Changes of a report, those in a row that are told in one line together: passages that were moved and say the same.
 * What stands under other titles is told apart.
 */
export function inRuns(
  passages: readonly PassageChange[],
): readonly (readonly [PassageChange, ...PassageChange[]])[] {
  const runs: [PassageChange, ...PassageChange[]][] = []
  for (const change of passages) {
    const last = runs.at(-1)
    const isSame =
      last !== undefined && isOnlyMoved(change) && isOnlyMoved(last[0]) && pathOf(change) === pathOf(last[0])
    if (isSame) last.push(change)
    else runs.push([change])
  }
  return runs
}

function isOnlyMoved(change: PassageChange): boolean {
  const { before, after, isMoved, texts } = change
  return isMoved && texts.length === 0 && before?.kind === after?.kind && !isRenamed(change)
}

/** The titles that a passage stands under, in a line. */
export function pathOf(change: PassageChange): string {
  return passageOf(change).path.join(' › ')
}

/** `upr (paragraph): changed, moved`; `intro … upr (7 passages): moved`. */
export function headOf([first, ...others]: readonly [PassageChange, ...PassageChange[]]): string {
  const { id, kind } = passageOf(first)
  const last = others.at(-1)
  if (last !== undefined) return `${id} … ${passageOf(last).id} (${others.length + 1} passages): moved`
  return `${id} (${nameOfKind(kind)}): ${whatOf(first).join(', ')}`
}

function whatOf(change: PassageChange): readonly string[] {
  const { before, after, texts, isMoved } = change
  if (before === null) return ['added']
  if (after === null) return ['removed']
  return [
    ...(isRenamed(change) ? [`renamed from ${before.id}`] : []),
    ...(before.kind === after.kind ? [] : [`was a ${nameOfKind(before.kind)}`]),
    ...(isMoved ? ['moved'] : []),
    ...(texts.length === 0 ? [] : [texts.every(({ isMinor }) => isMinor) ? 'marks changed' : 'changed']),
  ]
}

/** What a translator must see beside the change: the texts that say the same as before though others changed. */
export function behind({ after, lag }: PassageChange): readonly Pick<TextChange, 'lang' | 'after'>[] {
  if (lag === null || lag.isMinor || after === null) return []
  return lag.unchanged.map((lang) => ({ lang, after: after.texts.get(lang) ?? null }))
}
