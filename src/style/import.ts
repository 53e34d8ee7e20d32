import type { Atrule } from 'css-tree'
import type { Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { spanOf } from './place.ts'

/** Reads a file that another one names, by its path relative to that one; null after a finding at `span`. */
export type OpenImport = (path: string, from: SourceFile, span: Span) => SourceFile | null

/** Imports in imports: a theme needs two. */
const deepestImport = 10

/** Imports in all: two files that import each other's parts twice would be read without end. */
const mostImports = 50

/** The files that are being read, each imported by the one before. */
export class Imports {
  readonly #open: OpenImport
  readonly #stack: SourceFile[] = []
  #count = 0

  constructor(open: OpenImport) {
    this.#open = open
  }

  /** The file, now on top of those that are open; null after a finding. */
  open(path: string, from: SourceFile, span: Span, report: Report): SourceFile | null {
    if (this.#stack.length >= deepestImport) {
      const message = `files import each other more than ${deepestImport} deep`
      report.error('style/import', message, span, 'import it from a file further out')
      return null
    }
    if (this.#count >= mostImports) {
      const message = `a theme imports more than ${mostImports} files`
      report.error('style/import', message, span, 'import each file once')
      return null
    }
    this.#count++
    const file = this.#open(path, from, span)
    if (file === null) return null
    if (file.path === from.path || this.#stack.some((open) => open.path === file.path)) {
      const hint = 'take the rules that both need into a third file'
      report.error('style/import', `\`${file.path}\` imports itself`, span, hint)
      return null
    }
    if (this.#stack.length === 0) this.#stack.push(from)
    this.#stack.push(file)
    return file
  }

  /** Ends the reading of the last file that was opened. */
  close(): void {
    this.#stack.pop()
    if (this.#stack.length === 1) this.#stack.pop()
  }
}

/** The file that an `@import` names, with its place; null after a finding. */
export function targetOf(
  node: Atrule,
  file: SourceFile,
  report: Report,
): { readonly path: string; readonly span: Span } | null {
  const parts = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children.toArray() : []
  const [target, ...others] = parts
  const whole = spanOf(node, file)
  if (target?.type !== 'String' && target?.type !== 'Url') {
    // css-tree has already said what is wrong with what it could not parse.
    if (node.prelude?.type === 'Raw') return null
    report.error('style/import', '`@import` names no file', whole, 'write `@import "file.css";`')
    return null
  }
  const span = spanOf(target, file)
  const odd = others.find((part) => part.type !== 'MediaQueryList')
  if (odd) {
    const hint = 'write `@import "file.css";`, or with a medium: `@import "file.css" print;`'
    report.error('style/import', 'layers and conditions of an import are not supported', whole, hint)
    return null
  }
  const path = target.value
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path) || path.startsWith('//')) {
    report.error('style/import', 'nothing is fetched from the web', span, 'copy the file into the project')
    return null
  }
  if (path.trim() === '') {
    report.error('style/import', '`@import` names no file', span, 'write `@import "file.css";`')
    return null
  }
  return { path, span }
}
