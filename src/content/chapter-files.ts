import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Loaded } from './yaml-node.ts'

/** A file that a publication names, as a path of the project, and where it is named. */
export interface NamedFile {
  readonly path: string
  readonly span: Span
}

/** The folder of a file, which the paths in it begin from: empty or ending in a slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The files of `chapters:`, each once. What is no path is left to the schema to find. */
export function chapterFiles({ file, root }: Loaded, report: Report): readonly NamedFile[] {
  const list = root.kind === 'map' ? root.entries.get('chapters')?.value : undefined
  if (list?.kind !== 'list') return []
  const folder = folderOf(file.path)
  const named = new Map<string, NamedFile>()
  for (const item of list.items) {
    if (item.kind !== 'scalar' || item.isNull) continue
    const path = `${folder}${item.text}`
    const earlier = named.get(path)
    if (earlier === undefined) named.set(path, { path, span: item.span })
    else {
      const message = `the file \`${item.text}\` is named twice`
      const first = { at: earlier.span, note: 'the first one' }
      report.error('content/duplicate-chapter', message, item.span, 'delete one of the two lines', first)
    }
  }
  return [...named.values()]
}
