import { type Finding, finding, guard, steps } from './finding.ts'

/** What is wrong with a command, or with where it is run. */
export const commandFindings: readonly Finding[] = [
  finding(
    'cli/usage',
    'error',
    'A command, option or value is none that there is.',
    'Correct it as the hint says; `bifolio --help` tells all.',
    steps(['bifolio build example --profile archival'], '--profile:1:1'),
  ),
  finding(
    'cli/no-publication',
    'error',
    'There is no publication of this name, or none at all.',
    'Name a folder, a YAML file, or a name under `content/`.',
    steps(['bifolio build exmple'], 'exmple:1:1'),
  ),
  finding(
    'cli/same-output',
    'error',
    'Two publications of one run would be written to the same file, the second over the first.',
    'Rename one of them, or build them one by one with `--out` for each.',
    steps(
      [
        'mkdir rain rain-2024',
        'cp content/example/publication.yaml rain/2024.yaml',
        'cp content/example/publication.yaml rain-2024/publication.yaml',
        'bifolio build rain-2024 rain/2024.yaml',
      ],
      'rain/2024.yaml:1:1',
    ),
  ),
  finding(
    'cli/output',
    'error',
    'The PDF cannot be written: the disk is full, permission is denied, or a file stands where a folder is needed.',
    'Make room for it as the hint says, or name another folder with `--out`.',
    steps(['touch output', 'bifolio build example'], 'output/example.pdf:1:1'),
  ),
  finding(
    'cli/watch',
    'warning',
    'Some files cannot be watched, mostly since the system watches too many already. Changes there may go unseen.',
    'Mend the reason that the message gives, and start the watch again.',
    guard('Only the system brings it about, while a watch runs.', 'cli'),
  ),
  finding(
    'cli/locked',
    'error',
    'Another build is writing the same PDF at this moment. A build that was killed leaves no such lock for longer than a minute.',
    'Wait until it is done; where none runs, delete the file that ends in `.lock` beside the PDF.',
    guard('It needs two builds at one moment.', 'cli'),
  ),
]
