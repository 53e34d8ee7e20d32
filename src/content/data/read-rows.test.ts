import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInLeaf } from '../../base/leaf.ts'
import { place, Report } from '../../base/report.ts'
import { readRows } from './read-rows.ts'

function read(path: string, text: string | Uint8Array) {
  const report = new Report()
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const rows = readRows(path, bytes, report)
  return {
    rows,
    cells: rows?.rows.map(({ cells }) =>
      Object.fromEntries([...cells].map(([name, { text: said }]) => [name, said])),
    ),
    found: report.diagnostics.map(({ code, span, message }) => `${place(span)} ${code}: ${message}`),
  }
}

const expected = [
  { a: '1.50', b: 'x "y"\nz' },
  { a: '', b: '3' },
]

test.each([
  ['CSV', 'd.csv', 'a,b\n1.50,"x ""y""\nz"\n,3\n'],
  ['CSV with a byte order mark', 'd.csv', '\ufeffa,b\n1.50,"x ""y""\nz"\n,3'],
  ['CSV with blank lines', 'd.CSV', '\na,b\n\n\n1.50,"x ""y""\nz"\n,3\n\n'],
  ['CSV with its names in quotes', 'd.csv', '"a","b"\n"1.50","x ""y""\nz"\n"",3\n'],
  ['TSV', 'd.tsv', 'a\tb\n1.50\t"x ""y""\nz"\n\t3\n'],
  ['JSON', 'd.json', ' [ {"a": 1.50, "b": "x \\"y\\"\\nz"}, {"a": null, "b": "3"} ]\n'],
  ['JSON whose objects differ', 'd.json', '[{"a":1.50,"b":"x \\"y\\"\\nz"},{"b":3}]'],
  ['JSON Lines', 'd.jsonl', '{"a":1.50,"b":"x \\"y\\"\\nz"}\n\n{"a":null,"b":3}\n'],
  ['JSON Lines', 'd.ndjson', '{"a":1.50,"b":"x \\"y\\"\\nz"}\r\n{"b":3}'],
  ['YAML', 'd.yaml', '- { a: 1.50, b: "x \\"y\\"\\nz" }\n- b: 3\n'],
])('%s gives rows, each value as it is written', (_, path, text) => {
  const { cells, found } = read(path, text)
  expect(found).toEqual([])
  expect(cells).toEqual(expected)
})

test('CSV with the line ends of Windows says the same, and a line end inside quotes stays', () => {
  expect(read('d.csv', 'a,b\r\n1,"x\r\ny"\r\n2,\r\n').cells).toEqual([
    { a: '1', b: 'x\r\ny' },
    { a: '2', b: '' },
  ])
})

test('rows are numbered from 1, a wrong one too, which is left out', () => {
  const { rows, found } = read('d.csv', 'a,b\n1,2\n3\n4,5,6\n7,8\n')
  expect(rows?.rows.map(({ number }) => number)).toEqual([1, 4])
  expect(found).toEqual([
    'd.csv:3:2 content/uneven-data: row 2 has 1 cell where there are 2 columns',
    'd.csv:4:5 content/uneven-data: row 3 has 3 cells where there are 2 columns',
  ])
})

test.each([
  ['d.csv', '', 'd.csv:1:1 content/no-data: the data has no rows'],
  ['d.csv', '\ufeff\r\n', 'd.csv:1:1 content/no-data: the data has no rows'],
  ['d.csv', 'a,b\n', 'd.csv:1:1 content/no-data: the data has no rows'],
  ['d.json', '[]', 'd.json:1:1 content/no-data: the data has no rows'],
  ['d.csv', 'a,,a\n1,2,3\n', 'd.csv:1:3 content/bad-column: column 2 has no name'],
  ['d.csv', 'a,"b\n1,2\n', 'd.csv:1:3 content/bad-csv: a quote is never closed'],
  ['d.csv', 'a,b\n1,"2"3\n', 'd.csv:2:5 content/bad-csv: a quote stands where none may be'],
  ['d.csv', 'a,b\n1,2\n3,4"\n', 'd.csv:3:4 content/bad-csv: a quote stands where none may be'],
  ['d.json', '{"a":1}', 'd.json:1:1 content/bad-row: the data is no list'],
  ['d.json', '[{"a":1} {"a":2}]', 'd.json:1:10 content/bad-row: a comma or the end of the list is missing'],
  ['d.json', '[{"a":NaN}]', 'd.json:1:7 content/bad-row: this is no value'],
  ['d.json', '[{"a":1,"a":2}]', 'd.json:1:9 content/bad-row: the name `a` stands twice in one row'],
  [
    'd.json',
    '[{"a":{"b":[1,"]}"]}}]',
    'd.json:1:3 content/bad-row: row 1, column `a`: a list or map where one value is meant',
  ],
  ['d.yaml', 'a: 1\n', 'd.yaml:1:1 content/bad-row: the data is no list'],
  ['d.yaml', '- [1]\n', 'd.yaml:1:3 content/bad-row: row 1 is no map'],
  ['d.xls', 'a', 'd.xls:1:1 content/data-format: `d.xls` is no known kind of data'],
])('%s that holds %j gives no rows: %s', (path, text, first) => {
  const { cells, found } = read(path, text)
  expect(cells ?? []).toEqual([])
  expect(found[0]).toBe(first)
})

