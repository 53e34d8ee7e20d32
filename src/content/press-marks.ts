import { didYouMean, type Report } from '../base/report.ts'
import type { PressCodes, WishedMark, Word } from './press-wish.ts'

const known: readonly WishedMark[] = ['crop', 'fold', 'registration', 'slug']

/** Reads which marks are printed: a list of words, or words with commas; `all` are all, `none` none. */
export function readMarks(
  written: Word | readonly Word[] | undefined,
  codes: PressCodes,
  report: Report,
): ReadonlySet<WishedMark> {
  const words = written === undefined ? [] : 'text' in written ? [written] : written
  const marks = words.flatMap((word) =>
    word.text.split(',').flatMap((part) => markIn(part.trim(), word, codes, report)),
  )
  return new Set(known.filter((mark) => marks.includes(mark)))
}

function markIn(name: string, { span }: Word, codes: PressCodes, report: Report): readonly WishedMark[] {
  if (name === 'all') return known
  if (name === 'none') return []
  const mark = known.find((one) => one === name)
  if (mark !== undefined) return [mark]
  report.error(codes.value, `\`${name}\` is no mark`, span, didYouMean(name, [...known, 'all', 'none']))
  return []
}
