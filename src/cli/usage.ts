import type { CommanderError } from 'commander'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'

/** What the reader of arguments refused, as a finding: its sentence, and its suggestion or the way to the help as hint. */
export function reportUsage(problem: CommanderError, report: Report): void {
  const [sentence = '', suggestion] = problem.message.split('\n')
  const message =
    problem.code === 'commander.help'
      ? 'there is no such command'
      : sentence.replace(/^error: /, '').replace(/'([^']*)'/g, '`$1`')
  const near = suggestion?.match(/^\(Did you mean (.*)\?\)$/)?.[1]
  const hint = near === undefined ? helpHint : `did you mean \`${near}\`?`
  report.error('cli/usage', message, wholeFile('bifolio'), hint)
}

/** Where all commands and options are told. */
export const helpHint = 'run `bifolio --help` for what there is'
