import { afterEach, describe, expect, test, vi } from 'vitest'
import { main } from './main.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

describe('wrong usage is exit 2', () => {
  test.each([
    [
      'an unknown option',
      ['build', '--outt', 'x', '--json'],
      'unknown option `--outt`',
      'did you mean `--out`?',
    ],
    ['an unknown command', ['biuld', '--json'], 'unknown command `biuld`', 'did you mean `build`?'],
    [
      'help for an unknown command',
      ['help', 'biuld', '--json'],
      'there is no such command',
      'run `bifolio --help` for what there is',
    ],
    [
      'an option without its value',
      ['build', '--json', '--out'],
      'option `--out <folder>` argument missing',
      'run `bifolio --help` for what there is',
    ],
  ])('with --json it is one finding: %s', async (_, args, message, hint) => {
    const { code, out, errors } = await run(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(JSON.parse(errors)).toMatchObject({ code: 'cli/usage', severity: 'error', message, hints: [hint] })
  })

  test('without --json it is said for people', async () => {
    const { code, errors } = await run(['build', '--outt', 'x'])
    expect([code, errors.startsWith("error: unknown option '--outt'")]).toEqual([2, true])
    expect(errors).toContain('bifolio --help')
  })

  test('no command at all gets the help', async () => {
    expect(await run([])).toMatchObject({ code: 2, errors: expect.stringContaining('Usage: bifolio') })
  })
})

test('with --format github wrong usage is a workflow command', async () => {
  const { code, errors } = await run(['build', '--outt', 'x', '--format', 'github'])
  expect(code).toBe(2)
  expect(errors).toBe('::error title=cli/usage::unknown option `--outt`%0Ahint: did you mean `--out`?\n')
})

test('what was typed is shown, not obeyed', async () => {
  const { errors } = await run(['build', '--\u001b[31m\u202e'])
  expect(errors).toContain("unknown option '--<U+001B>[31m<U+202E>'")
})

test('explain says what a finding means', async () => {
  expect(await run(['explain', 'content/bad-date'])).toMatchObject({
    code: 0,
    errors: '',
    out: expect.stringContaining('What to do: '),
  })
  expect(await run(['explain', 'content/bad-dat'])).toMatchObject({ code: 2, out: '' })
})

test('help that was asked for is exit 0, and no finding', async () => {
  const { code, out, errors } = await run(['build', '--help', '--json'])
  expect([code, errors]).toEqual([0, ''])
  expect(out).toContain('--audit')
})

async function run(args: readonly string[]) {
  const printed = { out: '', errors: '' }
  for (const [stream, name] of [
    [process.stdout, 'out'],
    [process.stderr, 'errors'],
  ] as const) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed[name] += text
      return true
    })
  }
  await main(args)
  return { code: process.exitCode, ...printed }
}
