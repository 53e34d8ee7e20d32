import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'

/** How findings are written: for people, as JSON, or as workflow commands of GitHub Actions. */
export type Format = 'text' | 'json' | 'github'

const formats: readonly Format[] = ['text', 'json', 'github']

/** The options that choose a format, as they were written; `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly format?: string
  readonly json?: boolean
}

/** The format that is asked for, text without any; what is wrong is reported, in the format that seems meant. */
export function readFormat({ format, json }: FormatOptions, report: Report): Format {
  const usual = json ? 'json' : 'text'
  if (format === undefined) return usual
  const known = formats.find((one) => one === format)
  if (known === undefined) {
    const message = `\`${format}\` is no format`
    report.error('cli/usage', message, wholeFile('--format'), didYouMean(format, formats))
    return usual
  }
  if (json && known !== 'json') {
    const hint = '`--json` is short for `--format json`: give one of the two'
    report.error(
      'cli/usage',
      `\`--json\` asks for another format than \`${known}\``,
      wholeFile('--format'),
      hint,
    )
  }
  return known
}

/** The format that a whole command line asks for, whatever else is wrong with it. */
export function formatIn(args: readonly string[]): Format {
  const at = args.indexOf('--format')
  const written = args.find((arg) => arg.startsWith('--format='))?.slice('--format='.length)
  const format = written ?? (at >= 0 ? args[at + 1] : undefined)
  return formats.find((one) => one === format) ?? (args.includes('--json') ? 'json' : 'text')
}
