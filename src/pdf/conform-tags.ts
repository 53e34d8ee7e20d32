import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Role, Tag, TagId } from '../document/structure.ts'
import { checkTable } from './conform-tables.ts'
import { firstAppearances, livingChildren, livingTags } from './living-tags.ts'

/** The structure tree as it will be written: `used` are the tags with content of their own. */
export function checkTags(tags: readonly Tag[], used: ReadonlySet<TagId>, report: Report): void {
  const own = tags.map((_, id) => (used.has(id) ? id : Number.POSITIVE_INFINITY))
  const living = livingTags(tags, firstAppearances(tags, own))
  const children = livingChildren(tags, living)
  const said = new Set<UnitId>()
  const notes = new Set<string>()
  let heading: Tag | null = null
  tags.forEach((tag, id) => {
    if (!living[id]) return
    if (tag.lang === '') {
      const message = `\`${tag.role}\` has no language`
      report.error('pdf/language', message, tag.span, 'give the element or one around it a `lang`')
    }
    checkNesting(tag, tag.parent === null ? null : (tags[tag.parent]?.role ?? null), report)
    heading = checkHeading(tag, heading, said, report)
    if (tag.role === 'Figure') checkFigure(tag, report)
    if (tag.role === 'Table') checkTable(id, tags, children, report)
    if (tag.role === 'Note') checkNote(tag, notes, report)
  })
}

/** ISO 14289-1, 7.3. */
function checkFigure({ alt, span }: Tag, report: Report): void {
  if (alt !== null && alt.trim() !== '') return
  const hint = 'say in `alt` what it shows, or that it is `decorative: true`'
  report.error('pdf/figure-alt', 'a figure has no text for those who do not see it', span, hint)
}

/** ISO 14289-1, 7.9. */
function checkNote({ id, span }: Tag, notes: Set<string>, report: Report): void {
  if (id !== null && id !== '' && !notes.has(id)) notes.add(id)
  else {
    const message = id ? `two notes have the id \`${id}\`` : 'a note has no id'
    report.error('pdf/note-id', message, span, 'give each note an id of its own')
  }
}

/**
 * ISO 14289-1, 7.4.2: no level of headings is skipped on the way down. Returns the heading whose level now holds. `said` are
 * the passages whose level was found wrong: it is the same in each of their languages.
 */
function checkHeading(tag: Tag, last: Tag | null, said: Set<UnitId>, report: Report): Tag | null {
  const level = levels.get(tag.role)
  if (level === undefined) return last
  const before = (last && levels.get(last.role)) ?? 0
  if (level > before + 1 && (tag.unit === null || !said.has(tag.unit))) {
    if (tag.unit !== null) said.add(tag.unit)
    const message =
      before === 0
        ? `the first heading is of level \`${level}\``
        : `a heading of level \`${level}\` follows one of level \`${before}\``
    const hint = `make it one of level \`${before + 1}\``
    if (last === null) report.error('pdf/heading-level', message, tag.span, hint)
    else
      report.error('pdf/heading-level', message, tag.span, hint, {
        at: last.span,
        note: 'the heading before it',
      })
  }
  return tag
}

const levels: ReadonlyMap<Role, number> = new Map<Role, number>([
  ['H1', 1],
  ['H2', 2],
  ['H3', 3],
  ['H4', 4],
  ['H5', 5],
  ['H6', 6],
])

/** ISO 32000-1, tables 333 to 337: what stands only inside of what. */
const parents: ReadonlyMap<Role, readonly Role[]> = new Map<Role, readonly Role[]>([
  ['LI', ['L']],
  ['Lbl', ['LI', 'Note', 'Reference']],
  ['LBody', ['LI']],
  ['TOCI', ['TOC']],
  ['THead', ['Table']],
  ['TBody', ['Table']],
  ['TR', ['Table', 'THead', 'TBody']],
  ['TH', ['TR']],
  ['TD', ['TR']],
])

/** And what has only these inside. */
const children: ReadonlyMap<Role, readonly Role[]> = new Map<Role, readonly Role[]>([
  ['L', ['L', 'LI', 'Caption']],
  ['LI', ['Lbl', 'LBody']],
  ['TOC', ['TOC', 'TOCI', 'Caption']],
  ['Table', ['TR', 'THead', 'TBody', 'Caption']],
  ['THead', ['TR']],
  ['TBody', ['TR']],
  ['TR', ['TH', 'TD']],
])

function checkNesting(tag: Tag, parent: Role | null, report: Report): void {
  const around = parents.get(tag.role)
  const inside = parent === null ? undefined : children.get(parent)
  const isMisplaced = around !== undefined && (parent === null || !around.includes(parent))
  if (!isMisplaced && (inside === undefined || inside.includes(tag.role))) return
  const message = `\`${tag.role}\` must not stand in \`${parent ?? 'the document itself'}\``
  const hint = 'lists hold items, contents entries, tables rows, rows cells: change the layout'
  report.error('pdf/nesting', message, tag.span, hint)
}
