import { type Lang, scriptOf } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Text } from './publication.ts'

/** Makes ids unique: the second `a` is `a-2`. */
export type ClaimId = (wanted: string) => UnitId

/** An id maker that leaves the given ids to those who have them. */
export function idMaker(given: Iterable<UnitId>): ClaimId {
  const taken = new Set(given)
  // Where counting goes on for each wanted id: a thousand equal ones must not be a million tries.
  const counts = new Map<string, number>()
  return (wanted) => {
    let count = counts.get(wanted) ?? 1
    let id = count === 1 ? wanted : `${wanted}-${count}`
    while (taken.has(id)) id = `${wanted}-${++count}`
    counts.set(wanted, count)
    taken.add(id)
    return id
  }
}

/** The first five words of a text in `lang`, if that is written in Latin letters; else `kind`. */
export function slugOf(text: Text, lang: Lang, kind: string): string {
  const first = text.versions.get(lang)
  if (first === undefined || scriptOf(lang) !== 'Latn') return kind
  // 200 characters hold five words, and a text may have a million.
  const start = first.text.slice(0, 200)
  const five = fiveWords.exec(start)
  if (five !== null) return five.slice(1).join('-').toLowerCase()
  const spoken = start.replace(/\[\^[^\]]*\]|\{ref:[^}]*\}/g, '')
  const plainLetters = isAscii(spoken) ? spoken : spoken.normalize('NFD').replace(/\p{Mark}/gu, '')
  const words = plainLetters
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g)
  return words?.slice(0, 5).join('-') ?? kind
}

// Marks that are not left out, and do not begin what is.
const between = String.raw`[\n !"#$%&()*+,./:;<=>?@\\\]^_|}~-]`

/** Five words at the beginning of a text, of which nothing is left out: most texts begin so. */
const fiveWords = new RegExp(`^${between}*${`([A-Za-z0-9]+)${between}+`.repeat(5)}`)

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/** Says that an id has been given before. */
export function reportDuplicateId(id: string, span: Span, earlier: Span, report: Report): void {
  const first = { at: earlier, note: 'the first one' }
  report.error(
    'content/duplicate-id',
    `the id \`${id}\` is given twice`,
    span,
    'give this one another',
    first,
  )
}
