import { type Declaration as CssDeclaration, type Value as CssValue, parse } from 'css-tree'
import { didYouMean, type Hints, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { outOfBounds } from './bounds.ts'
import { excerpt } from './excerpt.ts'
import { refusal, syntaxOf, type Vocabulary } from './grammar.ts'
import { lengthUnits } from './length-units.ts'
import { shorthands } from './shorthand.ts'
import { functionHints, propertyHints, unitHints, valueHints } from './unsupported.ts'
import { keywordOf, type Words, wordsOf } from './value.ts'
import { tooMuch } from './value-limits.ts'
import { references, valueLimit } from './variables.ts'

/** What a theme says of one property, as far as it can be known without the element. */
export interface Declaration {
  /** A longhand, a custom property, or, with a late value, also a shorthand. */
  readonly name: string
  readonly value: DeclaredValue
  readonly isImportant: boolean
  readonly span: Span
}

export type DeclaredValue =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'wide'; readonly keyword: WideKeyword }
  /** Text with `var()` in it: it is checked once the variables are known. */
  | { readonly kind: 'late'; readonly text: string }
  /** The value of a custom property. */
  | { readonly kind: 'custom'; readonly text: string }

type WideKeyword = 'inherit' | 'initial' | 'unset'

/** The declarations that one of the theme's comes to: several for a shorthand, none when it is refused. */
export function readDeclaration(
  node: CssDeclaration,
  file: SourceFile,
  vocabulary: Vocabulary,
  report: Report,
): readonly Declaration[] {
  const span = declarationSpan(node, file)
  const isImportant = node.important !== false
  const make = (name: string, value: DeclaredValue) => ({ name, value, isImportant, span })
  const text = rawText(node, file)
  if (text.length > valueLimit) {
    reportTooMuch(`a value has at most ${valueLimit} characters, not ${text.length}`, span, report)
    return []
  }
  const excess = tooMuch(text)
  if (excess !== null) {
    reportTooMuch(excess, span, report)
    return []
  }
  if (node.property.startsWith('--')) return [make(node.property, { kind: 'custom', text: text.trim() })]
  const name = node.property.toLowerCase()
  if (!vocabulary.has(name)) {
    const hint = propertyHints.get(name) ?? didYouMean(name, [...vocabulary])
    report.error('style/property', `unknown property \`${excerpt(node.property)}\``, span, hint)
    return []
  }
  // css-tree has already said what is wrong with a value that it could not parse.
  if (node.value.type === 'Raw') return []
  if (references(text).length > 0) return [make(name, { kind: 'late', text })]
  return checkValue(name, node.value, span, report).map(([longhand, value]) => make(longhand, value))
}

/** The values of the longhands that a late value comes to, now that its variables are put in. */
export function readLateValue(
  name: string,
  text: string,
  span: Span,
  report: Report,
): readonly (readonly [string, DeclaredValue])[] {
  const excess = tooMuch(text)
  if (excess !== null) {
    reportTooMuch(excess, span, report)
    return []
  }
  const node = parse(text, { context: 'value' })
  return node.type === 'Value' ? checkValue(name, node, span, report) : []
}

function checkValue(
  name: string,
  node: CssValue,
  span: Span,
  report: Report,
): readonly (readonly [string, DeclaredValue])[] {
  const shorthand = shorthands.get(name)
  const nodes = node.children.toArray()
  const only = nodes.length === 1 ? nodes[0] : undefined
  const keyword = only?.type === 'Identifier' ? wideKeyword(only.name) : null
  if (keyword !== null) {
    return (shorthand?.longhands ?? [name]).map((longhand) => [longhand, { kind: 'wide', keyword }])
  }
  const refused = refusal(name, node)
  if (refused !== null) {
    refuse(name, node, refused, span, report)
    return []
  }
  const words = wordsOf(nodes)
  const wrong = outOfBounds(name, words)
  if (wrong !== null) {
    report.error('style/value', wrong.message, span, wrong.hint)
    return []
  }
  if (shorthand === undefined) return [[name, { kind: 'words', words }]]
  const expanded = shorthand.expand(words)
  return shorthand.longhands.map((longhand, index) => {
    const part = expanded[index] ?? null
    return [longhand, part === null ? { kind: 'wide', keyword: 'initial' } : { kind: 'words', words: part }]
  })
}

function refuse(
  name: string,
  node: CssValue,
  refused: NonNullable<ReturnType<typeof refusal>>,
  span: Span,
  report: Report,
): void {
  switch (refused.kind) {
    case 'unit': {
      const hint = unitHints.get(refused.unit.toLowerCase()) ?? `units are ${lengthUnits.join(', ')}`
      report.error('style/unit', `unknown unit \`${excerpt(refused.unit)}\` in \`${name}\``, span, hint)
      return
    }
    case 'math': {
      const { start, end } = refused.node.loc ?? {}
      const place = start && end ? { file: span.file, start: start.offset, end: end.offset } : span
      report.error('style/calculation', `${refused.message} in \`${name}\``, place, refused.hint)
      return
    }
    case 'function': {
      const hint = functionHints.get(refused.name.toLowerCase())
      const hints: Hints = hint === undefined ? [takes(name)] : [hint, takes(name)]
      const message = `\`${excerpt(refused.name)}()\` is not supported in \`${name}\``
      report.error('style/value', message, span, ...hints)
      return
    }
    case 'value': {
      const text = span.file.text.slice(span.start, span.end)
      const value = text
        .slice(text.indexOf(':') + 1)
        .replace(/!\s*important\s*$/i, '')
        .trim()
      const near = valueHints.get(`${name} ${value.toLowerCase()}`) ?? nearKeyword(node, name)
      const hints: Hints = near === null ? [takes(name)] : [near, takes(name)]
      report.error('style/value', `\`${excerpt(value)}\` is not a value of \`${name}\``, span, ...hints)
    }
  }
}

function reportTooMuch(message: string, span: Span, report: Report): void {
  report.error('style/value', message, span, 'check that the value ends where it should, with `;`')
}

function takes(name: string): string {
  return `\`${name}\` takes: ${syntaxOf(name).replaceAll('<bi-', '<').replaceAll(' [0,∞]>', '>')}`
}

/** A hint when a word of the value is almost a keyword of the property. */
function nearKeyword(node: CssValue, name: string): string | null {
  const keywords: readonly string[] = syntaxOf(name).match(/(?<![\w<-])[a-z][a-z-]*(?![\w(>-])/g) ?? []
  for (const child of node.children.toArray()) {
    if (child.type !== 'Identifier' || keywords.includes(child.name.toLowerCase())) continue
    const hint = didYouMean(child.name, keywords)
    if (hint.startsWith('did you mean')) return hint
  }
  return null
}

function wideKeyword(text: string): WideKeyword | null {
  const keyword = keywordOf([{ kind: 'name', text }])
  return keyword === 'inherit' || keyword === 'initial' || keyword === 'unset' ? keyword : null
}

/** Without the white space that css-tree counts to a declaration. */
function declarationSpan(node: CssDeclaration, file: SourceFile): Span {
  const start = node.loc?.start.offset ?? 0
  const text = file.text.slice(start, node.loc?.end.offset ?? start)
  return { file, start, end: start + text.trimEnd().length }
}

function rawText(node: CssDeclaration, file: SourceFile): string {
  return file.text.slice(node.value.loc?.start.offset ?? 0, node.value.loc?.end.offset ?? 0)
}
