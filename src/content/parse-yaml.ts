import { Composer, type CST, type ParsedNode, Parser, type YAMLError } from 'yaml'
import type { Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { depthLimit } from './limits.ts'

/** Parses a file of one YAML 1.2 document by the core schema; null when its syntax is wrong or it holds nothing. */
export function parseYaml(file: SourceFile, report: Report): ParsedNode | null {
  const tokens = readTokens(file, report)
  // The composer recurses: nothing may reach it that is nested deeper than the limit.
  if (!isShallow(tokens, file, report)) return null
  const [document] = [...new Composer(composerOptions).compose(tokens, false, file.text.length)]
  if (document === undefined) {
    report.error('content/nothing', 'the file holds nothing', at(file, 0))
    return null
  }
  for (const warning of document.warnings) reportProblem(warning, file, report)
  for (const error of document.errors) reportProblem(error, file, report)
  if (document.errors.length > 0) return null
  if (document.contents === null) report.error('content/nothing', 'the file holds nothing', at(file, 0))
  return document.contents
}

const composerOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // Sets, binary values and the like of YAML 1.1: nothing here knows what to do with them.
  resolveKnownTags: false,
  // Its check is quadratic in the keys of a map; `compose` has one of its own.
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** The tokens of the first document: directives and further documents are refused here. */
function readTokens(file: SourceFile, report: Report): readonly CST.Token[] {
  const tokens: CST.Token[] = []
  let documents = 0
  for (const token of new Parser().parse(file.text)) {
    if (token.type === 'directive') {
      report.error(
        'content/directive',
        `\`${token.source.trim()}\` is a directive; a content file has none`,
        at(file, token.offset, token.source.trimEnd().length),
        'delete the line',
      )
      continue
    }
    if (token.type === 'document' && ++documents > 1) {
      report.error(
        'content/many-documents',
        'a second YAML document begins here',
        at(file, token.offset),
        'keep one document in a file',
      )
      return tokens
    }
    tokens.push(token)
  }
  return tokens
}

function isShallow(tokens: readonly CST.Token[], file: SourceFile, report: Report): boolean {
  let level: readonly CST.Token[] = tokens.flatMap((token) =>
    token.type === 'document' && token.value !== undefined ? [token.value] : [],
  )
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level
    if (depth > depthLimit && first !== undefined) {
      report.error(
        'content/too-deep',
        `maps and lists are nested more than ${depthLimit} deep`,
        at(file, first.offset),
      )
      return false
    }
    level = level.flatMap(childrenOf)
  }
  return true
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (!('items' in token)) return []
  const children: CST.Token[] = []
  for (const item of token.items) {
    if (item.key && 'items' in item.key) children.push(item.key)
    if (item.value && 'items' in item.value) children.push(item.value)
  }
  return children
}

function reportProblem(problem: YAMLError, file: SourceFile, report: Report): void {
  const [start, end] = problem.pos
  const span = { file, start, end: Math.max(end, start + 1) }
  const tag = /^Unresolved tag: (.*)$/s.exec(problem.message)
  if (tag !== null) {
    report.error('content/unknown-tag', `unknown YAML tag \`${tag[1]}\``, span, 'delete the tag')
    return
  }
  const message = `${problem.message.charAt(0).toLowerCase()}${problem.message.slice(1).split('\n')[0]}`
  const isError = problem.name === 'YAMLParseError' || problem.code === 'TAG_RESOLVE_FAILED'
  const hints = hintsFor(problem)
  if (isError) report.error('content/yaml', message, span, ...hints)
  else report.warning('content/yaml', message, span, ...hints)
}

/** What most often is behind a complaint of the parser. */
function hintsFor(problem: YAMLError): readonly string[] {
  switch (problem.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['a text that holds `: ` or begins with a special character must stand in quotes']
    case 'BAD_SCALAR_START':
      return ['put the text in quotes']
    case 'TAB_AS_INDENT':
      return ['indent with spaces']
    default:
      return []
  }
}

function at(file: SourceFile, start: number, length = 1): Span {
  return { file, start, end: start + length }
}
