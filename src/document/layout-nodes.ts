import { helpers } from './helpers.ts'

type Node = hbs.AST.Node
type Expression = hbs.AST.Expression
type Path = hbs.AST.PathExpression

/** What has a place in a layout file. */
export type Located = Pick<Node, 'loc'>

/** The name of a partial as it is written. */
export function partialName(name: Node): string {
  return isPath(name) ? name.original : String('original' in name ? name.original : '')
}

/** Whether a path is the name of a helper. */
export function isHelperName(called: Path): boolean {
  return (
    !called.data &&
    called.depth === 0 &&
    called.parts.length === 1 &&
    !isScoped(called) &&
    helpers.has(called.original)
  )
}

/** `./name` and `this.name` are never helpers or block parameters. */
export function isScoped(called: Path): boolean {
  return /^(?:\.|this\b)/.test(called.original)
}

/** A call of an inner helper. */
export function sub(name: string, params: Expression[], { loc }: Located): hbs.AST.SubExpression {
  const called = path(name, [name], 0, { loc })
  return { type: 'SubExpression', path: called, params, hash: { type: 'Hash', pairs: [], loc }, loc }
}

/** A path of such parts. */
export function path(original: string, parts: string[], depth: number, { loc }: Located): Path {
  return { type: 'PathExpression', data: false, depth, parts, original, loc }
}

/** A literal text. */
export function text(value: string, { loc }: Located): Expression {
  const literal: hbs.AST.StringLiteral = { type: 'StringLiteral', value, original: value, loc }
  return literal
}

/** A literal number. */
export function number(value: number, { loc }: Located): Expression {
  const literal: hbs.AST.NumberLiteral = { type: 'NumberLiteral', value, original: value, loc }
  return literal
}

/** Whether an expression is a look-up by the inner helper: looking up and printing are one call then. */
export function isGet(node: Expression): node is hbs.AST.SubExpression {
  return isSub(node) && isPath(node.path) && node.path.original === 'bi-get'
}

/** A literal `true` or `false`. */
export function flag(value: boolean, { loc }: Located): Expression {
  const literal: hbs.AST.BooleanLiteral = { type: 'BooleanLiteral', value, original: value, loc }
  return literal
}

/** Whether a content breaks off in the value of an `alt`: what follows is printed into it. */
export function endsInAlt(node: Node | undefined): boolean {
  return node !== undefined && isContent(node) && /\salt=(?:"[^"]*|'[^']*)$/.test(node.value)
}

/** A comment in place of a statement that was refused. */
export function nothing({ loc }: Located): hbs.AST.CommentStatement {
  return { type: 'CommentStatement', value: '', strip: { open: false, close: false }, loc }
}

/** Whether a node is static markup. */
export function isContent(node: Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement'
}

/** Whether a node prints. */
export function isMustache(node: Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement'
}

/** Whether a node is the call of a block helper. */
export function isBlock(node: Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement'
}

/** Whether a node calls a partial. */
export function isPartial(node: Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement'
}

/** Whether a node is a block that a partial may replace. */
export function isPartialBlock(node: Node): node is hbs.AST.PartialBlockStatement {
  return node.type === 'PartialBlockStatement'
}

/** Whether a partial is `@partial-block`. */
export function isDefault({ name }: hbs.AST.PartialStatement): boolean {
  return isPath(name) && name.data && name.original === '@partial-block'
}

/** Whether a node is a call inside another. */
export function isSub(node: Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression'
}

/** Whether a node is a look-up. */
export function isPath(node: Node): node is Path {
  return node.type === 'PathExpression'
}
