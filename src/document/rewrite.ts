import { didYouMean, type Hints, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { tooDeep } from './depth.ts'
import { helpers, inner, type Signature } from './helpers.ts'
import { offsets } from './layout-file.ts'
import {
  endsInAlt,
  flag,
  isBlock,
  isContent,
  isDefault,
  isGet,
  isHelperName,
  isMustache,
  isPartial,
  isPartialBlock,
  isPath,
  isScoped,
  isSub,
  type Located,
  nothing,
  number,
  partialName,
  path,
  sub,
  text,
} from './layout-nodes.ts'
import { stamp } from './stamp.ts'

type Node = hbs.AST.Node
type Expression = hbs.AST.Expression
type Path = hbs.AST.PathExpression
type Call = Pick<hbs.AST.SubExpression, 'path' | 'params' | 'hash' | 'loc'>

/**
 * Prepares a parsed layout file: stamps the places of its tags, and turns each look-up and each print into a call of
 * an inner helper that carries its place. Handlebars' own strict mode stops at the first unknown name and knows no
 * file; this way every one is found. Also refuses what layouts may not do; of what is too deep to be walked, nothing is
 * left. Changes `program`, which is the caller's own.
 */
export function rewrite(program: hbs.AST.Program, file: SourceFile, places: Span[], report: Report): void {
  const deep = tooDeep(program)
  if (deep === null) {
    new Rewriter(file, places, report).program(program)
    return
  }
  const start = offsets(file)(deep.node.loc.start)
  report.error('document/layout-depth', deep.message, { file, start, end: start + 1 }, deep.hint)
  program.body = []
}

/** Guards the scope of block parameters while it walks one file. */
class Rewriter {
  readonly #file: SourceFile
  readonly #places: Span[]
  readonly #report: Report
  readonly #offset: (position: hbs.AST.Position) => number
  /** Block parameters in scope, innermost last. */
  readonly #names: string[] = []

  constructor(file: SourceFile, places: Span[], report: Report) {
    this.#file = file
    this.#places = places
    this.#report = report
    this.#offset = offsets(file)
  }

  program(program: hbs.AST.Program | undefined): void {
    if (program === undefined) return
    const names = program.blockParams ?? []
    for (const name of names) {
      if (helpers.has(name) || inner.has(name)) {
        const message = `a block parameter cannot be called \`${name}\``
        this.#refuse(program, 'document/block-parameter', message, 'a helper has this name: choose another')
      }
    }
    this.#names.push(...names)
    for (const [index, statement] of program.body.entries()) {
      const isAlt = isMustache(statement) && endsInAlt(program.body[index - 1])
      if (!this.#statement(statement, isAlt)) program.body[index] = nothing(statement)
    }
    this.#names.length -= names.length
  }

  /** Returns false for a statement that must go. */
  #statement(node: Node, isAlt: boolean): boolean {
    if (isContent(node)) stamp(node, this.#span(node), this.#places)
    else if (isMustache(node)) this.#print(node, isAlt)
    else if (isBlock(node)) return this.#block(node)
    else if (isPartial(node)) return isDefault(node) ? this.#default(node) : this.#partial(node, 'bi-partial')
    else if (isPartialBlock(node)) return this.#partialBlock(node)
    else if (node.type !== 'CommentStatement') return this.#unsupported(node)
    return true
  }

  #print(node: hbs.AST.MustacheStatement, isAlt: boolean): void {
    if (!node.escaped) {
      const hint = 'write `{{…}}`: texts bring their own emphasis and links'
      this.#refuse(node, 'document/unescaped', 'a layout cannot print unescaped markup', hint)
    }
    const { path } = node
    const isCall = isPath(path) && (node.params.length > 0 || node.hash !== undefined || isHelperName(path))
    const value = isCall ? this.#call({ ...node, path }) : this.#expression(path)
    const how = [this.#at(node), flag(isAlt, node)]
    const print = isGet(value)
      ? sub('bi-show', [...how, ...value.params], node)
      : sub('bi-print', [value, ...how], node)
    Object.assign(node, print, { type: node.type, escaped: true })
  }

  #block(node: hbs.AST.BlockStatement): boolean {
    const isKnown = this.#check(node, node.path, true)
    this.program(node.program)
    this.program(node.inverse)
    if (isKnown) this.#arguments(node)
    return isKnown
  }

  #partialBlock(node: hbs.AST.PartialBlockStatement): boolean {
    this.program(node.program)
    return this.#partial(node, 'bi-block')
  }

  /** `{{> @partial-block}}`: it is known only when it runs whether there is one. */
  #default(node: hbs.AST.PartialStatement): boolean {
    node.params = node.params.map((param) => this.#expression(param))
    node.name = sub('bi-default', [this.#at(node)], node)
    return true
  }

  #partial(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, helper: string): boolean {
    const { name } = node
    const isDynamic = name.type === 'SubExpression'
    const wanted = isDynamic ? this.#expression(name) : text(partialName(name), name)
    if (node.params.length > 1) {
      const hint = 'give the others names, as in `{{> name context key=value}}`'
      const message = 'a partial takes one context and named values only'
      this.#refuse(node, 'document/arguments', message, hint)
      return false
    }
    node.params = node.params.map((param) => this.#expression(param))
    for (const pair of node.hash?.pairs ?? []) pair.value = this.#expression(pair.value)
    node.name = sub(helper, [wanted, this.#at(node)], node)
    return true
  }

  #unsupported(node: Node): false {
    const hint = 'put it into the folder of partials, as a file of its own'
    this.#refuse(node, 'document/unsupported', 'a decorator is not supported in layouts', hint)
    return false
  }

  #expression(node: Node): Expression {
    if (isSub(node)) return this.#call(node)
    if (!isPath(node)) return node
    const at = this.#at(node)
    const parts = node.parts.map((part) => text(part, node))
    // A base without parts is resolved by Handlebars alone: `this`, `..`, a block parameter.
    if (node.data) return sub('bi-data', [at, number(node.depth, node), ...parts], node)
    const [first, ...rest] = node.parts
    const isName = first !== undefined && node.depth === 0 && this.#names.includes(first) && !isScoped(node)
    const base = isName
      ? path(first, [first], 0, node)
      : path(node.depth > 0 ? '..' : 'this', [], node.depth, node)
    const steps = isName ? rest.map((part) => text(part, node)) : parts
    return sub('bi-get', [base, at, ...steps], node)
  }

  #call(node: Call): Expression {
    if (!this.#check(node, node.path, false)) return { type: 'NullLiteral', loc: node.loc }
    const call: hbs.AST.SubExpression = { ...node, type: 'SubExpression' }
    this.#arguments(call)
    return call
  }

  #arguments(node: Call): void {
    node.params = node.params.map((param) => this.#expression(param))
    const pairs = (node.hash?.pairs ?? []).map((pair) => ({ ...pair, value: this.#expression(pair.value) }))
    pairs.push({ type: 'HashPair', key: 'bi-at', value: this.#at(node), loc: node.loc })
    node.hash = { type: 'Hash', pairs, loc: node.loc }
  }

  /** Whether a call is one of a known helper, in its right place and with its arguments. */
  #check(node: Call | hbs.AST.BlockStatement, called: Path, isBlock: boolean): boolean {
    const name = called.original
    const signature = isHelperName(called) ? helpers.get(name) : undefined
    if (signature === undefined) {
      const known = [...helpers].filter(([, { block }]) => block === isBlock).map(([known]) => known)
      this.#refuse(
        called,
        'document/unknown-helper',
        `there is no helper \`${name}\``,
        didYouMean(name, known),
      )
      return false
    }
    const problem = misuse(node, signature, isBlock)
    if (problem === null) return true
    this.#refuse(node, 'document/arguments', `\`${name}\` ${problem}`, `write \`${signature.usage}\``)
    return false
  }

  /** The number of a place, as a literal for a helper. */
  #at(node: Located): Expression {
    return number(this.#places.push(this.#span(node)) - 1, node)
  }

  #span(node: Located): Span {
    const { start, end } = node.loc
    return { file: this.#file, start: this.#offset(start), end: this.#offset(end) }
  }

  #refuse(node: Located, code: `document/${string}`, message: string, ...hints: Hints): void {
    this.#report.error(code, message, this.#span(node), ...hints)
  }
}

function misuse(node: Call | hbs.AST.BlockStatement, signature: Signature, isBlock: boolean): string | null {
  if (signature.block !== isBlock) return isBlock ? 'is no block' : 'is a block'
  const count = node.params.length
  if (count < signature.least || count > signature.most) return `does not take ${count} arguments`
  const wrong = node.hash?.pairs.find((pair) => !signature.named.includes(pair.key))
  if (wrong !== undefined) return `does not take an argument \`${wrong.key}\``
  if (!('program' in node)) return null
  // Handlebars' types do not say that either half may be missing: `{{^if x}}…{{/if}}` has no program.
  const [program, inverse]: readonly (hbs.AST.Program | undefined)[] = [node.program, node.inverse]
  if (inverse !== undefined && !signature.otherwise) return 'has no `{{else}}`'
  const names = program?.blockParams?.length ?? 0
  return names > signature.parameters ? `does not give ${names} block parameters` : null
}
