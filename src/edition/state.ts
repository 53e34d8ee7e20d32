import type { EditionFiles } from '../archive/edition.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { LayoutFacts, State } from '../compare/passages.ts'
import { type Read, readLayout, readPassages } from '../compare/passages-json.ts'

/** In `text/` of an edition. */
export const passagesName = 'passages.json'
export const layoutName = 'layout.json'

/** What an edition says, to be compared with another; null after a finding. `name` is what the edition is called there. */
export function stateOf({ files }: EditionFiles, name: string, report: Report): State | null {
  const passages = readAt(files, `text/${passagesName}`, readPassages)
  if (!passages.ok) {
    const hint = 'verify the archive: the file may be damaged, or be from a later version of this program'
    const message = `\`text/${passagesName}\` of ${name} cannot be compared: ${passages.reason}`
    report.error('archive/no-passages', message, wholeFile(name), hint)
    return null
  }
  const layout = readAt<LayoutFacts>(files, `text/${layoutName}`, readLayout)
  return { passages: passages.value, layout: layout.ok ? layout.value : null }
}

function readAt<T>(files: EditionFiles['files'], path: string, read: (json: string) => Read<T>): Read<T> {
  const bytes = files.get(path)
  return bytes === undefined
    ? { ok: false, reason: 'it is not there' }
    : read(new TextDecoder().decode(bytes))
}
