import Handlebars from 'handlebars'
import type { Call as Given } from './call.ts'
import { type Frame, frameWithBlock, rootFrame } from './frame.ts'

/** What a partial writes, with what it sees and the data variables. */
export type Template = (self: unknown, data: Frame) => string

/** A layout file that can be run: with what it may call, it writes markup. It keeps nothing of a run. */
export type Program = (self: unknown, data: Frame, callable: Callable) => string

/** A helper: what the layout sees where it calls, then its arguments, its options last. */
export type Helper = (self: unknown, args: readonly unknown[]) => unknown

/** What a layout may call. */
export interface Callable {
  readonly helpers: ReadonlyMap<string, Helper>
  readonly partials: ReadonlyMap<string, Template>
}

/**
 * Makes a template of the tree of a layout file, with the meaning that Handlebars gives it. Its own compiler writes
 * JavaScript, which is compiled anew for each build and starts cold: this takes a fraction of the time.
 */
export function layoutProgram(program: hbs.AST.Program): Program {
  // Of a layout's partials a publication calls half.
  let body: Body | null = null
  // A partial begins anew: there is nothing outside of what it sees.
  return (self, data, callable) => {
    body ??= bodyOf(program)
    return body({ self, data, outside: null, names: null, callable })
  }
}

/** What a statement sees while it runs. */
interface Scope {
  readonly self: unknown
  readonly data: Frame
  /** The scope in whose `this` another value was seen: `..`. */
  readonly outside: Scope | null
  /** Block parameters, innermost first. */
  readonly names: Names | null
  readonly callable: Callable
}

interface Names {
  readonly names: readonly string[]
  readonly values: readonly unknown[]
  readonly outer: Names | null
}

type Body = (scope: Scope) => string
type Value = (scope: Scope) => unknown
type Call = Pick<hbs.AST.SubExpression, 'path' | 'params' | 'hash'>
type Partial = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement

function bodyOf(program: hbs.AST.Program | undefined): Body {
  const parts = (program?.body ?? []).map((statement) => statementOf(statement))
  const [only] = parts
  if (only === undefined) return () => ''
  if (parts.length === 1) return only
  return (scope) => {
    let markup = ''
    for (const part of parts) markup += part(scope)
    return markup
  }
}

// The casts hold by `type`, which tells the nodes of Handlebars apart; its own types do not say so.
function statementOf(node: hbs.AST.Statement): Body {
  switch (node.type) {
    case 'ContentStatement': {
      const { value } = node as hbs.AST.ContentStatement
      return () => value
    }
    case 'MustacheStatement': {
      const value = callOf(node as hbs.AST.MustacheStatement & Call)
      return (scope) => Handlebars.escapeExpression(value(scope) as string)
    }
    case 'BlockStatement':
      return blockOf(node as hbs.AST.BlockStatement & Call)
    case 'PartialStatement':
      return partialOf(node as hbs.AST.PartialStatement, null)
    case 'PartialBlockStatement': {
      const block = node as hbs.AST.PartialBlockStatement
      return partialOf(block, bodyOf(block.program))
    }
    case 'CommentStatement':
      return () => ''
    default:
      throw new Error(`a prepared layout holds no ${node.type}`)
  }
}

function blockOf(node: hbs.AST.BlockStatement & Call): Body {
  const [program, inverse]: readonly (hbs.AST.Program | undefined)[] = [node.program, node.inverse]
  const [first, second] = [bodyOf(program), bodyOf(inverse)]
  const names = program?.blockParams ?? []
  const helper = helperOf(node)
  const args = node.params.map((param) => argumentOf(param))
  const hash = hashOf(node)
  const block = { first, second, names }
  return (scope) => {
    return String(helper(scope)(scope.self, valuesOf(args, scope, new BlockCall(block, scope, hash(scope)))))
  }
}

/** A partial; `held` is what a block holds, which stands for it where there is none. */
function partialOf(node: Partial, held: Body | null): Body {
  const name = argumentOf(node.name)
  const [param] = node.params.map((one) => argumentOf(one))
  const hash = (node.hash?.pairs.length ?? 0) > 0 ? hashOf(node) : null
  const before = 'indent' in node ? node.indent : ''
  return (scope) => {
    const wanted = name(scope)
    const given = param === undefined ? scope.self : param(scope)
    const self = hash === null ? given : { ...Object(given), ...hash(scope) }
    // What a block holds sees the `@partial-block` of where it is written.
    const block = (inner: unknown, data: Frame) => {
      const outer = frameWithBlock(data, scope.data['partial-block'])
      return held === null ? '' : held(inside(scope, inner, outer, [], []))
    }
    const data = held === null ? scope.data : frameWithBlock(scope.data, block)
    if (typeof wanted === 'function') return `${before}${wanted(self, data)}`
    const template = scope.callable.partials.get(String(wanted)) ?? block
    return `${before}${template(self, data)}`
  }
}

