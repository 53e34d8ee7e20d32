import { type Profiler, Session } from 'node:inspector'

/** Milliseconds in a function and in all that it calls, by `name file`; collecting garbage stands by itself. */
export type Totals = ReadonlyMap<string, number>

/** Runs work under V8's sampling profiler. Times are of the clock, with the profiler's own cost in them: use shares. */
export function profiled(work: () => void): Totals {
  const session = new Session()
  session.connect()
  let profile: Profiler.Profile | null = null
  session.post('Profiler.enable')
  session.post('Profiler.start')
  work()
  session.post('Profiler.stop', (_, stopped) => {
    profile = stopped.profile
  })
  session.disconnect()
  if (!profile) throw new Error('the profiler gave nothing')
  return totals(profile)
}

function totals({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Totals {
  const own = new Map<number, number>()
  samples.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000)
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found = new Map<string, number>()
  // A function that calls itself is counted once: `above` holds the names on the way down.
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id)
    if (!node) return 0
    const name = nameOf(node.callFrame)
    const within = new Set([...above, name])
    const sum = (node.children ?? []).reduce((total, child) => total + visit(child, within), own.get(id) ?? 0)
    if (!above.has(name)) found.set(name, (found.get(name) ?? 0) + sum)
    return sum
  }
  const [root] = nodes
  if (root) visit(root.id, new Set())
  return found
}

function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  const file = url
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.[jt]s$/, '')
  return file === '' ? functionName : `${functionName} ${file}`
}
