import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { programFolder } from '../testing/project.ts'

/** A limit as it stands in the source. */
interface Limit {
  readonly path: string
  readonly name: string
  readonly value: string
  readonly reason: string
}

/** What a limit is called, so that it is found here. */
const isLimit =
  /^(?:most|deepest|longest|largest|shortest|smallest|least|max)[A-Z]\w*$|^(?:deepest|longest)$|Limit$|^limit$/

/** Constants that are called as limits are and are none of safety: sizes of caches, and typography. */
const others: ReadonlySet<string> = new Set([
  'base/shelf.ts mostKept',
  'batch/row-findings.ts mostNamed',
  'batch/witness.ts mostKept',
  'document/read-markup.ts mostKnown',
  'layout/table/content-widths.ts leastPicture',
  'style/kept-looks.ts mostKept',
  'style/kept-looks.ts mostSound',
  'style/position.ts mostCompared',
  'text/chances.ts leastPart',
  'text/chances.ts shortestHyphenated',
  'text/hyphenate.ts shortestCapitalised',
  'text/set-texts.ts longestKept',
  'text/set-texts.ts mostKept',
  'text/words.ts longestKept',
  'text/words.ts mostKept',
  'text/words.ts shortestPart',
])

const files = readdirSync(join(programFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^(?:testing|findings)\//.test(path))
  .sort()

/** The constants of a file that are limits: a number, or a product of numbers. */
function limitsIn(path: string): readonly Limit[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(programFolder, 'src', path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  return source.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const value = initializer?.getText() ?? ''
      if (!ts.isIdentifier(name) || !isLimit.test(name.text) || !/^[\d_.e* ]+$/.test(value)) return []
      return { path, name: name.text, value: shown(value), reason: reasonOf(statement) }
    })
  })
}

/** The comment before a statement, on one line. */
function reasonOf(statement: ts.Statement): string {
  const text = statement.getSourceFile().text
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []
  const last = comments.at(-1)
  if (last === undefined) return ''
  return text
    .slice(last.pos, last.end)
    .replace(/^\/\*\*|\*\/$/g, ' ')
    .replace(/^\s*(?:\/\/|\* )/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A product as a number; millions of bytes in the unit that people count them in. */
function shown(value: string): string {
  const product = value.split('*').reduce((sum, factor) => sum * Number(factor.trim().replaceAll('_', '')), 1)
  const megabytes = product / 1024 / 1024
  return Number.isInteger(megabytes) && megabytes > 0 ? `${megabytes} MiB` : product.toLocaleString('en')
}

const [start, end] = ['<!-- limits -->\n', '<!-- end of limits -->']
const named = files.flatMap(limitsIn)
const limits = named.filter(({ path, name }) => !others.has(`${path} ${name}`))

test('what is no limit of safety is still there', () => {
  const names = named.map(({ path, name }) => `${path} ${name}`)
  expect([...others].filter((other) => !names.includes(other))).toEqual([])
})

test('every limit says its reason', () => {
  expect(limits.length).toBeGreaterThan(30)
  expect(limits.filter(({ reason }) => reason === '').map(({ path, name }) => `${path} ${name}`)).toEqual([])
})

test('SECURITY.md names every limit', async () => {
  const rows = limits.map(
    ({ path, name, value, reason }) => `| \`${path}\` | \`${name}\` | ${value} | ${reason} |`,
  )
  const table = [
    '| file in `src/` | limit | value | what it is, and why |',
    '| --- | --- | --: | --- |',
    ...rows,
  ].join('\n')
  const document = readFileSync(join(programFolder, 'SECURITY.md'), 'utf8')
  const before = document.slice(0, document.indexOf(start) + start.length)
  const after = document.slice(document.indexOf(end))
  await expect(`${before}\n${table}\n\n${after}`).toMatchFileSnapshot('../../SECURITY.md')
})
