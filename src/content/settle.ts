import type { z } from 'zod'
import type { Report } from '../base/report.ts'
import { type Fault, faultsOf } from './faults.ts'
import { isPlainMap, type Plain, type PlainMap, plain, valueAt } from './plain.ts'
import { quickBlock } from './quick-blocks.ts'
import type { WrittenBlock } from './schema-blocks.ts'
import type { Loaded } from './yaml-node.ts'

/** Values for keys that are missing at the top of a file, so that the rest can be checked all the same. */
type StandIns = Readonly<Record<string, Plain>>

/**
 * What a schema makes of a file. Whatever is wrong is reported and left out, so that one run checks the rest as well;
 * null when the file cannot do without it.
 */
export function settle<Output>(
  schema: z.ZodType<Output>,
  loaded: Loaded,
  standIns: StandIns,
  report: Report,
): Output | null {
  return settleTree(schema, plain(loaded.root), loaded, standIns, report)
}

/**
 * The same for a file with blocks: those in which nothing can be wrong are not shown to the schema. What comes out is
 * what the schema would make of them.
 */
export function settleBlocks<Output extends { readonly blocks?: WrittenBlock[] | undefined }>(
  schema: z.ZodType<Output>,
  loaded: Loaded,
  standIns: StandIns,
  report: Report,
): Output | null {
  const { root } = loaded
  const list = root.kind === 'map' ? root.entries.get('blocks') : undefined
  if (root.kind !== 'map' || list?.value.kind !== 'list') return settle(schema, loaded, standIns, report)
  const { items } = list.value
  const quick = items.map(quickBlock)
  const others = items.filter((_, index) => quick[index] === null)
  const shown = plain({
    ...root,
    entries: new Map(root.entries).set('blocks', { ...list, value: { ...list.value, items: others } }),
  })
  const kept = isPlainMap(shown) ? shown.blocks : undefined
  const before = Array.isArray(kept) ? [...kept] : []
  const settled = settleTree(schema, shown, loaded, standIns, report)
  if (settled?.blocks === undefined || !Array.isArray(kept)) return settled
  const made = new Map(kept.map((one, index) => [one, settled.blocks?.[index]]))
  let next = 0
  const blocks = quick.flatMap((one) => one ?? made.get(before[next++]) ?? [])
  return { ...settled, blocks }
}

function settleTree<Output>(
  schema: z.ZodType<Output>,
  root: Plain,
  { file }: Loaded,
  standIns: StandIns,
  report: Report,
): Output | null {
  const whole = { file, start: 0, end: 0 }
  for (let round = 1; round < roundLimit; round++) {
    const result = schema.safeParse(root)
    if (result.success) return result.data
    const faults = faultsOf(result.error.issues, schema, root, whole)
    // What was left out may leave its parent incomplete: later rounds climb, and have nothing new to say.
    if (round === 1) reportAll(faults, report)
    if (!isPlainMap(root) || !leaveOut(root, faults, standIns)) return null
  }
  throw new Error('leaving out what a schema refuses must make a tree that it takes')
}

/** Each round goes at least one level up, and the schemas have fewer levels than this. */
const roundLimit = 20

function reportAll(faults: readonly Fault[], report: Report): void {
  for (const { code, message, span, hints } of faults) report.error(code, message, span, ...hints)
}

/** False when the root itself would have to go. */
function leaveOut(root: PlainMap, faults: readonly Fault[], standIns: StandIns): boolean {
  const shortened = new Map<Plain[], Set<number>>()
  for (const { path, isMissing } of faults) {
    // A map that lacks what it must have goes as a whole.
    const leaving = isMissing ? path.slice(0, -1) : path
    const key = leaving.at(-1)
    if (key === undefined) {
      const missing = String(path[0])
      const standIn = standIns[missing]
      if (standIn === undefined) return false
      root[missing] = standIn
      continue
    }
    const parent = valueAt(root, leaving.slice(0, -1))
    if (isPlainMap(parent)) delete parent[String(key)]
    if (Array.isArray(parent)) shortened.set(parent, (shortened.get(parent) ?? new Set()).add(Number(key)))
  }
  for (const [list, indices] of shortened) {
    const kept = list.filter((_, index) => !indices.has(index))
    list.length = 0
    for (const item of kept) list.push(item)
  }
  return true
}
