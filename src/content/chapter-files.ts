import { folderOf } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { mostChapters } from './limits.ts'
import { readPath } from './paths.ts'
import type { Loaded, YamlNode } from './yaml-node.ts'

/** A file that a publication names, as a path of the project, and where it is named. */
export interface NamedFile {
  readonly path: string
  readonly span: Span
}

/**
 * The files of `chapters:`, each once, however it is spelt; null for one that cannot be told or read. What is no path,
 * and too many of them, are left to the schema to find.
 */
export function chapterFiles({ file, root }: Loaded, report: Report): readonly (NamedFile | null)[] {
  const list = root.kind === 'map' ? root.entries.get('chapters')?.value : undefined
  if (list?.kind !== 'list') return []
  if (list.items.length > mostChapters) return [null]
  const named = new Map<string, NamedFile>()
  const files: (NamedFile | null)[] = []
  for (const item of list.items) {
    const one = fileNamed(item, folderOf(file.path), report)
    const earlier = one && named.get(one.path)
    if (one === null) files.push(null)
    else if (one.path === file.path) reportItself(one.span, report)
    else if (earlier) reportTwice(one, earlier, report)
    else {
      named.set(one.path, one)
      files.push(one)
    }
  }
  return files
}

function fileNamed(item: YamlNode, folder: string, report: Report): NamedFile | null {
  if (item.kind !== 'scalar' || item.isNull) return null
  const path = readPath(folder, item, report)
  return path === null ? null : { path, span: item.span }
}

function reportTwice({ path, span }: NamedFile, earlier: NamedFile, report: Report): void {
  const first = { at: earlier.span, note: 'the first one' }
  const message = `the file \`${path}\` is named twice`
  report.error('content/duplicate-chapter', message, span, 'delete one of the two lines', first)
}

function reportItself(span: Span, report: Report): void {
  report.error('content/duplicate-chapter', 'the file names itself as a chapter', span, 'delete the line')
}
