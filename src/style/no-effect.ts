import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { canAct, type Kind, kindsOf } from './applies-to.ts'
import type { Look, LookPlace } from './cascade.ts'
import { type Computed, computeLonghand } from './compute.ts'
import type { Declaration, DeclaredValue } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import { checkAreas } from './grid-areas.ts'
import type { Longhand } from './longhands.ts'
import type { Rule } from './match.ts'
import { type Context, isLonghand, properties } from './property.ts'
import type { Theme } from './theme.ts'

/** What one declaration came to on the elements where it won. */
interface Reach {
  readonly acting: Set<Longhand>
  /** What could do nothing, and the elements on which it could not. */
  readonly idle: Map<Longhand, Idle>
}

interface Idle {
  readonly where: Set<string>
  readonly kinds: Set<Kind>
}

/** Warns, once each, of the declarations that reach only what they cannot act on, and of areas that no grid has. */
export function checkEffects(looks: readonly LookPlace[], report: Report): void {
  const effects = new Effects()
  const known = new Map<Look | null, readonly Kind[]>()
  /** The box that what is in a look stands in. */
  const around = new Map<Look, Look | null>()
  for (const { look, above, name } of looks) {
    const kinds = kindsOf(name, look.computed.style, known.get(above) ?? null)
    const outer = above && (around.get(above) ?? null)
    checkAreas(look.computed, outer?.computed.style.grid ?? null, `<${name}>`, report)
    // What makes no box leaves what is in it to what is around it.
    const isGone = kinds.includes('contents')
    known.set(look, isGone ? (known.get(above) ?? []) : kinds)
    around.set(look, isGone ? outer : look)
    effects.add(look.computed, above?.computed ?? null, kinds, `<${name}>`)
    for (const [pseudo, computed] of generatedOf(look)) {
      if (computed === null) continue
      effects.add(computed, look.computed, kindsOf('', computed.style, kinds), `<${name}>${pseudo}`)
    }
  }
  effects.check(report)
}

/** Warns of what margin boxes are given, in `@page` or as `bi-margin`, and have no use for. */
export function checkMarginBoxes({ pages, rules }: Theme, report: Report): void {
  const said = new Set<Span>()
  const general = rules.byType.get('bi-margin') ?? []
  const declarations = [...pages.flatMap(({ boxes }) => [...boxes.values()]), ...general.map(declarationsOf)]
  for (const { name, value, span } of declarations.flat()) {
    if (!isLonghand(name) || value.kind !== 'words' || said.has(span)) continue
    if (properties[name].appliesTo.includes('margin box') || isInitial(name, value)) continue
    said.add(span)
    const message = `${quoted([excerpt(textOf(span))])} has no effect in a margin box`
    const hint =
      'delete it: a margin box is as wide as its text, and stands where `text-align`, `vertical-align` and its margins above and below put it'
    report.warning('style/no-effect', message, span, hint, actsOn(name))
  }
}

function declarationsOf({ declarations }: Rule): readonly Declaration[] {
  return declarations
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end)
}

function isInitial(name: Longhand, value: DeclaredValue): boolean {
  const compute = (one: DeclaredValue | undefined) => JSON.stringify(computeLonghand(name, one, null, plain))
  return compute(value) === compute(undefined)
}

const plain: Context = { em: 10, outerEm: 10, lineHeight: 12, color: [0, 0, 0], page: 'auto', raise: 0 }

function actsOn(property: Longhand): string {
  return `\`${property}\` acts on: ${properties[property].appliesTo.join(', ')}`
}

/** What the theme puts before and after an element, and its markers. */
function generatedOf({ before, after, marker, note }: Look): readonly (readonly [string, Computed | null])[] {
  return [
    ['::before', before],
    ['::after', after],
    ['::marker', marker?.computed ?? null],
    ['::footnote-call', note?.call ?? null],
    ['::footnote-marker', note?.marker.computed ?? null],
  ]
}

class Effects {
  readonly #reached = new Map<Span, Reach>()

