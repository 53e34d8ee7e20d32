import {
  type Changes,
  countsOf,
  isRenamed,
  type PassageChange,
  passageOf,
  type TextChange,
} from './changes.ts'
import type { FigureChange } from './figure-changes.ts'
import type { Numeral } from './numerals.ts'
import type { Names } from './report-text.ts'

/** Other programs rely on keys and their meaning: a change of either gets another number. */
const format = 'bifolio-changes-1'

/**
 * Changes for machines, one JSON object, its keys in one order, each passage on a line:
 *
 * - `format`, `before`, `after`: the form, and how the two states are called
 * - `languages`: `{added, removed}`, tags that only one state has
 * - `counts`: `{added, removed, changed, moved, renamed, lagging, figures}`
 * - `passages`, in reading order: `{id, was, kind, wasKind, path, change, moved, texts, lag}`. `change` is `added`,
 *   `removed` or `kept`; `was` the former id where it is another, else null, and so is `wasKind`; `texts` has for each
 *   language that says something else `{lang, before, after, minor, redline, figures}`: `redline` are pairs of `=`, `-`
 *   or `+` and a text; `figures` are `{before, after}`, each `{text, value}` or null, the value exact and as a string;
 *   `lag` is null or `{changed, unchanged, missing, stale, minor}`, `stale` of `{lang, figure, changedIn, changedTo}`
 * - `layout`: null, or `{pages: {before, after}, shifts, printed}`; shifts are `{lang, first, last, units, before,
 *   after}` with page numbers from 1; `printed` is of `{lang, id, now}`
 *
 * Surrogates that stand alone are escaped, so that the file is valid UTF-8.
 */
export function changesAsJson(changes: Changes, names: Names): string {
  const { languages, passages, layout } = changes
  const head = JSON.stringify({
    format,
    before: names.before,
    after: names.after,
    languages: { added: languages.added, removed: languages.removed },
    counts: countsOf(changes),
  })
  const lines = passages.map((change) => JSON.stringify(passageData(change)))
  const pages = layout && {
    pages: { before: layout.before, after: layout.after },
    shifts: layout.shifts,
    printed: layout.printed.map(({ lang, id, isNow }) => ({ lang, id, now: isNow })),
  }
  return `${head.slice(0, -1)},"passages":[\n${lines.join(',\n')}\n],\n"layout":${JSON.stringify(pages)}}\n`
}

function passageData(change: PassageChange) {
  const { before, after, isMoved, texts, lag } = change
  const { id, kind, path } = passageOf(change)
  return {
    id,
    was: isRenamed(change) ? (before?.id ?? null) : null,
    kind,
    wasKind: before !== null && before.kind !== kind ? before.kind : null,
    path,
    change: before === null ? 'added' : after === null ? 'removed' : 'kept',
    moved: isMoved,
    texts: texts.map(textData),
    lag: lag && {
      changed: lag.changed,
      unchanged: lag.unchanged,
      missing: lag.missing,
      stale: lag.stale.map(({ lang, figure, changedIn, changedTo }) => ({
        lang,
        figure: numeralData(figure),
        changedIn,
        changedTo: numeralData(changedTo),
      })),
      minor: lag.isMinor,
    },
  }
}

function textData({ lang, before, after, isMinor, edits, figures }: TextChange) {
  const signs = { same: '=', removed: '-', added: '+' } as const
  return {
    lang,
    before,
    after,
    minor: isMinor,
    redline: edits.map(({ kind, text }) => [signs[kind], text]),
    figures: figures.map(figureData),
  }
}

function figureData({ before, after }: FigureChange) {
  return { before: before && numeralData(before), after: after && numeralData(after) }
}

function numeralData({ text, value }: Numeral) {
  return { text, value }
}
