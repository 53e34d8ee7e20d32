import {
  type HostileSheet,
  hostileFolder,
  hostileSheet,
  many,
  plainSheet,
  sheetHead,
} from './hostile-sheet.ts'

const pattern = (rows: string, unit = 'people', name = 'name'): string =>
  `${sheetHead}rows: ${rows}\nfile: \${id}\ntitle: \${${name}}\nindicators:\n  people: { label: { en: People, zh-Hans: 人口 }, unit: ${unit}, columns: p_* }\nblocks:\n  - cards: [people]\n  - chart: people\n`
type Made = readonly string[]
type Content = string | Uint8Array

/** A pattern over data in `towns` with this ending. */
const rows =
  (ending: string) =>
  (
    name: string,
    found: readonly string[],
    made: Made,
    data: () => Content,
    sheet = pattern(`towns.${ending}`),
  ): HostileSheet => ({
    name,
    command: 'batch',
    found,
    made,
    files: () => ({ [hostileSheet]: sheet, [`${hostileFolder}/towns.${ending}`]: data() }),
  })
const csv = rows('csv')
const json = rows('json')
const lines = rows('jsonl')

const first = 'id,name,p_1990,p_2000\n'

/** Sheets over data that do harm. */
export const hostileData: readonly HostileSheet[] = [
  csv('a column that is missing', ['sheet.yaml:7:72 content/unknown-column'], [], () => 'id,name\na,A\n'),
  csv(
    'a column of names that is missing',
    ['sheet.yaml:5:8 content/unknown-column'],
    [],
    () => 'id,p_1990\na,1\n',
  ),
  csv(
    'text in a number',
    ['towns.csv:3:5 content/bad-number'],
    ['a.pdf'],
    () => `${first}a,A,1,2\nb,B,x,2\n`,
  ),
  csv('NaN', ['towns.csv:2:5 content/bad-number'], ['b.pdf'], () => `${first}a,A,NaN,2\nb,B,1,2\n`),
  csv('infinity', ['towns.csv:2:5 content/bad-number'], [], () => `${first}a,A,1e999,2\n`),
  csv(
    'a negative share',
    ['towns.csv:2:7 content/negative-share'],
    [],
    () => `${first}a,A,1,-2\n`,
    pattern('towns.csv', 'percent'),
  ),
  csv('10^15', ['towns.csv:2:5 content/bad-number'], [], () => `${first}a,A,1000000000000000,2\n`),
  csv(
    'a number of a megabyte',
    ['towns.csv:2:5 content/bad-number'],
    [],
    () => `${first}a,A,${'9'.repeat(1_000_000)},2\n`,
  ),
  csv('an empty CSV', ['towns.csv:1:1 content/no-data'], [], () => ''),
  csv('only a head', ['towns.csv:1:1 content/no-data'], [], () => first),
  csv('a byte order mark', [], ['a.pdf'], () => `\ufeff${first}a,A,1,2\n`),
  csv('line ends of Windows', [], ['a.pdf', 'b.pdf'], () =>
    `${first}a,A,1,2\nb,B,1,2\n`.replaceAll('\n', '\r\n'),
  ),
  csv(
    'quoted newlines, and a number behind them',
    ['towns.csv:6:4 content/bad-number'],
    ['a.pdf'],
    () => `${first}a,"A\n\n",1,2\nb,"B\nB",x,2\n`,
  ),
  csv(
    'a quote that is never closed',
    ['towns.csv:2:3 content/bad-csv'],
    [],
    () => `${first}a,"A,1,2\n${'b,B,1,2\n'.repeat(10_000)}`,
  ),
  csv(
    'a hundred thousand columns',
    ['towns.csv:1:4893 content/data-limit'],
    [],
    () => `${first.trim()},${many(100_000, (n) => `c${n}`)}\na,A,1,2,${many(100_000, String)}\n`,
  ),
  csv(
    'duplicate file names',
    ['towns.csv:3:1 batch/same-name'],
    ['a.pdf'],
    () => `${first}a,A,1,2\nA,B,1,2\n`,
  ),
  csv(
    'a way out in a file name',
    ['towns.csv:2:1 content/file-name', 'towns.csv:3:1 content/file-name'],
    ['c.pdf'],
    () => `${first}../a,A,1,2\n/etc/b,B,1,2\nc,C,1,2\n`,
  ),
  csv('the name of a device', ['towns.csv:2:1 content/file-name'], [], () => `${first}NUL,A,1,2\n`),
  csv(
    'a file name of 300 bytes',
    ['towns.csv:2:1 content/file-name'],
    [],
    () => `${first}${'a'.repeat(300)},A,1,2\n`,
  ),
  csv('NUL', ['towns.csv:2:4 content/bad-character'], [], () => `${first}a,A\0,1,2\n`),
  csv('64 MiB and a byte', ['sheet.yaml:3:7 read/large'], [], () =>
    Buffer.alloc(64 * 1024 * 1024 + 1, 'a,b\n'),
  ),
  csv('invalid UTF-8', ['towns.csv:2:3 content/not-utf-8'], [], () =>
    Buffer.concat([Buffer.from(`${first}a,`), Buffer.of(0xff, 0xfe), Buffer.from(',1,2\n')]),
  ),
  csv(
    'markup and marks in a cell',
    [],
    ['a.pdf'],
    () => `${first}a,"<b>*A*</b>{{title}} \${name} [x](javascript:1) {note:n}",1,2\n`,
  ),
  csv(
    'a name of JavaScript',
    ['sheet.yaml:5:8 content/unknown-column'],
    [],
    () => `${first}a,A,1,2\n`,
    pattern('towns.csv', 'people', '__proto__'),
  ),
  csv(
    'data above the project',
    ['sheet.yaml:3:7 read/outside'],
    [],
    () => first,
    pattern('../../../towns.csv'),
  ),
  csv('data at /etc/passwd', ['sheet.yaml:3:7 content/path'], [], () => first, pattern('/etc/passwd')),
  json(
    'a JSON of 10,000 lists in each other',
    ['towns.json:1:2 content/bad-row'],
    [],
    () => '['.repeat(10_000) + ']'.repeat(10_000),
  ),
  json(
    'a JSON of keys of JavaScript',
    [],
    ['a.pdf'],
    () => '[{ "__proto__": "x", "constructor": "y", "id": "a", "name": "A", "p_1990": 1 }]',
  ),
  lines(
    'JSON Lines with a broken line',
    ['towns.jsonl:2:11 content/bad-row'],
    ['a.pdf', 'c.pdf'],
    () => '{"id":"a","name":"A","p_1990":1}\n{"id":"b","n\n{"id":"c","name":"C","p_1990":1}\n',
  ),
  {
    name: 'a hundred thousand categories in the sheet',
    command: 'build',
    found: ['sheet.yaml:5:27 content/chart-limit'],
    made: [],
    files: () => ({
      [hostileSheet]: plainSheet(
        `  - chart: { categories: [${many(100_000, (n) => `c${n}`)}], series: [{ values: [${many(100_000, String)}] }] }\n`,
      ),
    }),
  },
  {
    name: 'a hundred thousand categories in a file',
    command: 'build',
    found: ['sheet.yaml:5:20 content/chart-limit'],
    made: [],
    files: () => ({
      [hostileSheet]: plainSheet('  - chart: { data: c.csv }\n'),
      [`${hostileFolder}/c.csv`]: `category,value\n${many(100_000, (n) => `c${n},${n}`, '\n')}\n`,
    }),
  },
]
