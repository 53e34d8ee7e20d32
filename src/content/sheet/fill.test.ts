import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Leaf, placeInLeaf } from '../../base/leaf.ts'
import { Report } from '../../base/report.ts'
import { plain } from '../../document/markdown.ts'
import { versions } from '../../testing/publication.ts'
import { checkSheet, soundSheet } from '../../testing/sheet.ts'
import { readRows } from '../data/read-rows.ts'
import { fill, sheetRow } from './fill.ts'

const rows = 'id,name_en,name_zh-Hans,note,gap\nA 1,Oslo,奥斯陆,*a*,\n'

test('a name stands for a column, or for that of the language of the text', () => {
  const { subtitle, place, series } = soundSheet(
    `subtitle: \${name}\nplace: { en: "In \${name}, \${id}", zh-Hans: "在\${name}" }\nseries: "$\${name} \${ id }"\nblocks: []\n`,
    { rows },
  )
  expect(versions(subtitle)).toEqual({ en: 'Oslo', 'zh-Hans': '奥斯陆' })
  expect(versions(place)).toEqual({ en: 'In Oslo, A 1', 'zh-Hans': '在奥斯陆' })
  expect(versions(series)).toEqual({ en: `\${name} A 1`, 'zh-Hans': `\${name} A 1` })
})

test('without a row the signs are text as any other', () => {
  expect(versions(soundSheet(`subtitle: \${name}\nblocks: []\n`).subtitle).en).toBe(`\${name}`)
})

test('addresses escape a cell, paths and code take it as it is, texts show its marks', () => {
  const sheet = soundSheet(
    `link: https://example.org/\${id}?q=\${note}\ntheme: \${id}.css\ndate: "2014"\nblocks: [{ code: "\${note}" }, { paragraph: "\${note}" }]\n`,
    { rows },
  )
  expect(sheet.link).toBe('https://example.org/A%201?q=*a*')
  expect(sheet.theme?.path).toBe('A 1.css')
  const [code, paragraph] = sheet.chapters[0]?.blocks ?? []
  expect(code?.kind === 'code' && versions(code.text).en).toBe('*a*')
  expect(paragraph?.kind === 'paragraph' && versions(paragraph.text).en).toBe('\\*a\\*')
})

test('what a text names must be there and say something; the place is that of the name or the cell', () => {
  const yaml = `subtitle: In \${nam}\nplace: \${gap}\ntheme: \${name}.css\nblocks: []\n`
  const { found, messages } = checkSheet(yaml, { rows })
  expect(found).toEqual([
    '3:14 content/unknown-column',
    'rows.csv:2:18 content/empty-cell',
    '5:8 content/unknown-column',
  ])
  expect(messages).toEqual([
    'the data has no column `nam`',
    'row 1, column `gap` is empty, and is shown',
    'the data has no column `name`',
  ])
})

test('a language that a name lacks is named', () => {
  const { messages } = checkSheet(`subtitle: \${name}\nblocks: []\n`, { rows: 'name_en,id\nOslo,1\n' })
  expect(messages).toEqual(['the data has no column `name` or `name_zh-Hans`'])
})

test('only the languages that are printed need their cells', () => {
  const { publication, found } = checkSheet(`print: [zh-Hans]\nsubtitle: \${name}\nblocks: []\n`, {
    rows: 'name_zh-Hans,name_en\n奥斯陆,\n',
  })
  expect(found).toEqual([])
  expect(versions(publication?.subtitle)).toEqual({ 'zh-Hans': '奥斯陆' })
})

const character = fc.constantFrom(
  'a',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '{',
  '}',
  '^',
  ' ',
  '中',
  '$',
  ':',
)
const words = fc.array(character, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('').trim())

test('the words of a cell are printed as they are written, whatever marks they hold', () => {
  fc.assert(
    fc.property(words, words, (cell, beside) => {
      fc.pre(cell !== '' && /^[a中]*$/.test(beside))
      const filled = filledWith(cell, `${beside}\${c}${beside}`)
      expect(plain(filled)).toBe(`${beside}${cell}${beside}`)
    }),
    { numRuns: 500 },
  )
})

test('each character of a text that is a cell as a whole has its place in the data', () => {
  const filled = filledWith('a*b"c', `\${c}`)
  const places = Array.from({ length: filled.text.length }, (_, offset) => placeInLeaf(filled, offset))
  expect(filled.text).toBe('a\\*b"c')
  expect(places.every(({ file }) => file.path === 'd.csv')).toBe(true)
  expect(places.map(({ file, start }) => file.text[start]).join('')).toBe('a**b"c')
})

test('of a text that holds more than a cell each character has its place in the text', () => {
  const filled = filledWith('xyz', `a \${c} b`)
  expect(filled.text).toBe('a xyz b')
  const starts = Array.from({ length: filled.text.length }, (_, offset) => placeInLeaf(filled, offset).start)
  expect(starts).toEqual([0, 1, 2, 2, 2, 6, 7])
})

function filledWith(cell: string, text: string): Leaf {
  const report = new Report()
  const csv = `c,d\n"${cell.replaceAll('"', '""')}",\n`
  const row = readRows('d.csv', new TextEncoder().encode(csv), report)?.rows[0]
  const file = { path: 't.yaml', text }
  const leaf = { text, lang: 'en', span: { file, start: 0, end: text.length }, places: null }
  const filled = row && fill(leaf, sheetRow(row), report)
  if (!filled || report.diagnostics.length > 0) throw new Error('the cell cannot be filled in')
  return filled
}
