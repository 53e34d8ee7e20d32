import { basename, dirname, resolve } from 'node:path'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { compare } from '../compare/compare.ts'
import type { State } from '../compare/passages.ts'
import { changesAsHtml } from '../compare/report-html.ts'
import { changesAsJson } from '../compare/report-json.ts'
import { changesAsText } from '../compare/report-text.ts'
import { diskOutput } from './output-disk.ts'
import type { Stream } from './progress.ts'
import { writeOutput } from './write-output.ts'

export interface HtmlOptions {
  /** The file for a browser that the changes are written into as well. */
  readonly html?: string
}

/** A state and how it is called. */
export interface Named {
  readonly name: string
  readonly state: State
}

export interface Telling {
  readonly project: string
  readonly out: Stream
  readonly isJson: boolean
}

/** Whether a file for a browser is called as one: a name that is mistyped shall not cost anybody a source. */
export function checkHtml({ html }: HtmlOptions, report: Report): boolean {
  if (html === undefined || /[^/\\]\.html?$/i.test(html)) return true
  const message = `\`${visible(html)}\` is no name of a file for a browser`
  report.error('cli/usage', message, wholeFile('--html'), 'let it end in `.html`')
  return false
}

/** Says what is different, and writes it into a file for a browser where one is named; false: that was refused. */
export function tellChanges(
  before: Named,
  after: Named,
  { html }: HtmlOptions,
  { project, out, isJson }: Telling,
  report: Report,
): boolean {
  const changes = compare(before.state, after.state)
  const names = { before: before.name, after: after.name }
  if (html !== undefined) {
    const bytes = new TextEncoder().encode(changesAsHtml(changes, names))
    const folder = dirname(html)
    const disk = diskOutput(resolve(project, folder), project)
    writeOutput({ file: basename(html), bytes }, folder, disk, report)
    if (report.failed) return false
  }
  if (isJson || html === undefined) out.write((isJson ? changesAsJson : changesAsText)(changes, names))
  else out.write(`${visible(html)}  ${visible(names.before)} → ${visible(names.after)}\n`)
  return true
}
