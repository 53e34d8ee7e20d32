import { createHash } from 'node:crypto'
import type { Listing, Read, Source } from '../base/world.ts'
import type { Answer } from './unit.ts'

/** A source that asks the disk once for what many builds ask for, and can tell what was asked and what the answer was. */
export interface Witness extends Source {
  /** What was asked for since the last call, each file or folder once. */
  take(): readonly Answer[]
}

/** Answers that are kept: those that all rows ask for, and a picture or two of each row. */
const mostKept = 256

/** Stands for what answered one thing and later another: it never answers so again. */
export const unsteady = 'changed while it was read'

export function witness(source: Source): Witness {
  const reads = new Map<string, Read>()
  const listings = new Map<string, Listing>()
  const known = new Map<string, string>()
  let fresh = new Map<string, string>()
  const note = (path: string, answer: string): void => {
    const before = known.get(path)
    if (before === answer || before === unsteady) return
    const now = before === undefined ? answer : unsteady
    known.set(path, now)
    fresh.set(path, now)
  }
  return {
    read(path, limit) {
      const kept = reads.get(path)
      if (kept?.ok && kept.bytes.length <= limit) return again(reads, path, kept)
      const read = source.read(path, limit)
      note(path, answerOf(read))
      return again(reads, path, read)
    },
    list(folder) {
      const kept = listings.get(folder)
      if (kept) return again(listings, folder, kept)
      const listing = source.list(folder)
      note(`${folder.replace(/\/*$/, '')}/`, answerOf(listing))
      return again(listings, folder, listing)
    },
    take() {
      const taken = [...fresh].map(([path, answer]) => ({ path, answer }))
      fresh = new Map()
      return taken
    },
  }
}

/** Asks for what an answer was given to: whether it is the same still. */
export function answersSame({ path, answer }: Answer, source: Source): boolean {
  if (path.endsWith('/')) return answerOf(source.list(path)) === answer
  return answerOf(source.read(path, Number.MAX_SAFE_INTEGER)) === answer
}

/** Keeps an answer as the latest one. */
function again<Kept>(all: Map<string, Kept>, path: string, answer: Kept): Kept {
  all.delete(path)
  all.set(path, answer)
  for (const oldest of all.keys()) {
    if (all.size <= mostKept) break
    all.delete(oldest)
  }
  return answer
}

function answerOf(answer: Read | Listing): string {
  if (!answer.ok) return answer.problem
  const content = 'bytes' in answer ? answer.bytes : answer.names.join('\n')
  return createHash('sha256').update(content).digest('hex')
}
