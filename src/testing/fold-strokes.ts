import type { Pt } from '../base/length.ts'
import type { Path } from '../layout/page.ts'
import type { Side } from '../press/sheet.ts'
import type { Rect } from './fold-motion.ts'

/** What the lines that are drawn around the pages of a side cover, each line alone. */
export function strokesOf({ marks }: Side): readonly Rect[] {
  return marks.flatMap(({ x, y, mark }) => (mark.kind === 'path' ? strokesIn(mark, x, y) : []))
}

function strokesIn({ outline, stroke }: Path, x: Pt, y: Pt): readonly Rect[] {
  const found: Rect[] = []
  let from: readonly [Pt, Pt] = [0, 0]
  for (const [kind, ...numbers] of outline) {
    const points = pairs(numbers)
    if (kind !== 'M' && points.length > 0)
      found.push(around([from, ...points], x, y, (stroke?.width ?? 0) / 2))
    from = points.at(-1) ?? from
  }
  return found
}

function pairs(numbers: readonly number[]): readonly (readonly [Pt, Pt])[] {
  return numbers.flatMap((number, index) =>
    index % 2 === 0 ? [[number, numbers[index + 1] ?? 0] as const] : [],
  )
}

/** A curve lies within its points. */
function around(points: readonly (readonly [Pt, Pt])[], x: Pt, y: Pt, half: Pt): Rect {
  const [across, down] = [points.map(([one]) => one + x), points.map(([, one]) => one + y)]
  return {
    left: Math.min(...across) - half,
    top: Math.min(...down) - half,
    right: Math.max(...across) + half,
    bottom: Math.max(...down) + half,
  }
}
