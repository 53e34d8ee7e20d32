import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { readIsbn } from './check-digits.ts'
import { identifierIn } from './identifiers.ts'
import type { Isbn, IsbnLine } from './imprint.ts'
import type { WrittenImprint } from './schema-imprint.ts'
import { textFor } from './sheet/generated.ts'
import { readLang, type TextSettings } from './texts.ts'

export interface PlacedIsbn extends Isbn {
  readonly span: Span
}

/** Reads `isbn` of an imprint; `words` is where an `isbn` stands beside it whose words are printed as they are. */
export function readIsbns(
  { isbn }: WrittenImprint,
  words: Span | null,
  settings: TextSettings,
  report: Report,
): readonly PlacedIsbn[] {
  if (isbn === undefined) return []
  const written = Array.isArray(isbn) ? isbn : [{ number: isbn }]
  const [first] = written
  if (words !== null && first !== undefined) {
    const hint = 'delete the `isbn` outside of `imprint`: its digits are not checked'
    const other = { at: words, note: 'the other one' }
    report.error('content/two-isbns', 'the ISBN is given twice', first.number.span, hint, other)
  }
  const read: PlacedIsbn[] = []
  for (const { number, language, format = null } of written) {
    const lang = language === undefined ? null : readLang(language.text, language.span, settings, report)
    const digits = identifierIn(number, 'ISBN', readIsbn, settings, report)
    if (digits === null || (language !== undefined && lang === null)) continue
    const one: PlacedIsbn = { number: digits, language: lang, format, span: number.span }
    const earlier = read.find((other) => isForTheSame(one, other))
    if (earlier) reportTwo(one, earlier, report)
    else read.push(one)
  }
  return read
}

function isForTheSame(one: Isbn, other: Isbn): boolean {
  const isSameText = one.language === null || other.language === null || one.language === other.language
  return one.format === other.format && isSameText
}

function reportTwo({ language, format, span }: PlacedIsbn, earlier: PlacedIsbn, report: Report): void {
  const what = [format, language ?? earlier.language].filter((word) => word !== null)
  const of = what.length === 0 ? '' : ` for ${what.map((word) => `\`${word}\``).join(' in ')}`
  const hint = 'delete one, or say of which `format` or `language` it is'
  const first = { at: earlier.span, note: 'the first one' }
  report.error('content/two-isbns', `there are two ISBNs${of}`, span, hint, first)
}

/** A line for each form, in the order in which they are named. */
export function isbnLines(isbns: readonly PlacedIsbn[], settings: TextSettings): readonly IsbnLine[] {
  const formats = [...new Set(isbns.map(({ format }) => format))]
  return formats.flatMap((format) => {
    const ones = isbns.filter((one) => one.format === format)
    const inLanguage = (lang: Lang) => ones.find(({ language }) => language === null || language === lang)
    const [first] = ones
    if (first === undefined) return []
    const number = textFor({ ...settings, only: null }, first.span, (lang) => inLanguage(lang)?.number ?? '')
    return number.versions.size === 0 ? [] : [{ format, number }]
  })
}
