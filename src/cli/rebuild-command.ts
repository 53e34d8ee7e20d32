import { Report } from '../base/report.ts'
import { visible } from '../base/visible.ts'
import { rebuildPdf } from '../edition/rebuild-pdf.ts'
import { diskWorld } from './disk.ts'
import { asJson } from './findings-json.ts'
import { printer } from './findings-printer.ts'
import { type FormatOptions, readFormat } from './format.ts'
import { readPdf } from './read-pdf.ts'
import { reportVerdict, verdictWords } from './rebuild-report.ts'
import type { Surroundings } from './run-build.ts'

/**
 * Makes a PDF again from the sources that it embeds and compares the two. Returns the exit code: 0 it is the same, 1 it
 * is not, or an error, 2 wrong usage.
 */
export function rebuildCommand(
  path: string,
  options: FormatOptions,
  around: Pick<Surroundings, 'project' | 'program' | 'out' | 'errors'>,
): number {
  const { project, program } = around
  const usage = new Report()
  const format = readFormat(options, usage)
  const print = printer(format, around)
  print(usage)
  if (usage.failed) return 2
  const report = new Report()
  const { source } = diskWorld({ project, program, output: project })
  const bytes = readPdf(path, project, report)
  const rebuilt = bytes && rebuildPdf(bytes, path, source, report)
  if (rebuilt) {
    const { verdict, rendering } = rebuilt
    const programs = { before: rendering.program, now: rebuilt.program }
    reportVerdict(path, verdict, programs, report)
    const line =
      format === 'json'
        ? asJson({ path, verdict: verdict.kind, ...withoutKind(verdict), program: programs })
        : `${visible(path)}  ${verdictWords(verdict)}  ${visible(rendering.program)}`
    around.out.write(`${line}\n`)
  }
  print(report)
  return rebuilt && !report.failed ? 0 : 1
}

function withoutKind({ kind: _, ...rest }: object & { readonly kind: string }): object {
  return rest
}
