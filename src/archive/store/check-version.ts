import type { Report } from '../../base/report.ts'
import type { Version } from '../edition.ts'
import { conflicting, logicalPathProblem } from '../ocfl/names.ts'
import { type Archive, placeInArchive } from './archive.ts'
import { idProblem } from './ids.ts'
import { statusPath } from './status.ts'

/** Whether a version can be stored as it is; a finding says why not. */
export function checkVersion(archive: Archive, { id, files }: Version, report: Report): boolean {
  const before = report.diagnostics.length
  checkId(archive, id, report)
  const paths = [...files.keys()]
  for (const path of paths) {
    const problem = path === statusPath ? 'is a name that the archive uses itself' : logicalPathProblem(path)
    if (problem === null) continue
    const hint = 'rename the file; only plain names in folders go into an archive'
    report.error('archive/file-name', `the file name \`${path}\` ${problem}`, placeInArchive(archive), hint)
  }
  const conflict = conflicting(paths)
  if (conflict !== null) {
    const message = `\`${conflict[0]}\` is a file and also the folder of \`${conflict[1]}\``
    report.error('archive/file-name', message, placeInArchive(archive), 'rename one of the two')
  }
  if (files.size === 0)
    report.error(
      'archive/empty',
      'the edition has no files',
      placeInArchive(archive),
      'add its PDFs and sources',
    )
  return report.diagnostics.length === before
}

function checkId(archive: Archive, id: string, report: Report): void {
  const problem = idProblem(id)
  if (problem === null) return
  const hint =
    'write one as `tag:example.org,2024:water`: who owned the domain in which year, and a name (RFC 4151)'
  report.error('archive/id', `the identifier \`${id}\` ${problem}`, placeInArchive(archive), hint)
}
