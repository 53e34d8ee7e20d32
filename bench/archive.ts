import { join } from 'node:path'
import type { MeasuredArchive } from './measure-archive.ts'
import { compiled, node, table, two, whole } from './run.ts'

const sizes = [100, 1000] as const

/**
 * Archives of synthetic editions with the sizes of the sheets of countries, each in a process of its own and on the disk
 * of temporary files, which syncs as it always does.
 */
export function measureArchive(): string {
  const [small, large] = [measured(sizes[0]), measured(sizes[1])]
  const row = (what: string, of: (archive: MeasuredArchive) => number) => [
    what,
    two(of(small)),
    two(of(large)),
    growth(of(small), of(large)),
  ]
  return table(
    ['an archive', '100 editions', '1,000 editions', 'growth'],
    [
      ['publications', whole(small.publications), whole(large.publications), ''],
      ['files, MB', ...[small, large].map(({ files, stored }) => `${files}, ${whole(stored)}`), ''],
      row('add, s by the clock', ({ add }) => add),
      row('— s of CPU', ({ addCpu }) => addCpu),
      row('— ms by the clock an edition', ({ add, editions }) => (1000 * add) / editions).with(3, ''),
      row('list all, s by the clock', ({ list }) => list),
      row('verify all, s by the clock', ({ verify }) => verify),
      row('— s of CPU', ({ verifyCpu }) => verifyCpu),
    ],
  )
}

function measured(editions: number): MeasuredArchive {
  return JSON.parse(node([join(compiled, 'bench', 'measure-archive.js'), String(editions)]).out)
}

/** The exponent by which a time grows with the editions: 1 is linear, 2 quadratic. */
function growth(before: number, after: number): string {
  return two(Math.log(after / before) / Math.log(sizes[1] / sizes[0]))
}
