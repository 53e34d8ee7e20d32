import { type Hints, nearest, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { baseSheet } from './base-sheet.ts'
import type { ComputedStyle } from './computed.ts'
import { type Declaration, type DeclaredValue, readLateValue } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import { isInLine, type Longhand, type Longhands, resolve, toStyle } from './longhands.ts'
import { type Context, initialWords, isLonghand, longhandNames, properties } from './property.ts'
import { shorthands } from './shorthand.ts'
import { substitute } from './variables.ts'

/** Custom properties with their variables put in; null: it has no value, and that has been said. */
export type Custom = ReadonlyMap<string, string | null>

/** What an element hands on to its children, together with the style that it comes to. */
export interface Computed {
  readonly longhands: Longhands
  readonly custom: Custom
  readonly style: ComputedStyle
  /** The style of a box that has no element of its own inside this one: what is inherited, else initial. */
  readonly anonymous: ComputedStyle
  /** Where the theme says so; the family also above. */
  readonly spans: ComputedSpans
  /** Where the theme says each value that is this element's own, and not only `inherit`, `initial` or `unset`. */
  readonly declared: ReadonlyMap<Longhand, Span>
}

export interface ComputedSpans {
  readonly 'font-family': Span | null
  readonly display: Span | null
  readonly content: Span | null
}

/** Computes styles and keeps each once: two equal ones are the same object. */
export class Styles {
  readonly #styles = new Map<string, ComputedStyle>()
  readonly #customs = new Map<string, Custom>()

  /** Declarations in cascade order, the important ones among the others; `parent` is null for the root. */
  compute(parent: Computed | null, declarations: readonly Declaration[], report: Report): Computed {
    const ordered = inCascadeOrder(declarations)
    const custom = this.#custom(computeCustom(parent, ordered, report))
    const specified = specify(ordered, custom, report)
    const longhands = computeLonghands(parent?.longhands ?? null, specified)
    const spans: ComputedSpans = {
      'font-family': specified.get('font-family')?.span ?? parent?.spans['font-family'] ?? null,
      display: specified.get('display')?.span ?? null,
      content: specified.get('content')?.span ?? null,
    }
    const family = spans['font-family']
    return {
      longhands,
      custom,
      style: this.#intern(toStyle(longhands), family),
      anonymous: this.#intern(toStyle(computeLonghands(longhands, new Map())), family),
      spans,
      declared: declaredIn(specified),
    }
  }

  /** The same style with some fields changed. */
  variant(style: ComputedStyle, changes: Partial<ComputedStyle>): ComputedStyle {
    return this.#intern({ ...style, ...changes, fontFamilySpan: null }, style.fontFamilySpan)
  }

  #intern(style: ComputedStyle, fontFamilySpan: Span | null): ComputedStyle {
    const key = JSON.stringify(style)
    const known = this.#styles.get(key)
    if (known !== undefined) return known
    const made = { ...style, fontFamilySpan }
    this.#styles.set(key, made)
    return made
  }

  #custom(custom: Custom): Custom {
    const key = JSON.stringify([...custom].sort(([a], [b]) => (a < b ? -1 : 1)))
    const known = this.#customs.get(key)
    if (known !== undefined) return known
    this.#customs.set(key, custom)
    return custom
  }
}

/** The winning value of a name, and where the theme says it. */
export interface Winner {
  readonly value: DeclaredValue
  readonly span: Span
}

export type Specified = ReadonlyMap<string, Winner>

/** The winning value of each name, variables put in, shorthands opened. */
export function specify(declarations: readonly Declaration[], custom: Custom, report: Report): Specified {
  const specified = new Map<string, Winner>()
  for (const { name, value, span } of declarations) {
    if (value.kind === 'custom') continue
    if (value.kind !== 'late') {
      specified.set(name, { value, span })
      continue
    }
    const missing = (variable: string) => {
      if (custom.get(variable) !== null) reportUnset(variable, custom.keys(), span, report)
    }
    const text = substitute(value.text, (variable) => custom.get(variable) ?? null, missing)
    const values = text === null ? [] : readLateValue(name, text, span, report)
    for (const [longhand, late] of values) specified.set(longhand, { value: late, span })
    // Invalid at computed-value time (Custom Properties 1, 3.1): as if `unset` had been said.
    if (values.length > 0) continue
    for (const longhand of shorthands.get(name)?.longhands ?? [name]) {
      specified.set(longhand, { value: { kind: 'wide', keyword: 'unset' }, span })
    }
  }
  return specified
}

/** What always holds is no one's mistake. */
function declaredIn(specified: Specified): ReadonlyMap<Longhand, Span> {
  const declared = new Map<Longhand, Span>()
  for (const [name, { value, span }] of specified) {
    if (isLonghand(name) && value.kind === 'words' && span.file !== baseSheet) declared.set(name, span)
  }
  return declared
}

