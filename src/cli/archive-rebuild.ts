import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { type RebuiltFile, rebuildEdition } from '../edition/rebuild-edition.ts'
import { openEdition } from '../edition/stored.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchive,
  withId,
} from './archive-open.ts'
import { diskWorld } from './disk.ts'
import { progress } from './progress.ts'
import { type Programs, reportVerdict, verdictWords } from './rebuild-report.ts'

/** Makes an edition again from its own sources and compares. Returns the exit code: 0 it is the same, 1 it is not. */
export function archiveRebuild(
  name: string,
  wanted: string,
  options: ArchiveOptions,
  around: ArchiveSurroundings,
): number {
  const { project, program } = around
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      const opened = openEdition(at.archive, id, wanted, at.report)
      if (opened === null) return false
      const { source } = diskWorld({ project, program, output: project })
      const done = progress(around.errors, opened.name)
      const rebuilt = rebuildEdition(opened, opened.name, source, at.report)
      done()
      for (const file of rebuilt?.files ?? []) tell(file, rebuilt?.program ?? { before: '', now: '' }, at)
      return rebuilt !== null
    }),
  )
}

function tell({ path, verdict }: RebuiltFile, programs: Programs, at: AtArchive): void {
  const { kind, ...more } = verdict
  if (verdict.kind === 'missing' || verdict.kind === 'new') {
    const message = verdict.kind === 'new' ? 'was not in the edition' : 'was not made again'
    const hint = 'the sources of the edition, or this program, name other files than they did'
    at.report.error('archive/differs', `\`${visible(path)}\` ${message}`, wholeFile(path), hint)
    at.tell(`${visible(path)}  ${message}`, { path, verdict: kind })
    return
  }
  at.tell(`${visible(path)}  ${verdictWords(verdict)}`, { path, verdict: kind, ...more, program: programs })
  reportVerdict(path, verdict, programs, at.report)
}
