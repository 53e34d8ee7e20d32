import { place, Report } from '../base/report.ts'
import { readRows } from '../content/data/read-rows.ts'
import type { Row } from '../content/data/rows.ts'
import { load } from '../content/load.ts'
import type { Publication } from '../content/publication.ts'
import { dataFiles, publish, settlePublication } from '../content/validate.ts'

/** What a sheet is made of. */
export interface SheetFiles {
  /** The file that it is a pattern for, as CSV; its first row is taken. */
  readonly rows?: string
  /** Files that `data:` names, by path. */
  readonly data?: Readonly<Record<string, string>>
}

interface Outcome {
  readonly publication: Publication | null
  /** `path:line:column code`; the path is left out where it is that of the sheet. */
  readonly found: readonly string[]
  readonly messages: readonly string[]
}

/** What a sheet begins with: English, Chinese and a title; line 3 is the first of what follows. */
export const sheetHead = 'languages: { en: { name: English }, zh-Hans: { name: 中文 } }\ntitle: T\n'

/** Reads a sheet as a build does, with the first row of its data and the files that it names. */
export function checkSheet(yaml: string, { rows, data = {} }: SheetFiles = {}): Outcome {
  const report = new Report()
  const row = rows === undefined ? null : firstRow(rows, report)
  const loaded = load('p.yaml', bytes(sheetHead + yaml), report)
  const settled = loaded && settlePublication(loaded, [], report)
  const files = settled === null ? [] : dataFiles(settled, row, report)
  const read = new Map(
    files.map(({ path }) => [path, path in data ? readRows(path, bytes(data[path] ?? ''), report) : null]),
  )
  const settings = { name: 'p', languages: null, isDraft: false, row }
  return {
    publication: settled && publish(settled, settings, read, report),
    found: report.diagnostics.map(({ code, span }) => `${place(span).replace(/^p\.yaml:/, '')} ${code}`),
    messages: report.diagnostics.map(({ message }) => message),
  }
}

/** The publication of a sheet in which nothing is wrong. */
export function soundSheet(yaml: string, files: SheetFiles = {}): Publication {
  const { publication, found, messages } = checkSheet(yaml, files)
  if (publication === null || found.length > 0)
    throw new Error(`findings: ${found.join()} ${messages.join()}`)
  return publication
}

/** The only block of a kind in a sheet. */
export function blockOf<Kind extends Publication['chapters'][number]['blocks'][number]['kind']>(
  kind: Kind,
  { chapters }: Publication,
) {
  type Found = Extract<Publication['chapters'][number]['blocks'][number], { readonly kind: Kind }>
  const isOfKind = (block: { readonly kind: string }): block is Found => block.kind === kind
  const found = chapters.flatMap(({ blocks }) => blocks.filter(isOfKind))
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} blocks are ${kind}`)
  return only
}

function firstRow(csv: string, report: Report): Row | null {
  return readRows('rows.csv', bytes(csv), report)?.rows[0] ?? null
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
