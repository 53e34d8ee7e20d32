import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Read } from '../base/world.ts'
import { reportUnread } from '../read.ts'
import { codeOf } from './output-disk.ts'
import { readWhole } from './read-whole.ts'

/** A PDF holds its pictures and fonts, which together have at most 256 MB, and its pages. */
const pdfLimit = 512 * 1024 * 1024

/** Reads a PDF that was named on the command line, wherever it is; null after a finding. */
export function readPdf(path: string, project: string, report: Report): Uint8Array | null {
  const read = attempt(path, resolve(project, path))
  if (read.ok) return read.bytes
  reportUnread(read, wholeFile(path), report)
  return null
}

function attempt(path: string, file: string): Read {
  try {
    return readWhole(path, realpathSync(file), pdfLimit)
  } catch (problem) {
    const code = codeOf(problem)
    if (code === null) throw problem
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR'
    return isMissing
      ? { ok: false, path, problem: 'missing', detail: 'there is no such file' }
      : { ok: false, path, problem: 'unreadable', detail: code }
  }
}
