import { findId } from '../archive/store/find.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Request } from '../build.ts'
import type { State } from '../compare/passages.ts'
import { stateOf } from '../edition/state.ts'
import { changedSince, stateOfPdf } from '../edition/state-now.ts'
import { openEdition } from '../edition/stored.ts'
import { asWritten } from '../outputs/build-outputs.ts'
import { type ArchiveOptions, type ArchiveSurroundings, keepingOf, openedIn } from './archive-open.ts'
import { diskWorld } from './disk.ts'
import { readPdf } from './read-pdf.ts'
import { filesOf } from './requests.ts'
import { type BuildOptions, runBuild } from './run-build.ts'

export interface SinceOptions extends BuildOptions, Pick<ArchiveOptions, 'archive'> {
  /** A PDF, or an edition of the archive: what has changed since then gets a bar. */
  readonly changesSince: string
}

/**
 * Builds publications with a bar beside what is not as it was, in what is made of their own file: what is made of another
 * file is not compared. Returns the exit code, as of a build.
 */
export function buildSince(
  names: readonly string[],
  options: SinceOptions,
  around: ArchiveSurroundings,
): number {
  const { project, program } = around
  const files = diskWorld({ project, program, output: project }).source
  return runBuild(names, options, around, (source, usage) => {
    checkNames(names, options, usage)
    return {
      outputs: { ...asWritten, choose: ({ outputs }) => outputs.filter(({ from }) => from === null) },
      files: (target) => filesOf(target, source),
      beside: () => null,
      advice: () => '',
      changed: (request, report) => {
        const before = stateThen(request, options, around, report)
        return before && changedSince(before, request, files)
      },
    }
  })
}

/** A PDF is of one publication. */
function checkNames(names: readonly string[], { changesSince }: SinceOptions, usage: Report): void {
  if (!isPdf(changesSince) || names.length === 1) return
  const hint = 'name the publication that it is of, and no other'
  usage.error('cli/usage', 'a PDF is of one publication', wholeFile('--changes-since'), hint)
}

function stateThen(
  request: Request,
  { changesSince, archive }: SinceOptions,
  around: ArchiveSurroundings,
  report: Report,
): State | null {
  if (!isPdf(changesSince)) return stateInArchive(request, changesSince, archive, around, report)
  const { project, program } = around
  const bytes = readPdf(changesSince, project, report)
  const { source } = diskWorld({ project, program, output: project })
  return bytes && stateOfPdf(bytes, changesSince, source, report)
}

function stateInArchive(
  { path, name }: Request,
  wanted: string,
  archive: string | undefined,
  around: ArchiveSurroundings,
  report: Report,
): State | null {
  const keeping = keepingOf(path, around)
  const folder = archive ?? keeping.archive
  if (folder === null) {
    const hint = 'name its folder with `--archive`, or as `archive:` in the file of the publication'
    report.error('cli/usage', 'there is no archive named', wholeFile(path), hint)
    return null
  }
  const opened = openedIn(folder, around, report)
  const id = opened && findId(opened, keeping.id ?? name, report)
  const edition = opened && id !== null ? openEdition(opened, id, wanted, report) : null
  return edition && stateOf(edition, edition.name, report)
}

function isPdf(written: string): boolean {
  return /\.pdf$/i.test(written)
}
