import { didYouMean, type Hints, nearest } from '../base/report.ts'
import { type Fields, isFields, isText } from './context.ts'

/** What is said about a look-up or a print that cannot be. */
export interface Complaint {
  readonly message: string
  readonly hints: Hints
}

/** An own field, index or `length` of a value; undefined when it has none of that name. A text shows no fields. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || isText(value)) return undefined
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}

/** Says that a value has no field of a name, and which may be meant; `root`: where else the name may stand, or null. */
export function unknownField(value: unknown, name: string, root: Fields | null): Complaint {
  if (isText(value)) {
    const hint = 'print it inside a passage: its language is that of the passage'
    return { message: `a text has no field \`${name}\``, hints: [hint] }
  }
  if (!isFields(value) && !Array.isArray(value)) {
    const hint = `print the value itself, without \`.${name}\``
    return { message: `a plain value has no field \`${name}\``, hints: [hint] }
  }
  const isAtRoot = root !== null && Object.hasOwn(root, name)
  const known = Array.isArray(value) ? ['length'] : Object.keys(value)
  const hint = isAtRoot ? `it stands at the root: write \`@root.${name}\`` : elsewhere(name, known)
  return { message: `there is no \`${name}\` here`, hints: [hint] }
}

function elsewhere(name: string, known: readonly string[]): string {
  return known.length > 0
    ? didYouMean(name, known)
    : 'nothing has a name here: `@root.` begins what the publication has'
}

/** The names with `@` that Handlebars and passages give; where they are is for Handlebars to say. */
export const dataNames: readonly string[] = ['root', 'lang', 'status', 'index', 'key', 'first', 'last']

/** What to do about a name with `@` that is not there: some are only inside a block of a certain kind. */
export function dataHint(name: string): string {
  if (name === 'lang' || name === 'status') return inPassage
  return dataNames.includes(name) ? 'it is there inside `{{#each …}}…{{/each}}`' : didYouMean(name, dataNames)
}

/** What to do about a text, or what is told by language, outside of all passages. */
export const inPassage = 'put it into `{{#passage}}…{{/passage}}`'

/** What to do about a partial that is not there. */
export function partialHint(wanted: string, partials: readonly string[]): string {
  return nearest(wanted, partials) === null
    ? `put it into \`partials/${wanted}.hbs\``
    : didYouMean(wanted, partials)
}

/** Says that a value cannot be printed. */
export function unprintable(value: object): Complaint {
  if (Array.isArray(value)) {
    return { message: 'a list cannot be printed', hints: ['go through it with `{{#each …}}`'] }
  }
  const hint = `print one of its fields: ${Object.keys(value).join(', ')}`
  return { message: 'a value with fields cannot be printed', hints: [hint] }
}

/** Says that `..` leads to nothing. */
export const outsideRoot: Complaint = {
  message: 'there is nothing outside of this: `..` leads beyond the root',
  hints: [
    'take a `../` away: only `{{#each …}}` and `{{#with …}}` lead further in, and a partial begins anew',
    'write `@root.` before a name of the publication',
  ],
}
