import type { Row } from '../content/data/rows.ts'

/** What texts name as `${name}`; one that differs by language is `name_<language>`. */
export type Values = Readonly<Record<string, string>>

/** Values as the row of a table, with which the texts of a file are filled. */
export function rowOf(values: Values, path: string): Row {
  const file = { path, text: '' }
  const span = { file, start: 0, end: 0 }
  const cells = Object.entries(values).map(([name, text]) => [name, { text, span, places: null }] as const)
  return { number: 1, span, cells: new Map(cells) }
}
