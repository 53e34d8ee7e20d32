import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { findingsForGithub } from './findings-github.ts'

const file = { path: 'content/p.yaml', text: 'title: x\nissuer: y\n' }

function written(span = { file, start: 9, end: 15 }, message = 'odd', project = ''): string {
  const report = new Report()
  report.error('content/unknown-key', message, span, 'look up')
  return findingsForGithub(report.diagnostics, project)
}

test('a finding is a workflow command with its place in the repository', () => {
  expect(written()).toBe(
    '::error file=content/p.yaml,line=2,endLine=2,col=1,endColumn=7,title=content/unknown-key::odd%0Ahint: look up\n',
  )
  expect(written(undefined, 'odd', 'books/one')).toMatch(/^::error file=books\/one\/content\/p\.yaml,/)
})

test('a warning is one, and other places are named', () => {
  const report = new Report()
  const first = { at: { file, start: 0, end: 5 }, note: 'the first one' }
  report.warning('x/y', 'two', wholeFile('theme.css'), 'delete one', first)
  expect(findingsForGithub(report.diagnostics, 'books')).toBe(
    '::warning file=books/theme.css,title=x/y::two%0Athe first one: books/content/p.yaml:1:1%0Ahint: delete one\n',
  )
})

test('a place of several lines has no columns: check runs take them of one line only', () => {
  expect(written({ file, start: 0, end: 12 })).toMatch(
    /^::error file=content\/p\.yaml,line=1,endLine=2,title=/,
  )
})

test.each(['--languages', 'bifolio:fonts/fonts.yaml', 'npm:a/b.ttf'])(
  '%s is no file of the repository',
  (path) => {
    expect(written(wholeFile(path))).toMatch(/^::error title=/)
  },
)

test('percent signs, line ends, colons and commas are escaped as the documentation says', () => {
  const odd = { path: 'a:b,c%d.yaml', text: 'x' }
  expect(written({ file: odd, start: 0, end: 1 }, '100 %: a, b')).toBe(
    '::error file=a%3Ab%2Cc%25d.yaml,line=1,endLine=1,col=1,endColumn=2,title=content/unknown-key::100 %25: a, b%0Ahint: look up\n',
  )
})

test('whatever stands in a path or message, the runner reads one command and these values', () => {
  const odd = fc.string({ unit: fc.constantFrom('%', ':', ',', '=', '0A', '2C', ' ', 'a', '字', '::') })
  fc.assert(
    fc.property(odd, odd, (name, message) => {
      const path = `x${name}`
      const lines = written({ file: { path, text: 'a' }, start: 0, end: 1 }, message)
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(1)
      const read = asRunner(lines[0] ?? '')
      expect(read.properties.get('file')).toBe(path)
      expect(read.data).toBe(`${message}\nhint: look up`)
    }),
  )
})

/** Reads a command as GitHub's runner does: up to the second `::` the properties, then the data; `%25` is last. */
function asRunner(line: string) {
  const [, head = '', data = ''] = /^::(.*?)::(.*)$/s.exec(line) ?? []
  const list = head.slice(head.indexOf(' ') + 1).split(',')
  const decode = (text: string): string =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',')
  const properties = list.map((pair): [string, string] => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), decode(pair.slice(at + 1)).replaceAll('%25', '%')]
  })
  const text = data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  return { properties: new Map(properties), data: text }
}
