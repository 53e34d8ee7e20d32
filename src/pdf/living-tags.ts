import type { Role, Tag, TagId } from '../document/structure.ts'

/** When the content of each tag, or of one below it, first appears, counted from 0; infinity: never. */
export function firstAppearances(tags: readonly Tag[], own: readonly number[]): number[] {
  const first = [...own]
  // Parents stand before their children: going backwards, each child is finished before its parent.
  for (let id = tags.length - 1; id >= 0; id--) {
    const parent = tags[id]?.parent ?? null
    if (parent === null) continue
    if (parent >= id) throw new Error(`tag ${id} stands before its parent ${parent}`)
    first[parent] = Math.min(first[parent] ?? 0, first[id] ?? 0)
  }
  return first
}

/** The tags that are written: those that appear, and the empty cells of tables that do: without them a table is not regular. */
export function livingTags(tags: readonly Tag[], first: readonly number[]): readonly boolean[] {
  const living: boolean[] = []
  tags.forEach(({ role, parent }, id) => {
    const isCell = cells.has(role) && parent !== null && living[parent] === true
    living.push(isCell || (first[id] ?? 0) < Number.POSITIVE_INFINITY)
  })
  return living
}

const cells: ReadonlySet<Role> = new Set<Role>(['TR', 'TH', 'TD'])

/** The living tags right in each tag, in order. */
export function livingChildren(
  tags: readonly Tag[],
  living: readonly boolean[],
): readonly (readonly TagId[])[] {
  const children: TagId[][] = tags.map(() => none)
  tags.forEach(({ parent }, id) => {
    if (parent === null || !living[id]) return
    const siblings = children[parent]
    if (siblings && siblings !== none) siblings.push(id)
    else children[parent] = [id]
  })
  return children
}

/** Most tags have no children: one empty list serves them all. */
const none: TagId[] = []
