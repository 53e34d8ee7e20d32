import { type HostileSheet, hostileFolder, hostileSheet, many, plainSheet } from './hostile-sheet.ts'
import { pngFile } from './pictures.ts'

const picture = (
  name: string,
  found: readonly string[],
  file: string,
  content: () => string | Uint8Array,
): HostileSheet => ({
  name,
  command: 'build',
  found,
  made: [],
  files: () => ({
    [hostileSheet]: plainSheet(`  - { image: ${file}, alt: { en: A map, zh-Hans: 地图 } }\n`),
    [`${hostileFolder}/${file}`]: content(),
  }),
})
const svg = (name: string, code: string, at: string, content: () => string): HostileSheet =>
  picture(name, [`map.svg:${at} ${code}`], 'map.svg', content)

const drawing = (content: string, before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n${content}\n</svg>\n`
const themed = (name: string, found: readonly string[], css: string, blocks: string): HostileSheet => ({
  name,
  command: 'build',
  found,
  made: [],
  files: () => ({
    [hostileSheet]: plainSheet(blocks, 'theme: own.css\n'),
    [`${hostileFolder}/own.css`]: css,
  }),
})

const pictures: readonly HostileSheet[] = [
  picture('a broken PNG', ['sheet.yaml:5:14 read/picture'], 'map.png', () =>
    pngFile({ width: 9, height: 9 }).subarray(0, 60),
  ),
  picture('a PNG of 30,000 by 30,000', ['sheet.yaml:5:14 read/picture'], 'map.png', () =>
    pngFile({ width: 30_000, height: 30_000, data: new Uint8Array(100) }),
  ),
  svg('a drawing with a script', 'read/svg-unsafe', '2:1', () => drawing('<script>alert(1)</script>')),
  svg('a drawing that listens', 'read/svg-unsafe', '2:36', () =>
    drawing('<rect width="9" height="9" onload="x()"/>'),
  ),
  svg('a bomb of entities', 'read/svg-unsafe', '1:1', () =>
    drawing(
      '<text>&b;</text>',
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${many(20, (n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`, '')}]>`,
    ),
  ),
  svg('an entity from a file', 'read/svg-unsafe', '1:1', () =>
    drawing('<text>&a;</text>', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  svg('a picture from outside', 'read/svg-unsupported', '2:1', () =>
    drawing('<image href="https://evil.example/a.png" width="9" height="9"/>'),
  ),
  svg('a drawing used from outside', 'read/svg-unsafe', '2:18', () =>
    drawing('<use xlink:href="other.svg#a"/>'),
  ),
  svg('10,000 groups in each other', 'read/svg', '2:190', () =>
    drawing('<g>'.repeat(10_000) + '</g>'.repeat(10_000)),
  ),
  svg('a bomb of uses', 'read/svg', '2:193', () =>
    drawing(
      `<g id="a0"><rect width="1" height="1"/></g>${many(30, (n) => `<g id="a${n + 1}">${`<use xlink:href="#a${n}"/>`.repeat(10)}</g>`, '')}<use xlink:href="#a30"/>`,
    ),
  ),
  svg('a use of itself', 'read/svg', '2:22', () => drawing('<g id="a"><use href="#a"/></g>')),
]

const pages: readonly HostileSheet[] = [
  themed(
    'a grid that cannot be solved',
    ['own.css:1:10 style/value'],
    '.sheet { grid-template-columns: repeat(1000000, 1fr) repeat(auto-fill, minmax(0, 1fr)) }',
    '  - paragraph: { en: a, zh-Hans: 甲 }\n',
  ),
  themed(
    'a grid of a million lines',
    ['own.css:1:13 style/value', 'own.css:1:32 style/value'],
    '.body > * { grid-row: 1000000; grid-column: -99999 / span 99999 }',
    '  - paragraph: { en: a, zh-Hans: 甲 }\n',
  ),
  themed(
    'columns wider than the page',
    ['sheet.yaml:3:30 layout/off-page'],
    '.body { grid-template-columns: 300mm 300mm }',
    '  - paragraph: { en: a, zh-Hans: 甲 }\n',
  ),
  {
    name: 'more than fits a page',
    command: 'build',
    found: ['sheet.yaml:4:6 layout/no-fit'],
    made: [],
    says: ' mm',
    files: () => ({
      [hostileSheet]: plainSheet(
        `  - paragraph: { en: "${'word '.repeat(5000)}", zh-Hans: "${'字'.repeat(5000)}" }\n`,
        'fit: 1\n',
      ),
    }),
  },
]

/** Sheets with pictures and themes that do harm. */
export const hostileLooks: readonly HostileSheet[] = [...pictures, ...pages]
