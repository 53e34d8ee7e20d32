import { type Files, type Finding, finding, guard, steps } from './finding.ts'

const sheet = 'content/example/towns.yaml'

/** A pattern and its data, for what goes wrong with them. */
function towns(pattern: string, data: string): Files {
  return {
    [sheet]: `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
rows: towns.csv
${pattern}
title: { en: "Water in \${name}", zh-Hans: "\${name}的水" }
blocks:
  - paragraph: { en: Clean water., zh-Hans: 干净的水。 }
`,
    'content/example/towns.csv': data,
  }
}

/** What is wrong with a batch as a whole; what is wrong with a row is said as of any publication, at its cell. */
export const batchFindings: readonly Finding[] = [
  finding(
    'batch/no-data',
    'error',
    'The file says nowhere which table its rows come from.',
    'Name the table with the key `rows`, or with `--data`.',
    steps(['bifolio batch content/example/publication.yaml'], 'content/example/publication.yaml:1:1'),
  ),
  finding(
    'batch/same-name',
    'error',
    'Two rows would be written to the same file, the second over the first; some systems tell no capitals in names. The first one is made, the other not.',
    'Let `file` name a column in which no two rows are alike, such as their codes.',
    steps(
      [`bifolio batch ${sheet}`],
      'content/example/towns.csv:3:1',
      towns('file: $' + '{name}', 'code,name\na1,Nairobi\na2,nairobi\n'),
    ),
  ),
  finding(
    'batch/other-output',
    'error',
    'The output folder holds what another batch has made, or a `manifest.json` that no batch has written: it would be overwritten.',
    'Name another folder with `--out`; or delete the `manifest.json` there where nobody needs it.',
    steps(
      ['mkdir -p output/example', 'echo {} > output/example/manifest.json', `bifolio batch ${sheet}`],
      'output/example:1:1',
      towns('file: $' + '{code}', 'code,name\na1,Nairobi\n'),
    ),
  ),
  finding(
    'batch/too-many-pages',
    'error',
    'All files together have more pages than one PDF may have here.',
    'Make the combined file of a part of the rows: with `--data` and a table of them.',
    guard('It takes thousands of rows.', 'batch'),
  ),
]
