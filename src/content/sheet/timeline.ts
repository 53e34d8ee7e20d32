import type { Lang } from '../../base/lang.ts'
import type { Report } from '../../base/report.ts'
import { eventAlt } from '../../figures/alt.ts'
import type { Track, TrackEvent } from '../../figures/chart.ts'
import type { Making, Named } from '../blocks.ts'
import { mostYears } from '../limits.ts'
import type { Text, Timeline, TimelineEvent } from '../publication.ts'
import type { WrittenTimeline } from '../schema-data-blocks.ts'
import { readOptionalText, readText, type TextSettings } from '../texts.ts'
import { leavesFor, textFor, wordsIn } from './generated.ts'
import { readWhen, type When } from './when.ts'

interface Happened {
  readonly when: When
  readonly text: Text
}

/** Reads events and puts a track for each, and one for the years above them, with the charts of the publication. */
export function readTimeline(
  written: WrittenTimeline,
  named: Named,
  { claim, isWhole, sheet }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Timeline, 'priority'> {
  const title = readOptionalText(written.title, settings, report)
  const events = written.timeline.flatMap((one): readonly Happened[] => {
    const text = readText(one.text, settings, report)
    const when = readWhen(one, isWhole, settings, report)
    return when === null ? [] : [{ when, text }]
  })
  const id = named('timeline', title ?? events[0]?.text ?? null)
  const scale = scaleOf(events, settings.needed, report)
  const draw = (source: string, event: TrackEvent | null): void => {
    sheet.drawing.charts.set(source, { kind: 'track', ...scale, event })
  }
  draw(id, null)
  return {
    kind: 'timeline',
    id,
    title,
    source: id,
    events: events.map(({ when, text }, index): TimelineEvent => {
      const source = claim(`${id}-${index + 1}`)
      draw(source, when.event)
      const alt = textFor(settings, when.span, (lang) =>
        eventAlt(wordsIn(when.date, lang), wordsIn(text, lang), lang),
      )
      return { id: source, date: when.date, text, source, alt }
    }),
  }
}

type Scale = Pick<Track, 'from' | 'to' | 'years'>

/** The years from the first event to the last. */
function scaleOf(events: readonly Happened[], languages: readonly Lang[], report: Report): Scale {
  const [first] = events
  if (first === undefined) return { from: 0, to: 0, years: [] }
  const from = Math.min(...events.map(({ when }) => Math.floor(when.event.from)))
  const last = Math.max(...events.map(({ when }) => when.lastYear))
  if (last - from >= mostYears) {
    const message = `the timeline runs from ${from} to ${last}, over more than ${mostYears} years`
    const hint = 'correct the year, or divide it into several timelines'
    report.error('content/chart-limit', message, first.when.span, hint)
  }
  const to = Math.min(last, from + mostYears - 1)
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const step = [1, 2, 5, 10, 20, 25, 50].find((one) => all.length / one <= mostLabels) ?? 100
  const years = all
    .filter((year) => step === 1 || year % step === 0)
    .map((year) => ({ year, label: leavesFor(languages, first.when.span, () => String(year)) }))
  return { from, to, years }
}

/** A dozen years stand beside each other on a third of a page. */
const mostLabels = 12
