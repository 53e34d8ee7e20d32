import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { type FormatOptions, formatIn, readFormat } from './format.ts'

function read(options: FormatOptions) {
  const report = new Report()
  const format = readFormat(options, report)
  return [format, ...report.diagnostics.map(({ code, hints }) => `${code}: ${hints.join()}`)]
}

test.each([
  [{}, ['text']],
  [{ json: true }, ['json']],
  [{ format: 'text' }, ['text']],
  [{ format: 'github' }, ['github']],
  [{ format: 'json', json: true }, ['json']],
] as const)('%j is the format %j', (options, wanted) => {
  expect(read(options)).toEqual(wanted)
})

test('an unknown format is a finding, and so are two formats at once', () => {
  expect(read({ format: 'gihtub' })).toEqual(['text', 'cli/usage: did you mean `github`?'])
  expect(read({ format: 'github', json: true })).toEqual([
    'github',
    'cli/usage: `--json` is short for `--format json`: give one of the two',
  ])
})

test.each([
  [['build', '--json', '--outt'], 'json'],
  [['build', '--format', 'github'], 'github'],
  [['build', '--format=json'], 'json'],
  [['build', '--format', 'odd'], 'text'],
  [['build'], 'text'],
] as const)('%j is told before the command is read: %s', (args, format) => {
  expect(formatIn(args)).toBe(format)
})