function argumentOf(node: hbs.AST.Node): Value {
  switch (node.type) {
    case 'SubExpression':
      return callOf(node as hbs.AST.SubExpression)
    case 'PathExpression':
      return base(node as hbs.AST.PathExpression)
    case 'NullLiteral':
      return () => null
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral': {
      const { value } = node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral
      return () => value
    }
    default:
      return () => undefined
  }
}

function callOf(node: Call): Value {
  const helper = helperOf(node)
  const args = node.params.map((param) => argumentOf(param))
  const hash = hashOf(node)
  const hasOptions = (node.hash?.pairs.length ?? 0) > 0 || seesData(node)
  return (scope) => {
    const options = hasOptions ? { hash: hash(scope), data: scope.data } : none
    return helper(scope)(scope.self, valuesOf(args, scope, options))
  }
}

function hashOf({ hash }: Pick<Call, 'hash'>): (scope: Scope) => Readonly<Record<string, unknown>> {
  const pairs = (hash?.pairs ?? []).map(({ key, value }) => [key, argumentOf(value)] as const)
  if (pairs.length === 0) return () => none
  const make = (scope: Scope) => {
    const made: Record<string, unknown> = {}
    for (const [key, value] of pairs) made[key] = value(scope)
    return made
  }
  if (!hash.pairs.every(({ value }) => value.type === 'NumberLiteral')) return make
  // Most have no named arguments but their place.
  const always = make(nowhere)
  return () => always
}

function helperOf({ path }: Call): (scope: Scope) => Helper {
  const name = 'original' in path ? String(path.original) : ''
  return ({ callable }) => {
    const helper = callable.helpers.get(name)
    if (helper === undefined) throw new Error(`a prepared layout calls no \`${name}\``)
    return helper
  }
}

const none = {}

/** The values of arguments, and the options behind them. */
function valuesOf(args: readonly Value[], scope: Scope, options: object): readonly unknown[] {
  // As long as it will be: an array that grows is twice as long.
  const values = new Array<unknown>(args.length + 1)
  let index = 0
  for (const arg of args) values[index++] = arg(scope)
  values[index] = options
  return values
}

/** What is seen where nothing is looked up. */
const nowhere: Scope = {
  self: null,
  data: rootFrame(null),
  outside: null,
  names: null,
  callable: { helpers: new Map(), partials: new Map() },
}

/** What a block and its `{{else}}` hold, and the names of its parameters. */
interface Block {
  readonly first: Body
  readonly second: Body
  readonly names: readonly string[]
}

/** A block as its helper is given it. */
class BlockCall implements Given {
  readonly hash: Given['hash']
  readonly #block: Block
  readonly #scope: Scope

  constructor(block: Block, scope: Scope, hash: Given['hash']) {
    this.hash = hash
    this.#block = block
    this.#scope = scope
  }

  get data(): Frame {
    return this.#scope.data
  }

  fn(self: unknown, data = this.#scope.data, values: readonly unknown[] = []): string {
    return this.#block.first(inside(this.#scope, self, data, this.#block.names, values))
  }

  inverse(self: unknown): string {
    return this.#block.second(inside(this.#scope, self, this.#scope.data, [], []))
  }
}

/** Whether a helper looks at its options though it has no named arguments. */
function seesData({ path }: Call): boolean {
  return 'original' in path && (path.original === 'bi-data' || path.original === 'bi-default')
}

/** The scope of a block: one level further in only where it sees another value. */
function inside(
  scope: Scope,
  self: unknown,
  data: Frame,
  names: readonly string[],
  values: readonly unknown[],
): Scope {
  const outside = self === scope.self ? scope.outside : scope
  return {
    self,
    data,
    outside,
    names: names.length === 0 ? scope.names : { names, values, outer: scope.names },
    callable: scope.callable,
  }
}

/** What a look-up begins from: `this`, `..` or a block parameter; its steps are arguments of the helper. */
function base({ parts, depth }: hbs.AST.PathExpression): Value {
  const [name] = parts
  if (name !== undefined) return ({ names }) => named(names, name)
  return (scope) => {
    let found: Scope | null = scope
    for (let level = depth; level > 0 && found !== null; level--) found = found.outside
    return found === null ? undefined : found.self
  }
}

function named(names: Names | null, name: string): unknown {
  for (let frame = names; frame !== null; frame = frame.outer) {
    const at = frame.names.lastIndexOf(name)
    if (at >= 0) return frame.values[at]
  }
  return undefined
}
