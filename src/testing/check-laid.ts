import type { Lang } from '../base/lang.ts'
import type { Role, TagId } from '../document/structure.ts'
import { frameOf } from '../layout/geometry.ts'
import { glyphText } from '../layout/glyph-text.ts'
import type { Manuscript } from '../layout/manuscript.ts'
import type { Laid, Page } from '../layout/page.ts'
import type { RandomDocument } from './random-document.ts'

/** What one language has on a page: its text and that of its notes, from top to bottom. */
interface Column {
  readonly body: readonly Stretch[]
  readonly notes: readonly Stretch[]
}

interface Stretch {
  readonly y: number
  readonly tag: TagId
  readonly text: string
}

/** What is wrong with the pages of a random document, in words; none: all is there, in order and in its place. */
export function problemsOf(document: RandomDocument, manuscript: Manuscript, laid: Laid): readonly string[] {
  const pages = [...laid.pages]
  const languages = [...document.words.keys()]
  return languages.flatMap((lang) => {
    const columns = pages.map((page) => columnOf(page, lang, laid))
    return [
      ...wordsMissing(lang, document, columns),
      ...pages.flatMap((page, index) => [
        ...pageProblems(page, index, columns[index], manuscript, laid).map(
          (problem) => `${lang}: ${problem}`,
        ),
      ]),
      ...noteProblems(lang, manuscript, columns),
    ]
  })
}

function columnOf(page: Page, lang: Lang, laid: Laid): Column {
  const body: Stretch[] = []
  const notes: Stretch[] = []
  for (const { y, tag, mark } of page.marks) {
    if (tag === null || mark.kind !== 'glyphs' || partOf(tag, laid) !== lang || isIn(tag, 'TOC', laid))
      continue
    const stretch = { y, tag, text: glyphText(mark).replaceAll('\u200b', '') }
    ;(isIn(tag, 'Note', laid) ? notes : body).push(stretch)
  }
  return { body, notes }
}

/** The words of a language, each once and in order; those of its notes likewise. */
function wordsMissing(
  lang: 'en' | 'zh-Hans',
  document: RandomDocument,
  columns: readonly Column[],
): readonly string[] {
  const compare = (
    what: string,
    said: readonly string[],
    stretches: readonly Stretch[],
  ): readonly string[] => {
    const found = stretches
      .map(({ text, tag }, index) => (tag === stretches[index - 1]?.tag ? text : ` ${text}`))
      .join('')
      .match(lang === 'en' ? /\bw[a-z]+/g : /字[零一二三四五六七八九]+/g)
    const at = said.findIndex((word, index) => word !== found?.[index])
    if (at < 0 && found?.length === said.length) return []
    return [`${lang}: ${what} ${at} is ${found?.[at]}, not ${said[at]}; ${found?.length} of ${said.length}`]
  }
  return [
    ...compare(
      'word',
      document.words.get(lang) ?? [],
      columns.flatMap(({ body }) => body),
    ),
    ...compare(
      'note word',
      document.notes.get(lang) ?? [],
      columns.flatMap(({ notes }) => notes),
    ),
  ]
}

function pageProblems(
  page: Page,
  index: number,
  column: Column | undefined,
  manuscript: Manuscript,
  laid: Laid,
): readonly string[] {
  const problems: string[] = []
  if (page.name === 'blank' || !column) return problems
  const languages = manuscript.languages.map(({ tag }) => tag)
  const side = index % 2 === 0 ? 'right' : 'left'
  const style = manuscript.pageStyle({ name: page.name, side, isFirst: false, isBlank: false, languages })
  const { text } = frameOf(style, languages)
  const where = `page ${index + 1}`
  if (!page.marks.some(({ tag }) => tag !== null)) problems.push(`${where} is blank`)
  const { body, notes } = column
  if (body.length === 0 && notes.length > 0) problems.push(`${where} has notes alone`)
  const lowest = body.reduce<Stretch | null>((low, one) => (low && low.y > one.y ? low : one), null)
  if (lowest && /^H\d$/.test(laid.tags[lowest.tag]?.role ?? '') && index < laid.pages.length - 1)
    problems.push(`${where} ends with the heading ${lowest.text}`)
  const foot = text.y + text.depth
  for (const { y, text: said } of [...body, ...notes])
    if (y > foot + 0.01) problems.push(`${said} of ${where} stands ${y - foot} pt below the foot`)
  const [first] = notes
  if (first && lowest && first.y <= lowest.y) problems.push(`the notes of ${where} stand in its text`)
  return problems
}

/** Each note begins on the page of its call, or goes on from there. */
function noteProblems(lang: Lang, { structure }: Manuscript, columns: readonly Column[]): readonly string[] {
  const pagesWith = (tag: TagId | undefined, part: keyof Column): readonly number[] =>
    columns.flatMap((column, page) => (column[part].some((one) => one.tag === tag) ? [page] : []))
  return [...structure.calls].flatMap(([element, call]) => {
    const note = structure.of.get(element)
    if (note === undefined || structure.tags[note]?.lang !== lang) return []
    const [called] = pagesWith(call, 'body')
    const set = pagesWith(note, 'notes')
    const isThere =
      called !== undefined && set.every((page, index) => page === called + index) && set.length > 0
    return isThere ? [] : [`the note called on page ${called} stands on ${set.join()}`]
  })
}

/** The language of the Part that a tag stands in. */
function partOf(tag: TagId, { tags }: Laid): Lang | null {
  for (let at: TagId | null = tag; at !== null; at = tags[at]?.parent ?? null) {
    if (tags[at]?.role === 'Part') return tags[at]?.lang ?? null
  }
  return null
}

function isIn(tag: TagId, role: Role, { tags }: Laid): boolean {
  for (let at: TagId | null = tag; at !== null; at = tags[at]?.parent ?? null)
    if (tags[at]?.role === role) return true
  return false
}
