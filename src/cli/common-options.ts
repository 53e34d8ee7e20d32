import type { Command } from 'commander'

/** What every command that may find something wrong has. */
export function formatted(command: Command): Command {
  return command
    .option('--format <format>', 'how findings are written: text, json (one object a line) or github')
    .option('--json', 'short for --format json')
    .helpOption('--help', 'print this help')
    .exitOverride()
}

/** What every command that builds has: how, in which languages. */
export function released(command: Command, ofProfile = ''): Command {
  return command
    .option('--profile <profile>', `${ofProfile}archive (PDF/A-3a and PDF/UA-1) or none`, 'archive')
    .option('--media <medium>', 'what the theme is asked for: screen or print', 'screen')
    .option('--languages <tags>', 'languages to print, in order, such as en,zh-Hans')
}

/** The same, and that what is not finished may be built as well. */
export function built(command: Command, ofProfile = ''): Command {
  return formatted(
    released(command, ofProfile).option('--draft', 'mark what is not translated yet instead of refusing it'),
  )
}
