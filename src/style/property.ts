import { parse } from 'css-tree'
import type { Color, Pt } from '../base/length.ts'
import type { Kind } from './applies-to.ts'
import { boxProperties } from './box-properties.ts'
import type { ComputedStyle } from './computed.ts'
import { counterProperties } from './counter-properties.ts'
import { gridProperties } from './grid-properties.ts'
import type { Longhand, Longhands } from './longhands.ts'
import { pageProperties } from './page-properties.ts'
import { textProperties } from './text-properties.ts'
import { type Words, wordsOf } from './value.ts'

/** All that there is to know of a property: parsing, checking, computing and the reference are driven by it. */
export interface Property<Value> {
  /** What it may be, in the value definition syntax of CSS Values 4. */
  readonly syntax: string
  /** The value where no rule says anything and nothing is inherited, as CSS text. */
  readonly initial: string
  readonly isInherited: boolean
  /** The field of the style that it decides, alone or with others; null: boxes alone are made from it. */
  readonly field: keyof ComputedStyle | null
  /** What it does anything on; of one that is inherited, also what hands it on to that. */
  readonly appliesTo: readonly Kind[]
  /** One sentence for the reference. */
  readonly description: string
  /** From an accepted value to the computed one. */
  readonly compute: (words: Words, context: Context) => Value
}

/** What a computed value may depend on. */
export interface Context {
  /** What `em` and `ic` stand for: the element's own font size, for `font-size` its parent's. */
  readonly em: Pt
  /** The font size around the element. */
  readonly outerEm: Pt
  /** The element's own line height, for its size the one around it. */
  readonly lineHeight: Pt
  /** The element's own colour. */
  readonly color: Color
  /** The page name in force around the element. */
  readonly page: string
  /** How far the baseline is raised where the element stands. */
  readonly raise: Pt
}

export type PropertyTable<Names extends Longhand> = { readonly [Name in Names]: Property<Longhands[Name]> }

/** The one table of properties. A new one needs its entry, its place in `Longhands` and the field that it feeds. */
export const properties: PropertyTable<Longhand> = {
  ...textProperties,
  ...boxProperties,
  ...gridProperties,
  ...pageProperties,
  ...counterProperties,
}

/** In the order in which they are computed: sizes and colours first, since the others are measured by them. */
export const longhandNames: readonly Longhand[] = [
  'font-size',
  'color',
  'line-height',
  ...names().filter((name) => !['font-size', 'color', 'line-height'].includes(name)),
]

export function isLonghand(name: string): name is Longhand {
  return Object.hasOwn(properties, name)
}

/** The initial value of a property, ready to compute. */
export function initialWords(name: Longhand): Words {
  return initials.get(name) ?? []
}

const initials: ReadonlyMap<Longhand, Words> = new Map(
  names().map((name) => {
    const value = parse(properties[name].initial, { context: 'value' })
    if (value.type !== 'Value') throw new Error(`the initial value of ${name} is no value`)
    return [name, wordsOf(value.children.toArray())]
  }),
)

function names(): readonly Longhand[] {
  // The type of the table says that it has these keys and no other.
  return Object.keys(properties) as Longhand[]
}
