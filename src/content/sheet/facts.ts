import { didYouMean, type Report } from '../../base/report.ts'
import type { Making, Named } from '../blocks.ts'
import type { Facts } from '../publication.ts'
import type { WrittenFacts } from '../schema-data-blocks.ts'
import { readOptionalText, readText, type TextSettings } from '../texts.ts'
import { priorityOf } from './priority.ts'

type Fact = Facts['facts'][number]

/** Reads key facts: figures of `figures:` as they are shown, else in the words that state them, or by hand. */
export function readFacts(
  written: WrittenFacts,
  named: Named,
  { claim, sheet }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Facts, 'priority'> {
  const title = readOptionalText(written.title, settings, report)
  const facts = written.facts.flatMap((one): readonly (Omit<Fact, 'id'> & { wanted: string | null })[] => {
    if (!('kind' in one)) {
      const figure = readText(one.figure, settings, report)
      const text = readText(one.text, settings, report)
      return [{ figure, text, priority: priorityOf(one), wanted: one.id?.text ?? null }]
    }
    const known = sheet.figures.get(one.text)
    if (known === undefined) {
      if (sheet.lost !== null && !sheet.lost.has(one.text)) {
        const hint = didYouMean(one.text, [...sheet.figures.keys()])
        report.error('content/unknown-figure', `there is no figure \`${one.text}\``, one.span, hint)
      }
      return []
    }
    const figure = readText(known.display ?? known.find, settings, report)
    return [{ figure, text: readText(known.label, settings, report), priority: null, wanted: one.text }]
  })
  const id = named('facts', title ?? facts[0]?.text ?? null)
  return {
    kind: 'facts',
    id,
    title,
    facts: facts.map(({ wanted, ...fact }, index) => ({
      id: claim(`${id}-${wanted ?? index + 1}`),
      ...fact,
    })),
  }
}
