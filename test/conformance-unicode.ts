import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { graphemeStarts } from '../src/text/graphemes.ts'
import { lineBreaks } from '../src/text/line-breaks.ts'

/** What one of the Unicode conformance files came to, or that it was not there. */
export type Conformance =
  | {
      readonly kind: 'run'
      readonly name: string
      readonly passed: number
      readonly failed: number
      readonly firstFailures: readonly string[]
    }
  | { readonly kind: 'left out'; readonly name: string; readonly path: string }

/** Whether a break is allowed before each UTF-16 offset of a text, 0 and the length included. */
export type BreaksOf = (text: string) => readonly boolean[]

/** Runs LineBreakTest and GraphemeBreakTest of Unicode 17 whole, from a folder beside the repository. */
export function conformanceUnicode(): readonly Conformance[] {
  return [runFile('LineBreakTest_17', lineBreaksOf), runFile('GraphemeBreakTest_17', graphemeBreaksOf)]
}

export const lineBreaksOf: BreaksOf = (text) => Array.from(lineBreaks(text), (value) => value > 0)

export const graphemeBreaksOf: BreaksOf = (text) => {
  const starts = new Set([...graphemeStarts(text), text.length])
  return Array.from({ length: text.length + 1 }, (_, at) => starts.has(at))
}

/** Whether breaks fall as a line of these files says: `× 0061 ÷ 4E00 ÷`, ÷ where there is one and × where there is none. */
export function agrees(line: string, breaksOf: BreaksOf): boolean {
  let text = ''
  const expected = new Map<number, boolean>()
  for (const word of line.trim().split(/\s+/)) {
    if (word === '÷' || word === '×') expected.set(text.length, word === '÷')
    else text += String.fromCodePoint(Number.parseInt(word, 16))
  }
  return breaksOf(text).every((isBreak, at) => isBreak === (expected.get(at) ?? false))
}

function runFile(name: string, breaksOf: BreaksOf): Conformance {
  const file = new URL(`../../shared/data/unicode/${name}.txt.gz`, import.meta.url)
  if (!existsSync(file)) return { kind: 'left out', name, path: `../shared/data/unicode/${name}.txt.gz` }
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  let passed = 0
  const failures: string[] = []
  for (const line of lines) {
    const [example = '', explanation = ''] = line.split('#')
    if (example.trim() === '') continue
    if (agrees(example, breaksOf)) passed++
    else failures.push(`${example.trim()} #${explanation}`)
  }
  return { kind: 'run', name, passed, failed: failures.length, firstFailures: failures.slice(0, 10) }
}
