import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { allFindings, catalogue, findingOf } from './catalogue.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|^(?:testing|findings)\//.test(path))

/** What a code begins with: a room, or what is read by several. */
const phases = [
  'archive',
  'audit',
  'batch',
  'cli',
  'content',
  'document',
  'fonts',
  'layout',
  'pdf',
  'picture',
  'press',
  'read',
  'style',
  'text',
]
const code = new RegExp(`^(?:${phases.join('|')})/[a-z][a-z0-9-]*$`)
const computed = new RegExp(`^(?:${phases.join('|')})/$`)
/** Media types look like codes. */
const mediaTypes = new Set([
  'text/css',
  'text/csv',
  'text/html',
  'text/markdown',
  'text/plain',
  'text/tab-separated-values',
])

/** The codes that the product reports, as they stand in its source. */
function codesInSource(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const path of files) {
    const room = path.split('/')[0] ?? ''
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
      if (ts.isStringLiteralLike(node) && code.test(node.text) && !mediaTypes.has(node.text))
        found.add(node.text)
      if (ts.isCallExpression(node) && computedRooms.has(room))
        for (const word of wordsOf(node)) found.add(`${room}/${word}`)
      ts.forEachChild(node, visit)
    }
    visit(sourceOf(path))
  }
  return found
}

/** Rooms that put a code together from its phase and a word, in a function that reports. */
const computedRooms: ReadonlySet<string> = new Set(
  files.filter((path) => hasComputed(sourceOf(path))).map((path) => path.split('/')[0] ?? ''),
)

function hasComputed(node: ts.Node): boolean {
  const isCode =
    ts.isTemplateExpression(node) &&
    computed.test(node.head.text) &&
    ts.isCallExpression(node.parent) &&
    /(?:error|warning|refuse)$/i.test(node.parent.expression.getText())
  return isCode || ts.forEachChild(node, (child) => hasComputed(child) || undefined) === true
}

/** The words of codes that a call of such a function names. */
function wordsOf(call: ts.CallExpression): readonly string[] {
  if (!/(?:error|warning|complain|refuse)$/i.test(call.expression.getText())) return []
  return call.arguments.flatMap((argument) =>
    ts.isStringLiteralLike(argument) && /^[a-z]+(?:-[a-z]+)+$/.test(argument.text) ? [argument.text] : [],
  )
}

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ESNext, true)
}

test('every code of the source has an entry, and every entry a code', () => {
  const inSource = [...codesInSource()].sort()
  expect(inSource.length).toBeGreaterThan(100)
  expect(inSource).toEqual(allFindings.map((finding) => finding.code).sort())
})

test('a code has one entry', () => {
  const codes = allFindings.map((finding) => finding.code)
  expect(codes.filter((one, index) => codes.indexOf(one) !== index)).toEqual([])
  expect(codes.map((one) => findingOf(one)?.code)).toEqual(codes)
  expect(findingOf('content/no-such-code')).toBeNull()
})

test('chapters and entries say what they are about', () => {
  expect(catalogue.filter(({ title, findings }) => title === '' || findings.length === 0)).toEqual([])
  for (const { code: about, means, todo } of allFindings) {
    for (const text of [means, todo]) expect(text, about).toMatch(/^[A-Z`0-9“].*[.]$/)
  }
})
