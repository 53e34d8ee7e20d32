import { Report } from '../base/report.ts'
import { readRenderFile, renderPath } from '../edition/render-file.ts'
import { stateOf } from '../edition/state.ts'
import { stateOfDraft } from '../edition/state-now.ts'
import { type OpenedEdition, openEdition } from '../edition/stored.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchive,
  withId,
} from './archive-open.ts'
import { checkHtml, type HtmlOptions, type Named, tellChanges } from './diff-report.ts'
import { diskWorld } from './disk.ts'
import { progress } from './progress.ts'
import { targetsOf } from './requests.ts'

export interface DiffOptions extends ArchiveOptions, HtmlOptions {}

/**
 * Says what is different between two editions, or between one and what the publication says now. Returns the exit code: 0
 * it was said, 1 an error, 2 wrong usage.
 */
export function archiveDiff(
  name: string,
  [before, after]: readonly [before: string, after: string | undefined],
  options: DiffOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      if (!checkHtml(options, at.report)) return false
      const opened = openEdition(at.archive, id, before, at.report)
      const was = opened && stateIn(opened, at)
      if (opened === null || was === null) return false
      const is = after === undefined ? draftOf(name, opened, at) : stateIn(openedAt(id, after, at), at)
      return is !== null && tellChanges(was, is, options, { ...around, isJson: at.isJson }, at.report)
    }),
  )
}

function openedAt(id: string, wanted: string, { archive, report }: AtArchive): OpenedEdition | null {
  return openEdition(archive, id, wanted, report)
}

function stateIn(opened: OpenedEdition | null, { report }: AtArchive): Named | null {
  const state = opened && stateOf(opened, opened.name, report)
  return opened && state && { name: opened.name, state }
}

/**
 * What the publication says now: the one that was named, or the file that the edition was made of, built as it was built
 * then. What is not translated yet is no error.
 */
function draftOf(name: string, { files }: OpenedEdition, { around, report }: AtArchive): Named | null {
  const { project, program, errors } = around
  const { source } = diskWorld({ project, program, output: project })
  const [target] = targetsOf([name], source, new Report())
  const bytes = files.get(renderPath)
  const then = bytes === undefined ? '' : readRenderFile(bytes)
  const usual = { languages: null, media: 'screen', profile: 'archive', date: null, name } as const
  const asThen = typeof then === 'string' ? usual : then.request
  const path = target?.path ?? (typeof then === 'string' ? name : then.request.path)
  const done = progress(errors, name)
  const state = stateOfDraft({ ...asThen, path, isDraft: true, row: null }, source, report)
  done()
  return state && { name: `${path} now`, state }
}
