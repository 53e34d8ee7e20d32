import { visible } from '../base/visible.ts'
import type { Stream } from './progress.ts'

/** Shows how far a verification is. */
export interface VerifyProgress {
  /** A file more was read. */
  file(): void
  /** A publication more is done, with so many files that nobody has told of. */
  unit(files?: number): void
  /** Takes it away. */
  end(): void
}

/** Milliseconds between two pictures: more often would be seen by nobody. */
const pause = 100

/** Says on a terminal how many publications and files were read. Silent when piped. */
export function verifyProgress(
  stream: Stream,
  name: string,
  ofUnits: number,
  clock = () => performance.now(),
): VerifyProgress {
  if (!stream.isTTY) return { file: () => {}, unit: () => {}, end: () => {} }
  let [units, files] = [0, 0]
  let shown = Number.NEGATIVE_INFINITY
  const show = (): void => {
    const now = clock()
    if (now - shown < pause) return
    shown = now
    stream.write(`\r\u001b[K${visible(name)}  ${units}/${ofUnits} publications  ${files} files read`)
  }
  return {
    file() {
      files += 1
      show()
    },
    unit(more = 0) {
      units += 1
      files += more
      show()
    },
    end() {
      if (shown > Number.NEGATIVE_INFINITY) stream.write('\r\u001b[K')
      shown = Number.NEGATIVE_INFINITY
    },
  }
}
