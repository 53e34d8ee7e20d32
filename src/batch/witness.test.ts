import { expect, test } from 'vitest'
import type { Source } from '../base/world.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { answersSame, unsteady, witness } from './witness.ts'

const files = { 'a/x.txt': 'one', 'a/y.txt': 'two' }

/** A source, and how often it was asked. */
function counted(source: Source): Source & { asked: number } {
  const counting = {
    asked: 0,
    read: (path: string, limit: number) => {
      counting.asked++
      return source.read(path, limit)
    },
    list: (folder: string) => {
      counting.asked++
      return source.list(folder)
    },
  }
  return counting
}

test('asks once for what is asked for again, and gives the same bytes', () => {
  const source = counted(memoryWorld(files).source)
  const seen = witness(source)
  const [first, second] = [seen.read('a/x.txt', 9), seen.read('a/x.txt', 9)]
  expect(first.ok && second.ok && first.bytes === second.bytes).toBe(true)
  seen.list('a/')
  seen.list('a/')
  expect(source.asked).toBe(2)
})

test('tells what was asked for, each once, and what is missing as well', () => {
  const seen = witness(memoryWorld(files).source)
  seen.read('a/x.txt', 9)
  seen.read('a/z.txt', 9)
  seen.list('a/')
  expect(seen.take().map(({ path }) => path)).toEqual(['a/x.txt', 'a/z.txt', 'a/'])
  seen.read('a/x.txt', 9)
  seen.read('a/y.txt', 9)
  expect(seen.take().map(({ path }) => path)).toEqual(['a/y.txt'])
})

test('an answer is the same as long as file or folder say the same', () => {
  const seen = witness(memoryWorld(files).source)
  seen.read('a/x.txt', 9)
  seen.read('a/z.txt', 9)
  seen.list('a/')
  const answers = seen.take()
  const same = (now: Readonly<Record<string, string>>) =>
    answers.map((one) => answersSame(one, memoryWorld(now).source))
  expect(same(files)).toEqual([true, true, true])
  expect(same({ ...files, 'a/x.txt': 'One' })).toEqual([false, true, true])
  expect(same({ ...files, 'a/z.txt': '' })).toEqual([true, false, false])
  expect(same({ 'a/x.txt': 'one' })).toEqual([true, true, false])
})

test('what changed between two readings never answers so again', () => {
  const texts = ['one', 'two']
  const source: Source = {
    ...memoryWorld(files).source,
    read: (path) => {
      const text = path === 'a/x.txt' ? texts.shift() : ''
      return { ok: true, path, bytes: new TextEncoder().encode(text) }
    },
  }
  const seen = witness(source)
  seen.read('a/x.txt', 9)
  // So many others that the first is forgotten.
  for (let other = 0; other < 300; other++) seen.read(`a/${other}`, 9)
  seen.read('a/x.txt', 9)
  expect(seen.take()[0]).toEqual({ path: 'a/x.txt', answer: unsteady })
})
