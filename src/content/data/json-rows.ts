import type { Report } from '../../base/report.ts'
import type { SourceFile } from '../../base/span.ts'
import { reportNested, reportNoRow } from './findings.ts'
import { type JsonObject, JsonProblem, JsonScanner } from './json-scanner.ts'
import { type RowObject, rowsOfObjects } from './object-rows.ts'
import type { Column, DataCell, Rows } from './rows.ts'

const example = '`{ "id": "a", "value": 1 }`'

/** Reads a JSON list of flat objects. */
export function readJson(file: SourceFile, report: Report): Rows | null {
  return reading(file, report, (scanner) => {
    const objects: (RowObject | null)[] = []
    if (!scanner.take('[')) scanner.fail('the data is no list')
    if (!scanner.take(']')) {
      do objects.push(rowOf(scanner.object(), objects.length + 1, file, report))
      while (scanner.take(','))
      if (!scanner.take(']')) scanner.fail('a comma or the end of the list is missing')
    }
    if (!scanner.isAtEnd()) scanner.fail('something follows the list')
    return objects
  })
}

/** Reads JSON Lines: a flat object on each line that is not blank. */
export function readJsonLines(file: SourceFile, report: Report): Rows | null {
  return reading(file, report, (scanner) => {
    const objects: (RowObject | null)[] = []
    while (!scanner.isAtEnd()) {
      try {
        if (objects.length > 0 && !scanner.isOnNewLine()) scanner.fail('a second row stands in one line')
        objects.push(rowOf(scanner.object(), objects.length + 1, file, report))
      } catch (thrown) {
        // Each line stands alone: the next ones can be read all the same.
        reportProblem(thrown, file, report)
        objects.push(null)
        scanner.skipLine()
      }
    }
    return objects
  })
}

/** What is no JSON ends the reading: where the next row would begin cannot be told. */
function reading(
  file: SourceFile,
  report: Report,
  read: (scanner: JsonScanner) => readonly (RowObject | null)[],
): Rows | null {
  try {
    return { file, ...rowsOfObjects(read(new JsonScanner(file.text))) }
  } catch (thrown) {
    reportProblem(thrown, file, report)
    return null
  }
}

function reportProblem(thrown: unknown, file: SourceFile, report: Report): void {
  if (!(thrown instanceof JsonProblem)) throw thrown
  const start = Math.min(thrown.at, Math.max(0, file.text.length - 1))
  reportNoRow(thrown.message, { file, start, end: start + 1 }, example, report)
}

function rowOf(
  { at, end, entries }: JsonObject,
  number: number,
  file: SourceFile,
  report: Report,
): RowObject | null {
  const cells = new Map<string, DataCell>()
  const names: Column[] = []
  for (const { name, nameAt, text, start, end: last } of entries) {
    const span = { file, start: nameAt, end: nameAt + 1 }
    names.push({ name, span })
    if (text === null) reportNested(name, number, span, report)
    else cells.set(name, { text, span: { file, start, end: last }, places: null })
  }
  return cells.size < entries.length ? null : { span: { file, start: at, end }, cells, names }
}