  /** Adds what is declared of an element; what repeats the initial or the inherited value asks for nothing. */
  add(computed: Computed, above: Computed | null, kinds: readonly Kind[], where: string): void {
    if (kinds.length === 0) return
    const is = (kind: Kind) => kinds.includes(kind)
    // Who makes something else of an element answers for what another file has said of it.
    const made = computed.declared.get('display')?.file
    for (const [property, span] of computed.declared) {
      const acts = properties[property].appliesTo.some(is) && canAct(property, computed.style, is)
      const isOther = made !== undefined && made !== span.file
      if (!acts && (isOther || asksNothing(property, computed, above))) continue
      const reach = this.#reachOf(span)
      if (acts) reach.acting.add(property)
      else addIdle(reach, property, where, kinds)
    }
  }

  check(report: Report): void {
    for (const [span, { acting, idle }] of this.#reached) {
      const dead = [...idle].filter(([property]) => !acting.has(property))
      const [first] = dead
      if (first === undefined) continue
      const [property, { where, kinds }] = first
      const written = quoted([excerpt(textOf(span))])
      const isWhole = acting.size === 0
      const what = isWhole ? written : `${quoted(dead.map(([one]) => one))} in ${written}`
      const verb = isWhole || dead.length === 1 ? 'has' : 'have'
      const message = `${what} ${verb} no effect on ${quoted([...where])}`
      report.warning('style/no-effect', message, span, adviceFor(property, kinds), actsOn(property))
    }
  }

  #reachOf(span: Span): Reach {
    const known = this.#reached.get(span)
    if (known !== undefined) return known
    const made: Reach = { acting: new Set(), idle: new Map() }
    this.#reached.set(span, made)
    return made
  }
}

function addIdle({ idle }: Reach, property: Longhand, where: string, kinds: readonly Kind[]): void {
  const known = idle.get(property) ?? { where: new Set(), kinds: new Set() }
  known.where.add(where)
  for (const kind of kinds) known.kinds.add(kind)
  idle.set(property, known)
}

function asksNothing(property: Longhand, { longhands }: Computed, above: Computed | null): boolean {
  const { color, 'font-size': em } = longhands
  const context = { ...plain, em, outerEm: em, color }
  const own = JSON.stringify(longhands[property])
  const inherited = properties[property].isInherited ? above?.longhands[property] : undefined
  return (
    own === JSON.stringify(computeLonghand(property, undefined, null, context)) ||
    own === JSON.stringify(inherited)
  )
}

/** What to set it on, or what to set in its place. */
function adviceFor(property: Longhand, kinds: ReadonlySet<Kind>): string {
  const isOutside = kinds.has('container') || kinds.has('passage')
  switch (property) {
    case 'break-before':
      if (isOutside) return 'give it to the first passage inside: `bi-passage:first-child`'
      return 'give it to the passage around it, as in `.body bi-passage`, or to a container around passages'
    case 'break-after':
    case 'break-inside':
    case 'page':
    case 'bi-stand':
    case 'counter-reset':
    case 'min-height':
      return 'give it to the passage around it, as in `.body bi-passage`, or to a container around passages'
    case 'position':
    case 'top':
    case 'right':
    case 'bottom':
    case 'left':
      return 'give `position: absolute` with its distances to a `<div>` of its own between the passages'
    case 'width':
    case 'margin-left':
    case 'margin-right':
    case 'padding-left':
    case 'padding-right':
      return isOutside
        ? 'the columns are as wide as `@page` says (`margin`, `bi-columns`); give margins to what stands in them, as `bi-version`'
        : 'give `margin-left` and `margin-right` to the block around it'
    case 'height':
      return 'give it a `min-height` in points, on the passage or a block in it'
    case 'column-rule-width':
    case 'column-rule-style':
    case 'column-rule-color':
      return 'give it to a container or passage whose columns it is to part: `.body { column-rule: … }`'
    case 'grid-template-columns':
    case 'grid-template-rows':
    case 'grid-template-areas':
    case 'column-gap':
    case 'row-gap':
    case 'align-items':
    case 'justify-items':
      return 'give it `display: grid` as well'
    case 'grid-column-start':
    case 'grid-column-end':
    case 'grid-row-start':
    case 'grid-row-end':
    case 'align-self':
    case 'justify-self':
      return 'give it to what stands directly in an element of `display: grid`, or that one `display: grid`'
    case 'vertical-align':
      return 'raise what stands in a line by `super`, `sub` or a length; move what is in a cell by `top`, `middle` or `bottom`'
    default:
      return kinds.has('text') ? 'give it to the block around it' : 'give it to something that it acts on'
  }
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ')
}
