import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Disk } from '../base/world.ts'
import type { Built } from '../build.ts'
import { LockedError } from './lock.ts'
import { OutsideError } from './output-disk.ts'

/** Writes a PDF into the output folder `out`. What the disk refuses is a finding; all else is thrown on. */
export function writeOutput({ file, bytes }: Output, out: string, disk: Disk, report: Report): void {
  try {
    disk.replace(file, bytes)
  } catch (problem) {
    reportRefusal(problem, file, out, report)
  }
}

/** A file for the output folder. */
type Output = Pick<Built, 'file' | 'bytes'>

/** Says why the disk refused a file; what is no refusal is thrown on. */
export function reportRefusal(problem: unknown, file: string, out: string, report: Report): void {
  const path = outputPath(out, file)
  if (problem instanceof LockedError) {
    const hint = 'wait until it is done; where none runs, delete the file that ends in `.lock` beside it'
    report.error('cli/locked', `\`${path}\` is being written by another build`, wholeFile(path), hint)
    return
  }
  if (problem instanceof OutsideError) {
    const hint = 'name that folder itself with `--out`, or delete the link'
    report.error('cli/output', `\`${path}\` cannot be written: ${problem.message}`, wholeFile(path), hint)
    return
  }
  const code = systemCode(problem)
  if (code === null) throw problem
  const { reason, hint } = refusals.get(code) ?? { reason: `the disk says \`${code}\``, hint: elsewhere }
  report.error('cli/output', `\`${path}\` cannot be written: ${reason}`, wholeFile(path), hint)
}

/** Path of an output file, as it is shown. */
export function outputPath(out: string, file: string): string {
  return `${out.replace(/\/+$/, '')}/${file}`
}

/** The code of an error that the operating system gave (errno); Node's own, of a wrong call of ours, have no `syscall`. */
function systemCode(problem: unknown): string | null {
  return problem instanceof Error && 'code' in problem && 'syscall' in problem ? String(problem.code) : null
}

interface Refusal {
  readonly reason: string
  readonly hint: string
}

const elsewhere = 'name another folder with `--out`'
const fileInTheWay: Refusal = {
  reason: 'a file stands where a folder is needed',
  hint: `move that file away, or ${elsewhere}`,
}
const folderInTheWay: Refusal = {
  reason: 'a folder of this name stands there',
  hint: `move that folder away, or ${elsewhere}`,
}
const forbidden: Refusal = {
  reason: 'permission is denied',
  hint: `change the folder’s permissions, or ${elsewhere}`,
}
const full: Refusal = { reason: 'the disk is full', hint: `make room, or ${elsewhere}` }

const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['EEXIST', fileInTheWay],
  ['ENOTDIR', fileInTheWay],
  ['EISDIR', folderInTheWay],
  ['EACCES', forbidden],
  ['EPERM', forbidden],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EROFS', { reason: 'the disk is read-only', hint: elsewhere }],
  [
    'ENAMETOOLONG',
    { reason: 'the name is too long', hint: 'give the publication’s folder or file a shorter name' },
  ],
])
