import type { Lang } from '../base/lang.ts'

/** The languages of the columns of such a table. */
export const figureLanguages = ['en', 'zh-Hans', 'fr', 'es', 'ru', 'ar'] as const

/** What is expected of a row of a table: by language, with spaces made visible. */
export interface FigureRow {
  /** The words of its first column. */
  readonly given: readonly string[]
  readonly expected: ReadonlyMap<Lang, string>
}

/**
 * Reads a table of expected strings: a row a line, what is given, then a column for each of `figureLanguages`, between
 * bars. In it `~` is U+00A0, `_` U+202F, `^` U+200E.
 */
export function figureRows(table: string): readonly FigureRow[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [given = '', ...cells] = line.split('|').map((cell) => cell.trim())
    if (cells.length !== figureLanguages.length) throw new Error(`expected six columns: ${line}`)
    return {
      given: given.split(' '),
      expected: new Map(figureLanguages.map((lang, index) => [lang, cells[index] ?? ''])),
    }
  })
}

/** A table of one row's results, to be held against its `expected`. */
export function inFigureLanguages(say: (lang: Lang) => string): ReadonlyMap<Lang, string> {
  return new Map(figureLanguages.map((lang) => [lang, visibleSpaces(say(lang))]))
}

/** With spaces and marks that look alike, or like nothing, made visible. */
export function visibleSpaces(text: string): string {
  return text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_').replaceAll('\u200e', '^')
}