/** The computed value of one property. */
export function computeLonghand<Name extends Longhand>(
  name: Name,
  value: DeclaredValue | undefined,
  parent: Longhands | null,
  context: Context,
): Longhands[Name] {
  const { isInherited, compute } = properties[name]
  if (value?.kind === 'words') return compute(value.words, context)
  const keyword = value?.kind === 'wide' ? value.keyword : 'unset'
  if (parent !== null && (keyword === 'inherit' || (keyword === 'unset' && isInherited))) return parent[name]
  return compute(initialWords(name), context)
}

/** Important declarations come after all others (CSS Cascade 4, 6). */
export function inCascadeOrder(declarations: readonly Declaration[]): readonly Declaration[] {
  const important = declarations.filter(({ isImportant }) => isImportant)
  if (important.length === 0) return declarations
  return [...declarations.filter(({ isImportant }) => !isImportant), ...important]
}

/** The context that the root's own font size is measured in. */
const rootContext: Context = { em: 10, outerEm: 10, lineHeight: 12, color: [0, 0, 0], page: 'auto', raise: 0 }

/** What the values of an element are measured by that are measured first. */
export function contextWithin(parent: Longhands | null): Context {
  if (parent === null) return rootContext
  const em = parent['font-size']
  const { color, page } = parent
  const raise = isInLine(parent.display) ? parent['vertical-align'].raise : 0
  return { em, outerEm: em, lineHeight: resolve(parent['line-height'], em), color, page, raise }
}

function computeLonghands(parent: Longhands | null, specified: Specified): Longhands {
  const outer = contextWithin(parent)
  const em = computeLonghand('font-size', specified.get('font-size')?.value, parent, outer)
  const color = computeLonghand('color', specified.get('color')?.value, parent, outer)
  const own: Context = { ...outer, em, color }
  const leading = computeLonghand('line-height', specified.get('line-height')?.value, parent, own)
  const context: Context = { ...own, lineHeight: resolve(leading, em) }
  const values: { [Name in Longhand]?: unknown } = { 'font-size': em, color, 'line-height': leading }
  for (const name of longhandNames.slice(3)) {
    values[name] = computeLonghand(name, specified.get(name)?.value, parent, context)
  }
  // Each name of the table has just been set, by the property whose type the table ties to it.
  return values as Longhands
}

function computeCustom(
  parent: Computed | null,
  declarations: readonly Declaration[],
  report: Report,
): Custom {
  const inherited: Custom = parent?.custom ?? new Map()
  const own = new Map<string, Declaration>()
  for (const declaration of declarations) {
    if (declaration.value.kind === 'custom') own.set(declaration.name, declaration)
  }
  return own.size === 0 ? inherited : resolveCustom(inherited, own, report)
}

/** How deep variables may name each other: a theme's palette needs three, and they are put in recursively. */
const deepestVariable = 100

/** Puts variables into variables; one that needs itself has no value (Custom Properties 1, 2.3). */
function resolveCustom(inherited: Custom, own: ReadonlyMap<string, Declaration>, report: Report): Custom {
  const resolved = new Map(inherited)
  for (const name of own.keys()) resolved.delete(name)
  const open: string[] = []
  const circular = new Set<string>()
  let isTooDeep = false
  const lookup = (name: string): string | null => {
    const known = resolved.get(name)
    const declaration = own.get(name)
    if (known !== undefined || declaration?.value.kind !== 'custom') return known ?? null
    if (isTooDeep || circular.has(name)) return null
    if (open.includes(name)) {
      const hint = 'give it, or one that it names, a value without `var()`'
      report.error('style/variable', `the variable \`${excerpt(name)}\` needs itself`, declaration.span, hint)
      for (const other of open.slice(open.indexOf(name))) circular.add(other)
      return null
    }
    if (open.length >= deepestVariable) {
      const message = `variables name each other more than ${deepestVariable} deep, here \`${excerpt(name)}\``
      report.error('style/variable', message, declaration.span, 'give it a value without `var()`')
      isTooDeep = true
      return null
    }
    open.push(name)
    const value = substitute(declaration.value.text, lookup, (missing) => {
      if (isTooDeep || circular.has(missing) || resolved.get(missing) === null) return
      reportUnset(missing, [...resolved.keys(), ...own.keys()], declaration.span, report)
    })
    open.pop()
    const result = circular.has(name) ? null : value
    resolved.set(name, result)
    return result
  }
  for (const name of own.keys()) {
    // Without a value are also those that are left once a chain was too long: that has been said.
    if (lookup(name) === null) resolved.set(name, null)
  }
  return resolved
}

/** A variable that is set, but on another element than this one and those around it. */
function reportUnset(name: string, known: Iterable<string>, span: Span, report: Report): void {
  const near = nearest(name, known)
  const short = excerpt(name)
  const hint = `set it in \`:root { ${short}: … }\`, or give a value for want of it: \`var(${short}, …)\``
  const hints: Hints = near === null || near === name ? [hint] : [`did you mean \`${near}\`?`, hint]
  report.error('style/variable', `nothing sets the variable \`${excerpt(name)}\``, span, ...hints)
}
