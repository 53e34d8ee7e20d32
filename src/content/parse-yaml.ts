import { Composer, type CST, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml'
import type { Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { Allowance } from './allowance.ts'
import { compose } from './compose.ts'
import { depthLimit, mostTokens } from './limits.ts'
import { quickYaml } from './quick-yaml.ts'
import type { YamlNode } from './yaml-node.ts'
import { explainYaml } from './yaml-problem.ts'

/** Parses a file of one YAML 1.2 document by the core schema; null when its syntax is wrong or it holds nothing. */
export function parseYaml(file: SourceFile, report: Report, allowance: Allowance): YamlNode | null {
  const quick = quickYaml(file)
  if (quick !== null && quick.mostTokens <= allowance.tokens) {
    // The bound is twice what there is, and what is read in this way takes a part of a token's memory.
    allowance.takeTokens(quick.mostTokens >> 1)
    return quick.root
  }
  return isModest(file, allowance, report) ? slowYaml(file, report, allowance) : null
}

/** The same by the YAML parser, whatever the file holds. */
export function slowYaml(
  file: SourceFile,
  report: Report,
  allowance: Allowance = new Allowance(),
): YamlNode | null {
  const tokens = readTokens(file, allowance, report)
  // Composing recurses: nothing may reach it that is nested deeper than the limit.
  if (!isShallow(tokens, file, report)) return null
  const contents = composeDocument(file, tokens, report)
  return contents && compose(file, contents, report)
}

/** Makes nodes of tokens as the YAML parser does, and reports what it complains of. */
function composeDocument(file: SourceFile, tokens: readonly CST.Token[], report: Report): ParsedNode | null {
  const [document] = [...new Composer(composerOptions).compose(tokens, false, file.text.length)]
  if (document === undefined) {
    reportNothing(file, report)
    return null
  }
  for (const warning of document.warnings) reportProblem(warning, tokens, file, report)
  // One bracket or quote makes all that follows look wrong: only the first of these errors says something.
  const [error] = document.errors
  if (error !== undefined) {
    reportProblem(error, tokens, file, report)
    return null
  }
  if (document.contents === null) reportNothing(file, report)
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
function readTokens(file: SourceFile, allowance: Allowance, report: Report): readonly CST.Token[] {
  const tokens: CST.Token[] = []
  let documents = 0
  for (const token of tokensOf(file, allowance)) {
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

/** As `Parser.parse` does it, and counts what the lexer gives. */
function* tokensOf({ text }: SourceFile, allowance: Allowance): Generator<CST.Token> {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    allowance.takeTokens(1)
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

const lexerMarks: ReadonlySet<string> = new Set(['\u0002', '\u001f', '\u0018'])

/** Whether a file has few enough tokens; a short one cannot have more, and is not looked at. */
function isModest(file: SourceFile, allowance: Allowance, report: Report): boolean {
  const { tokens } = allowance
  if (file.text.length <= tokens) return true
  let [count, at] = [0, 0]
  for (const token of new Lexer().lex(file.text)) {
    if (++count > tokens) {
      allowance.refuse()
      const message = `up to here the publication has more than ${mostTokens} words and signs of YAML`
      const hint = 'divide it into several publications'
      report.error('content/too-large', message, { file, start: at, end: at + 1 }, hint)
      return false
    }
    // The lexer puts marks of its own between the tokens: of a document, of a scalar, of an error in a flow.
    if (!lexerMarks.has(token)) at = Math.min(at + token.length, file.text.length - 1)
  }
  return true
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
        'check the brackets and the indentation: no content needs so many levels',
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

function reportProblem(
  problem: YAMLError,
  tokens: readonly CST.Token[],
  file: SourceFile,
  report: Report,
): void {
  const tag = /^Unresolved tag: (.*)$/s.exec(problem.message)
  if (tag !== null) {
    const [start, end] = problem.pos
    report.error(
      'content/unknown-tag',
      `unknown YAML tag \`${tag[1]}\``,
      { file, start, end },
      'delete the tag',
    )
    return
  }
  const { message, hints, start, end } = explainYaml(problem, tokens)
  const isError = problem.name === 'YAMLParseError' || problem.code === 'TAG_RESOLVE_FAILED'
  if (isError) report.error('content/yaml', message, { file, start, end }, ...hints)
  else report.warning('content/yaml', message, { file, start, end }, ...hints)
}

function reportNothing(file: SourceFile, report: Report): void {
  const hint = 'write its content, or delete the file'
  report.error('content/nothing', 'the file holds nothing', at(file, 0), hint)
}

function at(file: SourceFile, start: number, length = 1): Span {
  return { file, start, end: start + length }
}
