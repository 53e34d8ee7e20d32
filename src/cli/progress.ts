import { visible } from '../base/visible.ts'

/** Where a command prints. */
export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** Says on a terminal what is being built; the returned function takes it away. Silent when piped. */
export function progress(stream: Stream, name: string): () => void {
  if (!stream.isTTY) return () => {}
  stream.write(`building ${visible(name)} …`)
  return () => {
    stream.write('\r\u001b[K')
  }
}

/** A bar that grows with each file of many. */
export interface Bar {
  /** One more is there; one that `isPassed` took no time. */
  step(isPassed: boolean): void
  /** Takes the bar away. */
  end(): void
}

/** Milliseconds between two pictures of a bar: more often would be seen by nobody. */
const pause = 100

/** Shows on a terminal how many of so many files are there, how many come a second, and the time left. Silent when piped. */
export function progressBar(
  stream: Stream,
  name: string,
  total: number,
  clock = () => performance.now(),
): Bar {
  if (!stream.isTTY) return { step: () => {}, end: () => {} }
  const started = clock()
  const counts = { passed: 0, made: 0 }
  let shown = Number.NEGATIVE_INFINITY
  return {
    step(isPassed) {
      if (isPassed) counts.passed++
      else counts.made++
      const now = clock()
      if (now - shown < pause) return
      shown = now
      stream.write(`\r\u001b[K${picture(name, { ...counts, total, seconds: (now - started) / 1000 })}`)
    },
    end() {
      if (shown > Number.NEGATIVE_INFINITY) stream.write('\r\u001b[K')
      shown = Number.NEGATIVE_INFINITY
    },
  }
}

interface Course {
  readonly passed: number
  readonly made: number
  readonly total: number
  readonly seconds: number
}

/** Columns of a bar. */
const width = 24

function picture(name: string, { passed, made, total, seconds }: Course): string {
  const done = passed + made
  const filled = Math.round((width * done) / Math.max(1, total))
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
  const rate = seconds > 0 ? made / seconds : 0
  const left = rate > 0 ? `  ${shortRate(rate)} a second  ${timeOf((total - done) / rate)} left` : ''
  return `${visible(name)} ${bar} ${done}/${total}${left}`
}

function shortRate(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate))
}

/** `45 s`, `3 min 05 s`, `2 h 10 min`. */
function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
