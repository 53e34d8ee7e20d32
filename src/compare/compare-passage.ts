import type { Lang } from '../base/lang.ts'
import type { Lag, PassageChange, TextChange } from './changes.ts'
import { figureChanges, staleFigures } from './figure-changes.ts'
import type { Passage } from './passages.ts'
import { redline } from './redline.ts'
import { tokensOf } from './tokens.ts'

/** The languages of each of two states. */
export interface Spoken {
  readonly before: readonly Lang[]
  readonly after: readonly Lang[]
}

/** Compares a passage in the languages that both states have; a passage of one state in all of its languages. */
export function comparePassage(
  before: Passage | null,
  after: Passage | null,
  isMoved: boolean,
  common: readonly Lang[],
  spoken: Spoken,
): PassageChange {
  const languages = before === null ? spoken.after : after === null ? spoken.before : common
  const texts = languages.flatMap((lang) => {
    // A cell may be empty: that says as much as none.
    const [was, is] = [before?.texts.get(lang) || null, after?.texts.get(lang) || null]
    return was === is ? [] : [compareText(lang, was, is)]
  })
  const lag = texts.length === 0 ? null : lagOf(before, after, texts, languages)
  return { before, after, isMoved, texts, lag }
}

function compareText(lang: Lang, before: string | null, after: string | null): TextChange {
  const figures = before === null || after === null ? [] : figureChanges(before, after, lang)
  return {
    lang,
    before,
    after,
    edits: redline(before ?? '', after ?? ''),
    isMinor: before !== null && after !== null && figures.length === 0 && wordsIn(before) === wordsIn(after),
    figures,
  }
}

/** What is left of a text without marks, spaces and capitals; signs of currencies, per cent and the like stay. */
function wordsIn(text: string): string {
  return tokensOf(text)
    .flatMap((token) =>
      token.kind === 'space' || (token.kind === 'mark' && !isSign(token.text)) ? [] : [token.text],
    )
    .join('')
    .toLowerCase()
    .replace(/['’\-\u2010\u2011·]/g, '')
}

function isSign(mark: string): boolean {
  return /[$%+=<>&@#\u00a2-\u00a9\u00ac\u00b0\u00b1\u00d7\u00f7\u2030\u20a0-\u20cf\u2100-\u2bff]/.test(mark)
}

/** What of a passage some languages have and others lack; one that was removed lacks nothing. */
function lagOf(
  before: Passage | null,
  after: Passage | null,
  texts: readonly TextChange[],
  languages: readonly Lang[],
): Lag | null {
  if (after === null) return null
  const changed = texts.filter((text) => text.after !== null)
  const unchanged = languages.filter(
    (lang) => after.texts.has(lang) && !texts.some((text) => text.lang === lang),
  )
  const missing = languages.filter((lang) => !after.texts.has(lang) && after.only?.includes(lang) !== false)
  const stale = before === null ? [] : staleIn(after, texts, languages)
  const isBehind = missing.length > 0 || (changed.length > 0 && unchanged.length > 0)
  if (!isBehind && stale.length === 0) return null
  const isMinor = stale.length + missing.length === 0 && changed.every((text) => text.isMinor)
  return { changed: changed.map(({ lang }) => lang), unchanged, missing, stale, isMinor }
}

function staleIn(after: Passage, texts: readonly TextChange[], languages: readonly Lang[]) {
  return staleFigures(
    languages.map((lang) => ({
      lang,
      after: after.texts.get(lang) ?? null,
      figures: texts.find((text) => text.lang === lang)?.figures ?? [],
    })),
  )
}
