import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { place } from '../base/report.ts'
import { inOrder } from '../cli/findings-order.ts'
import { findingsReference } from '../testing/findings-reference.ts'
import { findingsIn, stepsOf } from '../testing/run-example.ts'
import { allFindings } from './catalogue.ts'
import { placeOf } from './describe.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const inMemory = allFindings.flatMap(({ code, severities, example }) =>
  example.kind === 'project' ? [{ code, severities, example }] : [],
)
const onDisk = allFindings.flatMap(({ code, severities, example }) =>
  example.kind === 'steps' ? [{ code, severities, example }] : [],
)
const guards = allFindings.flatMap(({ code, example }) =>
  example.kind === 'guard' ? [{ code, example }] : [],
)

describe('an example gives findings of its code alone, the first at its place', () => {
  test.each(inMemory)('$code', ({ code, severities, example }) => {
    const found = inOrder(findingsIn(example))
    const [first] = found
    expect([...new Set(found.map((one) => one.code))], found.map((one) => one.message).join('; ')).toEqual([
      code,
    ])
    expect(first && place(first.span)).toBe(placeOf(example.at))
    expect(severities).toContain(first?.severity)
  })

  test.each(onDisk)('$code', async ({ code, severities, example }) => {
    const { found } = await stepsOf(example)
    const [first] = found
    expect([...new Set(found.map((one) => one.code))]).toEqual([code])
    expect(`${first?.path}:${first?.line}:${first?.column}`).toBe(placeOf(example.at))
    expect(severities).toContain(first?.severity)
  })
})

test.each(guards)('$code cannot come from an author; a test of its own has it', ({ code, example }) => {
  const tests = readdirSync(join(root, example.proof)).filter((name) => name.endsWith('.test.ts'))
  const texts = tests.map((name) => readFileSync(join(root, example.proof, name), 'utf8'))
  // In a regular expression a slash is escaped.
  expect(
    texts.some((text) => text.replaceAll('\\/', '/').includes(code)),
    example.proof,
  ).toBe(true)
})

// Here, where the examples have just been run, and not in a file of its own, where they would be run again.
test('docs/findings.md has every entry, with what its example prints', async () => {
  await expect(`${await findingsReference()}\n`).toMatchFileSnapshot('../../docs/findings.md')
})
