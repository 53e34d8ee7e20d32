import type Handlebars from 'handlebars'

/** The options that Handlebars hands to a block helper; their types are not checked at run time. */
export type Call = Handlebars.HelperOptions & { readonly hash: Readonly<Record<string, unknown>> }

/** The options of a helper, the last of its arguments. */
export function call(options: unknown): Call {
  // A cast, because Handlebars appends its options to the arguments of every helper; misuse was refused before.
  return options as Call
}

/** The number of the place that a helper was called at. */
export function placeOf(options: unknown): number {
  return Number(call(options).hash['bi-at'])
}
