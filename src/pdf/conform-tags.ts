import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Role, Tag, TagId } from '../document/structure.ts'

/** The structure tree as it will be written: `used` are the tags with content of their own. */
export function checkTags(tags: readonly Tag[], used: ReadonlySet<TagId>, report: Report): void {
  const alive = withAncestors(tags, used)
  const said = new Set<UnitId>()
  let level = 0
  tags.forEach((tag, id) => {
    if (!alive.has(id)) return
    if (tag.lang === '') {
      const message = `\`${tag.role}\` has no language`
      report.error('pdf/language', message, tag.span, 'give the element or one around it a `lang`')
    }
    checkNesting(tag, tag.parent === null ? null : (tags[tag.parent]?.role ?? null), report)
    level = checkHeading(tag, level, said, report)
  })
}

/**
 * ISO 14289-1, 7.4.2: no level of headings is skipped on the way down. Returns the level that now holds. `said` are
 * the passages whose level was found wrong: it is the same in each of their languages.
 */
function checkHeading(tag: Tag, before: number, said: Set<UnitId>, report: Report): number {
  const level = Number(/^H([1-6])$/.exec(tag.role)?.[1] ?? 0)
  if (level === 0) return before
  if (level > before + 1 && (tag.unit === null || !said.has(tag.unit))) {
    if (tag.unit !== null) said.add(tag.unit)
    const message =
      before === 0
        ? `the first heading is of level \`${level}\``
        : `a heading of level \`${level}\` follows one of level \`${before}\``
    report.error('pdf/heading-level', message, tag.span, `make it one of level \`${before + 1}\``)
  }
  return level
}

/** ISO 32000-1, tables 333 to 336: what stands only inside of what. */
const parents: ReadonlyMap<Role, readonly Role[]> = new Map<Role, readonly Role[]>([
  ['LI', ['L']],
  ['Lbl', ['LI']],
  ['LBody', ['LI']],
  ['TOCI', ['TOC']],
])

/** And what has only these inside. */
const children: ReadonlyMap<Role, readonly Role[]> = new Map<Role, readonly Role[]>([
  ['L', ['L', 'LI']],
  ['LI', ['Lbl', 'LBody']],
  ['TOC', ['TOC', 'TOCI']],
])

function checkNesting(tag: Tag, parent: Role | null, report: Report): void {
  const isMisplaced = parents.has(tag.role) && (parent === null || !parents.get(tag.role)?.includes(parent))
  const isForeign = parent !== null && children.has(parent) && !children.get(parent)?.includes(tag.role)
  if (!isMisplaced && !isForeign) return
  const message = `\`${tag.role}\` must not stand in \`${parent ?? 'the document itself'}\``
  report.error('pdf/nesting', message, tag.span, 'lists hold items, contents hold entries: change the layout')
}

function withAncestors(tags: readonly Tag[], used: ReadonlySet<TagId>): ReadonlySet<TagId> {
  const alive = new Set<TagId>()
  for (const id of used) {
    for (let at: TagId | null = id; at !== null && !alive.has(at); at = tags[at]?.parent ?? null)
      alive.add(at)
  }
  return alive
}
