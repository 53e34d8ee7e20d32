import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { load } from './load.ts'

function read(yaml: string): readonly string[] {
  const report = new Report()
  expect(load('p.yaml', new TextEncoder().encode(yaml), report)).toBeNull()
  return report.diagnostics.map(({ code, message, span }) => `${place(span)} ${message} [${code}]`)
}

test.each([
  ['a: "b\nc: d\n', 'p.yaml:1:4 `"` is never closed'],
  ["a: 'b\nc: d\n", "p.yaml:1:4 `'` is never closed"],
  ['a: { b: c\nd: e\n', 'p.yaml:1:4 `{` is never closed'],
  ['a: [x, { b: c }\nd: e\n', 'p.yaml:1:4 `[` is never closed'],
  ['- [', 'p.yaml:1:3 `[` is never closed'],
  ['a:\n  - b\n   - c\n  - [\n', 'p.yaml:4:5 `[` is never closed'],
  ['a:\n  - b: 1\n   - c: 1\n', 'p.yaml:3:4 this line is not indented like those beside it'],
  ['a:\n  b: 1\n\tc: 2\n', 'p.yaml:3:1 a tab stands in the indentation'],
  ['a: Note: this\n', 'p.yaml:1:4 a second `: ` stands in one line'],
  ['a: @b\n', 'p.yaml:1:4 a text cannot begin with this character'],
  ['a: *b* c\n', 'p.yaml:1:8 something stands here that does not belong to what is before it'],
  ['a: "\\q"\n', 'p.yaml:1:5 an unknown escape with `\\`'],
  ['a: 1\nword\n', 'p.yaml:2:1 a key without a colon'],
])('%j is one finding at its place', (yaml, found) => {
  expect(read(yaml)).toEqual([`${found} [content/yaml]`])
})
