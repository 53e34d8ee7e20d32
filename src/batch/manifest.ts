import type { Answer, Line, Status } from './unit.ts'

/** What stands in an output folder: a line for each row, and what all of them were made from. */
export interface Manifest {
  /** The pattern and the data. */
  readonly sheet: string
  readonly data: string
  /** All that was read for any row beside its data, sorted by path. */
  readonly sources: readonly Answer[]
  /** Sorted by row. */
  readonly files: readonly Line[]
  /** The file that has all of them; null without one. */
  readonly combined: Combined | null
}

export type Combined = Pick<Line, 'file' | 'sha256' | 'pages' | 'key'>

export const manifestFile = 'manifest.json'

/** Beside the manifest while a run goes on. */
export const journalFile = 'manifest.jsonl'

/** Of the form, not of the program: one that is written otherwise is not read. */
const version = 1

/** JSON with a line for each source and file, so that two versions compare line by line. */
export function manifestText({ sheet, data, sources, files, combined }: Manifest): string {
  const list = (all: readonly object[]) => all.map((one) => `\n    ${JSON.stringify(one)}`).join(',')
  return [
    '{',
    `  "version": ${version},`,
    `  "sheet": ${JSON.stringify(sheet)},`,
    `  "data": ${JSON.stringify(data)},`,
    `  "combined": ${JSON.stringify(combined)},`,
    `  "sources": [${list(sources)}\n  ],`,
    `  "files": [${list(files.map(ordered))}\n  ]`,
    '}\n',
  ].join('\n')
}

/** Reads a manifest; null for a text that is none of this version. */
export function readManifest(text: string): Manifest | null {
  const { sheet, data, sources, files, combined, ...rest } = fieldsOf(text)
  if (rest.version !== version || typeof sheet !== 'string' || typeof data !== 'string') return null
  if (!Array.isArray(sources) || !sources.every(isAnswer) || !Array.isArray(files) || !files.every(isLine))
    return null
  return { sheet, data, sources, files, combined: isCombined(combined) ? combined : null }
}

/** The first line of a journal. */
export function journalHead({ sheet, data }: Pick<Manifest, 'sheet' | 'data'>): string {
  return `${JSON.stringify({ version, sheet, data })}\n`
}

/** What one unit adds to a journal: first what was read for it, so that no line stands there without its sources. */
export function journalLines({ sources, files }: Pick<Manifest, 'sources' | 'files'>): string {
  return [...sources, ...files.map(ordered)].map((one) => `${JSON.stringify(one)}\n`).join('')
}

/**
 * Reads a journal up to where it breaks off: the last line of a run that was killed may be half of one. Null where not
 * even its head can be read.
 */
export function readJournal(text: string): Manifest | null {
  const [head = '', ...lines] = text.split('\n').slice(0, -1)
  const { version: found, sheet, data } = fieldsOf(head)
  if (found !== version || typeof sheet !== 'string' || typeof data !== 'string') return null
  const sources: Answer[] = []
  const files: Line[] = []
  for (const line of lines) {
    const fields: unknown = fieldsOf(line)
    if (isLine(fields)) files.push(fields)
    else if (isAnswer(fields)) sources.push(fields)
    else break
  }
  return { sheet, data, sources, files, combined: null }
}

/** The fields of a JSON object; none of what is no JSON, or no object. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (problem) {
    if (problem instanceof SyntaxError) return {}
    throw problem
  }
}

/** The fields of a line in their order, whoever made it. */
function ordered({ row, file, sha256, pages, status, key }: Line): Line {
  return { row, file, sha256, pages, status, key }
}

const statuses: ReadonlySet<unknown> = new Set<Status>(['made', 'unchanged', 'failed'])

function isLine(value: unknown): value is Line {
  return (
    isCombined(value) &&
    'row' in value &&
    Number.isInteger(value.row) &&
    'status' in value &&
    statuses.has(value.status)
  )
}

function isCombined(value: unknown): value is Combined {
  if (typeof value !== 'object' || value === null) return false
  const { file, sha256, pages, key }: Readonly<Record<string, unknown>> = { ...value }
  const isDigest = sha256 === null || typeof sha256 === 'string'
  return typeof file === 'string' && isDigest && typeof pages === 'number' && typeof key === 'string'
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false
  const { path, answer }: Readonly<Record<string, unknown>> = { ...value }
  return typeof path === 'string' && typeof answer === 'string'
}
