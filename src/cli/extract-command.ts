import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { extract } from '../edition/extract.ts'
import { folderPath } from '../edition/names.ts'
import { asJson } from './findings-json.ts'
import { printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { readPdf } from './read-pdf.ts'
import type { Surroundings } from './run-build.ts'
import { writeFolder } from './write-folder.ts'

export interface ExtractOptions extends FormatOptions {
  readonly out?: string
}

/** Gives back the sources that a PDF embeds. Returns the exit code: 0 done, 1 an error, 2 wrong usage. */
export function extractCommand(
  path: string,
  options: ExtractOptions,
  around: Pick<Surroundings, 'project' | 'out' | 'errors'>,
): number {
  const usage = new Report()
  const format = readFormat(options, usage)
  const { out } = options
  if (out === undefined)
    usage.error(
      'cli/usage',
      'the folder for the files is missing',
      wholeFile('--out'),
      'name a new one with `--out`',
    )
  const print = printer(format, around)
  print(usage)
  if (out === undefined || usage.failed) return 2
  const report = new Report()
  const bytes = readPdf(path, around.project, report)
  const extracted = bytes && extract(bytes, path, report)
  const files = new Map([...(extracted?.sources ?? [])].map(([name, file]) => [folderPath(name), file]))
  const isDone = extracted !== null && writeFolder(out, files, around.project, report)
  print(report)
  if (!isDone) return 1
  const line =
    format === 'json'
      ? asJson({ path, out, files: [...files.keys()] })
      : `${visible(out)}  ${files.size} files from ${visible(path)}`
  around.out.write(`${line}\n`)
  return 0
}
