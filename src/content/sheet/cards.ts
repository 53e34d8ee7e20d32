import { didYouMean, type Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import { changeWords } from '../../figures/change.ts'
import { latestWords, periodWords } from '../../figures/period.ts'
import { usual } from '../../figures/said.ts'
import type { Unit } from '../../figures/unit.ts'
import type { Making, Named } from '../blocks.ts'
import type { Card, Cards, Said, Text } from '../publication.ts'
import type { WrittenCard, WrittenCards } from '../schema-data-blocks.ts'
import { readOptionalText, readText, type TextSettings } from '../texts.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { readChange, readPeriodText } from './about.ts'
import { optionalTextFor, textFor } from './generated.ts'
import type { DataPoint, Indicator } from './indicators.ts'
import { qualified, sayGiven, sayMissing, sayValue } from './said.ts'
import type { Sheet } from './sheet.ts'
import { readPrecision, readUnit, unitNamed } from './units.ts'
import { readValue } from './values.ts'

type Unnamed = Omit<Card, 'id'>

/** Reads key figures: the last value of an indicator, a figure of `figures:`, or one by hand. */
export function readCards(
  written: WrittenCards,
  named: Named,
  { claim, sheet }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Cards, 'priority'> {
  const newest = newestOf(written, sheet)
  const cards = written.cards.flatMap((one): readonly { card: Unnamed; wanted: string | null }[] => {
    if (!('kind' in one)) return [{ card: readCard(one, settings, report), wanted: one.id?.text ?? null }]
    const card = cardNamed(one, newest, sheet, settings, report)
    return card === null ? [] : [{ card, wanted: one.text }]
  })
  const id = named('cards', cards[0]?.card.label ?? null)
  return {
    kind: 'cards',
    id,
    cards: cards.map(({ card, wanted }, index) => ({ id: claim(`${id}-${wanted ?? index + 1}`), ...card })),
  }
}

/** The last year that any of the indicators has a place for. */
function newestOf({ cards }: WrittenCards, { indicators }: Sheet): number {
  const named = cards.flatMap((one) => ('kind' in one ? (indicators.get(one.text) ?? []) : []))
  return Math.max(...named.map(({ points }) => points.at(-1)?.period ?? Number.NEGATIVE_INFINITY))
}

function cardNamed(
  { text, span }: YamlScalar,
  newest: number,
  sheet: Sheet,
  settings: TextSettings,
  report: Report,
): Unnamed | null {
  const indicator = sheet.indicators.get(text)
  if (indicator !== undefined) return cardOf(indicator, newest, span, sheet, settings)
  const figure = sheet.figures.get(text)
  if (figure !== undefined) {
    const [value] = Array.isArray(figure.value) ? [] : [figure.value]
    return readCard({ ...figure, value, unit: undefined }, settings, report, unitNamed(figure.unit.text))
  }
  if (sheet.lost !== null && !sheet.lost.has(text)) {
    const hint = didYouMean(text, [...sheet.indicators.keys(), ...sheet.figures.keys()])
    report.error('content/unknown-indicator', `there is no indicator or figure \`${text}\``, span, hint)
  }
  return null
}

/** The last value of an indicator, and what became of the first one. */
function cardOf(
  { label, unit, points }: Indicator,
  newest: number,
  named: Span,
  { drawing }: Sheet,
  settings: TextSettings,
): Unnamed {
  drawing.see(points.map(({ value }) => value))
  const known = points.filter(isKnown)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) {
    drawing.hasGaps = true
    const said = sayMissing(points.at(-1)?.span ?? named, settings)
    return { label, said, period: null, latest: null, change: null, source: null }
  }
  const { period, span, value } = last
  return {
    label,
    said: sayValue(value, unit, usual, span, settings),
    period: textFor(settings, span, (lang) => periodWords(period, lang)),
    latest: period < newest ? optionalTextFor(settings, span, latestWords) : null,
    change:
      first === last
        ? null
        : optionalTextFor(
            settings,
            span,
            (lang) => changeWords(first.value, value, first.period, unit, lang) ?? '',
          ),
    source: null,
  }
}

function isKnown(point: DataPoint): point is DataPoint & { readonly value: number } {
  return point.value !== null
}

/** A card by hand. */
function readCard(
  written: WrittenCard,
  settings: TextSettings,
  report: Report,
  unit: Unit = readUnit(written.unit, settings, report),
): Unnamed {
  const label = readText(written.label, settings, report)
  const value =
    written.value === undefined ? null : readValue({ ...written.value, where: null }, unit, report)
  const display = readOptionalText(written.display, settings, report)
  const qualifier = readOptionalText(written.qualifier, settings, report)
  return {
    label,
    said: qualified(saidOf(written, value, display, unit, label, settings, report), qualifier, settings),
    period: readPeriodText(written.period, settings, report),
    latest: null,
    change: readChange(written.change, value, unit, settings, report),
    source: readOptionalText(written.source, settings, report),
  }
}

function saidOf(
  written: WrittenCard,
  value: number | null,
  display: Text | null,
  unit: Unit,
  label: Text,
  settings: TextSettings,
  report: Report,
): Said {
  if (display !== null) return sayGiven(display, settings)
  const span = written.value?.span ?? placeOf(label)
  if (value !== null) return sayValue(value, unit, readPrecision(written.precision), span, settings)
  if (written.value === undefined) {
    const hint = 'add its `value:`, or `display:` for how it is shown'
    report.error('content/missing-key', 'the card has no figure', span, hint)
  }
  return sayMissing(span, settings)
}

function placeOf({ versions }: Text): Span {
  const [first] = versions.values()
  return first?.span ?? nowhere
}

const nowhere: Span = { file: { path: '', text: '' }, start: 0, end: 0 }
