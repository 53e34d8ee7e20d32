import { placeInArchive } from '../archive/store/archive.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { type FoundFile, findFile } from '../edition/find-file.ts'
import { findSources } from '../edition/find-sources.ts'
import { openMade } from '../edition/made-pdf.ts'
import { rebuildPdf } from '../edition/rebuild-pdf.ts'
import { verificationLine } from '../edition/verification-line.ts'
import { statusWords } from './archive-list.ts'
import { type ArchiveOptions, type ArchiveSurroundings, type AtArchive, atArchive } from './archive-open.ts'
import { diskWorld } from './disk.ts'
import { asJson } from './findings-json.ts'
import { printer } from './findings-printer.ts'
import { readFormat } from './format.ts'
import { progress } from './progress.ts'
import { readPdf } from './read-pdf.ts'
import { reportVerdict, verdictWords } from './rebuild-report.ts'

/**
 * Says whether a file is what was published: of an archive, which edition has it; without one, whether it is what its own
 * sources make. Returns the exit code: 0 it is, 1 it is not, or an error, 2 wrong usage.
 */
export function verifyCommand(path: string, options: ArchiveOptions, around: ArchiveSurroundings): number {
  if (options.archive === undefined) return verifyAlone(path, options, around)
  return atArchive(options, null, around, (at) => {
    const bytes = readPdf(path, around.project, at.report)
    const found = bytes && findFile(at.archive, bytes, at.report)
    if (bytes === null || found === null) return false
    for (const one of found) tell(path, one, at)
    if (found.length === 0) sayUnknown(path, bytes, at)
    return found.length > 0
  })
}

function tell(path: string, { id, edition, path: stored, added }: FoundFile, at: AtArchive): void {
  const { number, version, status } = edition
  const name = `edition ${visible(number ?? version)}`
  if (status.kind === 'withdrawn') {
    const message = `${name} of \`${visible(id)}\` is withdrawn: ${visible(status.reason)}`
    at.report.warning('archive/withdrawn', message, wholeFile(path), 'look for the edition that is current')
  }
  const behind = added === 0 ? [] : [`${added} bytes behind it, as of a signature`]
  const parts = [visible(path), visible(id), name, version, statusWords(status), visible(stored), ...behind]
  at.tell(parts.join('  '), {
    path,
    verdict: 'stored',
    id,
    edition: number,
    version,
    status,
    stored: edition.stored,
    file: stored,
    added,
  })
}

/** An edition that was made of the same sources is named all the same: people ask which one it claims to be. */
function sayUnknown(path: string, bytes: Uint8Array, { archive, around, report }: AtArchive): void {
  const like = findSources(archive, openedQuietly(path, bytes, around))
  const [first] = like
  const hint =
    first === undefined
      ? 'ask which archive has it; `bifolio rebuild` holds it against its own sources'
      : `it is of the sources of edition ${visible(first.edition.number ?? first.edition.version)} of \`${visible(first.id)}\`: take the file of that edition with \`bifolio archive get\``
  const message = `no edition of \`${visible(archive.name)}\` has this file`
  report.error('archive/unknown-file', message, wholeFile(path), hint, {
    at: placeInArchive(archive),
    note: 'the archive',
  })
}

/** What a file was made of; null where it does not say: that it is unknown is what is told. */
function openedQuietly(path: string, bytes: Uint8Array, around: ArchiveSurroundings) {
  return openMade(bytes, path, sourceOf(around), new Report())
}

function sourceOf({ project, program }: ArchiveSurroundings) {
  return diskWorld({ project, program, output: project }).source
}

/** A file by itself: it is made again from what it embeds, and its verification line is held against that. */
function verifyAlone(path: string, options: ArchiveOptions, around: ArchiveSurroundings): number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  print(usage)
  if (usage.failed) return 2
  const report = new Report()
  const done = progress(around.errors, path)
  const verified = proof(path, around, report)
  done()
  if (verified !== null) {
    const { line, data } = verified
    around.out.write(`${format === 'json' ? asJson(data) : line}\n`)
  }
  print(report)
  return verified !== null && !report.failed ? 0 : 1
}

function proof(path: string, around: ArchiveSurroundings, report: Report) {
  const source = sourceOf(around)
  const bytes = readPdf(path, around.project, report)
  const made = bytes && openMade(bytes, path, source, report)
  const rebuilt = made && rebuildPdf(bytes, path, source, report)
  if (!made || !rebuilt) return null
  const { verdict, rendering, program } = rebuilt
  const programs = { before: rendering.program, now: program }
  reportVerdict(path, verdict, programs, report)
  const line = verificationLine(bytes, made, path, report)
  const { kind, ...more } = verdict
  const digits = line === null ? [] : [`verification ${line.digits}`]
  return {
    line: [visible(path), verdictWords(verdict), visible(rendering.program), ...digits].join('  '),
    data: { path, verdict: kind, ...more, program: programs, verification: line },
  }
}