test('bytes that are no text give no rows', () => {
  expect(read('d.csv', Uint8Array.of(0x61, 0x0a, 0xff)).found).toEqual([
    'd.csv:2:1 content/not-utf-8: byte `FF` is not UTF-8',
  ])
  expect(read('d.csv', 'a\n\u0001\n').found).toEqual([
    'd.csv:2:1 content/bad-character: the file holds the character `U+0001`, which no text may hold',
  ])
})

test('more rows and columns than are read are reported at the first of them', () => {
  const wide = Array.from({ length: 1001 }, (_, index) => `c${index}`).join()
  expect(read('d.csv', `${wide}\n${wide}\n`).found).toEqual([
    'd.csv:1:4891 content/data-limit: the data has more than 1000 columns',
  ])
  const { rows, found } = read('d.csv', `a\n${'1\n'.repeat(100_001)}`)
  expect(rows).toBeNull()
  expect(found).toEqual(['d.csv:100002:1 content/data-limit: the data has more than 100000 rows'])
})

const character = fc.constantFrom('a', '1', ',', '"', '\n', ' ', '\t', '中', '😀', "'", '\\')
const said = fc.array(character, { maxLength: 6 }).map((parts) => parts.join(''))
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(said, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
  )

/** As RFC 4180 has it. */
function csvOf(cells: readonly (readonly string[])[], lineEnd: string, isQuoted: boolean): string {
  const cell = (text: string) => (isQuoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((row) => row.map(cell).join(',') + lineEnd).join('')
}

test('what is written as CSV is read again, and each character is found at its place in the file', () => {
  let compared = 0
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
      (cells, lineEnd, isQuoted, hasMark) => {
        const names = (cells[0] ?? []).map((_, index) => `c${index}`)
        const text = csvOf([names, ...cells], lineEnd, isQuoted)
        const { rows, found } = read('d.csv', hasMark ? `\ufeff${text}` : text)
        expect(found).toEqual([])
        expect(rows?.rows.map((row) => [...row.cells.values()].map((one) => one.text))).toEqual(cells)
        for (const one of rows?.rows.flatMap((row) => [...row.cells.values()]) ?? []) {
          for (let offset = 0; offset < one.text.length; offset++) {
            const { start } = placeInLeaf({ ...one, lang: 'en' }, offset)
            const written = one.span.file.text[start]
            expect(written).toBe(one.text[offset])
            // Of two quotes that say one, the place is that of the first.
            if (written === '"') expect(one.span.file.text[start + 1]).toBe('"')
            compared++
          }
        }
      },
    ),
  )
  expect(compared).toBeGreaterThan(500)
})

test('JSON is read as JSON.parse reads it, and refused where that refuses it', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  const rows = fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), value, { minKeys: 1 }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(rows, fc.nat(), fc.constantFrom('', '}', '"', ',', '0', ' '), (objects, at, sign) => {
      const whole = JSON.stringify(objects)
      const cut = at % (whole.length + 1)
      const text = whole.slice(0, cut) + sign + whole.slice(cut)
      const isTable = isFlatTable(text)
      const { cells, found } = read('d.json', text)
      if (found.some((one) => /content\/(?:bad-character|line-end|not-utf-8)/.test(one))) return
      // A name that stands twice, which JSON.parse takes, is refused.
      if (found.some((one) => one.includes('stands twice'))) return
      expect(found.length === 0).toBe(isTable)
      if (!isTable) return
      const known = (JSON.parse(text) as readonly Record<string, unknown>[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, one]) => [name, one === null ? '' : String(one)])),
      )
      // Numbers stay as they are written: they are compared as numbers.
      const numeric = (one: string | undefined) =>
        one === undefined || one.trim() === '' || Number.isNaN(Number(one)) ? one : Number(one)
      for (const [index, row] of known.entries()) {
        for (const [name, one] of Object.entries(row))
          expect(numeric(cells?.[index]?.[name])).toEqual(numeric(one))
      }
    }),
    { numRuns: 500 },
  )
})

/** Whether a text is JSON of a list of flat objects, at least one of which has a name. */
function isFlatTable(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text)
    if (!Array.isArray(parsed) || parsed.length === 0) return false
    return parsed.every(
      (row) =>
        typeof row === 'object' &&
        row !== null &&
        !Array.isArray(row) &&
        Object.values(row).every((one) => typeof one !== 'object' || one === null),
    )
  } catch {
    return false
  }
}

test('a line of JSON Lines that is none is left out, and the others are rows', () => {
  const report = new Report()
  const text = '{"a":1}\n{"a" 9}\n{"a":2}{"a":3}\n{"a":4}\n'
  const rows = readRows('d.jsonl', Buffer.from(text), report)
  expect(rows?.rows.map(({ cells }) => cells.get('a')?.text)).toEqual(['1', '2', '4'])
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['content/bad-row', 'content/bad-row'])
})
