import { type Files, type Finding, finding, type ProjectExample, project } from './finding.ts'

const data = 'content/example/rain.csv'

/** A publication that shows a title alone, whatever else it holds: what is wrong is found before. */
function showing(lines: string, more: Files = {}): Files {
  return {
    'publication.yaml': `languages: { en: { name: English } }\ntitle: Water\nlayout: plain\n${lines}`,
    'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
    ...more,
  }
}

/** An indicator of a file of data. */
function ofFile(csv: string, at: string): ProjectExample {
  const lines = 'indicators:\n  rain: { label: Rain, data: rain.csv }\nblocks:\n  - cards: [rain]\n'
  return project(showing(lines, { [data]: csv }), at)
}

/** A pattern for the rows of some data. */
function ofRows(lines: string, csv: string, at: string): ProjectExample {
  const files = showing(`rows: rain.csv\n${lines}`, { [data]: csv })
  return project(files, at, { data: 'content/example/rain.csv' })
}

/** What is wrong with data, and with what shows it. */
export const dataFindings: readonly Finding[] = [
  finding(
    'content/data-format',
    'error',
    'The ending of a file of data says none of the kinds that are read: CSV, TSV, JSON, JSON Lines, YAML.',
    'Save it as one of them, and give it the ending of that kind.',
    project(
      showing('indicators:\n  rain: { label: Rain, data: rain.xlsx }\nblocks:\n  - cards: [rain]\n', {
        'content/example/rain.xlsx': 'PK',
      }),
      'content/example/rain.xlsx:1:1',
    ),
  ),
  finding(
    'content/no-data',
    'error',
    'A file of data is empty, or has no row below its column names.',
    'Write the rows, or correct the path.',
    ofFile('period,value\n', `${data}:1:1`),
  ),
  finding(
    'content/data-limit',
    'error',
    'A file of data has more bytes, rows or columns than are read.',
    'Divide it into several files, or leave out the columns that nothing shows.',
    project(
      showing('indicators:\n  rain: { label: Rain, data: rain.csv }\nblocks:\n  - cards: [rain]\n', {
        [data]: {
          about: 'the names and values of 1,001 columns',
          make: () => {
            const columns = Array.from({ length: 1001 }, (_, index) => index + 1)
            return `${columns.map((index) => `c${index}`).join()}\n${columns.join()}\n`
          },
        },
      }),
      `${data}:1:4894`,
    ),
  ),
  finding(
    'content/bad-csv',
    'error',
    'A quote in a CSV file stands where none may be, or is never closed: where the next cell begins cannot be told.',
    'Put the whole cell in quotes, and write each quote inside it twice.',
    ofFile('period,value\n1990,8"12\n', `${data}:2:7`),
  ),
  finding(
    'content/bad-column',
    'error',
    'A column of a file of data has no name, or that of another one.',
    'Give each column a name of its own in the first line.',
    ofFile('period,value,value\n1990,812,790\n', `${data}:1:14`),
  ),
  finding(
    'content/uneven-data',
    'error',
    'A row of a CSV file has more or fewer cells than there are columns. Mostly a comma in a cell is not in quotes. The row is left out.',
    'Put the cell in quotes, or add the comma of an empty cell.',
    ofFile('period,value\n1990,1,812\n2000,790\n', `${data}:2:8`),
  ),
  finding(
    'content/bad-row',
    'error',
    'Something in JSON or YAML is no row of data: a row is an object of names and single values.',
    'Write it as the hint shows, and give each value a column of its own.',
    project(
      showing('indicators:\n  rain: { label: Rain, data: rain.json }\nblocks:\n  - cards: [rain]\n', {
        'content/example/rain.json': '[{ "period": 1990, "value": 812 }, 790]\n',
      }),
      'content/example/rain.json:1:36',
    ),
  ),
  finding(
    'content/needs-row',
    'error',
    'A file is a pattern of many publications, and is built without the row of data that would fill it.',
    'Build it with `bifolio batch`.',
    project(showing('rows: rain.csv\nblocks: []\n'), 'publication.yaml:4:7'),
  ),
  finding(
    'content/unknown-column',
    'error',
    'A text, an indicator or a chart names a column that the data does not have.',
    'Correct the name as the hint says; `$${` writes the signs themselves.',
    ofRows(`subtitle: Rain in \${plaec}\nblocks: []\n`, 'place\nOslo\n', 'publication.yaml:5:19'),
  ),
  finding(
    'content/empty-cell',
    'error',
    'A text shows a cell of the data in which nothing stands.',
    'Fill it in, or leave the row out of the data.',
    ofRows(`subtitle: Rain in \${place}\nblocks: []\n`, 'id,place\n1,Oslo\n2,\n', `${data}:3:3`),
  ),
  finding(
    'content/file-name',
    'error',
    'A row would be written to a file whose name is not safe: it leads into another folder, is hidden, or no system takes it.',
    'Change the cell, or name another column in `file:`.',
    ofRows(`file: \${id}\nblocks: []\n`, 'id\n../rain\n', `${data}:2:1`),
  ),
  finding(
    'content/bad-link',
    'error',
    'The `link` of a publication is no address of the web, or is too long for a code that is printed.',
    'Write it with `https://` before it, in at most 500 characters.',
    project(showing('link: example.org\nblocks: []\n'), 'publication.yaml:4:7'),
  ),
  finding(
    'content/indicator-values',
    'error',
    'An indicator has no values, has them from two places, or is divided by way of itself.',
    'Give it one of `columns`, `values`, `divide` and `data`.',
    project(showing('indicators:\n  rain: { label: Rain }\nblocks: []\n'), 'publication.yaml:5:3'),
  ),
  finding(
    'content/bad-number',
    'error',
    'A value is no number that can be printed: it is text, has commas, is infinite, or is 10^15 and more.',
    'Write plain digits with a point before decimals; leave it empty where the value is missing.',
    ofFile('period,value\n1990,"1,812"\n', `${data}:2:7`),
  ),
  finding(
    'content/negative-share',
    'error',
    'A share of a whole is below zero: a percentage, or a part of a stack.',
    'Correct it; a rate of change is no share, and has a unit of its own: `{ word: "%" }`.',
    project(
      showing(
        'indicators:\n  rain: { label: Rain, unit: percent, values: { 1990: 12, 2000: -3 } }\nblocks: []\n',
      ),
      'publication.yaml:5:65',
    ),
  ),
  finding(
    'content/bad-period',
    'error',
    'A year is none, has two values or none at all, or a stretch of years ends before it begins.',
    'Write years as `1990`, the first of several in `from`, the last in `to`.',
    project(
      showing('blocks:\n  - timeline: [{ from: 2016, to: 2014, text: Rain }]\n'),
      'publication.yaml:5:34',
    ),
  ),
  finding(
    'content/unknown-indicator',
    'error',
    'A block names an indicator that the publication does not have.',
    'Correct the name, or add it to `indicators`.',
    project(
      showing('indicators:\n  rain: { label: Rain, values: { 1990: 812 } }\nblocks:\n  - chart: rian\n'),
      'publication.yaml:7:12',
    ),
  ),
  finding(
    'content/unknown-figure',
    'error',
    'A fact names a figure that the publication does not have.',
    'Correct the name, add the figure to `figures`, or write the fact out.',
    project(showing('blocks:\n  - facts: [states]\n'), 'publication.yaml:5:13'),
  ),
  finding(
    'content/unknown-table',
    'error',
    'A chart names a table that the publication does not have.',
    'Correct the name, or give the table an `id`.',
    project(showing('blocks:\n  - chart: { table: rain }\n'), 'publication.yaml:5:21'),
  ),
  finding(
    'content/mixed-units',
    'error',
    'A chart shows indicators of different units: on one scale one of them would say nothing.',
    'Make a chart of each.',
    project(
      showing(`indicators:
  rain: { label: Rain, unit: { word: mm }, values: { 1990: 812 } }
  cost: { label: Cost, unit: usd, values: { 1990: 3000 } }
blocks:
  - chart: [rain, cost]
`),
      'publication.yaml:8:13',
    ),
  ),
  finding(
    'content/uneven-series',
    'error',
    'A chart has more or fewer values than categories, or a table that it shows is not even.',
    'Write a value for each category, and `~` for what is missing.',
    project(
      showing('blocks:\n  - chart: { categories: [May, June], series: [{ values: [8] }] }\n'),
      'publication.yaml:5:59',
    ),
  ),
  finding(
    'content/chart-limit',
    'error',
    'A chart has more categories or series, or a timeline more years, than can be told apart on paper.',
    'Show fewer of them, sums of several, or several charts.',
    project(
      showing('blocks:\n  - timeline: [{ date: 1066, text: Rain }, { date: 2014, text: Snow }]\n'),
      'publication.yaml:5:24',
    ),
  ),
]
